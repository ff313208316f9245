# Streams that mix encodings, forms and damage: shards that are joined are the
# whole.
#
# As the program is, whose blocks are of 1 MiB, and as it is with blocks of
# 128 KiB, so that there are more seams.  UG_SHARDS_MB=200 is a longer run.
. tests/eval/lib.sh
tools=$BUILD/tests/bench
. tests/bench/lib.sh
need xz iconv "$tools/prose" "$shared/eval/detect/dev-corpus.tar.xz"

"${MAKE:-make}" -s DEPS=no BUILD="$BUILD/shards" INSTRUMENTED=yes CFLAGS=-O2 \
    CPPFLAGS=-DUG_BLOCK_LEN=131072ull "$BUILD/shards/ungarble" \
    >"$work/built" 2>&1 || { cat "$work/built"; exit 1; }
seams=$BUILD/shards/ungarble
. tests/bench/mixed.sh

# joins PROGRAM FILE N [OPTION...]: N shards with a plan; serial output in whole
joins() {
	its=$1 in=$2 n=$3
	shift 3
	"$its" -q --plan-out="$work/plan" --shard="$n" "$@" "$in" || missed=1
	for k in $(seq "$n"); do
		"$its" -q --plan="$work/plan" --shard="$k/$n" "$@" "$in" ||
		    echo "${in##*/}, shard $k of $n: status $?" >&2
	done >"$work/joined"
	n_runs=$((n_runs + 1))
	cmp "$work/whole" "$work/joined" || {
		echo "${in##*/}, $n shards, $*"
		n_differ=$((n_differ + 1))
	}
}

# differs PROGRAM FILE N... -- [OPTION...]
differs() {
	its=$1 file=$2 many=
	shift 2
	while [ "$1" != -- ]; do
		many="$many $1"
		shift
	done
	shift
	"$its" -q "$@" "$file" >"$work/whole"
	for n_shards in $many; do
		joins "$its" "$file" "$n_shards" "$@"
	done
}

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
sed 's/["\\]//g; s/.*/{"a": "&", "b": 1}/' "$work/stream.6" >"$work/json"
differs "$seams" "$work/json" 9 -- --jsonl=a
differs "$seams" "$work/stream.1" 9 -- -0
while cat "$work"/stream.? "$work/ascii" "$work/wide"; do
	:
done 2>/dev/null | head -c "${UG_SHARDS_MB:-16}000000" >"$work/all"
differs "$program" "$work/all" 1 3 16 64 --
floor 'runs in shards' "$n_runs" '>=' 35
floor 'runs in shards that differ' "$n_differ" = 0
floor 'their bytes, thousands' $(($(wc -c <"$work/all") / 1000)) '>=' 16000
exit $missed
