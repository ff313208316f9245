# report.sh - --report: JSON lines that say what was done, all printable
. tests/cli/lib.sh
cd "$W" || exit 1

if ! command -v jq >/dev/null; then
	echo 'jq is missing'
	exit 77
fi

printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\n' >latin
printf 'Le caf\303\203\302\251 \303\203\302\251tait ferm\303\203\302\251.\n' \
    >moji
printf 'plain\n' >ascii
printf 'caf\303\251 \303\251t\303\251\n\303\251t\303\251 \342\202 \303\251t\303\251\n' \
    >bad

expect 0 'report' '"$U" -q --report=r ascii latin moji bad - <moji'
ok 'JSON' jq -e . r
is 'first line' '["components","report","ungarble"]' \
    "$(head -n 1 r | jq -c keys)"
is 'first line: version' "$("$U" --version | sed -n '1s/.* //p')" \
    "$(head -n 1 r | jq -r .ungarble)"
# Of -z, whose libraries do not change the text, it says nothing.
is 'first line: components' "$("$U" --version |
    sed '1d; /^zlib \|^liblzma \|^libzstd \|^libbz2 /d')" \
    "$(head -n 1 r | jq -r '.components[]')"
is 'one first line' 1 "$(jq -c 'select(has("ungarble"))' r | wc -l | tr -d ' ')"
is 'types' '["edit","span","total"]' \
    "$(sed 1d r | jq -sc 'map(.type) | unique')"

edit='["after","at","before","confidence","file","fix","gate","in_at","in_len","margin","out_at","out_len","record","rule","step","type"]'
span='["confidence","file","in_at","in_len","language","n_invalid","n_records","out_at","out_len","reason","record","rule","type"]'
total='["changed","complete","file","in_len","n_edits","n_findings","n_invalid","n_records","out_len","type"]'
for type in edit span total; do
	eval "wanted=\$$type"
	is "$type: keys" "$wanted" "$(jq -c 'select(.type == "'$type'") |
	    with_entries(.key |= sub("before_bytes"; "before")) | keys' r |
	    sort -u)"
done
is 'edit: types of values' '' "$(jq -c 'select(.type == "edit") |
    select(([.at, .confidence, .gate, .in_at, .in_len, .margin, .out_at, .out_len,
    .record, .step] | map(type) | unique) != ["number"])' r)"

# A total for each input, in order, and it adds up.
is 'totals' 'ascii latin moji bad -' \
    "$(jq -r 'select(.type == "total").file' r | tr '\n' ' ' | sed 's/ $//')"
is 'totals: changed' 'false true true true true' \
    "$(jq -r 'select(.type == "total").changed' r | tr '\n' ' ' |
    sed 's/ $//')"
is 'totals: complete' true \
    "$(jq -r 'select(.type == "total").complete' r | sort -u)"
for file in ascii latin moji bad; do
	is "totals: $file: bytes" \
	    "$(wc -c <$file | tr -d ' ') $("$U" -q $file | wc -c | tr -d ' ')" \
	    "$(jq -r 'select(.type == "total" and .file == "'$file'") |
	    "\(.in_len) \(.out_len)"' r)"
	is "totals: $file: lines" "$(wc -l <$file | tr -d ' ')" \
	    "$(jq -r 'select(.type == "total" and .file == "'$file'") |
	    .n_records' r)"
	is "totals: $file: edits" "$(jq -c 'select(.type == "edit" and
	    .file == "'$file'")' r | wc -l | tr -d ' ')" \
	    "$(jq -r 'select(.type == "total" and .file == "'$file'") |
	    .n_edits' r)"
done

# What it says is what was done.
is 'span' 'decode/windows-1252 0 29 0 34 1 1' "$(jq -r 'select(.type == "span"
    and .file == "latin") | "\(.rule) \(.in_at) \(.in_len) \(.out_at) " +
    "\(.out_len) \(.record) \(.n_records)"' r)"
is 'before: bytes of the input' '' "$(jq -c 'select(.type == "edit" and
    .step == 1 and .file == "moji") | select((.before | utf8bytelength) !=
    .in_len)' r)"
is 'after: bytes of the output' '' "$(jq -c 'select(.type == "edit" and
    .step == 1 and .file == "moji") | select((.after | utf8bytelength) !=
    .out_len)' r)"
is 'malformed byte' '\xE2\x82 18 2 0' "$(jq -r 'select(.type == "edit" and
    .file == "bad") | "\(.before_bytes) \(.in_at) \(.in_len) \(.step)"' r)"
is 'span: malformed' 'decode/utf-8 1' "$(jq -r 'select(.type == "span" and
    .file == "bad") | "\(.rule) \(.n_invalid)"' r)"
is 'totals: malformed' 1 "$(jq -r 'select(.type == "total" and
    .file == "bad").n_invalid' r)"

# The rule of a span is written as that of an edit.
printf 'abc \317\322\311\327\305\324 \315\311\322\n' >koi
expect 0 'rule' '"$U" -q -f koi8-r --report=r2 koi'
is 'rule: in the report' decode/koi8-r \
    "$(jq -r 'select(.type == "span").rule' r2)"
expect 1 'rule' '"$U" -f koi8-r --check koi'
out_is 'rule: shown' 'koi:1: decode/koi8-r: 1 line, 15 → 24 bytes'
expect 0 'rule, ASCII first' 'cat ascii bad | "$U" -q --report=r2'
is 'rule, ASCII first' decode/utf-8 \
    "$(jq -r 'select(.type == "span").rule' r2)"

# Other ways to have it.
expect 0 'stderr' '"$U" -q --report=- moji'
ok 'stderr: the same' sh -c 'jq -c "select(.type == \"edit\") | .before" err \
    | grep -q .'
expect 1 'beside --check' '"$U" --check --report=r2 moji'
ok 'beside --check: JSON' jq -e . r2
is 'beside --check: the same' \
    "$(jq -c 'select(.type and .file == "moji")' r)" \
    "$(jq -c 'select(.type)' r2)"
expect 2 'missing file' '"$U" --report=r2 missing moji'
is 'missing file: the other' moji \
    "$(jq -r 'select(.type == "total").file' r2)"
expect 3 'refused' '"$U" -f utf-8 --invalid=fail --report=r2 bad'
is 'refused: not complete' false \
    "$(jq -r 'select(.type == "total").complete' r2)"
is 'refused: what was done' 12 \
    "$(jq -r 'select(.type == "total").in_len' r2)"
expect 2 'no folder' '"$U" --report=none/r moji'
err_is 'no folder: message' 'ungarble: none/r: no such file or directory'
out_is 'no folder: nothing is done' ''

# Every line is printable, whatever names and texts hold.
name=$(printf 'n"\\\033[2J\302\205\342\200\256\342\200\250\363\240\200\201\t\nx')
cp moji "$name"
printf 'caf\303\203\302\251\033[2J \303\203\302\251t\303\203\302\251\n' >esc
printf 'caf\303\203\302\251\342\200\256 \303\203\302\251t\303\203\302\251\n' \
    >bidi
odd=$(printf 'f\351"\\x')
cp moji "$odd"
expect 0 'names' '"$U" -q --report=r "$name" esc bidi "$odd"'
ok 'names: JSON' jq -e . r
is 'names: read back' "$name" \
    "$(jq -rs 'map(select(.type == "total"))[0].file' r)"
ok 'names: spelt out' grep -q -F \
    '"n\"\\\u001B[2J\u0085\u202E\u2028\uDB40\uDC01\t\nx"' r
is 'names: bytes' 'f\xE9"\x5Cx' \
    "$(jq -r 'select(.type == "total" and .file_bytes).file_bytes' r)"
is 'names: printable' '' "$(tr -d '\n' <r | grep -a \
    "[[:cntrl:]]\\|$(printf '\302[\200-\237]\\|\342\200[\216\217\250-\256]')")"

finish
