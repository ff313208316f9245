# Clean text that no model was made from and no limit fitted to: words change
# nothing in it, and how far the gate stays shut.
#
#	calibrate.sh PROGRAM BUILD
#
# Prose of twelve kinds and in thirteen languages comes from the public
# repositories of calibrate.tsv, lists from Debian packages; both are fetched
# once into the cache.  Further languages are what tests/eval/clean.sh left
# there.  Each change is shown, for somebody to read: clean text has slips that
# are rightly mended.  "left" is by how many nats the highest score that any
# window of the text has falls short of opening the gate.
. tests/eval/lib.sh
build=${2:-${BUILD:-build}}
need git unzip apt-get dpkg-deb "$build/tests/bench/gate" \
    "$build/src/words/train/clean_train"
dir=$cache/calibrate

# What lists are made of: a thesaurus, dictionaries and glossaries, words.
packages='mythes-en-us wordnet-base dict-gcide dict-foldoc dict-jargon dict-vera
wamerican-insane wbritish-huge'

# unpack FOLDER PATTERN: what the packages have there, as text
unpack() {
	find "$dir/tree/$1" -type f -name "$2" | sort | while read -r f; do
		case $f in
		*.dz | *.gz) gzip -dc <"$f" ;;
		*) cat "$f" ;;
		esac
	done
}

lists() {
	mkdir -p "$dir/debs" "$dir/lists"
	(cd "$dir/debs" && for p in $packages; do
		[ -e "$(echo "$p"_*.deb)" ] || apt-get -q download "$p" || exit 1
	done) >"$work/apt" 2>&1 || {
		tail -n 1 "$work/apt"
		return 1
	}
	for deb in "$dir"/debs/*.deb; do
		dpkg-deb -x "$deb" "$dir/tree"
	done
	unpack usr/share/mythes '*.dat' >"$dir/lists/thesaurus"
	unpack usr/share/wordnet 'data.*' >"$dir/lists/glosses"
	unpack usr/share/dictd '*.dict.dz' >"$dir/lists/dictionaries"
	unpack usr/share/dict '*' >"$dir/lists/words"
}

# edits FILE CONFIDENCE: to words and marks, a line each, to $work/edits
edits() {
	"$program" -q --fix=words,marks --confidence="$2" \
	    --report="$work/report" <"$1" >"$work/out" || missed=1
	grep -a '"type":"edit"' "$work/report" >"$work/edits"
}

# show NAME FILE: the edits with what stands around them
show() {
	sed 's/.*"record":\([0-9]*\).*"in_at":\([0-9]*\),"in_len":\([0-9]*\),.*"rule":"\([^"]*\)".*"after":"\(.*\)"}$/\1 \2 \3 \4 \5/' \
	    "$work/edits" | while read -r line at len rule after; do
		from=$((at > 50 ? at - 50 : 0))
		printf '%s, line %s, %s: ' "$1" "$line" "$rule"
		tail -c +$((from + 1)) "$2" | head -c $((at - from)) | tr '\n' ' '
		printf '[%s|%s]' "$(tail -c +$((at + 1)) "$2" |
		    head -c "$len" | tr '\n' ' ')" "$after"
		tail -c +$((at + len + 1)) "$2" | head -c 50 | tr '\n' ' '
		echo
	done
}

# look KIND NAME FILE: edits and scores of a file; prose has a margin to keep
look() {
	edits "$3" .9
	sure=$(grep -c '"fix":"words"' "$work/edits")
	edits "$3" .5
	words=$(grep -c '"fix":"words"' "$work/edits")
	marks=$(grep -vc '"fix":"words"' "$work/edits")
	score=$("$build/tests/bench/gate" "$3" | sed 's/.* tokens //')
	read -r tokens _ highest _ strict _ left _ <<-E
	$score
	E
	printf '%-20s %9s %6s %6s %6s %7s %7s %7s\n' "$2" "$tokens" "$sure" \
	    "$words" "$marks" "$highest" "$strict" "$left" >>"$work/table"
	[ "$1" = own ] || show "$2" "$3" >>"$work/changes"
	floor "$2, edits to words" "$words" = 0
	[ "$1" = list ] || [ "$1" = own ] ||
	    floor "$2, nats left to the gate" "$left" '>=' 8
	echo "$tokens" >>"$work/$1"
}

sum() {
	awk '{ n += $1 } END { print n + 0 }' "$work/$1"
}

sh src/words/train/corpus.sh "$dir" "$build/src/words/train/clean_train" \
    tests/bench/calibrate.tsv >"$work/log" 2>&1 || {
	tail -n 1 "$work/log"
	exit 77
}
[ -s "$dir/lists/words" ] || lists || exit 77

for file in "$dir"/*.txt; do
	name=$(basename "$file" .txt)
	case $name in
	???) look other "$name" "$file" ;;
	*) look english "$name" "$file" ;;
	esac
done
for file in "$dir"/lists/* "$cache"/clean/text/*; do
	[ ! -e "$file" ] || look list "${file#"$cache/"}" "$file"
done
grep -v '^#' src/words/lexicon.tsv >"$work/rows"
cut -f1 "$work/rows" >"$work/spun"
cut -f2 "$work/rows" >"$work/originals"
look own 'spun forms' "$work/spun"
look own originals "$work/originals"
look own lexicon src/words/lexicon.tsv

echo 'changes:'
cat "$work/changes"
printf '%-20s %9s %6s %6s %6s %7s %7s %7s\n' text tokens words 'at .5' marks \
    highest strict left
cat "$work/table"
floor 'tokens of English' "$(sum english)" '>=' 50000000
floor 'tokens in other languages' "$(sum other)" '>=' 10000000
exit $missed
