# 100,000 hostile inputs from a seed, there and back: each comes back exactly.
. tests/eval/lib.sh
need "$BUILD/tests/bench/restore"

"$BUILD/tests/bench/restore" 100000 >"$work/out"
tail -n 5 "$work/out"
floor '100,000 hostile inputs, failed to restore' \
    "$(sed -n 's/^100000 inputs, \([0-9]*\) failed,.*/\1/p' "$work/out")" = 0
exit "$missed"
