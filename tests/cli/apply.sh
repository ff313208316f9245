# apply.sh - --apply: just the edits of a report that was looked through
. tests/cli/lib.sh
cd "$W" || exit 1
if ! command -v jq >/dev/null; then
	echo 'jq is missing'
	exit 77
fi

spun >spun
cat spun spun spun >spun.long
bad=$(printf 'caf\303\203\302\251')
good=$(printf 'caf\303\251')
twice=$(printf 'caf\303\203\302\203\303\202\302\251')
printf '%s, %s, %s\nplain\n%s %s %s\n%s %s\n' "$bad" "$bad" "$bad" \
    "$twice" "$twice" "$twice" "$twice" "$twice" >moji
printf 'Le caf\351 est ferm\351 cet \351t\351.\nEt le caf\303\203\302\251.\n' \
    >latin
printf 'caf\303\251 \303\251t\303\251\n\303\251t\303\251 \342\202 \303\251t\303\251 %s\n' \
    "$bad" >stray

# The whole of a report is what would be done anyway.
for file in spun spun.long moji latin stray; do
	for options in '' --no-memory --line-buffered; do
		"$U" -q $options --report=r $file >whole
		expect 0 "$file $options" '"$U" -q '"$options"' --apply=r '$file
		ok "$file $options: the same" cmp whole out
		err_is "$file $options: silent" ''
		expect 0 "$file $options, told" \
		    '"$U" -q '"$options"' --apply=r --report=r2 '$file
		ok "$file $options, told: the same" cmp r r2
	done
done
is 'reports: edits' yes "$("$U" -q --report=- spun.long 2>&1 >/dev/null |
    jq -s 'map(select(.type == "edit")) | if length > 20 then "yes"
    else length end' -r)"

# Without edits only the encoding is put right.
for file in spun moji latin; do
	"$U" -q --report=- $file 2>&1 >/dev/null |
	    jq -c 'select(.type != "edit")' >r
	"$U" -q --fix=encoding $file >whole
	expect 0 "$file, none" '"$U" -q --apply=r '$file
	ok "$file, none: text" cmp whole out
done

# An edit whose line is gone is not made, and the others are.
"$U" -q --report=r spun >whole
n=$(jq -c 'select(.type == "edit")' r | wc -l)
i=1
while [ $i -le "$n" ]; do
	jq -c 'select(.type == "edit")' r | sed ${i}d >r.edits
	{ head -n 1 r; cat r.edits; } >r.part
	expect 0 "without $i" '"$U" -q --apply=r.part spun'
	word=$(jq -r 'select(.type == "edit") | .after' r | sed -n ${i}p)
	is "without $i: one place" 1 "$(cmp -s out whole || echo 1)"
	"$U" -q --apply=r.part --report=- spun 2>&1 >/dev/null |
	    jq -c 'select(.type == "edit") | [.record, .in_at, .in_len, .rule,
	    .before, .after]' >told
	ok "without $i: told of the others ($word)" sh -c 'jq -c "[.record,
	    .in_at, .in_len, .rule, .before, .after]" r.edits | sort >wanted
	    sort told | diff wanted -'
	i=$((i + 1))
done
for file in spun spun.long; do
	for half in 0 1; do
		"$U" -q --report=r $file >whole
		jq -c 'select(.type == "edit")' r |
		    awk -v half=$half 'NR % 2 == half' >r.edits
		{ head -n 1 r; cat r.edits; } >r.part
		expect 0 "half of $file" '"$U" -q --apply=r.part --report=r2 '$file
		ok "half of $file: told" sh -c 'jq -c "[.in_at, .rule, .before,
		    .after]" r.edits | sort >wanted
		    jq -c "select(.type == \"edit\") | [.in_at, .rule, .before,
		    .after]" r2 | sort | diff wanted -'
		jq -j -n --rawfile text $file --slurpfile edits r.edits '
		    $edits | sort_by(-.in_at) | reduce .[] as $one ($text;
		    .[:$one.in_at] + $one.after +
		    .[$one.in_at + $one.in_len:])' >by.hand
		ok "half of $file: text" cmp by.hand out
	done
done

# In layers: the outer one alone, and what becomes of the inner one without it.
"$U" -q --report=r moji >whole
jq -c 'select(.type != "edit" or .step == 1)' r >r.part
expect 0 'the first layer' '"$U" --apply=r.part moji'
is 'the first layer: text' "$good, $good, $good
plain
$bad $bad $bad
$bad $bad" "$(cat out)"
jq -c 'select(.type != "edit" or .step > 1 or .record == 1)' r >r.part
expect 2 'the second layer' '"$U" --apply=r.part moji'
is 'the second layer: text' "$good, $good, $good" "$(head -n 1 out)"
is 'the second layer: message' "ungarble: r.part: line $(grep -n '"step":2' \
    r.part | head -n 1 | sed 's/:.*//'): this edit of moji did not come up, nor did $(($(
    grep -c '"step":2' r.part) - 1)) more" "$(cat err)"
echo before >text
expect 2 'the second layer, -o' '"$U" --apply=r.part -o text moji'
is 'the second layer, -o: stays' before "$(cat text)"
cp moji there
sed 's/"moji"/"there"/' r.part >r.there
expect 2 'the second layer, -i' '"$U" --apply=r.there -i there'
ok 'the second layer, -i: stays' cmp there moji
sed 's/"moji"/"there"/' r >r.there
expect 0 'all layers, -i' '"$U" -q --apply=r.there -i there'
ok 'all layers, -i: done' cmp there whole

# Other ways of looking at it.
"$U" -q --report=r latin >whole
jq -c 'select(.type != "edit")' r >r.part
expect 1 '--check' '"$U" --check --apply=r.part latin'
is '--check: spans alone' 'latin:1: decode/windows-1252' \
    "$(sed 's/\(2\): .*/\1/' out)"
expect 1 '--diff' '"$U" --diff --apply=r.part latin'
is '--diff: lines' 1 "$(grep -c '^+[^+]' out)"
expect 2 '--detect' '"$U" --detect --apply=r latin'
expect 2 '-l' '"$U" -l --apply=r moji'
is '-l: what is missing' "ungarble: r: line $(grep -n '"edit"' r |
    head -n 1 | sed 's/:.*//'): this edit of a file that was not read did not come up" \
    "$(cat err)"

# Several files, in one report or in several put together.
"$U" -q --report=r moji latin spun >whole
expect 0 'several' '"$U" -q --apply=r moji latin spun'
ok 'several: text' cmp whole out
for file in moji latin spun; do
	"$U" -q --report=r.$file $file >"whole.$file"
done
cat r.moji r.latin r.spun >r.all
expect 0 'put together' '"$U" -q --apply=r.all spun moji latin'
ok 'put together: text' sh -c 'cat whole.spun whole.moji whole.latin |
    cmp - out'
expect 2 'put together, one missing' '"$U" -q --apply=r.all moji latin'
err_has 'put together, one missing: message' \
    '^ungarble: r.all: line [0-9]*: this edit of a file that was not read did'
expect 0 'of another file: nothing' '"$U" -q --apply=r.part moji'
ok 'of another file: text' cmp moji out
expect 0 'twice' '"$U" -q --apply=r.moji moji moji'
ok 'twice: text' sh -c 'cat whole.moji whole.moji | cmp - out'
"$U" -q --report=r.twice moji moji latin moji >whole
expect 0 'told of twice' '"$U" -q --apply=r.twice moji moji latin moji'
ok 'told of twice: text' cmp whole out
expect 2 'told of twice, once there' '"$U" -q --apply=r.twice moji latin'
err_has 'told of twice, once there: message' \
    '^ungarble: r.twice: line [0-9]*: this edit of moji did not come up, nor'
cp moji there
"$U" -qi --report=r.there there there
cp there whole
cp moji there
expect 0 'twice in place' '"$U" -qi --apply=r.there there there'
ok 'twice in place: text' cmp whole there
sed 's/"record":1,/"record":9,/' r.there >r.part
cp moji there
expect 2 'twice in place, wrong' '"$U" -qi --apply=r.part there there'
ok 'twice in place, wrong: text' cmp moji there
is 'twice in place, wrong: told' 2 "$(grep -c 'this edit of there' err)"
"$U" -q --report=r.stdin <moji >whole
expect 0 'standard input' '"$U" -q --apply=r.stdin <moji'
ok 'standard input: text' cmp whole out
odd=$(printf 'f\351"\\x\n\033')
cp moji "$odd"
"$U" -q --report=r "$odd" >whole
expect 0 'odd name' '"$U" -q --apply=r "$odd"'
ok 'odd name: text' cmp whole out

# As an editor, or another program, may write it.
"$U" -q --report=r moji latin >whole
sed 's/:/ : /g; s/","/" , "/g; s/^{/ {	/; s/$/ \r/' r >r.blanks
sed 's/ : /:/g' r.blanks | sed 's/\(utf-8>\)/\\u0075tf\\u002d8>/' >r.other
printf '\n' >>r.other
expect 0 'other blanks and escapes' '"$U" -q --apply=r.other moji latin'
ok 'other blanks and escapes: text' cmp whole out
jq -ac . r >r.other
expect 0 'in ASCII' '"$U" -q --apply=r.other moji latin'
ok 'in ASCII: text' cmp whole out
jq -c '. + {"note": [{"by": null}, -1.5e3, true, "x"]}' r | sed 's/,"report":1/&/' \
    >r.other
expect 0 'more keys' '"$U" -q --apply=r.other moji latin'
ok 'more keys: text' cmp whole out

# Characters of one to four bytes, and those at the ends of such.
wide=$(printf '\303\260\305\270\313\234\342\202\254')
printf '%s %s, %s: \302\240 \337\277 \340\240\200 \357\277\274 \360\220\200\200 %s\n' \
    "$bad" "$wide" "$bad" "$wide" >wide
"$U" -q --report=r.wide wide >whole
jq -ac . r.wide >r.other
is 'in halves: some are' yes \
    "$(grep -q '"after":"[^"]*.ud83d.ude00' r.other && echo yes)"
expect 0 'in halves' '"$U" -q --apply=r.other wide'
ok 'in halves: text' cmp whole out
sed 's/\(ud[0-9a-f]*\)\\\(ud[0-9a-f]*\)/\U\1\E\\\U\2\E/g; s/\\U/\\u/g' \
    r.other >r.part
expect 0 'in capitals' '"$U" -q --apply=r.part wide'
ok 'in capitals: text' cmp whole out
mkdir -p in
cp wide in/wide
"$U" -q --report=r.other in/wide >whole
sed 's/in.wide/in\\\/wide/' r.other >r.part
expect 0 'a slash' '"$U" -q --apply=r.part in/wide'
ok 'a slash: text' cmp whole out

# What is damaged is refused before anything is done.
edit=$(grep -n '"edit"' r | head -n 1 | sed 's/:.*//')
# damaged NAME LINE SED-SCRIPT [WHY]
damaged() {
	sed "$3" r >r.bad
	echo before >text
	expect 2 "damaged: $1" '"$U" -q --apply=r.bad -o text moji latin'
	n_checks=$((n_checks + 1))
	grep -q "^ungarble: r.bad: line $2: ${4:-no object of JSON, or}" err ||
	    fail "damaged: $1" "$(cat err)"
	is "damaged: $1: nothing is done" before "$(cat text)"
}
damaged 'no first line' 1 1d 'the first line of a report is missing'
damaged 'another format' 1 '1s/"report":1/"report":2/' \
    'a report of another format'
damaged 'another format, further on' 3 '2{p;s/.*/{"report":2}/;}' \
    'a report of another format'
damaged 'cut' $edit "$edit"'s/..$//'
damaged 'cut in a string' $edit "$edit"'s/"after":".*/"after":"x/'
damaged 'more behind' $edit "$edit"'s/$/}/'
damaged 'two on a line' $edit "$edit"'{N;s/\n//;}'
damaged 'an array' $edit "$edit"'s/.*/[&]/'
damaged 'no JSON' 2 '2s/.*/hello/'
for key in rule after record step in_at in_len; do
	damaged "$key is missing" $edit "${edit}s/\"$key\":/\"x\":/" \
	    'an edit that lacks a key'
done
damaged 'no text' $edit "$edit"'s/"before":/"befor":/' \
    'an edit whose file, or text, cannot be read'
damaged 'both texts' $edit "$edit"'s/"before":/"before_bytes":"","before":/' \
    'an edit whose file, or text, cannot be read'
damaged 'a key twice' $edit "$edit"'s/"rule":/"rule":"x","rule":/' \
    'a key that is there twice'
damaged 'a number is none' $edit "$edit"'s/"in_at":/"in_at":-/' \
    'a value of another kind'
damaged 'a number too long' $edit "$edit"'s/"in_at":/"in_at":99999999999999999999/'
damaged 'a string is none' $edit "$edit"'s/"rule":"[^"]*"/"rule":null/' \
    'a value of another kind'
damaged 'half a character' $edit "$edit"'s/"after":"/&\\uD800/'
damaged 'the other half' $edit "$edit"'s/"after":"/&\\uDC00/'
damaged 'half a character, the last' $edit "$edit"'s/"after":"/&\\uDBFF/'
damaged 'the other half, the last' $edit "$edit"'s/"after":"/&\\uDFFF/'
damaged 'two first halves' $edit "$edit"'s/"after":"/&\\uD800\\uDBFF/'
damaged 'half, and another' $edit "$edit"'s/"after":"/&\\uD800\\uE000/'
damaged 'half, and an n' $edit "$edit"'s/"after":"/&\\uD800\\nDC00/'
damaged 'three digits' $edit "$edit"'s/"after":".*/"after":"\\u123/'
damaged 'no digits' $edit "$edit"'s/"after":"/&\\u00G0/'
damaged 'a control' $edit "$edit$(printf 's/"after":"/&\037/')"
damaged 'no such escape' $edit "$edit"'s/"after":"/&\\x41/'
damaged 'no type' 2 '2s/"type":"[^"]*",//' 'an object without a type'
damaged 'no such type' 2 '2s/"type":"[^"]*"/"type":"edits"/' 'no such type'
damaged 'too deep' 2 '2s/}$/,"x":[[[[[[[[]]]]]]]]}/'
damaged 'a number one too large' 2 '2s/}$/,"x":18446744073709551616}/'
sed '2s/}$/,"x":[[[[[[[{"":1}]]]]]]],"y":18446744073709551615}/' r >r.part
expect 2 'one deeper' '"$U" -q --apply=r.part moji latin'
sed '2s/}$/,"x":[[[[[[{"":1}]]]]]],"y":18446744073709551615}/' r >r.part
expect 0 'as deep, and as large, as may be' \
    '"$U" -q --apply=r.part moji latin'
damaged 'deep' 2 '2s/}$/,"x":[[[[[[[[[[]]]]]]]]]]}/'
sed "${edit}s/\"before\":\"[^\"]*\"/\"before_bytes\":\"\\\\\\\\x4\"/" r >r.bad
expect 2 'damaged: bytes' '"$U" -q --apply=r.bad moji latin'
err_has 'damaged: bytes' "line $edit: an edit whose file, or text"
: >r.bad
expect 2 'damaged: empty' '"$U" -q --apply=r.bad moji'
err_is 'damaged: empty: message' 'ungarble: r.bad: no report
ungarble: --apply takes what --report wrote'
expect 2 'missing' '"$U" -q --apply=none moji'
err_is 'missing: message' 'ungarble: none: no such file or directory'
expect 2 'a folder' '"$U" -q --apply=. moji'
err_is 'a folder: message' 'ungarble: .: is a directory'
{
	cat r
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "%0100d", 0 }'
} >r.bad
expect 2 'damaged: a line without end' '"$U" -q --apply=r.bad moji'
err_has 'damaged: a line without end' 'longer than any line'
expect 2 'also the report' '"$U" -q --apply=r --report=r moji'
err_has 'also the report: message' 'also the report to apply; nothing was done'
ok 'also the report: stays' [ -s r ]

# An edit that says something else is another one.
for change in 's/"in_at":/&1/' 's/"record":/&1/' 's/"in_len":/&1/' \
    's/"after":"/&x/' 's/"before":"/&x/' 's/"rule":"/&x/' 's/"file":"/&x/'; do
	sed "$edit$change" r >r.part
	expect 2 "changed, $change" '"$U" -q --apply=r.part moji latin'
	is "changed, $change: how many" 0 "$(grep -c 'nor did' err)"
	is "changed, $change: its line" "$edit" \
	    "$(sed 's/.*: line \([0-9]*\): .*/\1/' err)"
done
for change in 's/"out_at":/&1/' 's/"at":/&1/' 's/"step":/&1/' \
    's/"confidence":/&1/' 's/"margin":/&1/'; do
	sed "$edit$change" r >r.part
	expect 0 "no matter, $change" '"$U" -q --apply=r.part moji latin'
done

# As many as a report tells of, where they say the same.
jq -c '., select(.type == "edit")' r >r.part
expect 2 'each twice' '"$U" -q --apply=r.part moji latin'

# A long report.
awk -v bad="$bad" 'BEGIN { for (i = 0; i < 20000; i++) print bad, bad }' >many
"$U" --report=r many >whole
expect 0 'many' '"$U" --apply=r many'
ok 'many: text' cmp whole out
sed '30000d' r >r.part
expect 0 'many but one' '"$U" --apply=r.part many'
is 'many but one: lines' 1 "$(diff out whole | grep -c '^<')"

finish
