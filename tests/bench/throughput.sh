# One table: the program beside cat and others, through the same pipe, on texts
# that never repeat (prose.c).
#
#	throughput.sh PROGRAM BUILD [MB] [KIND]...
#
# MB/s and what that is of cat's; peak memory; instructions for each byte, of
# 256 KiB under valgrind; ms until the first line comes out of a pipe that stays
# open; ms and memory for a single line, start to end.  The best of three
# (meter.c), in the C locale.  Clean texts must come out as they are, mojibake as it
# was.  16 MB each, unless told.  Of JSON lines, ten million are
# `throughput.sh PROGRAM BUILD 1300 jsonl-ascii`.
program=$1
tools=$2/tests/bench
work=$2/bench
mb=${3:-16}
shift $(($# > 3 ? 3 : $#))
object=
LC_ALL=C
export LC_ALL
. tests/bench/lib.sh
mkdir -p "$work" && echo x >"$work/line" || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

have() {
	command -v "$1" >/dev/null 2>&1
}

# row NAME COMMAND...: a line of the table
row() {
	name=$1
	shift
	have "$1" || return
	figures=$("$tools/meter" "$work/text" "$work/line" "$@") || {
		printf '%-14s %-19s failed\n' "$kind" "$name"
		return
	}
	count=-
	! have valgrind || count=$(per_byte "$work/sample" "$@" $unboxed)
	echo "$figures" | awk -v kind="$kind" -v name="$name" -v count="$count" \
	    -v bytes="$(wc -c <"$work/text")" -v cat="$cat" '{
		speed = bytes / 1e6 / $1
		printf "%-14s %-19s %7.1f %7.3f %7.1f %8s %7s %7.1f %6.1f\n",
		    kind, name, speed, cat == "" ? 1 : cat / $1,
		    $2 / 1024, count, $3, $4, $5 / 1024 }'
	[ "$name" != cat ] || cat=${figures%% *}
}

printf '%-14s %-19s %7s %7s %7s %8s %7s %7s %6s\n' "$mb MB of" through \
    MB/s 'of cat' 'peak MB' instr/B 'line ms' 'x, ms' 'x, MB'
status=0
for kind in ${*:-$kinds $kinds_of_fields}; do
	text "$kind" $((mb * 1000000 / 1024)) >"$work/text" || exit 1
	"$tools/repeats" <"$work/text" >"$work/repeats" || {
		echo "$kind: $(cat "$work/repeats")"
		status=1
	}
	head -c 262144 "$work/text" >"$work/sample"
	fields=$(fields "$kind")
	[ -z "$fields" ] || echo "$kind: $(wc -l <"$work/text") lines"
	"$program" -q $fields <"$work/text" >"$work/out"
	as_it_should "$kind" $((mb * 1000000 / 1024)) "$work/text" "$work/out" ||
	    status=1
	from=$(encoding "$kind")
	cat= unboxed=
	row cat cat
	unboxed=--sandbox=off
	[ -z "$fields" ] || row "ungarble $fields" "$program" -q $fields
	row ungarble "$program" -q
	row '  --fix=encoding' "$program" -q --fix=encoding
	unboxed=
	case $kind in
	mojibake-* | spun | jsonl-*) continue ;;
	esac
	row 'wc -w' wc -w
	[ -n "$from" ] || continue
	row "iconv -f $from" iconv -f "$from" -t UTF-8
	row uconv uconv -f "$from" -t UTF-8
	if [ "$from" = UTF-8 ]; then
		row isutf8 isutf8
	else
		row recode recode "$from/..UTF-8"
	fi
	row uchardet uchardet
done
for missing in valgrind:valgrind uconv:icu-devtools isutf8:moreutils \
    recode:recode uchardet:uchardet; do
	have "${missing%:*}" ||
	    echo "without ${missing%:*}: sudo apt-get install ${missing#*:}"
done
exit $status
