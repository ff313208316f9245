# stats.sh - --stats, and progress on a terminal
. tests/cli/lib.sh
cd "$W" || exit 1

mkdir d
printf 'Le caf\351 est ferm\351.\nplain\n' >d/latin
printf 'Le caf\303\203\302\251 du coin.\nLe th\303\203\302\251 aussi.\n' >d/utf
head -c 3000 /dev/zero >d/zero

# In words.
expect 0 'text' '"$U" --stats d/latin d/utf >/dev/null'
is 'text: all but the time' 'ungarble: 2 files, 2 changed
ungarble: 62 bytes in, 60 bytes out, 4 lines
ungarble: 2 edits: mojibake 2
ungarble: windows-1252 19 bytes, US-ASCII 6 bytes, UTF-8 37 bytes' \
    "$(sed '$d' err)"
err_has 'text: time' '^ungarble: [0-9]*\.[0-9][0-9][0-9] s, [0-9.]* k*M*B/s$'
expect 0 'text by name' '"$U" --stats=text d/utf'
is 'text by name: lines' 5 "$(wc -l <err | tr -d ' ')"
expect 0 '-q' '"$U" -q --stats d/utf'
is '-q: all the same' 5 "$(wc -l <err | tr -d ' ')"
expect 2 'trouble' '"$U" -r --stats missing d'
is 'trouble: first line' 'ungarble: 3 files, 2 changed, 1 skipped, 1 failed' \
    "$(grep files, err)"
expect 1 '--check' '"$U" --stats --check d/utf'
is '--check: output' 2 "$(wc -l <out | tr -d ' ')"
is '--check: as if it were written' \
    'ungarble: 37 bytes in, 33 bytes out, 2 lines' "$(sed -n 2p err)"
expect 1 '-l' '"$U" --stats -l d/utf'
is '-l: all of it' 'ungarble: 37 bytes in, 33 bytes out, 2 lines' \
    "$(sed -n 2p err)"
expect 0 'none' '"$U" --stats </dev/null'
is 'none: all but the time' 'ungarble: 1 file
ungarble: 0 bytes in, 0 bytes out, 0 lines
ungarble: 0 edits' "$(sed '$d' err)"
expect 0 'malformed' 'printf "a caf\303\251 \377 \303\251t\303\251\n" |
    "$U" -f utf-8 -q --stats'
err_has 'malformed: how many' ', 1 malformed$'
expect 0 'found' 'printf "is\342\200\213Admin\n" | "$U" -q --stats'
err_has 'found: how many' '^ungarble: 0 edits, 1 found and left$'
expect 0 '-i' 'cp d/utf i && "$U" -i --stats i d/latin; cmp -s i d/utf ||
    cp i d/i'
err_has '-i: first line' '^ungarble: 2 files, 2 changed$'
expect 2 '-i, refused' 'ln d/utf twin; "$U" -i --stats twin'
err_has '-i, refused: first line' '^ungarble: 0 files, 1 failed$'
rm twin
expect 2 '--restore' '"$U" --stats --restore=none d/utf'

# As JSON.
expect 0 'JSON' '"$U" --stats=json d/utf >/dev/null'
is 'JSON: a line' 1 "$(wc -l <err | tr -d ' ')"
if command -v jq >/dev/null; then
	is 'JSON: what it says' '["stats",1,1,0,0,37,37,33,2,2,0,0]' \
	    "$(jq -c '[.type, .n_files, .n_changed, .n_skipped, .n_failed,
	    .stored_len, .in_len, .out_len, .n_records, .n_edits, .n_invalid,
	    .n_findings]' err)"
	is 'JSON: by name' '{"mojibake":2}{"UTF-8":37}' \
	    "$(jq -cj .fixes,.encodings err)"
	is 'JSON: time' true "$(jq '.seconds > 0 and .rate > 0 and
	    .rate <= 38 / .seconds' err)"
	expect 0 'JSON, none' '"$U" -q --stats=json </dev/null'
	is 'JSON, none: what it says' '[{},{},0]' \
	    "$(jq -c '[.fixes, .encodings, .in_len]' err)"
else
	skip JSON 'jq is missing'
fi
if "$U" --version | grep -q '^zlib ' && command -v gzip >/dev/null; then
	yes 'one line like another' | head -n 5000 | gzip -c >p
	expect 0 'compressed' '"$U" -z --stats p >/dev/null'
	err_has 'compressed: bytes' \
	    "^ungarble: 110000 bytes in ($(wc -c <p | tr -d ' ') as stored), "
fi

# The same work, the same numbers.
cat "$test_root"/samples/garbled/*.in >many
expect 0 'one thread' '"$U" -q --stats many >/dev/null; sed "\$d" err >one'
expect 0 'threads' '"$U" -q -T2 --stats many >/dev/null; sed "\$d" err >two'
ok 'threads: the same' cmp one two

# Progress: on a terminal alone, and gone before anything else is there.
tty() {
	timeout 60 script -qefc "$*" /dev/null </dev/null | tr '\r' '\n' >seen
}
mkfifo fifo
# slowly: something to read that takes a while
slowly() {
	{
		printf 'Le caf\303\203\302\251 du coin.\n'
		sleep 1.2
		seq 3
		sleep 0.5
		printf 'bytes \303\251 \377 \303\251\n'
	} >fifo &
}
slowly
"$U" -q fifo >text 2>err
is 'a pipe' '' "$(cat err)"
wait
for options in --progress '-q --progress=always'; do
	slowly
	"$U" $options -f utf-8 fifo >text 2>err
	is "a pipe, $options" yes "$(sed 's/[0-9][0-9]*/N/g' err | grep -qx \
	    'ungarble: N B, N B/s, N repair' && echo yes)"
	is "a pipe, $options: one line in ten seconds" 1 "$(grep -c B/s err)"
	wait
done
expect 2 '--progress and a report on stderr' '"$U" --progress --report=- many'
err_is '--progress and a report on stderr: message' \
    'ungarble: --progress: does not go together with --report=-
ungarble: both would be written to standard error'
if command -v script >/dev/null && tty true && tty "[ -t 2 ]"; then
	slowly
	tty "'$U' -f utf-8 fifo >text"
	wait
	is 'terminal: progress' yes "$(grep -q \
	    '^[0-9]* B, [0-9]* B/s, 1 repair$' seen && echo yes)"
	is 'terminal: how much is not known' '' "$(grep 'left\|%' seen)"
	is 'terminal: nothing stays' '' "$(sed '/^$/d' seen | tail -n 1 |
	    grep repair)"
	is 'terminal: text' 'Le café du coin.' "$(sed 1q text)"
	slowly
	tty "'$U' fifo missing >text"
	wait
	is 'terminal: cleared before a message' yes "$(awk '
		/repair/ { shown = length($0); seen = 1 }
		/^ +$/ && length($0) >= shown { shown = 0 }
		/ungarble: missing:/ {
			print seen && shown == 0 ? "yes" : "no"
		}' seen)"
	is 'terminal: none of two files is done' '' "$(grep ' files*,' seen)"
	slowly
	tty "'$U' --progress -f utf-8 fifo"
	wait
	is 'terminal: where text is, too' 'Le café du coin.
ungarble: N B, N B/s, N repair' "$(sed 's/[0-9][0-9]*/N/g' seen | grep 'B/s\|café')"
	for quiet in "'$U' -q fifo >text" "'$U' fifo 2>err >text" \
	    "'$U' --progress=never fifo >text" \
	    "'$U' --report=- fifo >text" "'$U' fifo"; do
		slowly
		tty "$quiet"
		wait
		is "none: $quiet" '' "$(grep ' [0-9]* repair' seen err)"
	done
	tty "'$U' many >text"
	is 'short work: none' '' "$(grep 'repair.*, .*B/s' seen)"
	if strace -qq -o /dev/null -e trace=none true 2>/dev/null; then
		yes 'one line like another' | head -c 700000 >long
		tty "strace -qq -o /dev/null -e trace=read \
		    -e inject=read:delay_enter=150000 '$U' long >text"
		is 'a file: per cent, time left' yes "$(grep -q '^[0-9]* %, [0-9]* kB of 700 kB, [0-9.]* k*B/s, [0-9]* s left, 0 repairs$' seen && echo yes)"
		tty "strace -qq -o /dev/null -e trace=read \
		    -e inject=read:delay_enter=150000 '$U' -o o long long"
		is 'files: which' yes "$(grep -q \
		    '^[0-9]* %, 1 file, .* of 1.4 MB, ' seen && echo yes)"
		tty "stty cols 20; strace -qq -o /dev/null -e trace=read \
		    -e inject=read:delay_enter=150000 '$U' -o o long"
		is 'a narrow one' 19 "$(awk 'length($0) > n { n = length($0) }
		    END { print n }' seen)"
		mkdir r
		cp long r/a
		cp long r/b
		tty "strace -qq -o /dev/null -e trace=read \
		    -e inject=read:delay_enter=150000 '$U' -ri r"
		is 'a folder' yes "$(grep -q '^1 file, [0-9]* kB, ' seen &&
		    echo yes)"
	else
		skip 'a file' 'strace is missing or may not trace'
	fi
else
	skip terminal 'script is missing, or makes no terminal'
fi

finish
