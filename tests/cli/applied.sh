# applied.sh - what is said of reports line by line, whole
. tests/cli/lib.sh
mkdir "$W/d" && cd "$W/d" || exit 1

bad=$(printf 'caf\303\203\302\251')
printf '%s, %s\nand %s\n' "$bad" "$bad" "$bad" >a
cp a b
"$U" -q --report=whole a >text
head -n 1 whole >head
grep '"type":"edit"' whole >edits
sed -n 1p edits >edit

# each: each line as the second of a report; what it comes to is shown
each() {
	while IFS= read -r line; do
		printf '> %s\n' "$line"
		{ cat head; printf '%s\n' "$line"; } >r
		"$U" --apply=r a 2>&1
		printf '< %s\n' $?
	done
}
# edit SCRIPT: the line of an edit, changed by sed
edit() { sed "$1" edit; }
{
	edit ''
	edit 's/"type":"edit",//'
	edit 's/"type":"edit"/"type":"edits"/'
	edit 's/"type":"edit"/"type":"edi"/'
	edit 's/"type":"edit"/"type":1/'
	edit 's/"type":"edit"/"type":"span"/'
	edit 's/"type":"edit"/"type":"finding"/'
	edit 's/"type":"edit"/"type":"total"/'
	edit 's/"type":"edit"/"type":null/'
	for key in file rule before after record step in_at in_len; do
		edit "s/\"$key\":/\"no_$key\":/"
		edit "s/\"$key\":/\"$key\":0,\"$key\":/"
		edit "s/\"$key\":/\"$key\":\"x\",\"$key\":/"
		edit "s/\"$key\":\"[^\"]*\"/\"$key\":0/"
		edit "s/\"$key\":[0-9]*/\"$key\":\"0\"/"
		edit "s/\"$key\":[0-9]*/\"$key\":-1/"
		edit "s/\"$key\":[0-9]*/\"$key\":9/"
		edit "s/\"$key\":\"[^\"]*\"/\"$key\":\"x\"/"
	done
	edit 's/"at":[0-9]*/"at":"another"/; s/"margin":[0-9]*/"margin":[1]/'
	edit 's/"step":[0-9]*/"step":0/'
	edit 's/"step":[0-9]*/"step":2/'
	edit 's/"file":"a"/"file_bytes":"a"/'
	edit 's/"file":"a"/"file_bytes":"\\\\x61"/'
	edit 's/"file":"a"/"file_bytes":"\\\\x6"/'
	edit 's/"file":"a"/"file":"a","file_bytes":"a"/'
	edit 's/"file":"a"/"file":"\\u0061"/'
	edit 's/"before":"[^"]*"/"before_bytes":"\\\\xC3\\\\x83\\\\xC2\\\\xA9"/'
	edit 's/"before":"[^"]*"/"before_bytes":"\\\\xC3\\\\x83"/'
	edit 's/"before":"[^"]*"/"before_bytes":"\\\\xC"/'
	edit 's/"file":"a"/"file":"b"/'
	edit 's/"file":"a"/"file":"aa"/'
	edit 's/.$//'
	edit 's/$/x/'
	echo '{}'
	echo '[]'
	echo 'null'
	echo '{"report":1}'
	echo '{"report":2}'
	echo '{"report":"1"}'
	echo '{"type":"edit"}'
	echo
} >lines
wanted applied 'each <lines'

# first: each line as the first of a report that has no more
first() {
	while IFS= read -r line; do
		printf '> %s\n' "$line"
		printf '%s\n' "$line" >r
		"$U" --apply=r a 2>&1
		printf '< %s\n' $?
	done
}
wanted applied-first first <<'END'
{"report":1}
{"report":0}
{"report":2}
{"report":"1"}
{"report":1,"report":1}
{"ungarble":"9","report":1,"components":[]}
{"type":"edit","report":1}
{"type":"span"}
{}
[]
text

END
# report NAME FILE...: what it does with inputs
report() {
	echo "> $*"
	"$U" --apply="$@" 2>&1
	echo "< $?"
}
cat head edits edits >twice
cat head edits >there
{ cat head; echo; echo; cat edits; } >gaps
{ cat head edits; printf '{"type":"edit"'; } >cut
{ cat head; sed 2d edits; } >less
{ cat head edits; sed 's/"file":"a"/"file":"b"/' edits; } >both
{ cat head edits; sed '1d; s/"file":"a"/"file":"none"/' edits; } >none
{ cat head edits; sed 's/"in_at":[0-9]*/"in_at":99/' edits; } >lost
{ cat head edits; sed 's/"in_at":[0-9]*/"in_at":99/' edit; } >one
printf '' >empty
tr -d '\n' <head >unended
{ head -c 9000000 /dev/zero | tr '\0' ' '; echo; } >long
{ cat head; cat long; } >longer
wanted applied-reports 'report there a; report there - <a; report there b
    report there a b; report there a a; report twice a; report twice a a
    report twice a a a; report gaps a; report cut a; report less a
    report both a; report both a b; report both b a; report none a
    report lost a; report one a; report empty a; report unended a
    report head a; report head missing; report there missing a
    report long a; report longer a
    report one --check a; report one -l a; report one --diff a
    report one -q --exit-code a; report there -q --strict a'

finish
