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
floor 'mojibench restored %' "$(column 4)" '>=' 68
floor 'mojibench kinds at 0' "$(column 6)" '<=' 120
floor 'mojibench changed but wrong %' "$(column 8)" '<=' 6
floor 'mojibench clean lines altered' "$(column 9)" = 0
floor 'mojibench traps altered' "$(column 10)" '<=' 2
exit $missed
