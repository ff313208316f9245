# detect.sh - --detect: columns, shares, guesses, JSON; --lang, --declared, --scope
. tests/cli/lib.sh
cd "$W" || exit 1

printf 'plain text\nof two lines\n' >ascii
printf 'Le caf\303\251 \303\251tait ferm\303\251 cet \303\251t\303\251.\n' >utf8
printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\n' >latin
sed 's/\xC3\xA9/\xC3\x83\xC2\xA9/g' utf8 >moji
printf '\357\273\277' | cat - ascii >mark
printf '\377\376a\0b\0\n\0' >wide
: >empty
i=0
while [ $i -lt 40 ]; do
	printf '\0\1\2\377\376\200%d\0\0\3\4\377' $i
	i=$((i + 1))
done >binary

# line FILE: its line, the confidence as N unless it is 100, the language as L
# unless there is none
line() {
	"$U" --detect "$1" | awk -F '\t' -v OFS='\t' '
		NR == 1 {
			if ($3 !~ /^[0-9][0-9]?$|^100$/) $3 = "?"
			else if ($3 != 100) $3 = "N"
			if ($4 ~ /^[a-z][a-z][a-z]?$/) $4 = "L"
			print
		}'
}
tab=$(printf '\t')
# row WANTED FILE: blanks of WANTED's first three columns are tabs
row() {
	is "line of $2" "$(printf '%s' "$1" | sed "s/ /$tab/;s/ /$tab/;s/ /$tab/;
	    s/ /$tab/;s/  *| /$tab/")" "$(line "$2")"
}
row 'ascii US-ASCII 100 - by its form' ascii
row 'utf8 UTF-8 100 - by its form' utf8
row 'mark UTF-8 100 - by its byte order mark' mark
row 'wide UTF-16LE 100 - by its byte order mark' wide
row 'empty US-ASCII 100 - by its form' empty
row 'binary binary N - by its form' binary
row 'moji UTF-8 100 - by its form' moji
is 'line of latin' 'latin windows-1252 N by its letters' \
    "$(line latin | cut -f 1-3,5 | tr '\t' ' ')"

expect 0 'detect' '"$U" --detect ascii utf8 latin empty binary - <utf8'
is 'detect: columns' '' "$(awk -F '\t' 'NF != 5 || $3 !~ /^[0-9]+$/' out)"
is 'detect: names' 'ascii utf8 latin empty binary -' \
    "$(cut -f 1 out | tr '\n' ' ' | sed 's/ $//')"
is 'detect: encodings' 'US-ASCII UTF-8 windows-1252 US-ASCII binary UTF-8' \
    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
is 'detect: confidences' '' "$(awk -F '\t' '$3 > 100' out)"
err_is 'detect: nothing else' ''
expect 2 'trouble' '"$U" --detect missing ascii'
is 'trouble: the other' ascii "$(cut -f 1 out)"
err_is 'trouble: message' 'ungarble: missing: no such file or directory'
expect 0 'told' '"$U" --detect -f latin1 utf8'
is 'told: why' 'windows-1252 100 - as --from says' \
    "$(cut -f 2- out | tr '\t' ' ')"
expect 0 'told, ASCII' '"$U" --detect -f latin1 ascii'
is 'told, ASCII: why' 'US-ASCII 100 - by its form' \
    "$(cut -f 2- out | tr '\t' ' ')"
expect 0 'one of two' '"$U" --detect -f koi8-u,macintosh mark'
is 'one of two: no other' yes \
    "$(cut -f 2 out | sed -n 's/^KOI8-U$\|^macintosh$/yes/p')"

# Encodings change late in a file: all of it is read.
{
	i=0
	while [ $i -lt 9000 ]; do
		echo 'nothing but ASCII'
		i=$((i + 1))
	done
	cat latin
} >late
expect 0 'late' '"$U" --detect late'
is 'late: windows-1252' windows-1252 "$(cut -f 2 out)"
{
	cat late
	i=0
	while [ $i -lt 300 ]; do
		cat utf8
		i=$((i + 1))
	done
} >later
expect 0 'later' '"$U" --detect later'
is 'later: UTF-8' UTF-8 "$(cut -f 2 out)"
is 'later: shares' 'UTF-8:99%,windows-1252:<1%' "$(cut -f 6 out)"

# Several encodings: the main one in column 2, all of them in column 6.
expect 0 'detect, most of it' 'cat utf8 utf8 latin >most; "$U" --detect most'
is 'detect, most of it: UTF-8' UTF-8 "$(cut -f 2 out)"
expect 0 'detect, most of it' 'cat utf8 latin latin >most; "$U" --detect most'
is 'detect, most of it: legacy' windows-1252 "$(cut -f 2 out)"
{
	cat utf8 utf8 latin
	for i in 1 2 3 4 5 6; do cat ascii; done
} >most
expect 0 'detect, ASCII behind a legacy line' '"$U" --detect most'
is 'detect, ASCII behind a legacy line: UTF-8' UTF-8 "$(cut -f 2 out)"
{
	cat utf8
	for i in 1 2 3 4 5 6; do cat ascii; done
	cat latin latin
} >most
expect 0 'detect, ASCII behind UTF-8' '"$U" --detect most'
is 'detect, ASCII behind UTF-8: legacy' windows-1252 "$(cut -f 2 out)"
for i in 1 2 3 4 5 6 7 8; do cat utf8 utf8 ascii; done >most
cat latin >>most
expect 0 'detect, one line of many' '"$U" --detect most'
is 'detect, one line of many: UTF-8' UTF-8 "$(cut -f 2 out)"
for i in 1 2 3 4 5 6 7 8; do cat latin latin ascii; done >most
cat utf8 >>most
expect 0 'detect, one line of many in UTF-8' '"$U" --detect most'
is 'detect, one line of many in UTF-8: legacy' windows-1252 \
    "$(cut -f 2 out)"
expect 0 'detect, mojibake' '"$U" --detect moji'
is 'detect, mojibake: its bytes' UTF-8 "$(cut -f 2 out)"

cat utf8 utf8 utf8 latin ascii ascii >mixed
expect 0 'shares' '"$U" --detect mixed'
is 'shares: columns' 6 "$(awk -F '\t' '{ print NF }' out)"
is 'shares' 'UTF-8:77%,windows-1252:22%' "$(cut -f 6 out)"
{
	i=0
	while [ $i -lt 30 ]; do
		cat utf8
		i=$((i + 1))
	done
	printf 'd\303\251j\303\240 vu: caf\351, th\303\251 gla\303\247ant\n'
} >stray
expect 0 'a stray byte' '"$U" --detect stray'
is 'a stray byte: UTF-8 alone' 'UTF-8 5' \
    "$(awk -F '\t' '{ print $2, NF }' out)"
{
	cat mark
	cat latin latin latin latin
} >mixed
expect 0 'a mark, and other lines' '"$U" --detect mixed mark'
is 'a mark, and other lines: bytes count' 'windows-1252 UTF-8' \
    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
cat mark latin utf8 utf8 utf8 >mixed
expect 0 'a mark, and more of its encoding' '"$U" --detect mixed'
is 'a mark, and more of its encoding: why' 'UTF-8 by its byte order mark' \
    "$(cut -f 2,5 out | tr '\t' ' ')"
cat latin mark utf8 utf8 >mixed
expect 0 'a mark that is not at the start' '"$U" --detect mixed'
is 'a mark that is not at the start: why' 'UTF-8 by its form' \
    "$(cut -f 2,5 out | tr '\t' ' ')"

# -v: guesses under each file.
expect 0 'guesses' '"$U" --detect -v utf8 latin empty late'
err_is 'guesses: nothing on stderr' ''
is 'guesses: files' 'utf8 latin empty late' \
    "$(grep -v '^	' out | cut -f 1 | tr '\n' ' ' | sed 's/ $//')"
is 'guesses: columns' '' "$(grep '^	' out | grep -v -E \
    '^	[A-Za-z0-9-]+	(100|[0-9]{1,2})	(-|[a-z]{2,3})	[0-9]+\.[0-9]{3}$')"
is 'guesses: each has one' 4 "$(awk '/^\t/ && !was { n++ } { was = /^\t/ }
    END { print n }' out)"
is 'guesses: the first is not behind' '' "$(awk -F '\t' '/^\t/ && !was &&
    $5 != "0.000" { print } { was = /^\t/ }' out)"
is 'guesses: at most 100 in all' '' "$(awk -F '\t' '/^\t/ { n += $3; next }
    { n = 0 } n > 100' out)"
is 'guesses: of the first 64 KiB' US-ASCII \
    "$(sed -n '/^late/{n;p;}' out | cut -f 2)"
is 'guesses: the lines above them' \
    "$("$U" --detect utf8 latin empty late)" "$(grep -v '^	' out)"

# Nothing in a name goes through as it is.
name=$(printf 'n\tx\033[2J\302\205\342\200\256\nx')
cp latin "./$name"
expect 0 'names' '"$U" --detect "$name"'
is 'names: masked' 'n\x09x\x1B[2J\u{0085}\u{202E}\x0Ax' "$(cut -f 1 out)"
is 'names: one line of five columns' '1 5' "$(awk -F '\t' 'END { print NR, NF }' \
    out)"

# JSON.
expect 2 'JSON without --detect' '"$U" --format=json ascii'
err_is 'JSON without --detect: message' \
    'ungarble: --format=json: goes with --detect alone
ungarble: --report=FILE writes what is changed as JSON'
expect 0 'text' '"$U" --detect --format=text latin'
is 'text: the default' "$("$U" --detect latin)" "$(cat out)"
cat utf8 utf8 utf8 latin ascii >mixed
odd=$(printf 'f\351"\\x')
cp latin "./$odd"
files='ascii utf8 latin mark wide empty binary mixed "$name" "$odd"'
if command -v jq >/dev/null; then
	expect 0 'JSON' '"$U" --detect --format=json '"$files"' -v'
	cp out json
	ok 'JSON: well formed' jq -e . json
	is 'JSON: one line each' "$(wc -l <json)" "$(jq -c . json | wc -l)"
	is 'JSON: keys' '["confidence","encoding","file","guesses","in_len",'\
'"language","reason","shares","type"]' "$(jq -c 'with_entries(.key |=
	    sub("file_bytes"; "file")) | keys' json | sort -u)"
	is 'JSON: keys of shares' \
	    '["confidence","encoding","language","len","percent","reason"]' \
	    "$(jq -c '.shares[] | keys' json | sort -u)"
	is 'JSON: keys of guesses' \
	    '["confidence","encoding","language","margin","reason"]' \
	    "$(jq -c '.guesses[] | keys' json | sort -u)"
	eval '"$U" --detect '"$files" >text
	is 'JSON: encodings, confidences, languages as in the text' \
	    "$(cut -f 2-4 text)" \
	    "$(jq -r '[.encoding, .confidence, .language // "-"] | @tsv' json)"
	is 'JSON: reasons' 'validity validity statistics bom bom validity '\
'validity validity statistics statistics' "$(jq -r .reason json |
	    tr '\n' ' ' | sed 's/ $//')"
	is 'JSON: shares' 'UTF-8 102 77 windows-1252 29 22' "$(jq -r 'select(
	    .file == "mixed").shares[] | "\(.encoding) \(.len) \(.percent)"' \
	    json | tr '\n' ' ' | sed 's/ $//')"
	is 'JSON: shares of one' 'US-ASCII 24 100' "$(jq -r 'select(
	    .file == "ascii").shares[] | "\(.encoding) \(.len) \(.percent)"' \
	    json)"
	is 'JSON: bytes' "$(wc -c <mixed | tr -d ' ')" \
	    "$(jq 'select(.file == "mixed").in_len' json)"
	is 'JSON: names' "$name" "$(jq -rs '.[8].file' json)"
	is 'JSON: names that are no text' 'f\xE9"\x5Cx' \
	    "$(jq -rs '.[9].file_bytes' json)"
	expect 0 'JSON without -v' '"$U" --detect --format=json ascii'
	is 'JSON without -v: no guesses' null "$(jq .guesses out)"
	expect 2 'JSON, trouble' '"$U" --detect --format=json missing ascii'
	is 'JSON, trouble: the other' ascii "$(jq -r .file out)"
else
	skip JSON 'jq is missing'
fi

# --report beside it tells of spans alone.
expect 0 'report' '"$U" --detect --report=r latin moji'
is 'report: no repairs' '' "$(grep '"type":"edit"' r)"
is 'report: spans' 1 "$(grep -c '"type":"span"' r)"

# What one says of languages and encodings.
for lang in de de,fr DE,fra xx qqq,de; do
	expect 0 "--lang=$lang" '"$U" --detect --lang='$lang' latin'
	is "--lang=$lang: lines" 1 "$(wc -l <out | tr -d ' ')"
done
# Chinese is one language, however it is written.
printf '\301\302\301\302\n' >thanks
for lang in zh chi; do
	expect 0 "--lang=$lang: traditional" '"$U" --detect --lang='$lang' thanks'
	is "--lang=$lang: traditional: what it is" 'Big5 zh' \
	    "$(cut -f 2,4 out | tr '\t' ' ')"
done
# Two letters alone: Greek or Cyrillic?
printf '\324\345\n' >two
expect 0 '--lang decides' '"$U" --detect two; "$U" --detect --lang=ru two
    "$U" --detect --lang=de,ru two; "$U" --detect --lang=el two'
is '--lang decides: encodings' \
    'windows-1253 windows-1251 windows-1251 windows-1253' \
    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
expect 0 '--lang=ru: text' '"$U" -q --lang=ru two'
out_is '--lang=ru: text' 'Фе'
for lang in '' d germ de, ,de de,,fr 'de fr' 'de, fr' pt-BR 12 d1 déu; do
	expect 2 "--lang='$lang'" '"$U" --lang="$lang" </dev/null'
	is "--lang='$lang': lines" 2 "$(wc -l <err | tr -d ' ')"
	out_is "--lang='$lang': no output" ''
done
expect 2 '--lang of several' '"$U" --lang=de,french </dev/null'
err_is '--lang of several: which' \
    "ungarble: --lang: 'french' is no code of a language
ungarble: --lang takes codes of two or three letters (ISO 639), as de,fr"
for label in latin1 ' UTF-8' koi8-r; do
	expect 0 "--declared=$label" '"$U" --detect --declared="$label" latin'
done
# Two encodings read it alike.
printf 'ma\263y \277uk\n' >polish
expect 0 '--declared decides' '"$U" --detect polish
    "$U" --detect --declared=iso-8859-2 polish'
is '--declared decides: encodings' 'windows-1250 ISO-8859-2' \
    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
expect 0 '--declared against what reads well' \
    '"$U" --detect --declared=koi8-r latin'
is '--declared against what reads well: is not followed' windows-1252 \
    "$(cut -f 2 out)"
expect 0 'a false claim' '"$U" --detect --declared=utf-16le utf8 latin'
is 'a false claim: is not followed' 'UTF-8 windows-1252' \
    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
# EBCDIC's code pages differ in a few signs.
printf '\343\210\205\100\210\201\231\202\226\244\231\100\211\242\100\230\244\211' >ebcdic
printf '\205\243\100\211\225\100\243\210\205\100\224\226\231\225\211\225\207\113\025' \
    >>ebcdic
expect 0 'EBCDIC' '"$U" --detect ebcdic
    "$U" --detect --declared=ibm500 ebcdic
    "$U" --detect --fallback=ibm500 ebcdic'
is 'EBCDIC: which, declared, otherwise' 'IBM037 IBM500 IBM500' \
    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
for label in '' latin99 latin1,utf-8; do
	expect 2 "--declared='$label'" '"$U" --declared="$label" </dev/null'
	err_has "--declared='$label': which" \
	    "^ungarble: --declared: no encoding is called '$label'$"
done
for scope in record stream; do
	expect 0 "--scope=$scope" '"$U" --detect --scope='$scope' latin utf8'
	is "--scope=$scope: encodings" 'windows-1252 UTF-8' \
	    "$(cut -f 2 out | tr '\n' ' ' | sed 's/ $//')"
done
{
	printf 'caf\351 cr\350me\n'
	printf '\302\367\345\360\340 \354\373 \344\356\353\343\356 \370\353\350\n'
} >both
expect 0 '--scope=record: text' '"$U" -q --scope=record both'
out_is '--scope=record: text' 'café crème
Вчера мы долго шли'
expect 0 '--scope=record: encodings' '"$U" --detect both'
is '--scope=record: encodings' 2 "$(cut -f 6 out | tr ',' '\n' | wc -l |
    tr -d ' ')"
expect 0 '--scope=stream: text' \
    '"$U" -q --fix=encoding --scope=stream both'
out_is '--scope=stream: text' 'cafй crиme
Вчера мы долго шли'
expect 0 '--scope=stream: encodings' '"$U" --detect --scope=stream both'
is '--scope=stream: encodings' 'windows-1251 5' \
    "$(awk -F '\t' '{ print $2, NF }' out)"
for scope in '' line streams r; do
	expect 2 "--scope=$scope" '"$U" --scope="$scope" </dev/null'
	err_is "--scope=$scope: message" 'ungarble: --scope: no such value
ungarble: --scope is record or stream'
done

# README shows what is printed.
cd "$test_root" || exit 1
sed -n 's/^    \$ \(ungarble --detect\)/\1/p' README.md >"$W/script"
is 'README: examples' 1 "$(wc -l <"$W/script" | tr -d ' ')"
expect 0 'README' "$(sed 's/^ungarble/"$U"/' "$W/script")"
is 'README: as printed' "$(cat "$W/out")" "$(sed -n \
    '/^    \$ ungarble --detect/,/^$/{/^    \$/d;/^$/d;s/^    //;p;}' README.md)"

finish
