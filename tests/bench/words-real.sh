# Spun documents that were found and marked by a reader: what is restored.
# Their texts are other people's, so they are kept elsewhere: UG_WORDS_DOCS, or
# words-docs in the cache, a folder or one with folders `dev` and `blind`, and
# `marks` for documents whose quotation marks and stops are marked likewise.
# words-real.py tells their form; its `loss` names what was lost and why, its
# `fit` makes the table of confidences from them.
. tests/eval/lib.sh
docs=${UG_WORDS_DOCS:-$cache/words-docs}
scorer=$shared/eval/words
need python3 "$scorer/wordscore.py" "$docs"
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

# half NAME FOLDER: its figures, if it has documents
half() {
	set -- "$1" "$2" "$2"/*.txt
	[ -f "$3" ] || return 0
	any=1
	echo "$1:"
	python3 tests/bench/words-real.py score "$scorer" "$program" "$2" \
	    >"$work/figures" || exit 1
	sed "s/^figure: real/figure: real $1/" "$work/figures"
	line=$(grep '^figure: real default P' "$work/figures")
	set -- "$1" "$(echo "$line" | sed 's/.* P \([0-9.]*\).*/\1/')" \
	    "$(echo "$line" | sed 's/.* R \([0-9.]*\).*/\1/')"
	floor "real $1 default P" "$2" '>=' .94
	floor "real $1 default R" "$3" '>=' .54
}

any=
half dev "$docs/dev"
half blind "$docs/blind"
[ -n "$any" ] || half all "$docs"
if [ -d "$docs/marks" ]; then
	python3 tests/bench/words-real.py marks "$scorer" "$program" \
	    "$docs/marks" >"$work/figures" || exit 1
	grep '^figure' "$work/figures"
	floor 'marks, wrong edits' "$(sed -n 's/^wrong //p' "$work/figures")" = 0
fi
[ -n "$any" ] || exit 77
exit $missed
