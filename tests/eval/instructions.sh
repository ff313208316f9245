# Instructions for each byte, of our own code (not of libraries, which pick what
# the processor has): at most a tenth above instructions.tsv.
#
# Its rows: kind of text (tests/bench/lib.sh), repairs, KiB, instructions; of
# KiB 0, for a whole run on one line.  `make baseline` writes it anew, after a
# change that is meant.
. tests/eval/lib.sh
tools=$BUILD/tests/bench
object=$(cd "$(dirname "$program")" && pwd -P)/$(basename "$program")
. tests/bench/lib.sh
need valgrind iconv "$tools/prose" "$tools/repeats"

table=tests/eval/instructions.tsv
compiler=$(echo __VERSION__ | ${CC:-cc} -E -P -x c - | tr -d '"')
made="$(uname -m), ${compiler%%.*}, ${CFLAGS:--O2 -g}"
theirs=$(sed -n 's/^# made with //p' "$table")
[ -n "$BASELINE" ] || [ "$made" = "$theirs" ] || {
	echo "the baseline was made with $theirs, this is $made"
	exit 77
}

# count KIND FIXES KIB: instructions for each byte; check what comes out
count() {
	set -- "$1" "$2" "$3" "$program" -q --sandbox=off
	[ "$2" = default ] || set -- "$@" "--fix=$2"
	set -- "$@" $(fields "$1")
	kind=$1
	kib=$3
	shift 3
	if [ "$kib" = 0 ]; then
		echo 'A line.' >"$work/text"
		instructions "$work/text" "$@"
		return
	fi
	text "$kind" "$kib" >"$work/text" || exit 1
	per_byte "$work/text" "$@"
}

if [ -n "$BASELINE" ]; then
	while IFS='	' read -r kind fixes kib old; do
		case $kind in
		'# made with '*) echo "# made with $made" ;;
		'#'*) echo "$kind" ;;
		*) printf '%s\t%s\t%s\t%s\n' "$kind" "$fixes" "$kib" \
		    "$(count "$kind" "$fixes" "$kib")" ;;
		esac
	done <"$table" >"$work/table" && cat "$work/table" >"$table"
	exit
fi
grep -v '^#' "$table" >"$work/rows"
while IFS='	' read -r kind fixes kib old; do
	new=$(count "$kind" "$fixes" "$kib")
	what='for each byte'
	[ "$kib" != 0 ] || what='in all'
	floor "$kind, $fixes: instructions $what" "$new" '<=' \
	    "$(awk -v old="$old" 'BEGIN { printf "%.2f", old * 1.1 }')"
	! awk -v old="$old" -v new="$new" 'BEGIN { exit !(new < old * .9) }' ||
	    echo "figure: $kind, $fixes: a tenth below $old, make baseline"
	[ "$fixes" = default ] && [ "$kib" != 0 ] || continue
	"$program" -q $(fields "$kind") <"$work/text" >"$work/out" || missed=1
	as_it_should "$kind" "$kib" "$work/text" "$work/out" ||
	    missed=1
	"$tools/repeats" <"$work/text" >/dev/null || missed=1
	! cat "$work/text" "$work/text" | "$tools/repeats" >/dev/null || missed=1
done <"$work/rows"
[ -s "$work/rows" ] || missed=1
exit $missed
