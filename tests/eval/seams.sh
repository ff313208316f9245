# Clean text around spun text: words are put back in the spun part only.  The
# marked documents of tests/bench/words-real.sh take part where they are.
. tests/eval/lib.sh
need python3 xz "$shared/words/corpus/news_bbc_2004.txt.xz" "$shared/seeds/003.txt"

xz -dc "$shared/words/corpus/news_bbc_2004.txt.xz" >"$work/clean" || exit 1
set -- "$shared/seeds/003.txt"
for file in "${UG_WORDS_DOCS:-$cache/words-docs}"/*/*.txt; do
	case $file in
	*/marks/* | *'*'*) ;;
	*) set -- "$@" "$file" ;;
	esac
done
python3 tests/eval/seams.py "$program" "$work/clean" "$@" >"$work/seams" || missed=1
grep -v '^rate\|^share' "$work/seams"
floor 'spun lines repaired between them, %' \
    "$(sed -n 's/^share //p' "$work/seams")" '>=' 30
floor 'edits in 10,000 clean words at seams' "$(sed -n 's/^rate //p' "$work/seams")" '<=' 1
exit $missed
