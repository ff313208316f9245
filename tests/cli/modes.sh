# modes.sh - --check, -l, --explain, --exit-code, --invalid, -q, -v
. tests/cli/lib.sh
cd "$W" || exit 1

printf 'plain text\nof two lines\n' >ascii
printf 'Le caf\303\251 \303\251tait ferm\303\251 cet \303\251t\303\251.\n' >utf8
printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\n' >latin
sed 's/\xC3\xA9/\xC3\x83\xC2\xA9/g' utf8 >moji
printf 'caf\303\251 \303\251t\303\251\n\303\251t\303\251 \342\202 \303\251t\303\251\n' \
    >bad
: >empty
i=0
while [ $i -lt 40 ]; do
	printf '\0\1\2\377\376\200%d\0\0\3\4\377' $i
	i=$((i + 1))
done >binary

# Nothing would change.
for file in ascii utf8 empty binary; do
	for mode in --check -l '--explain --exit-code' '--check --no-memory'
	do
		expect 0 "$file, $mode" '"$U" '"$mode"' '$file
		out_is "$file, $mode: silent" ''
		err_is "$file, $mode: no messages" ''
	done
	expect 0 "$file" '"$U" -q --exit-code '$file
	ok "$file: as it was" cmp $file out
done
expect 0 'ASCII, read as something' '"$U" --check -f windows-1251 ascii'

# Something would.
for file in latin moji bad; do
	expect 1 "$file, --check" '"$U" --check '$file
	is "$file, --check: lines" '' \
	    "$(grep -v "^$file:[0-9][0-9:]*: [^ ]*: .* → " out)"
	is "$file, --check: some" yes "$([ -s out ] && echo yes)"
	err_is "$file, --check: no messages" ''
	expect 1 "$file, --check, stdin" '"$U" --check <'$file
	is "$file, --check, stdin: lines" '' \
	    "$(grep -v '^-:[0-9][0-9:]*: [^ ]*: .* → ' out)"
	expect 1 "$file, -l" '"$U" -l ascii '$file' utf8 - <'$file
	out_is "$file, -l: names" "$file
-"
	expect 0 "$file, --explain" '"$U" --explain '$file
	is "$file, --explain: lines" '' \
	    "$(grep -v "^$file:[0-9][0-9]*: ..*\|^    [A-Za-z].*" out)"
	is "$file, --explain: some" yes "$([ -s out ] && echo yes)"
	is "$file, --explain: of a span" '' "$(sed -n '/^ /d
	    s/^[^ ]* //
	    / read as /{/^[0-9]* lines* read as [^ ,]*, [^(]* ([0-9]* %[^()]*)\(, .*\)*$/!p;}' out)"
	expect 1 "$file, --explain --exit-code" \
	    '"$U" --explain --exit-code '$file
	expect 0 "$file" '"$U" '$file
	expect 1 "$file, --exit-code" '"$U" --exit-code '$file' >text'
	gives "$file, --exit-code" text '"$U" -q '$file
	expect 2 "$file, and trouble" '"$U" --check missing '$file
done
gives 'latin: repaired' utf8 '"$U" latin'
gives 'moji: repaired' utf8 '"$U" moji'
expect 1 'latin, --check' '"$U" --check latin'
is 'latin, --check: its encoding' yes \
    "$(sed -n 's/^latin:1: decode\/.*: 1 line, 29 → 34 bytes\(, [a-z]*\)*$/yes/p' out)"
expect 0 'moji, refused' '"$U" --check --fix=encoding moji'
expect 0 'moji, refused by name' '"$U" --check --fix=-mojibake moji'

# Columns are bytes of the line as it came in, from 1.
{
	printf 'caf\303\203\302\251 et th\303\203\302\251\n'
	printf '\303\251t\303\251 \342\202 \303\251t\303\251\n'
} >columns
expect 1 'columns' '"$U" --check columns'
is 'columns: bytes' 'columns:1:4 columns:1:14 columns:2:7 columns:1' \
    "$(sed 's/: .*//' out | tr '\n' ' ' | sed 's/ $//')"
{
	cat utf8
	i=0
	while [ $i -lt 20000 ]; do
		printf 'words and '
		i=$((i + 1))
	done
	printf 'caf\303\203\302\251\n'
} >long
expect 1 'columns, long line' '"$U" --check long'
out_is 'columns, long line: from its start' \
    'long:2:200004: mojibake/utf-8>windows-1252: Ã© → é'

# Malformed input.
expect 0 'bad' '"$U" bad'
err_has 'bad: how many, where' \
    '^ungarble: 1 malformed sequence became U+FFFD, the first at byte 18 of bad;'
is 'bad: the others as they were' '2' \
    "$(printf '%s' "$(grep -c "$(printf '\303\251t\303\251')" out)")"
expect 0 'bad, -q' '"$U" -q bad'
err_is 'bad, -q: silent' ''
expect 0 'bad, stdin' '"$U" -f utf-8 <bad'
err_has 'bad, stdin: where' 'at byte 18 of standard input;'
expect 3 'bad, fail' '"$U" -f utf-8 --invalid=fail bad'
err_has 'bad, fail: message' '^ungarble: bad: byte 18: '
expect 3 'bad, fail: others' '"$U" -f utf-8 --invalid=fail bad ascii |
    { cat >text; tail -n 1 text; } >last; "$U" -f utf-8 --invalid=fail bad'
is 'bad, fail: others' 'of two lines' "$(cat last)"
expect 2 'bad, fail, and trouble' \
    '"$U" -f utf-8 --invalid=fail bad missing ascii'
expect 3 'bad, fail, --exit-code' \
    '"$U" -f utf-8 --exit-code --invalid=fail bad'
expect 0 'good, fail' '"$U" --invalid=fail utf8'
cat moji bad >moji.bad
for mode in --check --diff -l --explain --exit-code; do
	expect 3 "bad behind a change, fail, $mode" \
	    '"$U" -q --invalid=fail '$mode' moji.bad'
	err_has "bad behind a change, fail, $mode" \
	    '^ungarble: moji.bad: byte [0-9]*: malformed input$'
done
expect 0 'bad, escaped' '"$U" -f utf-8 --invalid=escape bad'
err_has 'bad, escaped: how many, where' \
    '^ungarble: 1 malformed sequence became .xNN, the first at byte 18 of bad;'
is 'bad, escaped: once' 1 "$(grep -c '\\x[0-9A-F][0-9A-F]' out)"
expect 0 'bad, dropped' '"$U" -f utf-8 --invalid=drop bad bad'
err_has 'bad, dropped: how many, where' \
    '^ungarble: 2 malformed sequences were dropped, the first at byte 18 of bad;'
is 'bad, dropped: gone' 0 "$(grep -c "$(printf '\357\277\275')" out)"
expect 1 'bad, dropped, --check' \
    '"$U" -f utf-8 --invalid=drop --check bad'
is 'bad, dropped, --check: says so' 1 \
    "$(grep -c ': decode/malformed: .* → ""$' out)"

# --strict goes on, and tells at the end that something is left.
for mode in '' --check --diff -l --explain --exit-code -q; do
	expect 3 "strict, $mode" '"$U" --strict '$mode' latin bad moji'
	cp out strict.out
	err_has "strict, $mode: message" \
	    '^ungarble: --strict: nothing repairs 1 malformed sequence$'
	expect "$(case $mode in --[cde]*[kfe] | -l) echo 1 ;; *) echo 0 ;; esac)" \
	    "not strict, $mode" '"$U" '$mode' latin bad moji'
	ok "strict, $mode: the same" cmp strict.out out
	expect "$(case $mode in --[cd]* | -l | --exit-code) echo 1 ;; *) echo 0 ;;
	    esac)" "strict, $mode, nothing left" '"$U" --strict '$mode' latin moji'
	err_is "strict, $mode, nothing left: silent" ''
	expect 2 "strict, $mode, and trouble" '"$U" --strict '$mode' bad missing'
done
{
	echo 'We join profound neural networks with counterfeit consciousness.'
	echo 'Profound learning and counterfeit consciousness are colossal'
	echo 'information in the irregular timberland.'
} >other
expect 3 'strict, another spinner' '"$U" --strict --check other'
err_has 'strict, another spinner: message' 'nothing repairs [0-9] spun phrases$'
expect 3 'strict, at the end of a long file' '{ cat moji
    i=0; while [ $i -lt 2000 ]; do cat ascii; i=$((i + 1)); done
    cat bad; } | "$U" -l --strict'
expect 3 'strict, -o' '"$U" -q --strict -o text bad'
gives 'strict, -o: written' text '"$U" -q bad'

# Binary.
expect 0 'binary' '"$U" binary'
err_is 'binary: message' 'ungarble: binary: binary, passed through as it is'
expect 0 'binary, skipped' '"$U" --binary=skip binary utf8'
err_is 'binary, skipped: message' 'ungarble: binary: binary, skipped'
ok 'binary, skipped: the others' cmp out utf8
expect 0 'binary, skipped, -q' '"$U" -q --binary=skip binary utf8'
err_is 'binary, skipped, -q' ''
expect 3 'binary, skipped, --strict' '"$U" --strict --binary=skip binary'
err_has 'binary, skipped, --strict' 'nothing repairs 1 binary file'
cp binary there
expect 0 'binary, skipped, -i' '"$U" -i --binary=skip there'
ok 'binary, skipped, -i' cmp binary there
expect 2 'binary, refused, -i' '"$U" -i --binary=fail there'
ok 'binary, refused, -i' cmp binary there
expect 2 'binary, refused' '"$U" --binary=fail binary utf8'
err_is 'binary, refused: message' 'ungarble: binary: no text but binary'
ok 'binary, refused: the others' cmp out utf8
# Lines that change, and behind them what is found to be no text.
for mode in --check --diff -l --exit-code; do
	expect 2 "late binary, refused, $mode" \
	    '{ cat moji; sleep .2; cat binary; } |
		"$U" -q --line-buffered --binary=fail '$mode
done
expect 0 'binary, skipped, --detect' '"$U" --detect --binary=skip binary'
is 'binary, skipped, --detect' binary "$(cut -f 2 out)"

# -v tells of each file on stderr and changes no output.
expect 0 'no -v' '"$U" utf8 latin >text'
gives '-v' text '"$U" -v utf8 latin'
is '-v: lines' 2 "$(wc -l <err | tr -d ' ')"
err_has '-v: what' '^ungarble: utf8: UTF-8 ([0-9]* %), 34 bytes, 1 line, '

# --line-buffered on whole lines gives what plain reading gives.
for file in ascii utf8 latin moji bad empty; do
	expect 0 "$file, no --line-buffered" '"$U" -q '$file' >text'
	gives "$file, --line-buffered" text '"$U" -q --line-buffered '$file
done

# Nor does it cut the characters of UTF-16 and UTF-32 apart.
if command -v iconv >/dev/null; then
	printf 'one line\nand \304\212 more\n' >wide
	for form in UTF-16 UTF-16LE UTF-16BE UTF-32 UTF-32LE UTF-32BE; do
		iconv -f UTF-8 -t $form wide >wide.in
		expect 0 "$form, --line-buffered" \
		    '"$U" -q --line-buffered wide.in'
		is "$form, --line-buffered: text" "$(cat wide)" \
		    "$(sed '1s/^\xEF\xBB\xBF//' out)"
	done
else
	skip UTF-16 'iconv is missing'
fi

# What comes out as it was has not changed, whatever was done on the way.
printf 'Le café du coin.\n' >"$W/twice"
for option in --exit-code --diff -l '-i --exit-code'; do
	expect 0 "there and back, $option" \
	    '"$U" -q --from=windows-1252 '"$option"' "$W/twice"'
done
expect 1 'there and back, --check' '"$U" --from=windows-1252 --check "$W/twice"'

finish
