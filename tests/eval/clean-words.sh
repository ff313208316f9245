# 36 million words of clean English: no word is changed.
. tests/eval/lib.sh
need xz "$shared/words/corpus"

n=0
for file in "$shared/words/corpus"/*.txt.xz; do
	name=$(basename "$file" .txt.xz)
	xz -dc "$file" >"$work/$name" || exit 1
	"$program" -q --fix=words --report="$work/report" <"$work/$name" >"$work/out" ||
	    missed=1
	edits=$(grep -c '"rule":"words' "$work/report")
	floor "$name: $(wc -w <"$work/$name") words, edits" "$edits" = 0
	cmp "$work/$name" "$work/out" || missed=1
	"$program" -q --fix=marks --report="$work/report" <"$work/$name" >"$work/out" ||
	    missed=1
	echo "figure: $name: edits to marks $(grep -c '"rule":"' "$work/report")"
	sed -n 's/.*\("rule":"[^"]*"\).*\("before":.*\)/\1 \2/p' "$work/report" | sort |
	    uniq -c | sort -rn | head -n 20
	rm "$work/$name" "$work/out"
	n=$((n + 1))
done
[ $n -gt 0 ] || exit 1
exit $missed
