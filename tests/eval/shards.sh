# Streams that mix encodings, forms and damage: shards that are joined are the
# whole.
#
# As the program is, whose blocks are of 1 MiB, and as it is with blocks of
# 128 KiB, so that there are more seams.  UG_SHARDS_MB=200 is a longer run: of so
# much of text, and as much of rows and of JSON.
. tests/eval/lib.sh
tools=$BUILD/tests/bench
. tests/bench/lib.sh
need xz iconv "$tools/prose" "$shared/eval/detect/dev-corpus.tar.xz"

"${MAKE:-make}" -s DEPS=no BUILD="$BUILD/shards" INSTRUMENTED=yes CFLAGS=-O2 \
    CPPFLAGS=-DUG_BLOCK_LEN=131072ull "$BUILD/shards/ungarble" \
    >"$work/built" 2>&1 || { cat "$work/built"; exit 1; }
seams=$BUILD/shards/ungarble
. tests/bench/mixed.sh

# joined REPORT...: what all tell together, in $work/told
joined() {
	awk -v plan="$plan" -v spans="$spans" -f tests/eval/shards.awk "$@" \
	    >"$work/told"
}

# parts [OPTION...]: text of n shards, reports beside it
parts() {
	for k in $(seq "$n"); do
		"$its" -q ${plan:+--plan="$plan"} --shard="$k/$n" \
		    --report="$work/report.$k" "$@" "$in" && continue
		echo "${in##*/}, shard $k of $n: status $?" >&2
		missed=1
	done
}

# same_as WHAT STATUS: count a run; it differs where the status is not 0
same_as() {
	n_runs=$((n_runs + 1))
	[ "$2" = 0 ] || {
		echo "${in##*/}, $1"
		n_differ=$((n_differ + 1))
	}
}

# joins N [OPTION...]: n shards, with the plan if $plan is set, are the whole
joins() {
	n=$1
	shift
	[ -z "$plan" ] || "$its" -q --plan-out="$plan" --shard="$n" "$@" \
	    "$in" || missed=1
	parts "$@" >"$work/parts"
	cmp "$work/whole" "$work/parts"
	same_as "$n shards, $*" $?
	spans=$work/spans
	joined $(seq -f "$work/report.%.0f" "$n")
	# Where a shard starts within a line only a plan tells.
	if grep -q ' - ' "$work/told" || [ -z "$plan" ]; then
		sed 's/"record":[0-9]*/"record":0/; s/^total [^ ]*/total -/' \
		    "$work/told" >"$work/told.no"
		cmp "$work/all.no" "$work/told.no"
	else
		cmp "$work/all.told" "$work/told"
	fi
	same_as "$n shards, report, $*" $?
	rm -f "$work"/report.*
}

# whole PROGRAM FILE [OPTION...]: what one run writes and tells
whole() {
	its=$1 in=$2 spans='' kept=$plan plan=''
	shift 2
	"$its" -q --report="$work/report.1" "$@" "$in" >"$work/whole" || missed=1
	[ -s "$work/whole" ] || missed=1
	joined "$work/report.1"
	mv "$work/told" "$work/all.told"
	grep '^span' "$work/all.told" >"$work/spans"
	sed 's/"record":[0-9]*/"record":0/; s/^total [^ ]*/total -/' \
	    "$work/all.told" >"$work/all.no"
	plan=$kept
}

# differs PROGRAM FILE N... -- [OPTION...]
differs() {
	its=$1 in=$2 many=
	shift 2
	while [ "$1" != -- ]; do
		many="$many $1"
		shift
	done
	shift
	whole "$its" "$in" "$@"
	for n_shards in $many; do
		joins "$n_shards" "$@"
	done
}

plan=$work/plan
n_runs=0 n_differ=0
for i in 1 2 3 4 5 6; do
	stream $i >"$work/stream.$i"
	differs "$seams" "$work/stream.$i" 1 2 7 64 --
done
differs "$seams" "$work/stream.1" 9 -- --scope=stream --fix=all
differs "$seams" "$work/stream.2" 9 -- --no-memory --invalid=drop
differs "$seams" "$work/stream.3" 9 -- -f utf-8,koi8-r,windows-1252
differs "$seams" "$work/stream.4" 9 -- -f iso-2022-jp
differs "$seams" "$work/stream.5" 9 -- -f utf-16le
json "$work/stream.6" >"$work/json"
differs "$seams" "$work/json" 9 -- --jsonl=a
for i in 1 2 3 4 5 6; do
	csv "$work/stream.$i" >"$work/csv.$i"
	differs "$seams" "$work/csv.$i" 2 9 64 -- --csv
done
differs "$seams" "$work/csv.3" 9 -- --csv=else,1 --no-memory
differs "$seams" "$work/csv.4" 9 -- --csv=note --scope=stream --fix=all
differs "$seams" "$work/stream.2" 9 -- --tsv --no-header
differs "$seams" "$work/stream.1" 9 -- -0

# As the program is: more of them, by more shards.
long='1 2 3 5 8 16 64'
[ "${UG_SHARDS_MB:-8}" -gt 100 ] || long='3 16'
enough "$work"/stream.? "$work/ascii" "$work/wide" >"$work/all"
differs "$program" "$work/all" $long --
rm "$work/all"
csv "$work/ascii" >"$work/csv.ascii"
tail -n +2 "$work/csv.3" >"$work/csv.more"
enough "$work/csv.ascii" "$work/csv.more" >"$work/all"
differs "$program" "$work/all" $long -- --csv=note
enough "$work/json" >"$work/all"
differs "$program" "$work/all" $long -- --jsonl
# Of one form, and so without a plan.
plan=
enough "$work/ascii" "$work/spun" "$work/mojibake" "$work/latin" \
    "$work/endless" >"$work/all"
differs "$program" "$work/all" $long --
floor 'runs in shards' "$n_runs" '>=' 100
floor 'runs in shards that differ' "$n_differ" = 0
exit $missed
