# The packages of `make deb`: what is in them, that they go into a system and out
# of it and leave nothing, and that what they bring can be used there.
. tests/eval/lib.sh
need dpkg dpkg-deb dpkg-shlibdeps dpkg-gensymbols
bad() {
	echo "MISSED: $*"
	missed=1
}
version=$("$program" --version | sed -n 's/^ungarble //p')
machine=$(dpkg --print-architecture)
triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -o all BUILD="$BUILD" CC="$CC" \
    CXX="$CXX" CFLAGS="$CFLAGS" deb >"$work/log" 2>&1 || {
	cat "$work/log"
	exit 1
}
for package in ungarble libungarble0 libungarble-dev; do
	cp "$BUILD/deb/${package}_$version-1_$machine.deb" "$work/$package.deb" || exit 1
done

# field PACKAGE NAME
field() {
	dpkg-deb -f "$work/$1.deb" "$2"
}
for package in ungarble libungarble0; do
	for needed in 'libc6 (>=' libicu; do
		case $(field $package Depends) in
		*"$needed"*) ;;
		*) bad "$package needs $needed, and says $(field $package Depends)" ;;
		esac
	done
done
[ "$(field libungarble-dev Depends)" = \
    "libungarble0 (= $version-1), libicu-dev, libuchardet-dev" ] ||
    bad "libungarble-dev: $(field libungarble-dev Depends)"
dpkg-deb -I "$work/libungarble0.deb" symbols >"$work/symbols"
grep -q '^libungarble.so.0 libungarble0 #MINVER#' "$work/symbols" ||
    bad 'no file of symbols'
n=$(grep -c '^ .*ungarble_[a-z_]*@UNGARBLE_0 0.1.0\|^ (symver)UNGARBLE_0 0.1.0' "$work/symbols")
floor 'deb: symbols that packages are told of' "$n" '>=' 1

# In a system of their own: a root with a list of packages, and nothing else.
root=$work/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/log"
: >"$root/var/lib/dpkg/status"
as=
[ "$(id -u)" -eq 0 ] || { need fakeroot; as=fakeroot; }
in_root() {
	$as dpkg --root="$root" --force-not-root --force-depends --force-script-chrootless \
	    "$@" >"$work/log" 2>&1 || {
		cat "$work/log"
		bad "dpkg $*"
	}
}
(cd "$root" && find . ! -type d ! -path './var/*') >"$work/before"
in_root --install "$work/libungarble0.deb" "$work/libungarble-dev.deb" "$work/ungarble.deb"
[ "$(sh -c 'LC_ALL=C dpkg --root="$0" -l | grep -c "^ii  *\(lib\)*ungarble"' "$root")" = 3 ] ||
    bad 'not all three are installed'
in_root --verify
[ ! -s "$work/log" ] || bad "not what was packed: $(cat "$work/log")"

# The program, its manual, what completes it; text comes out repaired.
u=$root/usr/bin/ungarble
for file in bin/ungarble share/man/man1/ungarble.1.gz share/man/man3/ungarble.3.gz \
    share/bash-completion/completions/ungarble share/zsh/vendor-completions/_ungarble \
    share/fish/vendor_completions.d/ungarble.fish include/ungarble.h \
    "lib/$triplet/libungarble.so.0" "lib/$triplet/libungarble.a" \
    share/doc/ungarble/copyright share/doc/ungarble/changelog.Debian.gz \
    share/doc/ungarble/examples/README; do
	[ -s "$root/usr/$file" ] || bad "$file is not there"
done
[ "$("$u" --version)" = "$("$program" --version)" ] || bad 'another version'
n=0
for in in samples/garbled/*.in; do
	"$u" -q "$in" | cmp - "${in%.in}.out" || missed=1
	n=$((n + 1))
done
floor 'deb: samples that the installed program repairs' "$n" '>=' 20

# A program in C, by what pkg-config says there.
usr=$root/usr/lib/$triplet
pc() {
	PKG_CONFIG_PATH=$usr/pkgconfig ${PKG_CONFIG:-pkg-config} \
	    --define-variable=includedir="$root/usr/include" \
	    --define-variable=libdir="$usr" "$@" ungarble
}
eval "${CC:-cc} -o '$work/use' samples/c/filter.c $(pc --cflags --libs)" || bad 'does not compile'
[ "$(echo 'Le cafÃ© du coin.' | LD_LIBRARY_PATH=$usr "$work/use")" = \
    'Le café du coin.' ] || bad 'does not run'
LD_LIBRARY_PATH=$usr ldd "$work/use" | grep -q "libungarble.so.0 => $usr" ||
    bad 'runs with another library'

# And out again.
in_root --purge ungarble libungarble-dev libungarble0
(cd "$root" && find . ! -type d ! -path './var/*') >"$work/after"
cmp "$work/before" "$work/after" || { bad 'left:'; cat "$work/after"; }
[ ! -d "$root/usr/share/doc" ] || bad 'folders are left'

if command -v lintian >/dev/null 2>&1; then
	# whose they are is for who makes them to say, by DEBEMAIL; no bug of
	# Debian's asks for them; samples of encodings are in these
	lintian --allow-root --fail-on error,warning --suppress-tags \
	    bogus-mail-host,bogus-mail-host-in-debian-changelog,initial-upload-closes-no-bugs,national-encoding \
	    "$work"/*.deb >"$work/log" 2>&1 || {
		cat "$work/log"
		bad 'lintian finds fault'
	}
else
	echo 'lintian: skipped: lintian is not there'
fi
exit $missed
