# `make static`: a program that runs without the library, and where archives of
# all are there without any shared one; it repairs what the other one repairs.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
# link [VARIABLE=VALUE]...
link() {
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -s -o all DEPS=no \
	    BUILD="$BUILD" CC="$CC" CXX="$CXX" CFLAGS="$CFLAGS" "$@" static \
	    >"$work/log" 2>&1 || {
		cat "$work/log"
		exit 1
	}
}
link
static=$BUILD/static/ungarble
failed=0
LC_ALL=C objdump -p "$static" | sed -n 's/^ *NEEDED *//p' >"$work/needed"
if grep -q ungarble "$work/needed"; then
	echo "needs: $(cat "$work/needed")"
	failed=1
fi
# What is said to be shared is, and nothing else.
if ! grep -q 'shared still' "$work/log" && [ -s "$work/needed" ]; then
	echo "nothing is said of $(cat "$work/needed")"
	failed=1
fi
[ "$("$static" --version)" = "$("$UNGARBLE" --version)" ] || failed=1
n=0
for in in samples/garbled/*.in; do
	"$static" -q "$in" | cmp - "${in%.in}.out" || failed=1
	n=$((n + 1))
done
[ $n -ge 20 ] || failed=1
for form in gzip xz zstd bzip2; do
	command -v $form >/dev/null 2>&1 || continue
	$form -c samples/garbled/mojibake-twice.in >"$work/packed"
	"$UNGARBLE" -qz "$work/packed" >"$work/wanted" 2>&1
	"$static" -qz "$work/packed" 2>&1 | cmp - "$work/wanted" || failed=1
done

# Where some archives are missing, just those libraries stay shared.
cat >"$work/c++" <<X
#!/bin/sh
case " \$* " in
*' -static '* | *' -static-pie '* | *' -Wl,-Bstatic -licu'*) exit 1 ;;
esac
exec $CXX "\$@"
X
chmod +x "$work/c++"
flags=$(CXX=$work/c++ .ci/static 'icu-uc uchardet' \
    $(.ci/forms libs gzip xz zstd bzip2) 2>"$work/said") || failed=1
link STATIC_PROGRAM="$work/ungarble" STATIC_LIBS="$flags"
LC_ALL=C objdump -p "$work/ungarble" | sed -n 's/^ *NEEDED *//p' >"$work/needed"
grep -q '^static: no archive, shared still:.* icuuc' "$work/said" &&
    grep -q '^libicuuc' "$work/needed" || {
	cat "$work/said" "$work/needed"
	failed=1
}
for form in uchardet z lzma zstd bz2; do
	grep -q " $form\( \|\$\)" "$work/said" || ! grep "^lib$form\." "$work/needed" ||
	    failed=1
done
[ "$("$work/ungarble" --version)" = "$("$UNGARBLE" --version)" ] || failed=1
exit $failed
