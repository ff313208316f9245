# journal.sh - --journal and --restore: the way back
. tests/cli/lib.sh
cp -R samples "$W/samples" || exit 1
cd "$W" || exit 1

old=$(printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\nplain\n')
printf '%s\n' "$old" >legacy
printf 'la crÃ¨me et le cafÃ©\n' >garbled
head -c 200000 "$U" >program
: >empty
# size FILE
size() { wc -c <"$1" | tr -d ' '; }

# There and back, each file by itself and all of them at once.
for file in samples/garbled/*.in samples/clean/* samples/unsolved/*.in \
    legacy program empty; do
	rm -f j
	expect 0 "$file" '"$U" -q --journal=j "$file" >text'
	expect 0 "$file: restore" '"$U" --restore=j text'
	ok "$file: the same" cmp "$W/out" "$file"
done
rm -f j
expect 0 'many' '"$U" -q --journal=j samples/garbled/*.in empty program >text'
cat samples/garbled/*.in empty program >originals
gives 'many: restore' originals '"$U" --restore=j <text'
head -c 1000 text >part.1
tail -c +1001 text >part.2
gives 'many: of parts' originals '"$U" --restore=j part.1 part.2'
expect 0 'many: elsewhere' '"$U" --restore=j -o back text'
ok 'many: elsewhere: the same' cmp back originals
rm -f j
expect 0 '-o' '"$U" --journal=j -o text legacy'
gives '-o: restore' legacy '"$U" --restore=j text'

# Compact where encoding the text again gives the bytes back.
for i in $(seq 3000); do cat legacy; done >many
rm -f j
expect 0 'size' '"$U" --journal=j many >text'
is 'size: less than one in a hundred' yes \
    "$([ "$(size j)" -lt $(($(size many) / 100)) ] && echo yes)"
ok 'size: the label' grep -q windows-1252 j

# What it is not for is refused, and what is right before that restored.
expect 2 'other text' '"$U" --restore=j legacy'
err_is 'other text: message' \
    'ungarble: legacy: ends before its journal does; 0 bytes are restored'
out_is 'other text: nothing' ''
{ sed 's/a/b/' text; cat text; } >long
expect 2 'other text, as long' '"$U" --restore=j long'
err_has 'other text, as long: message' \
    '^ungarble: long: from byte [0-9]* on: not the text that the journal is of'
head -c 70000 text >short
expect 2 'short text' '"$U" --restore=j <short >back'
err_has 'short text: message' \
    '^ungarble: standard input: ends before its journal does; [1-9]'
ok 'short text: a start' cmp -n "$(size back)" back many
{ cat text; echo more; } >long
expect 2 'long text' '"$U" --restore=j long >back'
ok 'long text: all' cmp back many
err_is 'long text: message' "ungarble: long: from byte $(size text) on: not the\
 text that the journal is of; $(size many) bytes are restored"
head -c $(($(size j) * 2 / 3)) j >cut
expect 2 'cut' '"$U" --restore=cut text >back'
err_is 'cut: message' "ungarble: cut: the journal is damaged or cut; $(size back)\
 bytes are restored"
is 'cut: something' yes "$([ "$(size back)" -gt 10000 ] && echo yes)"
ok 'cut: a start' cmp -n "$(size back)" back many
rm -f back
expect 2 'cut, elsewhere' '"$U" --restore=cut -o back text'
is 'cut, elsewhere: not written' '' "$(find . -name back)"
expect 2 'no journal' '"$U" --restore=legacy text'
err_has 'no journal: message' 'ungarble: legacy: the journal is damaged or cut'
expect 2 'missing' '"$U" --restore=none text'
err_is 'missing: message' 'ungarble: none: no such file or directory'
expect 2 'no text' '"$U" --restore=j none'
err_is 'no text: message' 'ungarble: none: no such file or directory'

# A journal is not overwritten, and is no other file.
cp j was
expect 2 'exists' '"$U" --journal=j legacy'
err_is 'exists: message' 'ungarble: j: exists; a journal is never overwritten: name another'
out_is 'exists: no text' ''
ok 'exists: stays' cmp j was
: >j
gives 'empty one' legacy '"$U" --journal=j legacy | "$U" --restore=j'
expect 2 'an input' '"$U" --journal=legacy legacy'
err_is 'an input: message' \
    'ungarble: legacy: is also an input; nothing was done'
expect 2 'the output' '"$U" --journal=both -o both legacy'
err_is 'the output: message' \
    'ungarble: both: is both output and journal; nothing was done'
expect 2 'standard output' '"$U" --journal=both legacy >both'
expect 2 'the report' '"$U" --journal=both --report=./both legacy'
err_is 'the report: message' \
    'ungarble: ./both: is both report and journal; nothing was done'
expect 2 'the journal restored' '"$U" --restore=j -o j text'
expect 2 'a folder' '"$U" --journal=samples legacy'
is 'nothing was made' '' "$(cat both)"
for options in --check -l --detect --explain; do
	expect 2 "$options" '"$U" --journal=never '"$options"' legacy'
	err_has "$options: message" \
	    '^ungarble: --journal: goes with what writes text alone'
	expect 2 "$options, restore" '"$U" --restore=j '"$options"' legacy'
done
expect 2 'both' '"$U" --restore=j --journal=never text'
is 'never' '' "$(find . -name never)"

# A full disk: no text leaves before its journal.
head -c 3000000 /dev/urandom | od -An -c | sed 's/$/ cafÃ© Ω/' >big
rm -f j
expect 0 'limit' '{ (ulimit -f 100; "$U" -q --journal=j big; echo $? >status) |
    cat >text; }'
is 'limit: status' 2 "$(cat status)"
err_is 'limit: message' 'ungarble: j: file too large'
expect 2 'limit: what left' '"$U" --restore=j text >back'
ok 'limit: is restored' cmp -n "$(size back)" back big
err_is 'limit: all of it' "ungarble: j: the journal is damaged or cut;\
 $(size back) bytes are restored"
ok 'limit: some' [ "$(size text)" -gt 100000 ]

# What was decided leaves, and can be restored at once.
rm -f j
mkfifo fifo
"$U" --journal=j fifo >text &
pid=$!
exec 3>fifo
printf 'the cafÃ©\n' >&3
ok 'at once: text' soon 5 '[ -s text ]'
"$U" --restore=j text >back 2>err
is 'at once: restored' 'the cafÃ©' "$(cat back)"
kill -9 $pid
exec 3>&-
{ wait $pid; } 2>err
is 'killed: restored' 'the cafÃ©' "$("$U" --restore=j text 2>err)"
ok 'killed: told' grep -q 'is damaged or cut; 12 bytes are restored' err

# In place: sections are added, and undone from the last one on.
rm -f j
for i in 1 2 3; do cp legacy "a$i"; done
cp garbled a4
printf 'plain\n' >a5
expect 0 'in place' 'printf "%s\n" a1 a2 a3 a4 a5 | xargs -n 2 "$U" -i --journal=j'
is 'in place: changed' 'Le café était fermé cet été.
plain' "$(cat a3)"
ok 'in place: unchanged files have no section' \
    sh -c '[ "$(grep -ac "^ungarble journal 1$" j)" -le 4 ]'
cp a1 new1
expect 0 'in place: one' '"$U" -i.new --restore=j a1'
ok 'in place: one: restored' cmp a1 legacy
ok 'in place: one: kept' cmp a1.new new1
is 'in place: one: others stay' 'la crème et le café' "$(cat a4)"
expect 0 'in place: all' '"$U" -i --restore=j'
for i in 1 2 3; do ok "in place: all: a$i" cmp "a$i" legacy; done
ok 'in place: all: a4' cmp a4 garbled
err_is 'in place: all: notes' \
    'ungarble: a1: is what it was; nothing to restore'
touch -t 202001010000 a1
was=$(ls -li a1)
expect 0 'in place: again' '"$U" -q -i --restore=j a1'
err_is 'in place: again: quiet' ''
is 'in place: again: not touched' "$was" "$(ls -li a1)"
expect 2 'in place: not in it' '"$U" -i --restore=j a5 a1'
err_has 'in place: not in it: message' 'ungarble: a5: is not in the journal'

# Changed twice, and changed otherwise.
rm -f j
cp legacy a1
"$U" -i --journal=j a1
printf 'Ã©tÃ©\n' >>a1
cp a1 middle
"$U" -i --journal=j a1
cp a1 last
expect 2 'twice, and others between' '"$U" -i --restore=j a1'
err_has 'twice: message' 'was changed between two runs'
ok 'twice: what the last run found' cmp a1 middle
echo more >>a1
cp a1 other
expect 2 'changed otherwise' '"$U" -i --restore=j a1'
err_is 'changed otherwise: message' \
    'ungarble: a1: is not what the journal says; left as it is'
ok 'changed otherwise: stays' cmp a1 other
cp last a1
head -c -1 j >cut
expect 2 'cut in the last section' '"$U" -i --restore=cut a1'
err_has 'cut in the last section: message' 'ungarble: cut: is damaged or cut'
ok 'cut in the last section: stays' cmp a1 last
cp legacy a2
expect 2 'added to a cut one' '"$U" -i --journal=cut a2'
err_has 'added to a cut one: message' 'damaged or cut one; nothing was done'
ok 'added to a cut one: stays' cmp a2 legacy
expect 2 'no regular file' '"$U" -i --journal=/dev/null a2'
ok 'no regular file: stays' cmp a2 legacy

# A disk that is full before the journal is whole: the file stays.
rm -f j
yes 'the cafÃ© Ω is â€œopenâ€' | head -n 300 >b1
expect 2 'in place, limit' '(ulimit -f 0; "$U" -i --journal=j b1 a2)'
ok 'in place, limit: stays' cmp a2 legacy
if strace -qq -o /dev/null true 2>/dev/null; then
	rm -f j
	expect 2 'EIO on fsync' 'strace -qq -o /dev/null -P "$W/j" \
	    -e trace=fsync -e inject=fsync:error=EIO "$U" -i --journal="$W/j" a2'
	err_is 'EIO on fsync: message' "ungarble: $W/j: input/output error"
	ok 'EIO on fsync: stays' cmp a2 legacy
	rm -f j
	strace -qq -f -y -o calls "$U" -i --journal=j a2 2>err
	is 'on the disk before the rename' 'fsync j rename' "$(sed -n '
		s/^.*fsync(.*\/j>).*/fsync j/p
		s/^.* rename[a-z0-9]*(.*/rename/p' calls | head -n 2 |
	    tr '\n' ' ' | sed 's/ $//')"
	rm -f j
	cp legacy a2
	expect 137 'killed before the rename' 'sh -c '\''strace -qq -o /dev/null \
	    -e trace=/rename -e inject=/rename:signal=KILL "$0" -i --journal=j a2
	    exit $?'\'' "$U"'
	expect 0 'killed before the rename: again' '"$U" -i --journal=j a2'
	expect 0 'killed before the rename: restore' '"$U" -i --restore=j a2'
	ok 'killed before the rename: restored' cmp a2 legacy
else
	skip 'order of calls' 'strace is missing or may not trace'
fi

# Several at the same time: one waits for the other.
rm -f j
for i in 1 2 3 4 5 6 7 8; do cp legacy "m$i"; done
expect 0 'at the same time' \
    'printf "%s\n" m1 m2 m3 m4 m5 m6 m7 m8 | xargs -n 2 -P 4 "$U" -i --journal=j'
expect 0 'at the same time: restore' '"$U" -i --restore=j'
for i in 1 2 3 4 5 6 7 8; do ok "at the same time: $i" cmp "m$i" legacy; done

# Nothing was changed: there is nothing to restore, in many files as in none.
rm -rf j many
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do printf 'plain %s\n' $i >many/$i; done
expect 0 'unchanged' '"$U" -i --journal=j many/*'
expect 0 'unchanged: restored' '"$U" -i --restore=j'
err_is 'unchanged: message' 'ungarble: j: is empty; nothing to restore'
expect 0 'unchanged: quiet' '"$U" -q -i --restore=j'
err_is 'unchanged: no message' ''

# A text that is only the first of those in the journal says so.
rm -f j
expect 0 'first of two' '"$U" --journal=j legacy >one; "$U" -q --journal=j2 legacy garbled >two'
expect 2 'first of two: restored' '"$U" --restore=j2 one | cmp - legacy; "$U" --restore=j2 one >back'
err_has 'first of two: message' '^ungarble: one: ends before its journal does; '

# Files in any order, each by its own sections.
for i in 9 3 7 1 5; do printf 'the cafÃ© %s\n' $i >many/$i; done
cp -r many were
expect 0 'some' '"$U" -i --journal=j many/7 many/1 many/9 && "$U" -i --journal=j many/5 many/3 many/1'
expect 0 'some: one of them' '"$U" -i --restore=j many/7'
is 'some: that one' 'the cafÃ© 7 the café 9' \
    "$(cat many/7) $(cat many/9)"
expect 2 'some: not in it' '"$U" -i --restore=j many/4 many/9'
err_is 'some: not in it: message' 'ungarble: many/4: is not in the journal'
expect 0 'some: all' '"$U" -q -i --restore=j'
ok 'some: all are what they were' diff -r many were

finish
