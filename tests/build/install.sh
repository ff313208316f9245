# Install, use, uninstall: nothing is left.  Where folders have blanks in their
# names, too, and libraries a folder of their machine.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
: "${PKG_CONFIG:=pkg-config}"
failed=0
bad() {
	echo "$prefix: $*"
	failed=1
}

run_make() {
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -o all BUILD="$BUILD" \
	    CC="$CC" CXX="$CXX" CFLAGS="$CFLAGS" DESTDIR="$stage" "$@"
}
# try PREFIX LIBDIR [VARIABLE=VALUE]...: below $stage
try() {
	prefix=$1 libdir=$2
	shift
	shift
	(umask 077; run_make PREFIX="$prefix" LIBDIR="$libdir" "$@" install) \
	    >"$work/log" 2>&1 || {
		cat "$work/log"
		exit 1
	}
	top=$stage$prefix
	for file in bin/ungarble include/ungarble.h include/ungarble_journal.h \
	    share/bash-completion/completions/ungarble share/zsh/site-functions/_ungarble \
	    share/fish/vendor_completions.d/ungarble.fish \
	    share/doc/ungarble/README.md share/doc/ungarble/LICENSE \
	    share/doc/ungarble/samples/README; do
		[ -s "$top/$file" ] || bad "$file: not installed"
	done
	for file in libungarble.a libungarble.so libungarble.so.0 pkgconfig/ungarble.pc; do
		[ -s "$stage$libdir/$file" ] || bad "$file: not installed"
	done
	for page in man/*.[1-9]; do
		cmp "$page" "$top/share/man/man${page##*.}/${page#man/}" || failed=1
	done
	diff -r samples "$top/share/doc/ungarble/samples" || failed=1
	# others may read it, whatever the mask of who installs
	[ -z "$(find "$top" ! -type l ! -perm -044)" ] || bad 'not for all to read'
	"$top/bin/ungarble" --completion=fish |
	    cmp - "$top/share/fish/vendor_completions.d/ungarble.fish" || failed=1
	use "$@"
	run_make PREFIX="$prefix" LIBDIR="$libdir" "$@" uninstall >"$work/log" ||
	    exit 1
	left=$(find "$top" ! -type d)
	[ -z "$left" ] || bad "left: $left"
	[ ! -d "$top/share/doc/ungarble" ] || bad 'a folder is left'
	rm -rf "$top"
}

# Compile with what pkg-config says, against the library and the archive.
use() {
	version=$("$stage$prefix/bin/ungarble" --version | sed -n 's/^ungarble //p')
	PKG_CONFIG_PATH=$stage$libdir/pkgconfig
	export PKG_CONFIG_PATH
	[ "$($PKG_CONFIG --modversion ungarble)" = "$version" ] ||
	    bad 'pkg-config: another version'
	[ "$($PKG_CONFIG --variable=libdir ungarble)" = "$libdir" ] ||
	    bad "libdir: $($PKG_CONFIG --variable=libdir ungarble)"
	eval "$CC -o '$work/shared' samples/c/filter.c $($PKG_CONFIG $define --cflags --libs ungarble)" ||
	    exit 1
	[ "$(echo 'Le cafÃ© du coin.' | LD_LIBRARY_PATH="$stage$libdir" "$work/shared")" = \
	    'Le café du coin.' ] || bad 'the library does not run'
	rm "$stage$libdir"/libungarble.so*
	eval "$CC -o '$work/archive' samples/c/filter.c $($PKG_CONFIG $define --static --cflags --libs ungarble)" ||
	    exit 1
	[ "$(echo 'Le cafÃ© du coin.' | "$work/archive")" = 'Le café du coin.' ] ||
	    bad 'the archive does not run'
}

# The loader is told where the files are for use, by who may.
mkdir "$work/bin"
printf '#!/bin/sh\necho told >>"%s/told"\n' "$work" >"$work/bin/ldconfig"
chmod +x "$work/bin/ldconfig"
PATH=$work/bin:$PATH

# Staged for a package: what is written down is where it will be.
stage=$work/stage
define="--define-variable=prefix=$stage/opt/x"
try /opt/x /opt/x/lib
define="--define-variable=includedir=$stage/opt/x/include \
    --define-variable=libdir=$stage/opt/lib/a-b-c"
try /opt/x /opt/lib/a-b-c MANDIR=/opt/x/share/man
[ ! -e "$work/told" ] || bad 'the loader is told of a stage'
stage='' define=''
try "$work/in a folder" "$work/in a folder/lib/a-b-c"
try "$work/o'brien's" "$work/o'brien's/lib"
[ "$(id -u)" -ne 0 ] || [ "$(wc -l <"$work/told")" -eq 4 ] ||
    bad 'the loader is not told'
# What cannot be written to is told of, with a way out.
: >"$work/file"
run_make PREFIX="$work/file" install >"$work/log" 2>&1 && bad 'into a file'
grep -q '^install: cannot write to .*: try sudo, or PREFIX=' "$work/log" ||
    bad "no way out: $(cat "$work/log")"
for prefix in relative '~/.local'; do
	run_make PREFIX="$prefix" install >"$work/log" 2>&1 && bad 'is a prefix'
	grep -q '^install: PREFIX=.*: a path that starts with / is wanted$' \
	    "$work/log" || bad "not refused: $(cat "$work/log")"
	[ ! -e "${prefix%%/*}" ] || bad 'it is there'
done
exit $failed
