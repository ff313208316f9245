# looks.sh - what ways of looking show of a few files, whole
. tests/cli/lib.sh
cd "$W" || exit 1

bad=$(printf 'caf\303\203\302\251')
kinds
printf '\357\273\277caf\303\251\nplain\n' >bom
odd=$(printf 'odd\351\n"\\\303\251\033')
cp latin "$odd"
printf '\317\360\350\342\345\362, \354\350\360! \312\340\352 \344\345\353\340?\n' >cyrillic
cat cyrillic latin bom >mixed
set -- moji latin invalid bom ascii "$odd" cyrillic mixed

# Each with all repairs, in one encoding or many, and in every way.
tidy='--fix=all --confidence=.5 --invisible=strip --eol=lf'
wanted check '"$U" --check "$@"' "$@"
wanted check-tidy '"$U" --check $tidy moji latin invalid'
wanted check-color '"$U" --check --color=always moji latin'
wanted check-stats '"$U" --check -v --stats "$@" zero missing 2>&1 |
    sed "s|^\(ungarble: \)[0-9.]* s, [0-9.]* .*B/s|\1TIME|"' "$@"
wanted list '"$U" -l "$@" zero' "$@"
wanted explain '"$U" --explain "$@"' "$@"
wanted explain-tidy '"$U" --explain --color=always $tidy moji bom'
wanted explain-invalid '"$U" --explain -f utf-8 --invalid=escape invalid latin'
wanted detect '"$U" --detect "$@" zero' "$@"
wanted detect-v '"$U" --detect -v "$@"' "$@"
wanted detect-json '"$U" --detect --format=json "$@" zero' "$@"
wanted detect-json-v '"$U" --detect -v --format=json latin mixed ascii'
wanted report '"$U" -q --report=r "$@" >text; sed 1d r; cat text' "$@"
wanted report-tidy '"$U" -q --report=- $tidy moji invalid 2>&1 >text |
    sed 1d; cat text'
wanted stats-json '"$U" -q --stats=json "$@" 2>&1 >text |
    sed "s/\"seconds\":.*/TIME/"' "$@"
wanted diff '"$U" --diff "$@"' "$@"
wanted diff-color '"$U" --diff --color=always "$@"' "$@"
wanted diff-tidy '"$U" --diff --color=always $tidy moji invalid bom'

# Hunks: three lines around, joined where six or fewer are between them.
for between in 5 6 7; do
	{
		seq 9
		echo "$bad"
		seq $between
		echo "$bad and $bad"
		seq 4
		printf '%s' "$bad"
	} >hunks
	wanted diff-$between '"$U" --diff hunks'
done
# Lines that are long: what differs, with so much around it as is shown.
for n in 39 40 41 79 80 81 82 400; do
	awk -v n=$n -v bad="$bad" 'BEGIN {
		for (i = 0; i < n; i++) printf "%s", i % 9 ? "x" : " "
		printf " %s ", bad
		for (i = 0; i < n; i++) printf "%s", i % 7 ? "\303\251" : " "
		printf " %s ", bad
		for (i = 0; i < n; i++) printf "%s", i % 5 ? "y" : " "
		print ""
	}'
done >long
wanted diff-long '"$U" --diff --color=always long'
wanted check-long '"$U" --check long'
# The last line, which does not end, as context and in another encoding.
{ echo "$bad"; printf 'last'; } >unended
printf '\377\376c\000a\000f\000\351\000\n\000x\000' >wide
printf '\377\376c\000a\000f\000\351\000\n\000' >wider
wanted diff-unended '"$U" --diff --color=always unended wide wider'
# Longer than are kept: shown piece by piece, as far as there is room.
awk -v bad="$bad" 'BEGIN {
	for (i = 0; i < 70000; i++) printf "x%s", i % 50 ? "" : " "
	for (n = 78; n < 83; n++) {
		printf " %s ", bad
		for (i = 0; i < n - 5; i++) printf "y"
		printf " %s ", bad
		for (i = 0; i < n / 2; i++) printf "\303\251"
	}
	for (i = 0; i < 70000; i++) printf "z%s", i % 50 ? "" : " "
	print ""
	print "one"
	for (i = 0; i < 70000; i++) printf "\303\251%s", i % 50 ? "" : " "
	print "\n" bad
	print bad > "after"
}' >endless
cat endless after >long
wanted diff-endless '"$U" --diff --color=always long'
awk -v bad="$bad" 'BEGIN { for (i = 0; i < 30000; i++) printf "%s %d ", bad, i
}' >full
wanted diff-full '"$U" --diff --color=always full | cut -b 1-200 | tail -n 2
    "$U" --diff full | wc -c | tr -d " "'
# What is told of a line in code points, and where there are too many.
{
	printf 'caf\303\203\302\251 caf\303\203\302\251 na\303\203\302\257ve\n'
	printf '\303\203\302\250 \303\203\302\251 \303\203\302\252 \303\203\302\253 \303\203\302\254 \303\203\302\255 \303\203\302\256 \303\203\302\257\n'
	printf '\303\246\302\210\302\221\303\244\302\273\302\254\303\246\302\230\302\216\303\245\302\244\302\251\n'
} >points
wanted diff-points '"$U" --diff --color=always points'
wanted diff-bytes '"$U" --diff --color=always invalid latin; "$U" --diff zero'

finish
