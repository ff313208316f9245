# What the evaluations share.  Each is run with the program as $1, prints
# "figure: ..." lines, and ends with 1 if a floor was missed, 77 if what it
# needs is not there.
program=${1:-$UNGARBLE}
shared=${UG_SHARED:-../shared}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/ungarble
missed=0
LC_ALL=C
export LC_ALL

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# need COMMAND|PATH...: skip where one is not there
need() {
	for thing in "$@"; do
		[ -e "$thing" ] || command -v "$thing" >/dev/null 2>&1 || {
			echo "$thing is not there"
			exit 77
		}
	done
}

# floor NAME VALUE >=|<=|= LIMIT: print the figure, note if it misses
floor() {
	if awk -v v="$2" -v op="$3" -v l="$4" 'BEGIN {
		if (v !~ /^[0-9.]+$/) exit 1
		exit !(op == ">=" ? v + 0 >= l : op == "<=" ? v + 0 <= l : v + 0 == l)
	}'; then
		echo "figure: $1 $2 ($3 $4)"
	else
		echo "figure: $1 $2, MISSED: $3 $4"
		missed=1
	fi
}

# same FILE [OPTION...]: the program leaves FILE as it is
same() {
	file=$1
	shift
	"$program" -q "$@" <"$file" >"$work/same" || {
		echo "$file: status $?"
		return 1
	}
	cmp "$file" "$work/same"
}

# sentences: $bench, which damages text, and $sentences in 45 languages, from
# Debian packages that are fetched once into the cache
sentences() {
	bench=$shared/eval/mojibake/mojibench.py
	sentences=$cache/mojibench/sentences.tsv
	need python3 "$bench" apt-get dpkg-deb
	[ ! -s "$sentences" ] || return
	mkdir -p "$work/debs" "$cache/mojibench"
	(cd "$work/debs" && apt-get -q download wesnoth-1.16-data \
	    evolution-common gnumeric-common) || {
		echo 'the packages with the sentences cannot be fetched'
		exit 77
	}
	for deb in "$work"/debs/*.deb; do
		dpkg-deb -x "$deb" "$work/x" || exit 1
	done
	python3 "$bench" harvest -o "$work/sentences.tsv" --root "$work/x" &&
	    mv "$work/sentences.tsv" "$sentences" || exit 1
	rm -rf "$work/debs" "$work/x"
}
