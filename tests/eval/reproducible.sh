# The same commit gives the same bytes, wherever it is built: program, library,
# archive, packages, tarball.  The build at hand is one; another is made in a
# folder of another name, with another mask and zone, two minutes.
. tests/eval/lib.sh
need tar cmp
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
other="$work/a folder of another's name/\$HOME"
mkdir -p "$other"
tar cf - .ci Makefile README.md LICENSE man samples src tests |
    tar xf - -C "$other" || exit 1

# make_in FOLDER ARGUMENT...
make_in() {
	folder=$1
	shift
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -s -C "$folder" DEPS=no CC="$CC" \
	    CXX="$CXX" CFLAGS="$CFLAGS" "$@" >"$work/log" 2>&1 || {
		cat "$work/log"
		exit 1
	}
}
targets='all'
if command -v dpkg-shlibdeps >/dev/null 2>&1; then
	targets='all deb'
else
	echo 'packages: skipped: dpkg-dev is not there'
fi
make_in . BUILD="$BUILD" $targets
mkdir "$work/here"
(cd "$BUILD" && tar cf - ungarble libungarble.so.0 libungarble.a \
    $(ls deb/*.deb 2>/dev/null)) | tar xf - -C "$work/here" || exit 1
(umask 077; TZ=Asia/Tokyo; export TZ; make_in "$other" BUILD=out $targets) || exit 1

n=0
for file in $(cd "$work/here" && find . -type f | sort); do
	if cmp "$work/here/$file" "$other/out/$file"; then
		n=$((n + 1))
	else
		echo "MISSED: $file is another one"
		missed=1
	fi
done
floor 'two builds: files that are the same' "$n" '>=' \
    "$([ "$targets" = all ] && echo 3 || echo 6)"

# What git has, packed here and in a clone.
if git rev-parse --git-dir >/dev/null 2>&1; then
	git clone -q . "$work/clone" || exit 1
	make_in . BUILD="$work/dist" dist
	make_in "$work/clone" BUILD=elsewhere dist
	cmp "$work/dist"/*.tar.gz "$work/clone/elsewhere"/*.tar.gz || missed=1
else
	echo 'tarball: skipped: this is no working copy'
fi
exit $missed
