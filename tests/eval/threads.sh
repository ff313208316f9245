# Streams that mix encodings, forms and damage: with threads the same comes out.
#
# As the program is, whose blocks are of 1 MiB, and as it is with blocks of
# 128 KiB, so that there are more seams; and a look for data races, in one stream
# with threads and in threads with a stream each.  UG_SHARDS_MB=200 is a longer
# run: of so much of rows, of JSON and of text.
. tests/eval/lib.sh
tools=$BUILD/tests/bench
. tests/bench/lib.sh
need xz clang iconv "$tools/prose" "$shared/eval/detect/dev-corpus.tar.xz"

# build FOLDER [VARIABLE...]: another program, and a test
build() {
	folder=$BUILD/threads/$1
	shift
	"${MAKE:-make}" -s DEPS=no BUILD="$folder" INSTRUMENTED=yes \
	    CPPFLAGS=-DUG_BLOCK_LEN=131072ull "$@" "$folder/ungarble" \
	    "$folder/tests/stream/apart_test" >"$work/built" 2>&1 ||
	    { cat "$work/built"; exit 1; }
}
build seams CFLAGS=-O2
build races CC=clang CXX=clang++ CFLAGS='-O1 -g -fsanitize=thread'

. tests/bench/mixed.sh

# runs PROGRAM FILE THREADS [OPTION...]: all that is told goes to a folder
runs() {
	its=$1 in=$2 n=$3
	shift 3
	rm -rf "$work/$n"
	mkdir "$work/$n"
	(cd "$work/$n" && "$its" -T"$n" --report=report "$@" "$in" >out 2>err
	echo $? >status)
}

# differs PROGRAM FILE THREADS... -- [OPTION...]: one thread ends with $ends, 0
# where that is empty, and writes something
differs() {
	its=$1 in=$2 many=
	shift 2
	while [ "$1" != -- ]; do
		many="$many $1"
		shift
	done
	shift
	runs "$its" "$in" 1 "$@"
	[ "$(cat "$work/1/status")" = "${ends:-0}" ] && [ -s "$work/1/out" ] || {
		echo "${in##*/}, $*: status $(cat "$work/1/status")"
		missed=1
	}
	for n in $many; do
		runs "$its" "$in" "$n" "$@"
		n_runs=$((n_runs + 1))
		diff -rq "$work/1" "$work/$n" >"$work/differs" || {
			echo "${in##*/}, $n threads, $*: $(cat "$work/differs")"
			n_differ=$((n_differ + 1))
		}
	done
}

n_runs=0 n_differ=0 seams=$PWD/$BUILD/threads/seams/ungarble
case $BUILD in /*) seams=$BUILD/threads/seams/ungarble ;; esac
races=${seams%/seams/*}/races/ungarble
for i in 1 2 3 4 5 6; do
	stream $i >"$work/stream.$i"
	differs "$seams" "$work/stream.$i" 2 3 8 -- --journal=journal
done
ends=1
differs "$seams" "$work/stream.1" 3 -- --diff
differs "$seams" "$work/stream.2" 3 -- --check
ends=
differs "$seams" "$work/stream.3" 3 -- --scope=stream --fix=all
differs "$seams" "$work/stream.4" 3 -- --no-memory --invalid=drop
ends=3
differs "$seams" "$work/stream.5" 3 -- -f utf-8 --invalid=fail
ends=
cat "$work"/stream.? "$work/ascii" >"$work/all"
differs "$program" "$work/all" 2 3 8 -- --journal=journal
most='2 3 4 5 6 7 8'
[ "${UG_SHARDS_MB:-8}" -gt 100 ] || most=3
csv "$work/ascii" >"$work/rows"
csv "$work/stream.3" | tail -n +2 >"$work/more"
enough "$work/rows" "$work/more" >"$work/long"
differs "$program" "$work/long" $most -- --csv=note
json "$work/stream.6" >"$work/json"
enough "$work/json" >"$work/long"
differs "$program" "$work/long" $most -- --jsonl
enough "$work/ascii" "$work/spun" "$work/mojibake" "$work/latin" \
    "$work/endless" >"$work/long"
differs "$program" "$work/long" $most --
floor 'runs with threads' "$n_runs" '>=' 29
floor 'runs with threads that differ' "$n_differ" = 0
floor 'their bytes, thousands' $(($(wc -c <"$work/all") / 1000)) '>=' 5000

head -c 1500000 "$work/all" >"$work/some"
TSAN_OPTIONS=exitcode=66 "$races" -q -T3 "$work/some" >"$work/raced" \
    2>"$work/err"
status=$?
"$seams" -q "$work/some" >"$work/out" || missed=1
cmp "$work/raced" "$work/out" || missed=1
[ "$status" = 0 ] || sed 40q "$work/err"
floor 'data races' "$(grep -c 'data race' "$work/err")" = 0
floor 'status' "$status" = 0
TSAN_OPTIONS=exitcode=66 "${races%/*}/tests/stream/apart_test" \
    >"$work/apart" 2>&1
status=$?
[ "$status" = 0 ] || sed 40q "$work/apart"
floor 'data races between streams' "$(grep -c 'data race' "$work/apart")" = 0
floor 'status' "$status" = 0
exit $missed
