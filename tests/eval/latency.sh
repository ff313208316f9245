# A line that is decided leaves at once, and none stays behind.
. tests/eval/lib.sh
need "$BUILD/tests/bench/latency" iconv
tools=$BUILD/tests/bench
. tests/bench/lib.sh

# timed NAME DECIDED OPTION...: lines of $work/text; so many wait for no other.
# The machine may do much else, for a while.
timed() {
	name=$1
	want=$2
	shift 2
	for try in 1 2 3 4 5; do
		"$tools/latency" -n 300 "$@" >"$work/times" || missed=1
		read -r once median rest <"$work/times"
		awk -v ms="$median" 'BEGIN { exit !(ms > 5) }' || break
	done
	[ "$want" != 0 ] || {
		echo "figure: $name: lines decided, of 300 $once"
		return
	}
	floor "$name: lines decided, of 300" "$once" '>=' "$want"
	floor "$name: ms until they are out, median" "$median" '<=' 5
}
while read -r kind decided; do
	text "$kind" 2600 >"$work/text" || exit 1
	timed "$kind" "$decided" "$work/text" "$program" -q
	case $kind in
	ascii | cyrillic) # what else takes long is behind for long
		timed "$kind, behind 1 MB" "$decided" -b 1000000 "$work/text" \
		    "$program" -q
		;;
	esac
	timed "$kind, --line-buffered" 300 -l "$work/text" "$program" -q \
	    --line-buffered
	# One that is alone: nothing comes behind it.
	[ "$decided" -lt 300 ] || {
		"$tools/latency" -n 1 "$work/text" "$program" -q >"$work/times" ||
		    missed=1
		floor "$kind, alone: lines decided" "$(cut -d ' ' -f 1 "$work/times")" = 1
	}
done <<'KINDS'
ascii 300
cyrillic 300
mojibake-100 300
spun 0
windows-1251 250
KINDS
exit $missed
