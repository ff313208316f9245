# Install, use, uninstall: nothing is left.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
stage=$work/stage

run_make() {
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -o all \
	    BUILD="$BUILD" CC="$CC" CXX="$CXX" CFLAGS="$CFLAGS" \
	    DESTDIR="$stage" PREFIX=/opt/x "$@"
}
run_make install || exit 1
for file in bin/ungarble include/ungarble.h include/ungarble_journal.h lib/libungarble.a lib/libungarble.so \
    lib/libungarble.so.0 lib/pkgconfig/ungarble.pc; do
	[ -e "$stage/opt/x/$file" ] || { echo "$file: not installed"; exit 1; }
done
for page in man/*.[1-9]; do
	[ -e "$page" ] || continue
	[ -e "$stage/opt/x/share/man/man${page##*.}/${page#man/}" ] || {
		echo "$page: not installed"
		exit 1
	}
done
"$stage/opt/x/bin/ungarble" --version || exit 1
cat >"$work/use.c" <<'X'
#include <stdio.h>
#include <ungarble.h>
int main(void) { return puts(ungarble_version()) < 0; }
X
PKG_CONFIG_PATH=$stage/opt/x/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$stage
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
version=$(pkg-config --modversion ungarble)
$CC -o "$work/use" "$work/use.c" $(pkg-config --cflags --libs ungarble) || exit 1
[ "$(LD_LIBRARY_PATH="$stage/opt/x/lib" "$work/use")" = "$version" ] || {
	echo "version: pkg-config says $version"
	exit 1
}
run_make uninstall || exit 1
left=$(find "$stage" ! -type d)
[ -z "$left" ] || { echo "left: $left"; exit 1; }
