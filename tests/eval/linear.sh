# Worst cases up to 64 MiB, as far as the time goes: twice the input takes twice
# the time, memory does not grow, output does as the input.
. tests/eval/lib.sh
need "$BUILD/tests/bench/linear"

"$BUILD/tests/bench/linear" -s "${LINEAR_SECONDS:-0.5}" >"$work/table" || missed=1
cat "$work/table"
set -- $(tail -n 1 "$work/table")
floor 'worst cases' "$1" '>=' 100
floor 'worst cases that are not linear' "$3" = 0
exit $missed
