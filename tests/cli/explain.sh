# explain.sh - --explain: what it teaches of each kind of change, once
. tests/cli/lib.sh
cd "$W" || exit 1
printf 'Le caf\303\203\302\251 du coin.\nUn th\303\203\302\251, un caf\303\203\302\251.\n' >moji
printf 'Der Schl\303\203\306\222\303\202\302\274ssel h\303\203\306\222\303\202\302\244ngt da.\n' >twice

# What --report tells in thousandths.
nats=$("$U" --report=- moji 2>&1 >repaired | sed -n 's/.*"margin":\([0-9]*\).*/\1/p' |
    head -n 1 | awk '{ printf "%.3f", $1 / 1000 }')
times=$(echo "$nats" | awk '{ printf "%d", exp($1) + .5 }')
expect 0 'UTF-8 as windows-1252' '"$U" --explain moji'
out_is 'UTF-8 as windows-1252: text' "moji:1: mojibake/utf-8>windows-1252: Ã© → é (99 %, bytes 6-10)
    text that was read in the wrong encoding; --fix=-mojibake leaves it
    It was utf-8, read as windows-1252: é is C3 A9, and that is Ã© there.
    The same would come of ISO-8859-14, ISO-8859-15, windows-1254;
    the whole line, and how common each mistake is, speak for windows-1252.
    It is some $times times ($nats nats) likelier than --confidence needs.
moji:2: mojibake/utf-8>windows-1252: Ã© → é (99 %, bytes 25-29)
moji:2: mojibake/utf-8>windows-1252: Ã© → é (99 %, bytes 37-41)"
if command -v iconv >/dev/null; then
	for encoding in ISO-8859-14 ISO-8859-15 CP1254; do
		is "UTF-8 as windows-1252: $encoding" Ã© \
		    "$(printf 'é' | iconv -f $encoding -t UTF-8)"
	done
fi
expect 0 'quiet' '"$U" -q --explain moji'
is 'quiet: no lessons' 3 "$(wc -l <out | tr -d ' ')"
is 'quiet: the same otherwise' '' "$("$U" --explain moji | grep -v '^    ' | diff - out)"
"$U" --explain moji >all
gives 'threads' all '"$U" --explain -T2 moji'

expect 0 'layers' '"$U" --explain twice'
is 'layers: told once' '9:    It is the next layer: what the first repair made was garbled, too.' \
    "$(grep -n 'next layer' out)"

# Other ways: each character is followed through the encodings that are named.
# way INPUT: the line of it
way() {
	"$U" --explain "$test_root/samples/garbled/$1.in" | grep 'It was' | head -n 1
}
is 'way: Cyrillic' '    It was koi8-r, read as windows-1251: С is F3, and that is у there.' \
    "$(way mixup-koi8-r)"
is 'way: UTF-8 as Cyrillic' '    It was utf-8, read as windows-1251: В is D0 92, and that is Р’ there.' \
    "$(way mojibake-russian)"
is 'way: several bytes' '    It was euc-kr, read as windows-1252.' \
    "$(way mixup-euc-kr)"
is 'no other encoding' 1 "$("$U" --explain "$test_root/samples/garbled/mojibake-russian.in" |
    grep -c '^    No other encoding takes these bytes for Р’Рѕ\.$')"

# The second best of what bytes were read as, and how far it is behind: as
# --detect has it.
printf 'P\370\355li\271 \276lu\273ou\350k\375 k\371\362\n' >czech
expect 0 'runner-up' '"$U" --explain czech'
second=$("$U" --detect -v czech | sed -n 3p)
nats=$(echo "$second" | cut -f 5)
out_is 'runner-up: text' "czech:1: 1 line read as ISO-8859-2, by its letters (99 %, cs)
    Next best: $(echo "$second" | cut -f 2), more than 1000 times less likely ($nats nats)."
printf '\364\372\n' >short
second=$("$U" --detect -v short | sed -n 3p)
times=$(echo "$second" | awk -F '\t' '{ printf "%d", exp($5) + .5 }')
expect 0 'runner-up, nearer' '"$U" --explain short'
is 'runner-up, nearer: how many times' 1 \
    "$(grep -c "Next best: [^ ]*, some $times times less likely" out)"
is 'none comes near' '    No other encoding comes near.' \
    "$("$U" --explain "$test_root/samples/garbled/windows-1251.in" | sed -n 2p)"

# Scores that stand in the line are told of, once for all rules.
spun >spun
expect 0 'scores' '"$U" --explain spun'
is 'scores: once' 1 "$(grep -c '^    margin: ' out)"
is 'scores: and what refuses it' 1 "$(grep -c '^    words .*; --fix=-words leaves it$' out)"
printf 'caf%%C3%%A9\n' >escaped
expect 0 'on request' '"$U" --explain --fix=+escapes escaped'
is 'on request: how it stays' 1 \
    "$(grep -c '^    characters .*; --fix=+escapes asked for it$' out)"

expect 0 'clean' 'echo clean | "$U" --explain'
out_is 'clean: nothing' ''

finish
