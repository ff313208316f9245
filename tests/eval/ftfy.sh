# ftfy's cases: what it repairs we repair, what it leaves we leave.
. tests/eval/lib.sh
need python3 "$shared/suites/ftfy"

python3 tests/eval/ftfy.py "$program" "$shared/suites/ftfy" tests/eval/ftfy.tsv \
    >"$work/out" || missed=1
cat "$work/out"
for suite in synthetic language-names negative; do
	floor "ftfy $suite wrong" \
	    "$(sed -n "s/^$suite .* wrong \([0-9]*\).*/\1/p" "$work/out")" = 0
done
floor 'ftfy known failures, right' \
    "$(sed -n 's/^known-failures cases .* right \([0-9]*\).*/\1/p' "$work/out")" '>=' 7
exit $missed
