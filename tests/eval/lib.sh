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
