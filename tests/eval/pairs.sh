# Sentence pairs, and marks in scraped news: figures to watch.
. tests/eval/lib.sh
need python3 "$shared/eval/words/wordscore.py" "$shared/words/pairs.dev.tsv"

score=$shared/eval/words/wordscore.py
# field NAME LINE: the figure after NAME
field() {
	echo "$2" | sed "s/.* $1 \([0-9.]*\).*/\1/"
}
for row in 'dev .92 .75' 'simulated .87 .53'; do
	set -- $row
	line=$(python3 "$score" pairs "$shared/words/pairs.dev.tsv" --split "$1" -- "$program" -q)
	echo "$line"
	floor "$1 pairs P" "$(field P "$line")" '>=' "$2"
	floor "$1 pairs R" "$(field R "$line")" '>=' "$3"
done
# A filter that does nothing has edits too, as the score counts them.
made=0 right=0 restored=0 required=0 nothing=0
for file in "$shared"/marks/*.txt; do
	gold=${file%.txt}.gold.tsv
	set -- $(python3 "$score" spans "$file" "$gold" -- cat | tr -c '0-9\n' ' ')
	nothing=$((nothing + $4 - $3))
	line=$(python3 "$score" spans -v "$file" "$gold" -- "$program" -q)
	echo "$file $line"
	set -- $(echo "$line" | grep '^spans ' | tr -c '0-9\n' ' ')
	right=$((right + $3)) made=$((made + $4))
	restored=$((restored + $7)) required=$((required + $8))
done
echo "figure: marks in scraped news: restored $restored of $required, edits $made"
floor 'marks in scraped news, restored' "$restored" '>=' 9
floor 'marks in scraped news, wrong edits' $((made - right - nothing)) = 0
exit $missed
