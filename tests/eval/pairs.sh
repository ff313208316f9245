# Sentence pairs, and marks in scraped news: figures to watch.
. tests/eval/lib.sh
need python3 "$shared/eval/words/wordscore.py" "$shared/words/pairs.dev.tsv"

score=$shared/eval/words/wordscore.py
for split in dev simulated; do
	line=$(python3 "$score" pairs "$shared/words/pairs.dev.tsv" --split $split -- "$program" -q)
	echo "figure: $split $line"
	floor "$split pairs P" "$(echo "$line" | sed 's/.* P \([0-9.]*\).*/\1/')" '>=' .85
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
floor 'marks in scraped news, wrong edits' $((made - right - nothing)) = 0
exit $missed
