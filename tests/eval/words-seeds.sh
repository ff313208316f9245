# Precision and recall on the seeds: spun words in 003, marks in the others.
. tests/eval/lib.sh
need python3 "$shared/eval/words/wordscore.py" "$shared/seeds"

for seed in 003 000 001 004; do
	line=$(python3 "$shared/eval/words/wordscore.py" spans -v \
	    "$shared/seeds/$seed.txt" "$shared/seeds/$seed.gold.tsv" -- "$program" -q)
	echo "$line"
	line=$(echo "$line" | grep '^spans ')
	p=$(echo "$line" | sed 's/.* P \([0-9.]*\).*/\1/')
	r=$(echo "$line" | sed 's/.* R \([0-9.]*\).*/\1/')
	if [ $seed = 003 ]; then
		floor "seed $seed P" "$p" '>=' .97
		floor "seed $seed R" "$r" '>=' .84
	else
		floor "seed $seed P" "$p" = 1
		floor "seed $seed R" "$r" = 1
	fi
done
exit $missed
