# What the model learned from is none of what evaluations ask about.
#
# Where the training text is in the cache (make models), no line of it is a line
# or a sentence of an evaluation.  Elsewhere: no package of theirs is a source.
. tests/eval/lib.sh
need python3 src/model/train/SOURCES

theirs='wesnoth|evolution|gnumeric|gnome-user-docs|gnome-.*-docs|fortune|gimp-help|yelp'
floor 'sources of the model that evaluations use' \
    "$(grep -v '^#' src/model/train/SOURCES | cut -f1 | grep -cE "$theirs")" = 0
floor 'packages the model is made of' "$(grep -vc '^#' src/model/train/SOURCES)" '>=' 100

text=$cache/models/text
if [ ! -s "$text/REPORT" ]; then
	echo 'the training text is not in the cache: make models'
	exit $missed
fi
set --
for file in "$cache"/detect/dev-corpus/t/*.txt "$cache"/mojibench/sentences.tsv \
    "$shared"/words/corpus/*.txt.xz "$shared"/eval/mojibake/seeds.tsv \
    "$shared"/eval/mojibake/tricky-clean.txt samples/clean/*; do
	[ ! -f "$file" ] || set -- "$@" "$file"
done
PYTHONHASHSEED=0 python3 tests/eval/training.py "$text" "$@" \
    >"$work/met" 2>"$work/figures" || missed=1
cat "$work/figures"
floor 'training lines that evaluations ask about' "$(wc -l <"$work/met")" = 0
exit $missed
