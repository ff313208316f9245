# The headers as cffi for Python reads them: without a word of C beside them.
. tests/eval/lib.sh
python=
for python3 in python3 /usr/bin/python3; do
	[ -n "$python" ] || ! $python3 -c 'import cffi' 2>"$work/none" ||
	    python=$python3
done
[ -n "$python" ] || {
	echo 'cffi for python3 is not there'
	exit 77
}
# No system's headers, and no attributes, of which cffi knows none.
sed '/^#include/d' src/ungarble.h src/ungarble_journal.h |
    ${CC:-cc} -E -P -U__GNUC__ -x c - >"$work/declarations" || exit 1
LC_ALL=C.UTF-8 "$python" tests/eval/cffi.py "$work/declarations" \
    "$BUILD/libungarble.so.0" >"$work/out" || missed=1
cat "$work/out"
floor 'functions that cffi finds' \
    "$(sed -n 's/ functions$//p' "$work/out")" = \
    "$(grep -c '^	ungarble_' src/ungarble.map)"
[ "$(tail -n 1 "$work/out")" = done ] || missed=1
exit $missed
