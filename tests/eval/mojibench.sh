# Real sentences in 45 languages, damaged in some 235 ways.
#
# The sentences come from Debian packages, fetched once into the cache.
. tests/eval/lib.sh
bench=$shared/eval/mojibake/mojibench.py
need python3 "$bench" apt-get dpkg-deb

dir=$cache/mojibench
if [ ! -s "$dir/sentences.tsv" ]; then
	mkdir -p "$dir/debs" && cd "$dir/debs" || exit 1
	apt-get -q download wesnoth-1.16-data evolution-common gnumeric-common || {
		echo 'the packages with the sentences cannot be fetched'
		exit 77
	}
	for deb in *.deb; do
		dpkg-deb -x "$deb" "$work/x" || exit 1
	done
	cd "$OLDPWD" || exit 1
	python3 "$bench" harvest -o "$work/sentences.tsv" --root "$work/x" &&
	    mv "$work/sentences.tsv" "$dir/sentences.tsv" || exit 1
	rm -rf "$dir/debs"
fi
python3 "$bench" gen -s "$dir/sentences.tsv" --split dev --seed 1 -n "${LINES_PER_CASE:-20}" \
    -o "$work/g" >/dev/null || exit 1
python3 "$bench" score "$work/g" --name ungarble -- "$program" -q >/dev/null || exit 1
python3 "$bench" report "$work/g" --by pair
python3 "$bench" summary "$work/g" | tee "$work/summary"
row=$(tail -n 1 "$work/summary")
column() {
	echo "$row" | cut -d'|' -f"$1" | sed 's/ of .*//; s/ //g'
}
# again NAME OPTION: score once more with an option, and take its row
again() {
	python3 "$bench" score "$work/g" --name "$1" -- "$program" -q "$2" >/dev/null ||
	    exit 1
	row=$(python3 "$bench" summary "$work/g" | grep "^| $1 |") || exit 1
	echo "$row"
}
floor 'mojibench restored %' "$(column 4)" '>=' 68
floor 'mojibench kinds at 0' "$(column 6)" '<=' 120
floor 'mojibench changed but wrong %' "$(column 8)" '<=' 6
floor 'mojibench clean lines altered' "$(column 9)" = 0
floor 'mojibench traps altered' "$(column 10)" '<=' 2

again escapes --fix=+escapes
floor 'mojibench with escapes, escaped text restored %' "$(column 12)" '>=' 95
floor 'mojibench with escapes, restored %' "$(column 4)" '>=' 68
floor 'mojibench with escapes, clean lines altered' "$(column 9)" = 0

again alone --no-memory
floor 'mojibench without memory, restored %' "$(column 4)" '>=' 0
floor 'mojibench without memory, clean lines altered' "$(column 9)" = 0
exit $missed
