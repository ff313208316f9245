# clean.sh - clean text that lies on every machine: words change nothing in it
#
# A part of what "make calibrate" looks at, without a network: the lexicon as
# lists and as it is, this project's own prose, and licences, which are law.
. tests/cli/lib.sh
rows=$W/rows
grep -v '^#' src/words/lexicon.tsv >"$rows"
cut -f1 "$rows" >"$W/spun forms"
cut -f2 "$rows" >"$W/originals"
cat README.md src/words/README man/* src/*.h >"$W/own prose"
cat /usr/share/common-licenses/* >"$W/licences" 2>/dev/null
cp src/words/lexicon.tsv "$W/lexicon"

for name in 'spun forms' originals lexicon 'own prose' licences; do
	"$U" -q --fix=words --confidence=.5 <"$W/$name" >"$W/out"
	is "$name: status" 0 $?
	ok "$name" cmp "$W/$name" "$W/out"
done
finish
