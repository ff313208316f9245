# allocations.sh - each allocation of a run fails, alone or with all after it
#
# Those of ICU, uchardet and the C++ library are among them, and those that come
# before main().  The run does as it would have done, or it ends with 2 and a
# message, and what was written is a beginning of the whole.  At most
# UG_TEST_SIZE points of each run are tried: make faults tries all.
. tests/cli/lib.sh

most=${UG_TEST_SIZE:-10}
cat >"$W/fail.c" <<'C'
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static unsigned long n, at;
static int known, all;

static int
fails(void)
{
	if (!known) {
		const char *const s = getenv("FAIL_AT");

		known = 1;
		at = s != NULL ? strtoul(s, NULL, 10) : 0;
		all = getenv("FAIL_ALL") != NULL;
	}
	n++;
	if (at == 0 || (all ? n < at : n != at))
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *ptr, size_t size)
{
	return fails() ? NULL : __libc_realloc(ptr, size);
}

static int fd = -1;

/* In a sandbox it would be too late for that. */
__attribute__((constructor)) static void
start(void)
{
	const char *const name = getenv("FAIL_COUNT");

	if (name != NULL)
		fd = open(name, O_WRONLY | O_APPEND);
}

__attribute__((destructor)) static void
tell(void)
{
	for (unsigned long i = 0; i < n && fd >= 0; i++)
		(void)!write(fd, "\n", 1);
}
C
if grep -q '__asan_' "$U"; then
	echo 'a sanitizer has allocations of its own'
	exit 0
elif ! ${CC:-cc} -shared -fPIC -O1 -o "$W/fail.so" "$W/fail.c" 2>"$W/err" ||
    ! LD_PRELOAD=$W/fail.so FAIL_COUNT=$W/n true; then
	skip 'failing allocations' 'no compiler, or no C library that has them'
	n_checks=1
	finish
fi

run=$W/run
mkdir "$W/seed"
cat samples/garbled/mixed-lines.in samples/garbled/mojibake-*.in \
    samples/garbled/spun.in >"$W/seed/in"
head -c 3000 samples/garbled/gbk.in >"$W/seed/gbk"
cat samples/garbled/iso-2022-jp.in >"$W/seed/jp"
cp samples/garbled/shift_jis.in "$W/seed/sjis"
printf 'caf\351\n' >"$W/seed/short"
printf '\033$)A\016=;;;\017 abc\n' >"$W/seed/cn"
printf 'the old text\n' >"$W/seed/kept"
printf 'swap thrice\tthree times\n' >"$W/seed/rows"

cp "$W/seed/in" "$W/seed/packed"

# try ARGUMENT...: under the library, in a folder of its own
try() {
	rm -rf "$run"
	cp -R "$W/seed" "$run"
	# the shell would tell of a crash
	(cd "$run" && timeout 10 env LD_PRELOAD="$W/fail.so" "$U" "$@" <in \
	    >"$W/stdout" 2>"$W/stderr") 2>"$W/ok"
}

either() {
	cmp -s "$run/$1" "$W/seed/$1" || cmp -s "$run/$1" "$W/want/$1"
}

# verdict STATUS
verdict() {
	if [ "$1" -eq "$status" ] && cmp -s "$W/stdout" "$W/told" &&
	    diff -r "$run" "$W/want" >"$W/ok"; then
		echo same
	elif [ "$1" -ne 2 ]; then echo "status $1"
	elif [ ! -s "$W/stderr" ]; then echo 'no message'
	elif find "$run" -name '.ungarble*' | grep -q .; then echo 'left a file'
	elif ! beginning "$W/stdout" "$W/told" || ! either in ||
	    ! either kept || ! either packed || ! told_of; then
		echo 'wrong bytes'
	else echo told
	fi
}
# what a report has in front of its last line, which says whether it is complete
told_of() {
	[ ! -e "$run/report" ] || sed -i '$d' "$run/report"
	[ ! -e "$run/report" ] || beginning "$run/report" "$W/want/report"
}

n_points=0
sweep() {
	sweep_name=$1
	shift
	unset FAIL_AT FAIL_ALL
	: >"$W/n"
	FAIL_COUNT=$W/n
	export FAIL_COUNT
	try "$@"
	status=$?
	unset FAIL_COUNT
	n=$(wc -l <"$W/n")
	rm -rf "$W/want"
	cp -R "$run" "$W/want"
	cp "$W/stdout" "$W/told"
	step=$(((n + most - 1) / most))
	: >"$W/verdicts"
	export FAIL_AT
	for kind in one all; do
		[ $kind = one ] || export FAIL_ALL=yes
		FAIL_AT=1
		while [ $FAIL_AT -le "$n" ]; do
			try "$@"
			found=$(verdict $?)
			n_checks=$((n_checks + 1))
			case $found in
			same | told) echo "$found" >>"$W/verdicts" ;;
			*) fail "$sweep_name: $kind from $FAIL_AT of $n: $found" \
			    "$(cat "$W/stderr")" ;;
			esac
			FAIL_AT=$((FAIL_AT + step))
			n_points=$((n_points + 1))
		done
	done
	unset FAIL_AT FAIL_ALL
	printf 'faults: %s: %d allocations, status %d: %s\n' "$sweep_name" "$n" \
	    "$status" "$(sort "$W/verdicts" | uniq -c | tr -s ' \n' ' ')"
}

sweep 'repair' -q
sweep 'a short line' -q short
sweep '-o' -o kept in
sweep '-i' -i in
sweep '--report' --report=report in
sweep '--lexicon' --lexicon=rows in
sweep '--journal' --journal=log in
sweep '-i, --journal' -i --journal=log in
sweep '--check' --check in
sweep '--list' -l in
sweep '--diff' --diff in
sweep '--explain' --explain in
sweep '--detect' --detect -v gbk
sweep '--detect, JSON' --detect -v --format=json in
sweep '--scope' --scope=stream in
sweep '--fix' --fix=all --guess --fix=+escapes in
sweep 'gb18030' -q -f gb18030 gbk
sweep 'Shift_JIS' -q -f shift_jis sjis
sweep 'ISO-2022-JP' -q jp
sweep 'ISO-2022-CN' -q -f iso-2022-cn in
sweep "ISO-2022-CN-EXT, ICU's" -q -f iso-2022-cn-ext cn
sweep 'UTF-7' -q -f utf-7 in
sweep '--list-encodings' --list-encodings
sweep '--help' --help
sweep '-r' -q -r --include=in .
sweep '-r, --follow, -i' -q -ri --follow --include=in .
sweep '--stats' --stats=json in
printf 'in' >"$W/seed/list"
sweep '--files0-from' -q --files0-from=list
for form in 'zlib gzip' 'liblzma xz' 'libzstd zstd' 'libbz2 bzip2'; do
	pack=${form#* }
	if ! "$U" --version | grep -q "^${form% *} " ||
	    ! command -v "$pack" >/dev/null; then
		skip "$pack" "$pack or its library is missing"
		continue
	fi
	cat "$W/seed/in" "$W/seed/in" | $pack -c >"$W/seed/packed"
	sweep "$pack" -q -z packed
	sweep "$pack, -i" -q -zi packed
done
n_checks=$((n_checks + 1))
[ "$n_points" -gt 100 ] || fail 'points' "$n_points"
printf 'faults: %d points\n' "$n_points"
finish
