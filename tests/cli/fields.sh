# fields.sh - --jsonl, --csv, --tsv: just what is in fields is repaired
. tests/cli/lib.sh
cd "$W" || exit 1

bad=$(printf 'caf\303\203\302\251')
good=$(printf 'caf\303\251')

# Lines of JSON.
printf '%s\n' "{\"id\": 1, \"text\": \"$bad\", \"m\": [{\"c\":\"$bad\"}]}" \
    "{\"text\":\"caf\\u00c3\\u00a9\\n\\\"\"}" '' "$bad" \
    "{\"text\":\"$bad\"} \"$bad\"" >lines
expect 0 'jsonl' '"$U" --jsonl lines'
is 'jsonl: all strings' "{\"id\": 1, \"text\": \"$good\", \"m\": [{\"c\":\"$good\"}]}
{\"text\":\"caf\\u00e9\\n\\\"\"}

$bad
{\"text\":\"$good\"} \"$bad\"" "$(cat out)"
err_is 'jsonl: what is none' 'ungarble: 2 records are no JSON, the first from byte 85 of lines on, and stay as they are from there; --explain shows them'
expect 0 'jsonl=text' '"$U" -q --jsonl=text lines'
is 'jsonl=text: that alone' "$good $bad" "$(sed -n '1s/.*"text": "\([^"]*\)".*"c":"\([^"]*\)".*/\1 \2/p' out)"
expect 0 'jsonl=m[].c' '"$U" -q --jsonl='m[].c' lines'
is 'jsonl=m[].c: that alone' "$bad $good" "$(sed -n '1s/.*"text": "\([^"]*\)".*"c":"\([^"]*\)".*/\1 \2/p' out)"
expect 0 'no such path' '"$U" -q --jsonl=title --exit-code lines'
ok 'no such path: nothing' cmp out lines
for path in a..b a. .a '' 'x\,y.' '[]' 'a.[].b'; do
	expect 2 "--jsonl=$path" '"$U" --jsonl="text,$path,*" lines'
	ok "--jsonl=$path: nothing" test ! -s out
	err_is "--jsonl=$path: message" "ungarble: --jsonl: '$path': a key is \
missing
ungarble: a path is keys with dots between, as meta.title; commas stand between \
paths, 64 at most"
done
expect 2 'escape in a path' '"$U" --jsonl="$(printf "\033.")" lines'
err_has 'escape in a path: masked' "^ungarble: --jsonl: '.x1B[.]': a key is"
deep=a.a.a.a.a.a.a.a
deep=$deep.$deep.$deep.$deep
expect 0 'keys' '"$U" -q --jsonl=$deep lines'
expect 2 'too many keys' '"$U" --jsonl=$deep.a lines'
err_has 'too many keys: message' "^ungarble: --jsonl: '$deep.a': these are too \
many keys"
many=a,b,c,d,e,f,g,h
many=$many,$many,$many,$many,$many,$many,$many,$many
expect 0 'paths' '"$U" -q --jsonl=$many lines'
expect 2 'too many paths' '"$U" --jsonl=$many,a lines'
err_has 'too many paths: message' '^ungarble: --jsonl: these are too many$'
for name in 'a,' ',a' '' 'x\,,,y'; do
	expect 2 "--csv=$name" '"$U" --csv="$name" lines'
	err_is "--csv=$name: message" "ungarble: --csv: '': a name is missing
ungarble: a column is its name or its number; commas stand between columns, 64 \
at most"
done
expect 2 '--tsv' '"$U" --tsv=$many,a lines'
err_has '--tsv: message' '^ungarble: --tsv: these are too many$'
expect 3 'strict' '"$U" -q --jsonl --strict lines'
err_is 'strict: why' 'ungarble: --strict: nothing repairs 2 broken records'
expect 1 'explained' '"$U" --explain --exit-code --jsonl=text lines'
is 'explained' "lines:4: fields/json: no JSON, stays (bytes 85-93)" \
    "$(sed -n '/:4:/p' out)"

# Encodings whose controls are letters: what is no field stays in them.
printf '{"a":"caf\351","b":"caf\351"}\n' >viscii
for code in viscii tcvn windows-1258; do
	expect 0 "$code" '"$U" -q -f $code --jsonl=a viscii'
	is "$code: what is no field" 1 "$(tail -c 9 out | LC_ALL=C \
	    grep -c "\"caf$(printf '\351')\"")"
done

# What a JSON library refuses.
printf '{"a":"d\351j\340 vu","b":"d\351j\340\\udc00"}\n' >latin-1
expect 0 'bytes' '"$U" --jsonl=a latin-1'
printf '{"a":"d\303\251j\303\240 vu","b":"d\351j\340\\udc00"}\n' >wanted
ok 'bytes: those of the field are decoded' cmp out wanted

# Values of one line in several encodings, and a column after the other.
{
	echo '{"name": "Zoë", "note": "Кафе закрыто на зиму, сказала хозяйка", '
	echo '"city": "Тверь"}'
} | tr -d '\n' >utf-8
echo >>utf-8
{
	printf '{"name": "Zoë", '
	sed 's/.*"note"/"note"/' utf-8 | iconv -f UTF-8 -t WINDOWS-1251
} >several
expect 0 'several' '"$U" -q --jsonl several'
ok 'several: each as it is' cmp out utf-8
expect 0 'several: note' '"$U" -q --jsonl=note --journal=sj -o noted several'
is 'several: note' 1 "$(grep -c 'Zoë.*зиму' noted)"
expect 0 'several: restore' '"$U" --restore=sj noted'
ok 'several: restored' cmp out several
expect 0 'several: again' '"$U" -q --exit-code --jsonl=note noted'
ok 'several: nothing to do' cmp out noted
expect 0 'several: city' '"$U" -q --jsonl=city noted'
ok 'several: column after column' cmp out utf-8
expect 1 'several: told' '"$U" --check --jsonl several'
out_is 'several: told' \
    'several:1: decode/windows-1251: 1 line, 83 → 119 bytes, ru'

# Rows.
printf '%s\r\n' 'id,"a ""note""",b' "1,\"$bad, \"\"x\"\"" "$bad\",$bad" \
    "2,$bad,$bad" >rows
expect 0 'csv' '"$U" --csv rows'
sed "s/$bad/$good/g" rows >wanted
ok 'csv: all columns' cmp out wanted
printf 'Stra\337e,%s\r\nK\366ln,x\r\n' "$bad" >names
expect 0 'csv: their names' '"$U" --csv names'
printf 'Straße,%s\r\nKöln,x\r\n' "$good" >wanted.names
ok 'csv: their names, too' cmp out wanted.names
expect 0 'csv=2: their names' '"$U" --csv=2 names'
printf 'Stra\337e,%s\r\nK\366ln,x\r\n' "$bad" >wanted.names
ok 'csv=2: their names stay' cmp out wanted.names
expect 0 'csv=b' '"$U" --csv=b rows'
sed "s/$bad\(.\)\$/$good\1/" rows | sed "2s/$bad/$bad/" >wanted
ok 'csv=b: that alone' cmp out wanted
expect 0 'csv by a name with quotes' '"$U" --csv="a \"note\"" rows'
is 'csv by a name with quotes' 3 "$(grep -c "$good" out)"
expect 0 'csv=3' '"$U" --csv=3 rows'
ok 'csv=3: as by its name' cmp out wanted
expect 2 'no such column' '"$U" --csv=c rows'
err_has 'no such column: message' '^ungarble: rows: there is no such column$'
err_has 'no such column: advice' '^ungarble: columns go by .*--delim'
expect 0 'no header' '"$U" --csv=1 --no-header rows'
expect 2 'no header, no names' '"$U" --csv=id --no-header rows'
err_has 'no header, no names: advice' 'with --no-header .* numbers alone'
tr , ';' <rows >semicolons
expect 0 'delim' '"$U" --csv=b --delim=";" semicolons'
tr , ';' <wanted >wanted.semicolons
ok 'delim: as with commas' cmp out wanted.semicolons
printf 'a\tb\n"%s\t"%s\n' "$bad" "$bad" >tabs
expect 0 'tsv' '"$U" --tsv=b tabs'
is 'tsv: quotes are signs' "\"$bad	\"$good" "$(sed -n 2p out)"

# What is decoded, and in no field, stays as it is: that is no change.
printf 'a,b\n1,Il a \351t\351 ferm\351\n2,\377\n' >beside
for look in --check -l --diff --explain '--exit-code -o none'; do
	expect 0 "no change: $look" '"$U" $look --csv=a beside'
	out_is "no change: $look: nothing is shown" ''
done
expect 0 'no change: report' '"$U" --csv=a --report=told --stats beside'
err_has 'no change: stats' '^ungarble: 1 file$'
is 'no change: report' false "$(jq 'select(.type == "total").changed' told)"
is 'no change: report: no span' '' "$(grep '"span"' told)"
printf 'a,b\nIl a \351t\351 ferm\351,1\n' >change
cat change beside change >changes
expect 1 'changes' '"$U" --check --csv=a -f windows-1252 changes'
out_is 'changes' 'changes:2: decode/windows-1252: 6 lines, 63 → 69 bytes'
{
	printf 'a,b\n'
	echo '1,Кафе закрыто на зиму, сказала хозяйка' |
	    iconv -f UTF-8 -t WINDOWS-1251
	printf 'Il a \351t\351 ferm\351 pour longtemps,2\n'
} >two
expect 1 'two encodings, one in no field' '"$U" --csv=a --check two'
out_is 'two encodings, one in no field' \
    'two:3: decode/windows-1252: 1 line, 32 → 35 bytes, fr'

printf 'a,"b"c\n' >no-row
expect 0 'no row' '"$U" --csv no-row'
err_has 'no row: message' '^ungarble: 1 record is no row of values, from byte 5'

# Texts that end with NUL; names of files do so, too.
printf '%s\n%s\0plain\0%s' "$bad" "$bad" "$bad" >texts
expect 0 'null data' '"$U" -0 texts'
printf '%s\n%s\0plain\0%s' "$good" "$good" "$good" >wanted.texts
ok 'null data: lines, and no line end' cmp out wanted.texts
expect 1 'null data: listed' '"$U" -l0 texts'
printf 'texts\0' >wanted.names
ok 'null data: names' cmp out wanted.names

# The mark and the line ends of a stream are tidied as in text.
{ printf '\357\273\277'; cat rows; } >marked
expect 0 'tidied' '"$U" --csv=b --bom=strip --eol=lf marked'
sed "2!s/$(printf '\r')\$//" wanted >wanted.tidied
ok 'tidied: no mark, LF' cmp out wanted.tidied
expect 1 'tidied: told' '"$U" --check --csv=3 --bom=strip --eol=lf marked'
is 'tidied: told' "marked:1:1: bom/mark: \\u{FEFF} → \"\"
marked:1:21: eol-lf/line-end: \\x0D\\x0A → \\x0A" "$(sed -n 1,2p out)"
expect 0 'tidied: journal' '"$U" -q --csv=b --bom=strip --eol=lf \
    --journal=tj --report=tr -o tidied marked'
expect 0 'tidied: restore' '"$U" --restore=tj tidied'
ok 'tidied: restored' cmp out marked
expect 0 'tidied: apply' '"$U" -q --csv=b --bom=strip --eol=lf --apply=tr marked'
ok 'tidied: applied' cmp out tidied
expect 0 'tidied: UTF-16' 'iconv -f UTF-8 -t UTF-16LE marked >wide &&
    "$U" --csv=b --bom=strip --eol=lf wide'
ok 'tidied: UTF-16, as UTF-8' cmp out wanted.tidied

# What is looked at, told and undone is the same text.
expect 1 'diff' '"$U" --diff --jsonl=text lines'
cp out patch
expect 0 'for the patch' '"$U" -q --jsonl=text -o repaired lines'
cp lines patched
ok 'patched' patch -s patched patch
ok 'patched: as repaired' cmp patched repaired
expect 0 'journal' '"$U" -q --jsonl=text --journal=j -o repaired2 lines'
expect 0 'restore' '"$U" --restore=j repaired2'
ok 'restored' cmp out lines
expect 0 'report' '"$U" -q --jsonl=text --report=r -o repaired3 lines'
expect 0 'apply' '"$U" -q --jsonl=text --apply=r lines'
ok 'applied' cmp out repaired
cp rows in_place
expect 0 'in place' '"$U" -q -i --csv=b in_place'
ok 'in place: as without' cmp in_place wanted

finish
