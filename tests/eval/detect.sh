# The development half of the labelled encodings: as labels and as text.
. tests/eval/lib.sh
need python3 xz tar "$shared/eval/detect/dev-corpus.tar.xz"

corpus=$cache/detect/dev-corpus
if [ ! -e "$corpus/manifest.tsv" ]; then
	mkdir -p "$cache/detect" &&
	    tar xJf "$shared/eval/detect/dev-corpus.tar.xz" -C "$work" &&
	    rm -rf "$corpus" && mv "$work/dev-corpus" "$cache/detect/" || exit 1
fi
python3 "$shared/eval/detect/run_cmd.py" --corpus "$corpus" \
    --kind full,4k,1k,256,line "$program --detect {files} | cut -f2" >"$work/out" || exit 1
cat "$work/out"
share() {
	sed -n "s/^kind  *$1  *[0-9]*  *\([0-9.]*\) %/\1/p" "$work/out"
}
floor 'detect full, same text %' "$(share full)" '>=' 90
floor 'detect 4 KiB %' "$(share 4k)" '>=' 95
floor 'detect 1 KiB %' "$(share 1k)" '>=' 88
floor 'detect 256 B %' "$(share 256)" '>=' 86
floor 'detect lines %' "$(share line)" '>=' 86
python3 "$shared/eval/detect/mix.py" "$corpus" --rounds 2 -- \
    "$program" -q --fix=encoding >"$work/out" || exit 1
cat "$work/out"
floor 'detect mixed streams, lines right %' \
    "$(sed -n 's/^all .*right *\([0-9.]*\) %.*/\1/p' "$work/out")" '>=' 60
floor 'detect mixed streams, clean UTF-8 lines altered' \
    "$(awk '/altered/ { n += $NF } END { print n }' "$work/out")" = 0
exit $missed
