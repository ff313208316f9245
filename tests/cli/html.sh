# html.sh - --report-html: a page that is whole whatever stands in it
. tests/cli/lib.sh
cd "$W" || exit 1
if ! command -v jq >/dev/null; then
	echo 'jq is missing'
	exit 77
fi

if command -v xmllint >/dev/null; then
	well_formed() { xmllint --noout --huge "$1"; }
elif command -v python3 >/dev/null; then
	well_formed() {
		python3 -c 'import sys
from xml.parsers import expat
expat.ParserCreate().ParseFile(open(sys.argv[1], "rb"))' "$1"
	}
else
	skip 'well-formed' 'neither xmllint nor python3 is there'
	well_formed() { :; }
fi

# text: with what stands for signs in HTML undone
text() {
	sed "s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&#39;/'/g; s/&amp;/\&/g"
}

# rows PAGE: of each edit the line of the report that is in its row
rows() { sed -n 's/^<tr data-e="//p' "$1" | text; }

# edits REPORT: the lines that these are to be
edits() { jq -c 'select(.type == "edit" and .step > 0)' "$1"; }

# page NAME: p is whole, and has the edits that r tells of
page() {
	ok "$1: well-formed" well_formed p
	rows p | jq -c . >page.rows
	edits r >page.edits
	ok "$1: edits" diff page.edits page.rows
	is "$1: one script" 1 "$(grep -o '<script' p | wc -l | tr -d ' ')"
	is "$1: printable" '' "$(tr -d '\n\t' <p | grep -a \
	    "[[:cntrl:]]\\|$(printf '\302[\200-\237]\\|\342\200[\216\217\250-\256]')")"
}

bad=$(printf 'caf\303\203\302\251')
printf 'Le %s <du> coin.\n' "$bad" >moji
printf 'plain\n' >ascii
printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\n' >latin
printf 'caf\303\251 \342\202 \303\251t\303\251\n' >invalid
printf 'caf\303\203\302\203\303\202\302\251 caf\303\203\302\203\303\202\302\251\n' \
    >twice
spun >spun

# What it says is what the report says.
for file in moji ascii latin invalid twice spun; do
	"$U" -q $file >whole
	expect 0 "$file" '"$U" -q --report-html=p --report=r '$file
	ok "$file: text" cmp whole out
	page "$file"
	is "$file: named" 1 "$(grep -c "<h3 id=\"[0-9]*\">$file</h3>" p)"
done
"$U" -q --report-html=p moji >out
ok 'moji: around' grep -q -F \
    '<td class="b">Le caf<mark title="U+00C3 U+00A9">Ã©</mark> &lt;du&gt; coin.</td><td class="a">Le caf<mark title="U+00E9">é</mark> &lt;du&gt; coin.</td>' p
ok 'moji: place' grep -q -F '<td class="n p">1:7</td>' p
ok 'moji: count' grep -q -F \
    '<th scope="row">mojibake/<wbr/>utf-8&gt;<wbr/>windows-1252</th><td class="n">1</td>' p
ok 'moji: sum' grep -q -F '1 file, 1 changed; 22 bytes in, 20 bytes out, 1 line, 1 edit.' p
printf 'It is so far %s and it is very very far to go from %s and on to where %s it ends.\n' \
    "$bad" "$bad" "$bad" >amid
"$U" -q --report-html=p amid >out
is 'amid a line: around' '… and it is very very far to go from caf[é] and on to where café it ends.' \
    "$(grep '>1:60<' p | sed 's/.*<td class="a">//; s/<mark[^>]*>/[/; s/<.mark>/]/; s/<.*//')"
"$U" -q --report-html=p latin >out
ok 'latin: read as' grep -q '<td class="w" colspan="2">1 line read as windows-1252' p
ok 'latin: encoding' grep -q '<th scope="row">windows-1252</th><td class="n">29</td>' p
"$U" -q --report-html=p invalid >out
ok 'invalid: bytes' grep -q -F '<mark title="bytes E2 82">\xE2\x82</mark>' p
is 'invalid: nothing to tick' '' "$(rows p)"

# It goes with whatever else looks or writes.
expect 1 '--check' '"$U" --check --report-html=p --report=r moji latin'
page '--check'
expect 1 '--diff' '"$U" --diff --report-html=p --report=r moji latin'
page '--diff'
expect 1 '-l' '"$U" -l --report-html=p --report=r moji latin'
page '-l'
expect 0 '--detect' '"$U" --detect --report-html=p latin'
ok '--detect: encoding' grep -q 'read as windows-1252' p
expect 0 '-o' '"$U" -q -o o --report-html=p --report=r moji latin'
page '-o'
cp moji there
expect 0 '-i' '"$U" -q -i --report-html=p --report=r there'
page '-i'
ok '-i: around' grep -q -F '</mark> &lt;du&gt; coin.' p
expect 0 '-T' '"$U" -q -T2 --report-html=p --report=r moji latin spun'
page '-T'
printf '{"a":"%s","b":1}\n{"a":"x"}\n' "$bad" >lines
expect 0 '--jsonl' '"$U" -q --jsonl --report-html=p --report=r lines'
page '--jsonl'
ok '--jsonl: edit' grep -q '<tr data-e=' p
printf 'a,b\n"%s",x\n' "$bad" >table
expect 0 '--csv' '"$U" -q --csv=a --report-html=p --report=r table'
page '--csv'
ok '--csv: edit' grep -q '<tr data-e=' p
expect 0 'stderr' '"$U" -q --report-html=- moji 2>p'
ok 'stderr: well-formed' well_formed p
expect 2 'stderr closed' '"$U" -q --report-html=- moji 2>&-'
expect 2 'stderr full' '"$U" -q --report-html=- moji 2>/dev/full'
expect 2 'progress on stderr' '"$U" --progress --report-html=- moji'
err_has 'progress on stderr: message' \
    '^ungarble: --progress: does not go together with --report-html=-'
expect 2 'two on stderr' '"$U" --report=- --report-html=- moji'
err_has 'two on stderr: message' '^ungarble: --report-html=-: does not go'

# Several files, each named; standard input; one that is not there.
expect 2 'several' '"$U" -q --report-html=p --report=r moji none ascii - spun <latin'
page 'several'
is 'several: named' 'moji ascii standard input spun' \
    "$(sed -n 's/^<section.*<h3 id="[0-9]*">\(.*\)<\/h3>$/\1/p' p |
    tr '\n' ' ' | sed 's/ $//')"
ok 'several: sum' grep -q '^<p>4 files, 3 changed, 1 failed; ' p

# A report that is taken from the page is one that --apply takes.
{
	sed -n 's/.*<main id="page" data-first="//p' p | text
	rows p | sed 2d
} >taken
expect 0 'taken' '"$U" -q --report=r2 --apply=taken moji ascii - spun <latin'
edits r2 | jq -c '[.file, .in_at, .rule, .before, .after]' >made
ok 'taken: all of it, and nothing else' sh -c 'sed 1d taken |
    jq -c "[.file, .in_at, .rule, .before, .after]" | diff - made'

# Names and text of others stay text.
name='<h3><script>alert(1)<!--"'\''&<img src=x onerror=alert(1)>.txt'
{
	printf '</script><img src=x onerror="alert(1)"> %s\n' "$bad"
	printf '<!--\033[2J\007 %s ]]> \342\200\256 &lt; %s\n' "$bad" "$bad"
	printf '" onmouseover="alert(1) %s '\'' \302\205 \001\n' "$bad"
	printf 'caf\303\251 <b>\377\376</b> \355\240\200 & %s\n' "$bad"
	printf '\001<script>alert(2)</script>%s\302\200\n' "$bad"
} >"$name"
expect 0 'hostile' '"$U" -q --fix=all --report-html=p --report=r "$name"'
page 'hostile'
ok 'hostile: edits' [ "$(rows p | wc -l)" -ge 5 ]
is 'hostile: no element of it' '' "$(grep -i '<img\|<b>\|<!--\|]]>.' p |
    grep -v '^/\*]]>\*/</script>$')"
is 'hostile: no value of it' '' "$(sed '/^<script>/,$d' p |
    tr '\n' ' ' | sed 's/"[^"]*"//g' | grep -o -i '<[^>]* on[a-z]*=')"
ok 'hostile: named' grep -q -F '&lt;h3&gt;&lt;script&gt;alert(1)&lt;!--' p
is 'hostile: named in the rows' "$name" "$(rows p | head -n 1 | jq -r .file)"
odd=$(printf 'f\351<"\\x\n\033')
cp moji "$odd"
expect 0 'odd name' '"$U" -q --report-html=p --report=r "$odd"'
page 'odd name'
head -c 20000 /dev/urandom >random
for options in '--binary=pass' '-f windows-1252 --fix=all --guess' '-f utf-8'; do
	expect 0 "random bytes $options" \
	    '"$U" -q '"$options"' --report-html=p --report=r random'
	page "random bytes $options"
done
{
	i=0
	while [ $i -lt 400 ]; do
		printf '%s <%s> & ' "$bad" "$i"
		i=$((i + 1))
	done
	echo
} >long
expect 0 'a long line' '"$U" -q --report-html=p --report=r long'
page 'a long line'

# The style and the script are the ones that the page allows itself.
# hash OPEN CLOSE: SHA-256 of what is between, in base 64
hash() {
	awk -v from="$1" -v to="$2" '
		index($0, to) && on {
			printf "%s", substr($0, 1, index($0, to) - 1)
			exit
		}
		on { print }
		index($0, from) == 1 && !on { on = 1; print substr($0, length(from) + 1) }
	' p | sha256sum | cut -c 1-64 | awk '{
		digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
		$0 = $0 "00"
		for (i = 1; i <= length; i += 3) {
			n = 0
			for (j = 0; j < 3; j++)
				n = n * 16 + index("0123456789abcdef", substr($0, i + j, 1)) - 1
			out = out substr(digits, int(n / 64) + 1, 1) substr(digits, n % 64 + 1, 1)
		}
		print substr(out, 1, 43) "="
	}'
}
if command -v sha256sum >/dev/null; then
	ok 'hash of the style' grep -q -F \
	    "style-src 'sha256-$(hash '<style>' '</style>')'" p
	ok 'hash of the script' grep -q -F \
	    "script-src 'sha256-$(hash '<script>' '</script>')'" p
else
	skip 'hashes' 'sha256sum is not there'
fi
is 'nothing from elsewhere' '' "$(grep -o \
    'src=[^ >]*\|href="[^#"][^"]*\|url([^)]*\|http[s:][^ ]*' p)"

# However much there is, the page is of one size; the first of each rule are
# there, and the counts and the map are of all.
{
	yes "$bad" | head -n 60000
	printf 'it\342\200\231s \302\223quoted\302\224\n'
} >many
expect 0 'many' '"$U" -q --report-html=p many'
ok 'many: well-formed' well_formed p
is 'many: rows' 5002 "$(rows p | wc -l | tr -d ' ')"
ok 'many: of the other rule' grep -q '^<tr data-e=.*&quot;rule&quot;:&quot;c1/' p
ok 'many: told' grep -q -F '>55,000 more of this file are counted, but not' p
is 'many: the most come first' '60,000 2' "$(sed -n '/class="rules"/,/<.table>/p' p |
    sed -n 's/^<tr>.*<td class="n">\([0-9,]*\)<.*/\1/p' | head -n 3 | tr '\n' ' ' |
    sed 's/ $//')"
ok 'many: sum' grep -q -F '>55,000 more changes are counted' p
ok 'many: counted' grep -q -F \
    '<th scope="row">mojibake/<wbr/>utf-8&gt;<wbr/>windows-1252</th><td class="n">60,000</td>' p
# lane NAME: what its bins have, taken together, and what they are
lane() {
	grep -F "<th scope=\"row\">$1</th><td><svg" p | tr '<' '\n' |
	    sed -n 's/^title>.*: \([0-9,]*\) \(change\|byte\)s*$/\1 \2/p' |
	    tr -d , | awk '{ n += $1; what = $2 } END { print n, what }'
}
is 'many: map' '60000 change' "$(lane mojibake)"
ok 'many: how sure' grep -q \
    'aria-label="60,002 changes, the least sure 95 %, half of them up to 99 %"' p
n=$(wc -c <many)
ok 'many: end of the map' grep -q "byte 0 to $(echo "$n" |
    sed 's/\(...\)$/,\1/')," p
size=$(wc -c <p)
expect 0 'endless' 'yes "$bad" | head -n 600000 | "$U" -q --report-html=p2'
ok 'endless: no larger' [ "$(wc -c <p2)" -lt $((size + 2000)) ]
i=0
mkdir files
while [ $i -lt 700 ]; do
	printf 'Le %s\n' "$bad" >"files/$i"
	i=$((i + 1))
done
expect 0 'many files' '"$U" -q -r --report-html=p files'
ok 'many files: well-formed' well_formed p
is 'many files: shown' 500 "$(grep -c '<section class="file"' p)"
ok 'many files: told' grep -q -F '>200 more files counted, but not shown.' p
# The same of edits that are long, which are shown as far as one can look at.
zhong=$(printf '\303\246\302\210\302\221\303\244\302\273\302\254\303\246\302\230\302\216\303\245\302\244\302\251\303\245\302\216\302\273\303\245\302\255\302\246\303\246\302\240\302\241')
awk -v zhong="$zhong" 'BEGIN {
	for (i = 0; i < 90; i++) {
		for (j = 0; j < 1000; j++)
			printf "%s", zhong
		print ""
	}
}' >huge
expect 0 'long edits' '"$U" -q --report-html=p --report=r huge'
ok 'long edits: well-formed' well_formed p
ok 'long edits: there are' [ "$(rows p | wc -l)" -ge 40 ]
ok 'long edits: told of the others' grep -q 'more changes are counted' p
ok 'long edits: shown in part' [ "$(sed -n 's/^"><td class="t">//p' p |
    awk 'length > n { n = length } END { print n + 0 }')" -lt 6000 ]
is 'long edits: whole characters' 0 "$(grep -c '\\x' p)"
is 'long edits: code points' 16 "$(grep -o -m 1 '<mark title="[^"]*…"' p |
    head -n 1 | grep -o 'U+' | wc -l | tr -d ' ')"
ok 'long edits: the first ones' sh -c 'n=$(sed -n "s/^<tr data-e=//p" p | wc -l)
    [ "$n" -lt "$(grep -c "\"type\":\"edit\"" r)" ]'
ok 'long edits: no larger' [ "$(wc -c <p)" -lt 12000000 ]

# The map has its marks where the damage is.
{
	echo "$bad"
	yes 'nothing here' | head -n 30000
	echo "$bad"
} >ends
expect 0 'map' '"$U" -q --report-html=p ends'
is 'map: first and last' '<rect x="0" <rect x="95"' \
    "$(grep '<th scope="row">mojibake</th><td><svg' p |
    grep -o '<rect x="[0-9]*"' | tr '\n' ' ' | sed 's/ $//')"

# What is read otherwise covers as many bytes as there are.
{
	yes 'nothing here' | head -n 999
	yes "$(cat latin)" | head -n 1000
	yes 'nothing here' | head -n 20000
} >covers
expect 0 'map: read' '"$U" -q --report-html=p --report=r covers'
is 'map: read' "$(jq -s 'map(select(.type == "span").in_len) | add' r) byte" \
    "$(lane 'decode/<wbr/>windows-1252')"
ok 'map: read: where' grep -q 'windows-1252</th><td><svg[^>]*><rect x="3"' p

# What cannot be written is trouble, and told.
expect 2 'no folder' '"$U" --report-html=none/p moji'
err_is 'no folder: message' 'ungarble: none/p: no such file or directory'
out_is 'no folder: nothing is done' ''
device 7
if [ -n "$device" ]; then
	expect 2 'a full disk' '"$U" -q --report-html="$device" moji'
	err_is 'a full disk: message' \
	    "ungarble: $device: no space left on device"
	expect 2 'a full disk, endless' \
	    'yes "$bad" | timeout 60 "$U" -q --report-html="$device" >/dev/null'
	expect 2 'a full disk, later' '"$U" -q --report-html="$device" many >text'
	ok 'a full disk, later: it ends there' [ "$(wc -c <text)" -lt 300000 ]
	echo before >text
	expect 2 'a full disk, -o' \
	    '"$U" -q --report-html="$device" -o text moji'
	is 'a full disk, -o: stays' before "$(cat text)"
	cp moji there
	expect 2 'a full disk, -i' '"$U" -q --report-html="$device" -i many'
fi
cp moji p
expect 2 'the input' '"$U" --report-html=p p'
err_is 'the input: message' 'ungarble: p: is also an input; nothing was done'
ok 'the input: stays' cmp moji p
expect 2 'the input, new' '"$U" -i --report-html=new new'
err_is 'the input, new: message' 'ungarble: new: is also the output'
ok 'the input, new: whole' well_formed new
expect 2 'the output' '"$U" --report-html=p -o p moji'
err_is 'the output: message' \
    'ungarble: p: is both output and report; nothing was done'
expect 2 'the other report' '"$U" --report-html=p --report=p moji'
err_is 'the other report: message' \
    'ungarble: p: is both reports; nothing was done'
expect 2 'the journal' '"$U" --report-html=p --journal=p moji'
err_is 'the journal: message' \
    'ungarble: p: is both report and journal; nothing was done'
"$U" -q --report=r moji >whole
expect 2 'the report to apply' '"$U" --report-html=r --apply=r moji'
ok 'the report to apply: stays' [ -s r ]
expect 2 'a part' '"$U" --shard=1/2 --report-html=p moji'
err_has 'a part: message' '^ungarble: --shard: goes with writing and --report'
expect 2 '--restore' '"$U" --restore=x --report-html=p moji'

finish
