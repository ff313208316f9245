# One table: how long after its newline a line comes out, of some kinds of text.
#
#	latency.sh PROGRAM BUILD
#
# Lines come 2 ms apart; so do those behind 1 MB that came at once; and with
# --line-buffered.  Lines that may have been spun, and the first of an encoding,
# wait for words behind them: their time counts from when these were there.  Of
# three runs that whose p99 is the least; what cat takes is the machine's.
program=$1
tools=$2/tests/bench
work=$2/latency
LC_ALL=C
export LC_ALL
. tests/bench/lib.sh
mkdir -p "$work" || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
status=0

# row KIND NAME [OPTION]... TEXT COMMAND...: a line of the table
row() {
	kind=$1
	name=$2
	shift 2
	for run in 1 2 3; do
		"$tools/latency" "$@" || status=1
	done | sort -g -k 3 | head -n 1 | awk -v kind="$kind" -v name="$name" '{
		printf "%-13s %-17s %5s %8s %8s %8s %5s %8s %8s %8s\n",
		    kind, name, $1, $2, $3, $4, $5, $6, $7, $8 }'
}

printf '%-13s %-17s %5s %8s %8s %8s %5s %8s %8s %8s\n' 'lines, ms' through \
    once p50 p99 max held p50 p99 max
for kind in ascii cyrillic mojibake-100 spun windows-1251; do
	text $kind 2600 >"$work/text" || exit 1
	[ $kind != ascii ] || row $kind cat -a "$work/text" cat
	row $kind ungarble "$work/text" "$program" -q
	row $kind '  behind 1 MB' -b 1000000 "$work/text" "$program" -q
	row $kind '  --line-buffered' -l "$work/text" "$program" -q \
	    --line-buffered
done
exit $status
