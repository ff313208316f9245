# A line of mojibake that is four times as long takes four times as long, and
# no more memory.
. tests/eval/lib.sh
need "$BUILD/tests/bench/peak" iconv

size=${LONG:-67108864}

# sentences LANGUAGE: ours, on one line
sentences() {
	sed -n "s/^$1	//p" tests/detect/own.tsv | tr '\n' ' '
}

# measure BYTES: a line of so many bytes; "ms kB"
measure() {
	while cat "$work/line"; do :; done 2>/dev/null | head -c "$1" |
	    "$BUILD/tests/bench/peak" "$program" -q 2>"$work/peak" >/dev/null ||
	    echo 'failed'
	tail -n 2 "$work/peak" | paste -s -d ' ' -
}

ratio() {
	echo "$quarter $whole" | awk '{ printf "%.2f", $3 / ($1 > 0 ? $1 : 1) }'
}

for kind in windows-1252 koi8-r; do
	case $kind in
	windows-1252)
		name='UTF-8 read as windows-1252'
		sentences fr | iconv -c -f CP1252 -t UTF-8 ;;
	koi8-r)
		name='KOI8-R read as windows-1251'
		sentences ru | iconv -c -f UTF-8 -t KOI8-R |
		    iconv -c -f CP1251 -t UTF-8 ;;
	esac >"$work/part"
	[ -s "$work/part" ] || exit 1
	while cat "$work/part"; do :; done 2>/dev/null | head -c 1000000 |
	    iconv -c -f UTF-8 -t UTF-8 >"$work/line" 2>/dev/null
	whole=$(measure "$size")
	# Other work on the machine only adds: once more if it looks bad.
	for _ in 1 2 3; do
		quarter=$(measure $((size / 4)))
		echo "$name: $quarter and $whole (ms, kB)"
		[ "$(ratio | tr -d .)" -gt 460 ] || break
		whole=$(measure "$size")
	done
	floor "$name, a line four times as long: time" "$(ratio)" '<=' 4.6
	floor "$name, peak memory on a line of $((size >> 20)) MB, kB" \
	    "${whole#* }" '<=' 24576
done
exit $missed
