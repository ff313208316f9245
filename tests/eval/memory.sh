# Memory stays bounded on a line that does not end, and on lines that do.
. tests/eval/lib.sh
need "$BUILD/tests/bench/peak"

size=${ENDLESS:-1073741824}
yes | tr -d '\n' | head -c "$size" |
    "$BUILD/tests/bench/peak" "$program" -q >"$work/out" 2>"$work/peak" || missed=1
floor 'peak memory on an endless line, kB' "$(tail -n 1 "$work/peak")" '<=' 24576
floor 'bytes out' "$(wc -c <"$work/out")" = "$size"
rm "$work/out"
# windows-1252, UTF-8 and UTF-8 read as windows-1252 on one line, each its turn
printf 'd\351j\340 vu\ncaf\303\251 noir\nd\303\203\302\251j\303\203\302\240 fait\n' >"$work/lines"
while cat "$work/lines"; do :; done 2>/dev/null | head -c $((size / 256)) |
    "$BUILD/tests/bench/peak" "$program" -q 2>"$work/peak" >/dev/null || missed=1
floor 'peak memory on mixed lines, kB' "$(tail -n 1 "$work/peak")" '<=' 24576
exit $missed
