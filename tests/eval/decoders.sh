# Decoding as WHATWG decoders do: every character of the multi-byte tables, and
# malformed UTF-8.
. tests/eval/lib.sh
need python3 "$shared/suites/whatwg-decoders" "$shared/suites/utf8tests/utf8tests.txt"

for pair in big5=big5 euc_kr=euc-kr gb18030=gb18030 iso_2022_jp=iso-2022-jp \
    jis0208=euc-jp jis0212=euc-jp shift_jis=shift_jis; do
	name=${pair%=*}
	"$program" -q --fix=encoding -f "${pair#*=}" \
	    <"$shared/suites/whatwg-decoders/${name}_in.txt" >"$work/out" || missed=1
	diff "$shared/suites/whatwg-decoders/${name}_in_ref.txt" "$work/out" \
	    >"$work/differs"
	[ $? -le 1 ] || missed=1
	floor "whatwg $name, lines that differ" "$(grep -c '^[<>]' "$work/differs")" = 0
done
python3 tests/eval/utf8tests.py "$program" "$shared/suites/utf8tests/utf8tests.txt" \
    >"$work/out" || missed=1
cat "$work/out"
floor 'utf8tests wrong' "$(sed -n 's/.* wrong \([0-9]*\)$/\1/p' "$work/out")" = 0
exit $missed
