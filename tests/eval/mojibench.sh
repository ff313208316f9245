# Real sentences in 45 languages, damaged in some 235 ways.
. tests/eval/lib.sh
sentences
python3 "$bench" gen -s "$sentences" --split dev --seed 1 -n "${LINES_PER_CASE:-20}" \
    -o "$work/g" >/dev/null || exit 1
python3 "$bench" score "$work/g" --name ungarble -- "$program" -q >/dev/null || exit 1
python3 "$bench" report "$work/g" --by pair
python3 "$bench" summary "$work/g" | tee "$work/summary"
row=$(tail -n 1 "$work/summary")
column() {
	echo "$row" | cut -d'|' -f"$1" | sed 's/ of .*//; s/ //g'
}
# again NAME OPTION: score once more with an option, and take its row
again() {
	python3 "$bench" score "$work/g" --name "$1" -- "$program" -q "$2" >/dev/null ||
	    exit 1
	row=$(python3 "$bench" summary "$work/g" | grep "^| $1 |") || exit 1
	echo "$row"
}
# families TOOL: floors for what it restores, by lines of FAMILY:PERCENT
families() {
	python3 "$bench" report "$work/g" --by family --tools "$1" >"$work/rows" ||
	    exit 1
	while IFS=: read -r family least; do
		restored=$(sed -n "s/^| $family |.* | \([0-9]*\) (.*/\1/p" \
		    "$work/rows")
		floor "mojibench $family, restored %" "${restored:-none}" \
		    '>=' "$least"
	done
}
floor 'mojibench restored %' "$(column 4)" '>=' 91
floor 'mojibench mean over kinds %' "$(column 5)" '>=' 88
floor 'mojibench kinds at 0' "$(column 6)" '<=' 12
floor 'mojibench changed but wrong %' "$(column 8)" '<=' 3
floor 'mojibench clean lines altered' "$(column 9)" = 0
floor 'mojibench traps altered' "$(column 10)" = 0

# Each family apart, so that none is paid for by another.  (The floors are for 20
# lines of each case and language.)
families ungarble <<'END'
1 utf8-as-singlebyte:97
2 utf8-as-cjk:94
2L utf8-as-cjk-lossy:55
3 cjk-as-singlebyte:98
4 singlebyte-mixup:79
5 cjk-mixup:81
6 layers:97
8 lossy:67
9 partial:97
10 legacy-file:98
11 mixed-bytes:98
13 mixed-stream:94
END

again escapes --fix=+escapes
floor 'mojibench with escapes, escaped text restored %' "$(column 12)" '>=' 95
floor 'mojibench with escapes, restored %' "$(column 4)" '>=' 91
floor 'mojibench with escapes, clean lines altered' "$(column 9)" = 0
families escapes <<'END'
7 altered:97
END

again alone --no-memory
floor 'mojibench without memory, restored %' "$(column 4)" '>=' 86
floor 'mojibench without memory, clean lines altered' "$(column 9)" = 0

# What is plain is never repaired: garbled lines should not be, but for one in a
# hundred where letters were taken for others of the same alphabet.
plain=$BUILD/tests/bench/plain
need "$plain"
python3 tests/eval/plain.py "$plain" "$work/g" >"$work/plain" || exit 1
cat "$work/plain"
while IFS='	' read -r family garbled n; do
	most=0
	case $family in
	1\ * | 2* | 3* | 5* | 6*) ;;
	4* | 13*) most=$((n / 100)) ;;
	*) continue ;;
	esac
	floor "garbled lines that are plain, $family, of $n" "$garbled" '<=' $most
done <"$work/plain"
cut -f 3 "$sentences" | "$plain" 2>"$work/clean" >/dev/null || exit 1
floor 'sentences beyond ASCII that are plain, in a hundred' \
    "$(awk '{ printf "%.1f", $1 * 100 / $2 }' "$work/clean")" '>=' 94
exit $missed
