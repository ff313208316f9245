# diff.sh - --diff: hunks, lines of all kinds, colours; nothing drives a terminal
. tests/cli/lib.sh
cd "$W" || exit 1
bad=$(printf 'caf\303\203\302\251')
good=$(printf 'caf\303\251')

# Whole, as it is shown.
printf 'one\ntwo\nthree\nfour\nThe %s is\nfive\nsix\nseven\neight\n' "$bad" >a
expect 1 'a hunk' '"$U" --diff a'
out_is 'a hunk: text' "--- a
+++ a
@@ -2,7 +2,7 @@
 two
 three
 four
-The $bad is
+The $good is
 five
 six
 seven"
expect 1 'standard input' '"$U" --diff <a'
is 'standard input: name' '--- -' "$(head -n 1 out)"
expect 2 'several, one missing' '"$U" --diff a none a'
is 'several, one missing: the others' 2 "$(grep -c '^--- a$' out)"
cp a 'a b'
expect 1 'a name with a blank' '"$U" --diff "a b"'
is 'a name with a blank: a tab' '--- a b	' "$(head -n 1 out)"
expect 2 '--diff --check' '"$U" --diff --check a'
expect 3 'refused' 'printf "%s\nx\n\342\202 y\n" '"$bad"' |
    "$U" --diff -f utf-8 --invalid=fail'
is 'refused: what came before' "-$bad +$good" \
    "$(sed -n '/^[-+][^-+]/p' out | tr '\n' ' ' | sed 's/ $//')"

# Nothing to show.
printf 'plain\n%s\n' "$good" >same
: >empty
i=0
while [ $i -lt 40 ]; do
	printf '\0\1\2\377\376\200%d\0\0\3\4\377' $i
	i=$((i + 1))
done >binary
for file in same empty binary; do
	expect 0 "$file" '"$U" --diff '$file
	out_is "$file: nothing" ''
	err_is "$file: no messages" ''
done
expect 0 'binary, -v' '"$U" --diff -v binary'
err_has 'binary, -v: told' '^ungarble: binary: binary ('
out_is 'binary, -v: nothing' ''

# Hunks are where diff -u has them, whatever lies between two changes, and a
# patch makes of the input what the program makes of it.
awk -v bad="$bad" 'BEGIN {
	for (gap = 0; gap < 10; gap++)
		for (twice = 0; twice < 2; twice++) {
			print bad, gap
			for (i = 0; i < gap; i++)
				print "line", gap, i
		}
	print bad
}' >gaps
for lines in 1 2 3 4 5 6 7 8 20 60 200; do
	for from in head tail; do
		$from -n $lines gaps >part
		"$U" -q part >part.out
		expect 1 "$from $lines" '"$U" --diff part'
		cp out ours
		diff -u part part.out | sed -n '/^@@/p' >wanted
		ok "$from $lines: hunks" sh -c 'grep "^@@" ours | diff wanted -'
		if command -v patch >/dev/null; then
			cp part part.new
			ok "$from $lines: patch" patch -s part.new ours
			ok "$from $lines: patched" cmp part.new part.out
		fi
	done
done
command -v patch >/dev/null || skip patch 'patch is missing'

# The last line without its line feed.
printf 'x\n%s' "$bad" >cut
expect 1 'no line feed' '"$U" --diff cut'
out_is 'no line feed: text' "--- cut
+++ cut
@@ -1,2 +1,2 @@
 x
-$bad
\\ No newline at end of file
+$good
\\ No newline at end of file"
printf '%s\nx' "$bad" >cut
expect 1 'no line feed, in context' '"$U" --diff cut'
out_is 'no line feed, in context: text' "--- cut
+++ cut
@@ -1,2 +1,2 @@
-$bad
+$good
 x
\\ No newline at end of file"

# Bytes that are no UTF-8, carriage returns, other forms.
printf 'Le caf\351 est ferm\351 cet \351t\351.\r\n' >latin
expect 1 'bytes' '"$U" --diff latin'
out_is 'bytes: text' "--- latin
+++ latin
@@ -1 +1 @@
-Le caf\\xE9 est ferm\\xE9 cet \\xE9t\\xE9.\\x0D
+Le $good est ferm$(printf '\303\251 cet \303\251t\303\251').\\x0D"
printf '\303\251t\303\251 \342\202 \303\251t\303\251\n' >stray
expect 1 'stray bytes' '"$U" --diff stray'
is 'stray bytes: before' "-$(printf '\303\251t\303\251') \\xE2\\x82 $(printf \
    '\303\251t\303\251')" "$(sed -n 4p out)"
printf '\377\376o\0k\0\n\0x\0' >wide
expect 1 'UTF-16' '"$U" --diff wide'
out_is 'UTF-16: text' '--- wide
+++ wide
@@ -1,2 +1,2 @@
-\xFF\xFEo\x00k\x00\x0A\x00
+\u{FEFF}ok
-x\x00
\ No newline at end of file
+x
\ No newline at end of file'
printf '%s\rx\ry\r' "$bad" >mac
expect 1 'carriage returns' '"$U" --diff mac'
is 'carriage returns: lines' '@@ -1,3 +1,3 @@' "$(sed -n 3p out)"
printf 'a\tb %s\tx\n' "$bad" >tabs
expect 1 'tabs' '"$U" --diff tabs'
is 'tabs: as they are' "-a	b $bad	x" "$(sed -n 4p out)"
# U+00A0, U+2009, U+202F
nbsp=$(printf '\302\240') thin=$(printf '\342\200\211') narrow=$(printf '\342\200\257')
printf 'a%sb%s%s %s\n' "$nbsp" "$thin" "$narrow" "$bad" >blanks
expect 1 'blanks' '"$U" --diff blanks'
is 'blanks: as they are' "-a${nbsp}b$thin$narrow $bad" "$(sed -n 4p out)"
printf 'a\302b\240%s\n' "$bad" >halves
expect 1 'blanks in halves' '"$U" --diff -f utf-8 halves'
is 'blanks in halves: bytes' "-a\\xC2b\\xA0$bad" "$(sed -n 4p out)"

# A long line is shown around its changes, and no line is endless.
words=$(awk 'BEGIN { for (i = 0; i < 2000; i++) printf "more and " }')
printf 'x\n%s%s, %s%s\ny\n' "$words" "$bad" "$words" "$bad" >long
expect 1 'a long line' '"$U" --diff long'
more=' more and more and more and more and '
is 'a long line: before' "-…$more$bad,${more}mo…$more$bad" "$(sed -n 5p out)"
is 'a long line: after' "+…$more$good,${more}mo…$more$good" "$(sed -n 6p out)"
printf 'x\n%s\n%s\ny\n' "$words" "$bad" >long
expect 1 'a long line in context' '"$U" --diff long'
is 'a long line in context: lines' " x| $(printf '%s' "$words" |
    head -c 256)…|-$bad|+$good| y|" "$(sed 1,3d out | tr '\n' '|')"
{
	awk 'BEGIN { for (i = 0; i < 300000; i++) printf "more and " }'
	printf '%s\n' "$bad"
} >endless
expect 1 'an endless line' '"$U" --diff endless'
ok 'an endless line: short' [ "$(wc -c <out)" -lt 400 ]
is 'an endless line: its change' "+…$more$good" "$(sed -n 5p out)"
awk -v bad="$bad" 'BEGIN { for (i = 0; i < 5000; i++) printf "%s ", bad }' >all
expect 1 'changes without end' '"$U" --diff all'
ok 'changes without end: cut' [ "$(wc -c <out)" -lt 12000 ]
is 'changes without end: both' 2 "$(grep -c '…$' out)"

# Where all lines change, hunks are cut, and count what is in them.
awk -v bad="$bad" 'BEGIN { for (i = 0; i < 60000; i++) print bad, "is", i }' \
    >many
expect 1 'many' '"$U" --diff many'
ok 'many: hunks' [ "$(grep -c '^@@' out)" -ge 2 ]
is 'many: lines' '' "$(awk '
	/^@@/ {
		if (left != 0)
			print "short: " header
		split($2, part, /[-,]/)
		if (part[2] != next_line + 1)
			print "starts: " $0
		next_line += part[3]
		left = 2 * part[3]
		header = $0
		next
	}
	NR > 2 { left-- }
	END { if (left != 0 || next_line != 60000) print "end: " header }' out)"

# A hunk that is over leaves before there is more.
mkfifo pipe
"$U" --diff <pipe >early &
pid=$!
exec 3>pipe
printf '%s\n1\n2\n3\n4\n5\n6\n7\n8\n' "$bad" >&3
ok 'early' soon 5 '[ -s early ]'
exec 3>&-
wait $pid
is 'early: status' 1 $?

# Colours, and nothing else that is not text.
esc=$(printf '\033')
expect 1 'colour' '"$U" --diff --color=always a'
ok 'colour: the same text' sh -c "sed 's/$esc\\[[0-9]*m//g; /^?/d' out >plain
    \"\$0\" --diff a | diff plain -" "$U"
is 'colour: before' "$esc[31m-The caf$esc[7m${bad#caf}$esc[27m is$esc[0m" \
    "$(sed -n 7p out)"
is 'colour: after' "$esc[32m+The caf$esc[7m${good#caf}$esc[27m is$esc[0m" \
    "$(sed -n 8p out)"
is 'colour: hunk' "$esc[36m@@ -2,7 +2,7 @@$esc[0m" "$(sed -n 3p out)"
is 'colour: code points' "$esc[36m?U+00C3 U+00A9 → U+00E9$esc[0m" \
    "$(sed -n 9p out)"
# points INPUT: those that are told of it, and what is marked
points() {
	printf "$1\n" >p
	"$U" --diff --color=always $2 p >out
	sed "s/$esc\\[7m/[/g; s/$esc\\[27m/]/g; s/$esc\\[[0-9]*m//g" out |
	    sed '1,3d'
}
is 'code points: bytes, each once' '-caf[\xE9] et th[\xE9] voil[\xE0]
+caf[é] et th[é] voil[à]
?E9 → U+00E9, E0 → U+00E0' "$(points 'caf\351 et th\351 voil\340' -flatin1)"
is 'code points: a pair' '-[Â¿]Qui[Ã©]n le abrir[Ã¡] la puerta?
+[¿]Qui[é]n le abrir[á] la puerta?
?U+00C2 U+00BF → U+00BF, U+00C3 U+00A9 → U+00E9, U+00C3 U+00A1 → U+00E1' \
    "$(points 'Â¿QuiÃ©n le abrirÃ¡ la puerta?')"
is 'code points: what is not to be seen' '-a[\u{200B}]b
+ab
?U+200B → nothing' "$(points 'a\342\200\213b' --invisible=strip)"
is 'code points: just text' 0 "$(tr -cd '\0' <out | wc -c | tr -d ' ')"
is 'code points: more than there is room for' \
    '?E9 → U+00E9, E0 → U+00E0, E8 → U+00E8, F4 → U+00F4, EA → U+00EA, …' \
    "$(points '\351tude \340tude \350tude \364tude \352tude \353tude' -flatin1 | grep '^?')"
is 'code points: of a long stretch' '?U+0420 U+2019 U+0420 U+0455 … → U+0412 U+043E U+0020 U+0434 …' \
    "$(cp "$test_root/samples/garbled/mojibake-russian.in" p
    "$U" --diff --color=always p | sed "s/$esc\\[[0-9]*m//g" | grep -m 1 '^?')"
spun >p
"$U" -q --diff --color=always p >out
is 'words: none' '' "$(grep "^$esc.36m?" out)"
is 'words: marked as a whole' yes "$(grep -q "$esc\\[7mmentioned$esc\\[27m" out &&
    grep -q "$esc\\[7msaid$esc\\[27m" out && echo yes)"
for mode in --check --explain; do
	expect $([ $mode = --check ] && echo 1 || echo 0) "colour, $mode" \
	    '"$U" '$mode' --color=always a latin'
	ok "colour, $mode: some" grep -q "^$esc\\[1ma$esc\\[0m:5:" out
	ok "colour, $mode: the same text" sh -c "sed 's/$esc\\[[0-9]*m//g' out \
	    >plain; \"\$0\" $mode a latin | diff plain -" "$U"
done
expect 1 'colour, never' 'TERM=xterm "$U" --diff --color=never a'
is 'colour, never: none' '' "$(grep "$esc" out)"
expect 1 'colour, auto' 'TERM=xterm "$U" --diff --color=auto a'
is 'colour, auto: none for a file' '' "$(grep "$esc" out)"
expect 2 'colour, a wrong word' '"$U" --color=sometimes a'
err_has 'colour, a wrong word: message' 'auto, always or never'
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	# terminal SETTINGS: how many lines have colours on a terminal
	terminal() {
		script -qec "env $1 '$U' --diff a" /dev/null </dev/null |
		    grep -c "$esc"
	}
	is 'a terminal' 6 "$(terminal 'TERM=xterm')"
	is 'a terminal, NO_COLOR empty' 6 "$(terminal 'TERM=xterm NO_COLOR=')"
	is 'a terminal, NO_COLOR' 0 "$(terminal 'TERM=xterm NO_COLOR=1')"
	is 'a terminal, dumb' 0 "$(terminal 'TERM=dumb')"
	is 'a terminal, none' 0 "$(terminal '-u TERM')"
else
	skip terminal 'script is missing'
fi

# No byte of input can drive the terminal: controls, marks of direction, what
# cannot be seen, tags, stray bytes; in lines that change, in lines beside, and
# in names.
{
	awk 'BEGIN {
		for (i = 1; i < 32; i++)
			printf "\\%03o%s\n", i, i == 10 ? "" : " c0"
		printf "\\177 del\n"
		for (i = 128; i < 160; i++)
			printf "a\\302\\%03oz c1\n", i
		for (i = 128; i < 256; i++)
			printf "a \\%03o z\n", i
		for (i = 139; i < 144; i++)
			printf "a\\342\\200\\%03oz wide\n", i
		for (i = 168; i < 176; i++)
			printf "a\\342\\200\\%03oz bidi\n", i
		for (i = 160; i < 176; i++)
			printf "a\\342\\201\\%03oz isolates\n", i
		for (i = 128; i < 192; i++)
			printf "a\\363\\240\\200\\%03oz tags\n", i
	}' | while read -r line; do
		printf "$line, caf\\303\\203\\302\\251 x\\n"
		printf "$line\\n"
	done
	printf '\357\273\277 \302\255 \342\200\213\033[2J\033]0;x\007\n'
} >hostile
cp hostile "$(printf 'n\033[2J\302\233\342\200\256')"
awk '{ printf "%s ", $0 }' hostile >hostile.long
# calm FILE: what is left of it that is neither text nor a colour
calm() {
	sed "s/$esc\\[[0-9]*m//g" "$1" | LC_ALL=C grep -a \
	    "[$(printf '\001-\010\013-\037\177')]\\|$(printf '\302[\200-\237\255]\\|\342\200[\213-\217\250-\256]\\|\342\201[\240-\257]\\|\363\240\\|\357\273\277')"
	tr -d '\000' <"$1" | cmp -s - "$1" || echo NUL
	iconv -f UTF-8 -t UTF-8 <"$1" 2>&1 >/dev/null
}
tr ' ' '\000' <hostile | head -n 40 >hostile.nul
for mode in --diff --check --explain -l --report=-; do
	for options in '' -fwindows-1252 -fbig5 --fix=all; do
		for color in always never; do
			(
				exec 2>err.$color
				"$U" -v $mode $options --color=$color hostile* n* -
			) <hostile >shown || [ $? = 1 ]
			is "calm: $mode $options $color: status" 0 $?
			cp shown shown.$color
			if [ "$mode" != --report=- ]; then
				is "calm: $mode $options $color" '' "$(calm shown)"
			fi
			is "calm: $mode $options $color: messages" '' \
			    "$(calm err.$color)"
		done
		[ "$mode" = --report=- ] || ok "calm: $mode $options: some" \
		    grep -q '1B.*2J' shown.never
		is "calm: $mode $options: no colours" '' \
		    "$([ "$mode" = --report=- ] || grep "$esc" shown.never)"
	done
done

finish
