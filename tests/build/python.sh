# The module for Python: as its documentation says, found where it is looked
# for, and with the structures and numbers of the header.
LC_ALL=C.UTF-8
PYTHONDONTWRITEBYTECODE=1
export LC_ALL PYTHONDONTWRITEBYTECODE
command -v python3 >/dev/null 2>&1 || {
	echo 'python3 is not there'
	exit 77
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
library=$(cd "$BUILD" && pwd)/libungarble.so.0
module=$PWD/samples/python

UNGARBLE_LIBRARY=$library PYTHONPATH=$module python3 tests/build/python.py \
    "$UNGARBLE" || exit 1
UNGARBLE_LIBRARY=$library python3 -m doctest "$module/ungarble.py" || exit 1

UNGARBLE_LIBRARY=$library PYTHONPATH=$module python3 tests/build/python.py \
    --layout >"$work/layout.c" || exit 1
[ "$(grep -c _Static_assert "$work/layout.c")" -gt 80 ] || {
	echo 'no layout to compare'
	exit 1
}
$CC -std=c11 -Wall -Wextra -Werror -Isrc -fsyntax-only "$work/layout.c" ||
    exit 1

# says WHAT: what it says when it is imported
says() {
	(cd "$work" && python3 -c 'import ungarble; print(ungarble.version())' 2>&1) |
	    tail -n 1 | grep -q "$1" || { echo "$2"; exit 1; }
}
version=$("$UNGARBLE" --version | sed -n '1s/.* //p')
cp "$module/ungarble.py" "$work"
mkdir "$work/lib"
ln -s "$library" "$work/lib/libungarble.so.0"
(
	unset UNGARBLE_LIBRARY
	LD_LIBRARY_PATH=$work/lib
	export LD_LIBRARY_PATH
	says "^$version" "not found where the system looks"
	unset LD_LIBRARY_PATH
	ln -s "$library" "$work/libungarble.so.0"
	says "^$version" "not found beside the module"
	UNGARBLE_LIBRARY=$work/lib
	export UNGARBLE_LIBRARY
	says '^ImportError: libungarble: .*UNGARBLE_LIBRARY' \
	    'the wrong name is no error'
) || exit 1
