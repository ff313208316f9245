# pipe.sh - text that stays goes from reads to writes: whole, in order, at once
. tests/cli/lib.sh

# lines N [EACH]: clean lines, or each so many with a byte that is none of UTF-8
lines() {
	awk -v n="$1" -v each="${2:-0}" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "line %d of the list%s\n", i, each && i % each == 0 ? \
			    ", ferm\351 l\047apr\350s-midi" : i % 7 ? "" : " d\303\251j\303\240"
	}'
}

# same NAME OPTIONS: as it comes out when it is read in small pieces
same() {
	for same_bs in 7 4097 70001; do
		expect 0 "$1, $same_bs" 'dd bs='$same_bs' <"$W/in" 2>/dev/null |
		    "$U" '"$2"' >"$W/cut"'
		expect 0 "$1, $same_bs" 'cat "$W/in" | "$U" '"$2"
		ok "$1, $same_bs: the same" cmp "$W/out" "$W/cut"
		expect 0 "$1, a file" '"$U" '"$2"' "$W/in"'
		ok "$1, a file: the same" cmp "$W/out" "$W/cut"
	done
}

# clean NAME: it comes out as it is
clean() {
	same "$1" --fix=encoding
	ok "$1: as it is" cmp "$W/in" "$W/out"
	same "$1, and a report" "--fix=encoding --report=$W/report"
	ok "$1, and a report: as it is" cmp "$W/in" "$W/out"
	same "$1, all repairs" -q
	ok "$1, all repairs: as it is" cmp "$W/in" "$W/out"
}

lines 30000 >"$W/in"
clean 'clean lines'
printf 'no line end' >>"$W/in"
clean 'no line end'
{ lines 3000; head -c 5000 /dev/zero | tr '\0' a; lines 8000; } >"$W/in"
clean 'a longer line'
{ lines 3000; head -c 300000 /dev/zero | tr '\0' a; lines 8000; } >"$W/in"
clean 'a very long line'
head -c 200000 /dev/zero | tr '\0' '\n' >"$W/in"
clean 'blank lines'
for each in 2 30 1000; do
	lines 20000 $each >"$W/in"
	same "one of $each is legacy" --fix=encoding
	lines 20000 $each | iconv -f windows-1252 -t UTF-8 >"$W/all"
	is "one of $each is legacy: lines" "$(grep -c 'fermé l' "$W/all")" \
	    "$(grep -c 'fermé l' "$W/out")"
done

# At full speed there is a write for each read, and none is small.
lines 60000 >"$W/in"
if ! strace -qq -o "$W/calls" -e trace=read true 2>/dev/null; then
	skip 'at full speed' 'strace is missing or may not trace'
else
	expect 0 'at full speed' 'strace -qq -o "$W/calls" -e trace=read,write \
	    "$U" --sandbox=off --fix=encoding <"$W/in"'
	ok 'at full speed: as it is' cmp "$W/in" "$W/out"
	sed -n 's/^write(1, .* = //p' "$W/calls" | sed '$d' >"$W/writes"
	ok 'at full speed: writes' test -s "$W/writes"
	is 'at full speed: small writes' '' \
	    "$(awk '$1 < 32768' "$W/writes")"
	# Legacy lines among them are no reason for more.
	lines 60000 50 >"$W/in"
	expect 0 'repaired' 'strace -qq -o "$W/calls" -e trace=read,write \
	    "$U" --sandbox=off --fix=encoding <"$W/in"'
	sed -n 's/^write(1, .* = //p' "$W/calls" | sed '$d' >"$W/writes"
	ok 'repaired: writes' test -s "$W/writes"
	is 'repaired: small writes' '' "$(awk '$1 < 16384' "$W/writes")"
fi

finish
