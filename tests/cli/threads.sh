# threads.sh - -T: whatever the number of threads, the same comes out
. tests/cli/lib.sh

# Not every system and build has one.
sandbox=on
"$U" --sandbox=on </dev/null >/dev/null 2>&1 || sandbox=off

# Clean lines, and what is garbled where a run of the threads ends or is whole.
awk 'BEGIN { for (n = 0; n < 30000; n++)
	print "This is line " n ", in which there is nothing to be done." }' \
    >"$W/plain"
for n in 1 2 3 4; do
	cat "$W/plain" samples/garbled/*.in
	printf 'caf\351 \303\203\302\251\n'
done >"$W/in"
tr '\n' '\r' <"$W/plain" >"$W/cr"
cat "$W/cr" "$W/cr" >>"$W/in"
is 'long enough' yes "$([ "$(wc -c <"$W/in")" -gt 9000000 ] && echo yes)"

# compare NAME ARGUMENT...: with one thread and with others
compare() {
	compare_name=$1
	shift
	for n in 1 2 5; do
		mkdir "$W/$n"
		cp "$W/in" "$W/$n/in"
		(cd "$W/$n" && "$U" -T$n "$@" >stdout 2>stderr; echo $? >status)
		[ $n = 1 ] || ok "$compare_name: $n" diff -r "$W/1" "$W/$n"
		[ $n = 1 ] || rm -r "${W:?}/$n"
	done
	is "$compare_name: status" "$status" "$(cat "$W/1/status")"
	rm -r "$W/1"
}
status=0
compare 'report, journal' --report=report --journal=journal in
compare '-i' -i.old --journal=journal in
compare '-o, sandbox' --sandbox=$sandbox -v -o out in
compare '--explain' --explain in
compare '--detect' --detect -v in
compare 'without memory' --no-memory --fix=all --eol=lf in
compare 'line by line' --line-buffered -q in
status=1
compare '--check' --check in
compare '--list' -l in
compare '--diff' --diff in
status=3
compare '--invalid=fail' --invalid=fail -f utf-8 --report=report in
compare '--strict' --strict -f utf-8 in

gives 'to restore' "$W/in" '"$U" -q -T3 --journal="$W/journal" "$W/in" \
    >"$W/text" && "$U" --restore="$W/journal" "$W/text"'
gives 'a pipe' "$W/text" 'cat "$W/in" | "$U" -q -T2 --sandbox=$sandbox'
gives 'a slow reader' "$W/text" '"$U" -q -T3 "$W/in" | { sleep 1; cat; }'
"$U" --report="$W/report" -q "$W/in" >"$W/out"
gives 'a report is applied' "$W/text" \
    '"$U" -q -T2 --apply="$W/report" "$W/in"'
expect 0 'who reads no more' '"$U" -q -T3 "$W/in" | head -c 10 >"$W/out"'
is 'who reads no more: output' 'This is li' "$(cat "$W/out")"
device 7
[ -z "$device" ] ||
    expect 2 'a full disk' '"$U" -q -T3 "$W/in" >"$device"'
cat "$W/plain" /dev/zero 2>/dev/null | head -c 3000000 >"$W/zeros"
"$U" -q "$W/zeros" >"$W/zeros.out"
gives 'zeros' "$W/zeros.out" '"$U" -q -T3 "$W/zeros"'
head -c 3000000 /dev/zero >"$W/zeros"
for n in 1 2; do
	"$U" -q -T$n --journal="$W/zeros.$n" "$W/zeros" >"$W/zeros.out"
done
ok 'no text: journals' cmp "$W/zeros.1" "$W/zeros.2"
expect 2 'no text' '"$U" -T2 --binary=fail "$W/zeros"'
out_is 'no text: output' ''

# Signals end it; none stays behind.
(cat "$W/in" "$W/in"; sleep 20) | "$U" -q -T3 >"$W/begun" &
pid=$!
soon 20 '[ "$(wc -c <"$W/begun")" -gt 5000000 ]'
kill "$pid"
wait "$pid" 2>"$W/ok"
is 'a signal: status' 143 $?

# How many, and what they may take.
for n in '' x -1 1x 257 99999999999; do
	expect 2 "$n threads" '"$U" -T "$n" </dev/null'
	err_has "$n threads: message" '^ungarble: --threads: no such value'
done
gives 'all processors' "$W/text" '"$U" -q -T0 "$W/in"'
expect 2 'too little memory' '"$U" -T8 -M 64M "$W/in"'
err_has 'too little memory: message' \
    '^ungarble: --threads: so many take up to 248M, and --memory allows less'
gives 'as many as memory allows' "$W/text" '"$U" -q -T0 -M 30M "$W/in"'
gives 'just enough' "$W/text" '"$U" -q -T8 -M 248M "$W/in"'
if command -v strace >/dev/null && strace -o "$W/trace" true 2>"$W/ok"; then
	head -c 1000000 "$W/in" >"$W/short"
	expect 0 'no thread for little' 'strace -f -o "$W/trace" \
	    -e trace=clone,clone3 "$U" -q -T4 --sandbox=off "$W/short"'
	is 'no thread for little: none' 0 "$(grep -c clone "$W/trace")"
	gives 'threads cannot be had' "$W/text" 'strace -f -o "$W/trace" \
	    -e trace=clone,clone3 -e inject=clone,clone3:error=EAGAIN \
	    "$U" -q -T4 --sandbox=off "$W/in"'
	gives 'one thread can be had' "$W/text" 'strace -f -o "$W/trace" \
	    -e trace=clone,clone3 -e inject=clone,clone3:error=EAGAIN:when=2+ \
	    "$U" -q -T4 --sandbox=off "$W/in"'
else
	skip 'threads cannot be had' 'strace is not there, or may not trace'
fi
finish
