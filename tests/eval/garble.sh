# Our own sentences garbled in all ways: what can be nothing else than one kind
# of damage never becomes a third thing; of the others, the rates by family.
#
# GARBLE_LINES: how many lines of each; `make torture` has ten million.
. tests/eval/lib.sh
garble=$BUILD/tests/bench/garble
need "$garble"
lines=${GARBLE_LINES:-200000}

# column N: of the last line of the table
column() {
	sed -n 's/^all  *//p' "$work/out" | awk -v c="$1" '{ print $c }'
}

for how in '' -m; do
	what=$([ -z "$how" ] && echo 'lines alone' || echo 'streams')
	"$garble" $how -u -n "$lines" -l -mt tests/detect/own.tsv \
	    >"$work/out" || missed=1
	cat "$work/out"
	echo "figure: sure kinds, $what: restored $(column 3) %, wrong" \
	    "$(awk -v a="$(column 7)" -v b="$(column 9)" 'BEGIN { print a + b }') %," \
	    "$(grep -c '^MISSED' "$work/out") kinds with more than may be"
	"$garble" $how -n "$lines" -l -mt tests/detect/own.tsv >"$work/out" ||
	    missed=1
	cat "$work/out"
	floor "all kinds, $what: restored %" "$(column 3)" '>=' 18
	floor "all kinds, $what: restored in part %" "$(column 7)" '<=' 6
	floor "all kinds, $what: a third thing %" "$(column 9)" '<=' 12
	floor "all kinds, $what: clean lines touched" \
	    "$(sed -n 's/^clean lines: .*touched: //p' "$work/out")" = 0
done
exit $missed
