# The development half of the labelled encodings: as labels, as text line by
# line, and as streams whose encoding changes.  Figures by family are printed.
. tests/eval/lib.sh
need python3 xz tar "$shared/eval/detect/dev-corpus.tar.xz"

corpus=$cache/detect/dev-corpus
if [ ! -e "$corpus/manifest.tsv" ]; then
	mkdir -p "$cache/detect" &&
	    tar xJf "$shared/eval/detect/dev-corpus.tar.xz" -C "$work" &&
	    rm -rf "$corpus" && mv "$work/dev-corpus" "$cache/detect/" || exit 1
fi
# run OUT ARGUMENT...: score what a command answers, print and keep that
run() {
	out=$work/$1
	shift
	python3 "$shared/eval/detect/run_cmd.py" --corpus "$corpus" --split dev \
	    "$@" >"$out" || exit 1
	cat "$out"
}
# share KIND [OUT]: the share right of one kind, or of one part of the corpus
share() {
	sed -n "s|^[a-z/]*  *$1  *[0-9]*  *\([0-9.]*\) %|\1|p" \
	    "$work/${2:-labels}" | head -n 1
}
# public: the share right of lines that are not independent
public() {
	awk '$1 == "corpus/kind" && $2 ~ /\/line$/ && $2 != "indep/line" {
		n += $3
		right += $3 * $4
	} END { if (n) printf "%.2f", right / n }' "$work/labels"
}

label="$program --detect {files} | cut -f2"
run labels --kind full,4k,1k,256,line "$label"
floor 'detect full, same text %' "$(share full)" '>=' 98.5
floor 'detect 4 KiB %' "$(share 4k)" '>=' 99.2
floor 'detect 1 KiB %' "$(share 1k)" '>=' 98.9
floor 'detect 256 B %' "$(share 256)" '>=' 98.1
floor 'detect lines %' "$(share line)" '>=' 98.6
floor 'detect lines, public %' "$(public)" '>=' 98.7
floor 'detect lines, independent %' "$(share indep/line)" '>=' 98.4

# Every other line: a process each.
echo 'lines as labels, every other one:'
run some-labels --kind line --limit 2600 "$label"
echo 'the same lines as text:'
run some-texts --kind line --limit 2600 --mode text --loose \
    "$program -q --fix=encoding"
floor 'detect lines as text %' "$(share line some-texts)" '>=' 98.3
floor 'detect lines as text, points behind labels' "$(awk \
    -v text="$(share line some-texts)" -v label="$(share line some-labels)" \
    'BEGIN { d = label - text; if (d < 0) d = 0; printf "%.2f", d }')" '<=' 0.2

# mix NAME FLOOR [OPTION...]: streams of lines in several encodings
mix() {
	name=$1 least=$2
	shift 2
	python3 "$shared/eval/detect/mix.py" "$corpus" --rounds 6 -- \
	    "$program" -q --fix=encoding "$@" >"$work/mix" || exit 1
	echo "$name:"
	cat "$work/mix"
	awk '/altered/ { print $1, $5 }' "$work/mix" >"$work/modes"
	while read -r mode right; do
		floor "detect $name, $mode, lines right %" "$right" '>=' 96
	done <"$work/modes"
	floor "detect $name, lines right %" \
	    "$(sed -n 's/^all .*right *\([0-9.]*\) %.*/\1/p' "$work/mix")" \
	    '>=' "$least"
	floor "detect $name, clean UTF-8 lines altered" \
	    "$(awk '/altered/ { n += $NF } END { print n }' "$work/mix")" = 0
}
mix 'mixed streams' 99
mix 'mixed streams without memory' 98 --no-memory
exit $missed
