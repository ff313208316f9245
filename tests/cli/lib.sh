# lib.sh - what the tests of the command line share
#
# A test is `sh tests/cli/X.sh PATH/TO/ungarble`, from the project's root.  It
# prints what failed, then one total.  $U is the program, $W a folder of its own.

export LC_ALL=C
U=${1:?"usage: sh $0 PATH/TO/ungarble"}
case $U in /*) ;; *) U=$PWD/$U ;; esac
W=$(mktemp -d "${TMPDIR:-/tmp}/ungarble-test.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
test_name=${0##*/}
test_root=$PWD
n_checks=0
n_failed=0

# fail NAME [DETAIL]
fail() {
	n_failed=$((n_failed + 1))
	printf '%s: %s\n' "$test_name" "$1" >&2
	if [ $# -gt 1 ]; then
		printf '%s\n' "$2" | sed -n '1,12s/^/    /p' >&2
	fi
}

# is NAME WANTED GOT
is() {
	n_checks=$((n_checks + 1))
	[ "$2" = "$3" ] || fail "$1" "wanted: $2
got:    $3"
}

# ok NAME COMMAND...: the command succeeds
ok() {
	n_checks=$((n_checks + 1))
	ok_name=$1
	shift
	"$@" >"$W/ok" 2>&1 || fail "$ok_name" "$(cat "$W/ok")"
}

# expect STATUS NAME SCRIPT: what the script prints is in $W/out and $W/err
expect() {
	n_checks=$((n_checks + 1))
	(eval "$3") >"$W/out" 2>"$W/err"
	expect_got=$?
	[ "$expect_got" = "$1" ] || fail "$2: status" \
	    "wanted: $1, got: $expect_got
$(cat "$W/err")"
}

# out_is NAME TEXT, err_is NAME TEXT: of the last expect
out_is() { is "$1" "$2" "$(cat "$W/out")"; }
err_is() { is "$1" "$2" "$(cat "$W/err")"; }

# err_has NAME PATTERN
err_has() {
	n_checks=$((n_checks + 1))
	grep -q -e "$2" "$W/err" || fail "$1" "wanted: $2
got:    $(cat "$W/err")"
}

# skip NAME REASON: under CI a failure, unless .ci/skips lists cli/X.sh:NAME
skip() {
	printf '%s: skipped: %s: %s\n' "$test_name" "$1" "$2"
	[ "$CI" != true ] || grep -q "^cli/$test_name:$1	." \
	    "$test_root/.ci/skips" 2>/dev/null ||
	    fail "$1" 'skipped, and not listed in .ci/skips'
}

# device MINOR: sets $device to a character device 1:MINOR that a test may name
# as an output, or to nothing.  Never one of the machine's own where root runs
# the tests: a fault in the program would replace it for everybody.
device() {
	device=/dev/null
	[ "$1" = 7 ] && device=/dev/full
	[ "$(id -u)" -ne 0 ] && [ ! -w /dev ] && return
	device=$W/device.$1
	[ -c "$device" ] || mknod "$device" c 1 "$1" 2>"$W/ok" || device=
	if [ -n "$device" ] && (: >"$device") 2>"$W/ok"; then
		return
	fi
	device=
	skip device 'a device cannot be made here'
}

# gives NAME FILE SCRIPT: the script ends well and prints what the file holds.
# `expect 0 NAME '... | cmp - FILE'` would not see how the program ends.
gives() {
	expect 0 "$1" "$3"
	ok "$1: text" cmp "$W/out" "$2"
}

# soon SECONDS SCRIPT: the script succeeds before the time is over
soon() {
	soon_left=$(($1 * 20))
	until (eval "$2"); do
		soon_left=$((soon_left - 1))
		[ "$soon_left" -gt 0 ] || return 1
		sleep 0.05
	done
}

# beginning FILE WHOLE: the one is what the other begins with
beginning() {
	[ -s "$1" ] || return 0
	# the head of a hunk that ends early has other numbers
	sed '/^@@ -/d' "$1" >"$W/beginning"
	sed '/^@@ -/d' "$2" | cmp -s -n "$(wc -c <"$W/beginning")" - \
	    "$W/beginning"
}

# spun: a paragraph that a synonym spinner made, as it comes
spun() {
	cat <<'END'
Officers mentioned on Friday that the brand new photo voltaic plant would
proceed to develop, in response to the corporate that constructed it. The
USA has supplied extra help for the manufacturing unit, together with
loans, however Chinese language rivals mentioned they'd maintain their
costs low. In addition they mentioned the financial system was bettering,
and that the federal government ought to tackle the issues of people that
had misplaced their jobs during the last 12 months.
END
}

# garbled MIB: text of many lines, some in need of repair
garbled() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n * 21000; i++) {
		printf "Line %d of them, as plain as all but a few.", i
		if (i % 701 == 3) printf " Le caf\303\203\302\251 du coin."
		if (i % 997 == 5) printf " Gr\374\337e aus K\366ln."
		if (i % 1501 == 7) printf " \303\244\303\266\303\274"
		print ""
	} }'
}

# kinds: files with most of what can be told of, in the folder at hand
kinds() {
	kinds_bad=$(printf 'caf\303\203\302\251')
	{
		printf 'Le %s "du" <coin> \\ & t\303\251l\303\251.\n' "$kinds_bad"
		printf 'Der Schl\303\203\306\222\303\202\302\274ssel h\303\203\306\222\303\202\302\244ngt da.\n'
		printf 'quoted \302\223here\302\224, and\ttabbed\r\n'
		printf 'in\342\200\213visible p\320\260ypal \342\200\256x\n'
		printf '\302\240 wide \357\274\241 \357\254\201n \360\235\220\200 caf%%C3%%A9\n'
		printf '\033[31mred\033[0m \001 \363\240\200\201 end\n'
	} >moji
	printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\nplain\nLe th\351, o\371?\n' >latin
	printf 'caf\303\251 \342\202 \303\251t\303\251 \377\n' >invalid
	printf 'nothing but this\n' >ascii
	head -c 3000 /dev/zero >zero
}

# wanted NAME SCRIPT [WORD...]: with the words as "$@", it prints and says what
# stands in tests/cli/wanted/NAME, its status last.
# With WRITE_WANTED=yes that file is written anew, to be looked through.
wanted() {
	n_checks=$((n_checks + 1))
	wanted_name=$1
	wanted_file=$test_root/tests/cli/wanted/$1
	wanted_script=$2
	shift 2
	(eval "$wanted_script") >"$W/out" 2>&1
	echo "status $?" >>"$W/out"
	[ "${WRITE_WANTED-}" != yes ] || cp "$W/out" "$wanted_file"
	diff "$wanted_file" "$W/out" >"$W/ok" ||
	    fail "$wanted_name" "$(cat "$W/ok")"
}

finish() {
	printf '%s: %d checks, %d failed\n' "$test_name" "$n_checks" "$n_failed"
	[ "$n_checks" -gt 0 ] && [ "$n_failed" -eq 0 ]
	exit
}
