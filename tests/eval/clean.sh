# Correct text of many kinds, most of which nothing was fitted on: catalogues,
# word lists, dictionaries, names, character tables, manuals, source, logs.  No
# line is altered but those that were garbled where they come from.
#
# Packages are fetched once; the text made of them stays in the cache.
. tests/eval/lib.sh
need python3 apt-get dpkg-deb

dir=$cache/clean
if [ ! -s "$dir/text/words" ]; then
	mkdir -p "$dir/debs" "$work/text" && cd "$dir/debs" || exit 1
	grep -v '^#' "$OLDPWD/tests/eval/clean.packages" | tr ' ' '\n' |
	    while read -r package; do
		ls "$package"_* >/dev/null 2>&1 || echo "$package"
	done >"$work/missing"
	xargs -r apt-get -q download <"$work/missing" >/dev/null 2>&1
	cd "$OLDPWD" || exit 1
	[ "$(find "$dir/debs" -name '*.deb' | wc -l)" -ge 150 ] || {
		echo 'the packages with the text cannot be fetched'
		exit 77
	}
	python3 tests/eval/clean.py make "$dir/debs" "$work/text" &&
	    rm -rf "$dir/text" && cp -r "$work/text" "$dir/text" || exit 1
	rm -rf "$dir/debs" "$work/text"
fi
for file in "$dir"/text/*; do
	kind=$(basename "$file")
	for how in '' --no-memory; do
		"$program" -q $how <"$file" >"$work/out" || missed=1
		python3 tests/eval/clean.py judge tests/eval/clean.tsv \
		    "$kind$how" "$file" "$work/out" || missed=1
	done
done >"$work/judged"
grep -v '^count' "$work/judged"
awk '/^count/ { printf "figure: %s: %d lines, altered: %d garbled, %d wrong as known, %d new\n",
    $2, $3, $4, $5, $6 }' "$work/judged"
column() {
	awk -v k="$1" '/^count/ && $2 !~ /memory/ { n += $k } END { print n + 0 }' "$work/judged"
}
floor 'clean: lines' "$(column 3)" '>=' 10000000
floor 'clean: garbled lines found' "$(column 4)" '>=' 280
floor 'clean: lines wrongly altered, known' "$(column 5)" '<=' 3
floor 'clean: lines altered that nobody judged' \
    "$(awk '/^count/ { n += $6 } END { print n + 0 }' "$work/judged")" = 0
exit $missed
