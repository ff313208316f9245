# A page of --report-html in a browser: it loads without an error and asks for
# nothing, its filter filters, and what is ticked there is what --apply makes.
# Pictures of it are left in $BUILD/html, in light and dark, wide and narrow.
. tests/eval/lib.sh
need python3 chromium "$BUILD/tests/bench/peak"

rm -rf "$BUILD/html"
mkdir -p "$BUILD/html" || exit 1
python3 tests/eval/html.py "$program" "$work" "$BUILD/html" >"$work/told" 2>&1 || missed=1
grep -v '^[0-9]* checks' "$work/told"
floor 'checks in a browser' "$(sed -n 's/^\([0-9]*\) checks.*/\1/p' "$work/told")" '>=' 109

# However much there is to tell, the page and what makes it stay as small.
while cat samples/garbled/*.in; do :; done 2>/dev/null |
    head -c $((${ENDLESS:-1073741824} / 64)) |
    "$BUILD/tests/bench/peak" "$program" -q --report-html="$work/page" 2>"$work/peak" >/dev/null || missed=1
floor 'peak memory with a page, kB' "$(tail -n 1 "$work/peak")" '<=' 24576
floor 'the page, bytes' "$(wc -c <"$work/page")" '>=' 100000
floor 'the page, bytes' "$(wc -c <"$work/page")" '<=' 20000000
exit $missed
