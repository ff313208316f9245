# words.sh - spun words: rows of one's own, other spinners, what is told
. tests/cli/lib.sh
cd "$W" || exit 1

{
	spun | sed '$s/$/ The wombat unit stayed/'
	echo 'open, and many younger individuals purchased a wombat unit.'
} >spun
cat >clean <<'END'
The council said on Tuesday that it would look again at the plan, and that
the wombat unit, which people like, would stay where it is.
END
cat >other <<'END'
We join profound neural networks with counterfeit consciousness to find a
bosom malignancy early. The flag to clamor ratio is low.
END
tab=$(printf '\t')

# A form that is taken away hides no shorter one.
printf -- '-photo voltaic\nphoto\tpicture\tword\tA0\n' >shorter.tsv
echo 'We saw the photo voltaic and the photo here.' >photo
expect 0 'a shorter form' '"$U" -q --lexicon=shorter.tsv photo'
is 'a shorter form' 'We saw the picture voltaic and the picture here.' \
    "$(cat out)"

# Clean text that passes by unread says the same as when all of it is read, as
# it is beside rows of one's own.
printf 'qwertz wombat\tx\n' >rows.tsv
unread() {
	name=$1
	"$U" spun unread.in >asleep 2>asleep.err
	"$U" --lexicon=rows.tsv spun unread.in >awake 2>awake.err
	ok "unread: $name" cmp asleep awake
	ok "unread: $name: told" diff asleep.err awake.err
}
many() {
	for i in 1 2 3 4 5 6 7 8 9 10; do cat clean; done
}
{ many; printf 'They saw the bosom\nThe cat sat on the mat.\n'
  echo 'malignancy was there, and a counterfeit consciousness.'; } >unread.in
unread 'a phrase that does not go on'
{ many; printf 'Go to www.example/bosom\nmalignancy was there, and a '
  echo 'counterfeit consciousness.'; } >unread.in
unread 'no word of it'
{ many; printf 'They saw the bosom\nmalignancy early, and a counterfeit '
  echo 'consciousness.'; } >unread.in
unread 'a phrase over two lines'
{ many; printf '.Bd -literal\nftp cs.edu\n'; cat spun; printf '.Ed\n'
  many; cat spun; } >unread.in
unread 'a display of roff'
{ printf '<style>\nb { c: d }\n</style>\n'; cat spun; } >unread.in
unread 'behind a block'

# What is said of words that were put back.
expect 0 'notice' '"$U" spun'
err_has 'notice: text' '^ungarble: spun text was found, and [0-9]* words or phrases in it put back; --check shows them, --fix=-words refuses them$'
is 'notice: lines' 1 "$(wc -l <err | tr -d ' ')"
expect 1 'notice: as many as there are' '"$U" --check spun'
is 'notice: as many as there are' "$(wc -l <out | tr -d ' ')" \
    "$("$U" spun 2>&1 >text | sed 's/.*found, and \([0-9]*\) .*/\1/')"
expect 0 'notice: one' 'echo "War in the Center East." | "$U"'
err_is 'notice: one: text' 'ungarble: spun text was found, and 1 word or phrase in it put back; --check shows them, --fix=-words refuses them'
expect 0 'notice: quiet' '"$U" -q spun'
err_is 'notice: quiet: text' ''
expect 0 'notice: clean' '"$U" clean'
err_is 'notice: clean: text' ''

# --explain has what each word and the text around it score.
expect 0 'explain' '"$U" --explain spun'
is 'explain: each line' '' "$(grep -v \
    '^spun:[0-9]*: words/[a-z]*: .* → .* ([0-9]* %, margin [0-9]*\.[0-9]\{3\}, gate [0-9]*\.[0-9]\{3\}, bytes [0-9]*-[0-9]*)$' out |
    grep -v 'words/article\|^    ')"
expect 0 'explain: others have none' \
    'printf "Le caf\303\203\302\251 du coin.\n" | "$U" --explain'
is 'explain: others have none' 1 \
    "$(grep -c '([0-9]* %, bytes 6-10)$' out)"
expect 0 'explain: no gate' 'echo "War in the Center East." | "$U" --explain'
is 'explain: no gate' 1 "$(grep -c '([0-9]* %, bytes 11-22)$' out)"

# Rows of one's own.
printf 'wombat unit\twarehouse\n' >add
printf -- '-photo voltaic\n-USA\tUnited States\n' >take
expect 0 'lexicon' '"$U" -q --lexicon=add spun'
is 'lexicon: added' 2 "$(grep -c 'warehouse' out)"
is 'lexicon: the others stay' "$("$U" -q spun | sed 's/wombat unit/warehouse/')" \
    "$(cat out)"
expect 0 'lexicon: clean text' '"$U" --lexicon=add clean'
out_is 'lexicon: clean text' "$(cat clean)"
expect 1 'lexicon: rule' '"$U" --check --lexicon=add spun'
is 'lexicon: rule' 'spun:7:57: words/own: wombat unit → warehouse
spun:8:48: words/own: wombat unit → warehouse' "$(grep wombat out)"
expect 0 'lexicon: taken' '"$U" -q --lexicon=take spun'
is 'lexicon: taken' 1 "$(grep -c 'photo voltaic' out)"
expect 0 'lexicon: two' '"$U" -q --lexicon=take --lexicon=add spun'
is 'lexicon: two' '1 2' "$(grep -c 'photo voltaic' out) $(grep -c warehouse out)"
printf 'wombat unit\twarehouse\tphrase\tA0\n' >sure
expect 0 'lexicon: without the gate' '"$U" -q --lexicon=sure clean'
is 'lexicon: without the gate' 1 "$(grep -c 'the warehouse, which' out)"
expect 0 'lexicon: again' '"$U" -q --lexicon=sure clean | "$U" -q --lexicon=sure'
is 'lexicon: again' 1 "$(grep -c 'the warehouse, which' out)"
expect 0 'lexicon: no memory' '"$U" -q --no-memory --lexicon=sure clean'
is 'lexicon: no memory' 1 "$(grep -c 'the warehouse, which' out)"
expect 0 'lexicon: refused' '"$U" --lexicon=sure --fix=-words clean'
out_is 'lexicon: refused' "$(cat clean)"
: >empty
expect 0 'lexicon: empty' '"$U" -q --lexicon=empty spun'
is 'lexicon: empty' "$("$U" -q spun)" "$(cat out)"

# What cannot be taken is told by file and line, and nothing is done.
printf '# one\nfilm\tmovie\nplay\n' >bad
expect 2 'malformed' '"$U" --lexicon=bad -o never --report=never.report clean'
err_is 'malformed: message' 'ungarble: bad: line 3: an original is missing
ungarble: ungarble_passes(7) tells how rows are written, under words'
out_is 'malformed: nothing is written' ''
is 'malformed: nothing is made' '' "$(find . -name 'never*')"
printf 'wombat\thttp://example.com/x\n' >address
expect 2 'an address' '"$U" --lexicon=address clean'
err_has 'an address: which' \
    '^ungarble: address: line 1: an original is one to 32 words and marks, and prose$'
printf 'film\tmovie' >cut
printf '# a\n# b\n# c\nautomobile\tcar' >bare
expect 2 'malformed, of several' '"$U" --lexicon=cut --lexicon=bad clean'
err_has 'malformed, of several: which' '^ungarble: bad: line 3: '
printf 'movie\tfilm\n' >back
expect 2 'rows that undo others' '"$U" --lexicon=cut --lexicon=back clean'
err_has 'rows that undo others: which' \
    '^ungarble: cut: line 1: what it puts would be changed again$'
printf '# head\nwombat unit\tquokka bay\n' >first
printf 'quokka bay\twombat unit\n' >last
expect 2 'undone by a later file' '"$U" --lexicon=first --lexicon=last clean'
err_has 'undone by a later file: which' '^ungarble: first: line 2: what it puts '
expect 2 'undone by a later file: the second' \
    '"$U" --lexicon=bare --lexicon=first --lexicon=empty --lexicon=last clean'
err_has 'undone by a later file: the second: which' \
    '^ungarble: first: line 2: what it puts '
expect 2 'malformed, behind an empty file' \
    '"$U" --lexicon=bare --lexicon=empty --lexicon=bad clean'
err_has 'malformed, behind an empty file: which' '^ungarble: bad: line 3: '
expect 2 'missing' '"$U" --lexicon=missing clean'
err_is 'missing: message' 'ungarble: missing: no such file or directory'
expect 2 'a folder' '"$U" --lexicon=. clean'
err_is 'a folder: message' 'ungarble: .: is a directory'
expect 2 'also the output' '"$U" --lexicon=add -o add spun'
err_is 'also the output: message' \
    'ungarble: add: is also a lexicon; nothing was done'
expect 2 'also the report' '"$U" --lexicon=add --report=add spun'
is 'also the report: stays' "wombat unit${tab}warehouse" "$(cat add)"

# Other spinners: told of, and left alone.
expect 0 'other' '"$U" other'
out_is 'other: text' "$(cat other)"
err_is 'other: notice' 'ungarble: text of another spinner was found, by 4 phrases, the first at byte 8 of other, and left as it is; --explain shows them'
expect 0 'other: stdin' 'cat clean other | "$U" -'
err_has 'other: stdin: notice' "byte $(($(wc -c <clean) + 8)) of standard input"
expect 0 'other: quiet' '"$U" -q other'
err_is 'other: quiet' ''
expect 0 'other: no change' '"$U" --check other'
out_is 'other: no change' ''
expect 0 'other: no change, -l' '"$U" -l other'
expect 0 'other: no change, --exit-code' '"$U" -q --exit-code other'
expect 0 'other: refused' '"$U" --fix=-words other'
err_is 'other: refused' ''
expect 0 'other: explain' '"$U" --explain other'
is 'other: explain' 'other:1: words/other-spinner: profound neural networks, perhaps deep neural networks, stays (bytes 8-32)
other:2: words/other-spinner: bosom malignancy, perhaps breast cancer, stays (bytes 74-90)' \
    "$(sed -n '1p;3p' out)"
expect 0 'other: clean' '"$U" --explain clean'
out_is 'other: clean' ''
expect 0 'other: one is not enough' 'echo "A bosom malignancy." | "$U"'
err_is 'other: one is not enough' ''
if command -v jq >/dev/null; then
	expect 0 'other: report' '"$U" -q --report=r other'
	is 'other: report' '{"type":"finding","file":"other","record":1,"in_at":38,"in_len":25,"rule":"words/other-spinner","fix":"words","found":"counterfeit consciousness","meant":"artificial intelligence"}' \
	    "$(jq -c 'select(.type == "finding" and .in_at == 38)' r)"
	is 'other: total' '4 0 false' "$(jq -r 'select(.type == "total") |
	    "\(.n_findings) \(.n_edits) \(.changed)"' r)"
else
	skip 'other: report' 'jq is missing'
fi

finish
