# in_place.sh - -i: what is changed where it is, and what is not touched
. tests/cli/lib.sh
cd "$W" || exit 1

old=$(printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\nplain\n')
new='Le café était fermé cet été.
plain'

# fresh NAME: a file with the old text, changed long ago
fresh() {
	rm -rf "$1"
	printf '%s\n' "$old" >"$1"
	touch -t 202001010000 "$1"
}
# left: temporary files that lie about
left() { find . -name '.ungarble*' | sort | tr '\n' ' '; }
stamp() { ls -l --time-style=+%s "$1" | awk '{ print $6 }'; }

fresh a
expect 0 'changed' '"$U" -i a'
out_is 'changed: nothing on stdout' ''
err_is 'changed: nothing on stderr' ''
is 'changed: text' "$new" "$(cat a)"
is 'changed: nothing left' '' "$(left)"

# What does not change is not touched, nor is another file put in its place.
touch -t 202001010000 a
was=$(ls -li a)
expect 0 'unchanged' '"$U" -i a'
is 'unchanged: the same file' "$was" "$(ls -li a)"
head -c 300000 /dev/urandom >binary
was=$(ls -li binary)
expect 0 'binary' '"$U" -i binary'
is 'binary: the same file' "$was" "$(ls -li binary)"
: >empty
expect 0 'empty' '"$U" -i.bak empty'
is 'empty: no other file' empty "$(ls empty*)"

# A change after much that stays: what stands before it is copied.
{ yes 'a line of plain text' | head -n 20000; printf 'UTF-8: caf\303\203\302\251\n'; } >late
{ yes 'a line of plain text' | head -n 20000; echo 'UTF-8: café'; } >wanted
expect 0 'late' '"$U" -i late'
ok 'late: text' cmp late wanted

# The old file is kept, and what was kept is not overwritten.
fresh a
expect 0 'kept' '"$U" -i.bak a'
is 'kept: new text' "$new" "$(cat a)"
is 'kept: old text' "$old" "$(cat a.bak)"
fresh a
expect 2 'kept already' '"$U" -i.bak a'
err_is 'kept already: message' \
    'ungarble: a: a.bak exists beside it, and is not overwritten; left as it is'
is 'kept already: old text' "$old" "$(cat a)"
rm a.bak
ln a a.bak # by a run that was killed between the two steps
expect 0 'kept by a killed run' '"$U" --in-place=.bak a'
is 'kept by a killed run: new text' "$new" "$(cat a)"
is 'kept by a killed run: old text' "$old" "$(cat a.bak)"
expect 2 'suffix with a folder' '"$U" -i/x a'

# Mode, owner, attributes.
fresh a
chmod 4751 a
expect 0 'mode' '"$U" -i a'
is 'mode: kept' -rwsr-x--x "$(ls -l a | cut -c 1-10)"
if [ "$(id -u)" -eq 0 ]; then
	fresh a
	chown 1234:4321 a
	chmod 6711 a
	expect 0 'owner' '"$U" -i a'
	is 'owner: kept' '1234 4321 -rws--s--x' \
	    "$(ls -ln a | awk '{ print $3, $4, substr($1, 1, 10) }')"
fi
fresh a
if setfattr -n user.origin -v here a 2>err &&
    setfacl -m u:1234:rw a 2>>err; then
	was=$(getfattr -d a; getfacl -n a)
	expect 0 'attributes' '"$U" -i a'
	is 'attributes: kept' "$was" "$(getfattr -d a; getfacl -n a)"
	# A list that the folder gives to new files must let nobody in.
	mkdir given
	fresh given/a
	chmod 660 given/a
	setfacl -d -m u:4242:rw given
	was=$(getfacl -n given/a)
	expect 0 'list of the folder' '"$U" -i given/a'
	is 'list of the folder: not taken over' "$was" "$(getfacl -n given/a)"
	fresh given/o
	chmod 660 given/o
	setfacl -b given/o
	was=$(getfacl -n given/o)
	expect 0 'list of the folder, -o' '"$U" -o given/o given/a'
	is 'list of the folder, -o: not taken over' "$was" \
	    "$(getfacl -n given/o)"
else
	skip attributes "$(cat err)"
fi

# Links.
fresh a
ln -s a link
expect 2 'symbolic link' '"$U" -i link'
err_is 'symbolic link: message' \
    'ungarble: link: is a symbolic link; name the file that it leads to'
is 'symbolic link: stays' "$old" "$(cat a)"
mkdir folder
ln -s folder there
fresh folder/b
expect 0 'folder by a link' '"$U" -i there/b'
is 'folder by a link: text' "$new" "$(cat folder/b)"
rm -f b
ln a b
expect 2 'hard link' '"$U" -i a'
err_has 'hard link: message' 'other names (hard links); --break-links'
is 'hard link: stays' "$old" "$(cat a)"
expect 0 'broken link' '"$U" -i --break-links a'
is 'broken link: new text' "$new" "$(cat a)"
is 'broken link: old text' "$old" "$(cat b)"

# No files: these are told, and the others done.
fresh a
mkfifo fifo
expect 2 'no files' '"$U" -i missing folder fifo "" a'
err_is 'no files: messages' 'ungarble: missing: no such file or directory
ungarble: folder: is a directory; -r takes the files in it
ungarble: fifo: is no regular file; it cannot be changed in place
ungarble: : no such file or directory'
is 'no files: the other' "$new" "$(cat a)"

# What may not be written stays.
if [ "$(id -u)" -ne 0 ]; then
	as=
elif command -v setpriv >/dev/null && chmod 755 . && setpriv --reuid=65534 \
    --clear-groups "$U" --version >/dev/null 2>&1; then
	as='setpriv --reuid=65534 --clear-groups'
else
	as=none
fi
if [ "$as" = none ]; then
	skip 'read-only' 'root writes everywhere'
else
	mkdir -m 777 open
	fresh open/a
	chmod 444 open/a
	expect 2 'read-only' '$as "$U" -i open/a'
	err_is 'read-only: message' 'ungarble: open/a: permission denied'
	is 'read-only: stays' "$old" "$(cat open/a)"
	chmod 666 open/a
	chmod 555 open
	expect 2 'read-only folder' '$as "$U" -i open/a'
	is 'read-only folder: stays' "$old" "$(cat open/a)"
	chmod 777 open
	if [ -n "$as" ]; then
		expect 2 'owner that cannot be kept' '$as "$U" -i open/a'
		err_has 'owner that cannot be kept: message' \
		    'its owner cannot be kept'
		is 'owner that cannot be kept: stays' "$old" "$(cat open/a)"
		is 'owner that cannot be kept: nothing left' '' "$(left)"
	fi
fi

# A full disk, and input that is refused.
fresh a
yes 'the cafÃ© is open' | head -n 9000 >big
expect 2 'limit' '(ulimit -f 1; "$U" -i big a)'
err_is 'limit: message' 'ungarble: big: file too large'
is 'limit: stays' 9000 "$(wc -l <big | tr -d ' ')"
is 'limit: the other' "$new" "$(cat a)"
is 'limit: nothing left' '' "$(left)"
printf 'caf\303\203\302\251\n\303(\n' >bad
cp bad was
expect 3 'refused' '"$U" -i --from=utf-8 --invalid=fail bad'
err_has 'refused: message' '^ungarble: bad: left as it is'
ok 'refused: stays' cmp bad was
# Nothing is said of words that were not put back after all.
{ cat "$test_root/samples/garbled/spun.in"; printf '\303(\n'; } >spun
expect 3 'spun, refused' '"$U" -i --from=utf-8 --invalid=fail spun'
is 'spun, refused: message' '' "$(grep 'put back' err)"
is 'refused: nothing left' '' "$(left)"

# What killed runs left is removed; what is another run's is not.
fresh a
: >.ungarble-0123456789abcdef.tmp
: >.ungarble-settings
: >.ungarble-0123456789abcdeg.tmp
expect 0 'left by others' '"$U" -i a'
is 'left by others: removed' \
    './.ungarble-0123456789abcdeg.tmp ./.ungarble-settings ' "$(left)"
rm -f .ungarble*
if command -v flock >/dev/null; then
	fresh a
	expect 0 'locked' 'flock .ungarble-0123456789abcdef.tmp "$U" -i a'
	is 'locked: stays' './.ungarble-0123456789abcdef.tmp ' "$(left)"
	rm -f .ungarble*
else
	skip locked 'flock is missing'
fi

# What would be removed as left by a killed run is not taken, nor made.
temp=.ungarble-0123456789abcdef.tmp
fresh "$temp"
cp "$temp" was
fresh a
for options in "-i ./$temp" "-i --report=$temp a" "-i --journal=$temp a" \
    "-o new $temp" "-o $temp a" "-i --apply=$temp a" "-i --restore=$temp a"; do
	expect 2 "named so, $options" '"$U" '"$options"
	err_has "named so, $options: message" 'named as temporary files are'
	ok "named so, $options: stays" cmp was "$temp"
done
is 'named so: nothing done' "$old" "$(cat a)"
fresh .ungarble-0123456789abcdef
expect 2 'named so by the suffix' '"$U" -i.tmp .ungarble-0123456789abcdef'
err_has 'named so by the suffix: message' 'it would be a temporary file'
ok 'named so by the suffix: stays' cmp was .ungarble-0123456789abcdef
rm -f .ungarble*

# Changed by others while it is read: it was read up to the end by then.
fresh a
if strace -qq -o /dev/null true 2>/dev/null; then
	# each fsync takes a second, in which the file changes
	expect 2 'changed meanwhile' 'strace -qq -o /dev/null -e trace=fsync \
	    -e inject=fsync:delay_enter=1000000 "$U" -i a &
	    sleep .5; echo more >>a; wait $!'
	err_is 'changed meanwhile: message' \
	    'ungarble: a: was changed by others meanwhile; left as it is'
	is 'changed meanwhile: stays' "$old
more" "$(cat a)"
	is 'changed meanwhile: nothing left' '' "$(left)"
	fresh a
	expect 2 'replaced meanwhile' 'strace -qq -o /dev/null -e trace=fsync \
	    -e inject=fsync:delay_enter=1000000 "$U" -i a &
	    sleep .5; echo other >b; mv b a; wait $!'
	is 'replaced meanwhile: stays' other "$(cat a)"
	fresh a
	expect 143 'SIGTERM' 'strace -qq -o /dev/null -e trace=fsync \
	    -e inject=fsync:signal=TERM "$U" -i a'
	is 'SIGTERM: stays' "$old" "$(cat a)"
	is 'SIGTERM: nothing left' '' "$(left)"
else
	skip 'changed meanwhile' 'strace is missing or may not trace'
fi

# What does not go together.
for options in --check -l --diff --detect --explain '-o x'; do
	expect 2 "-i $options" '"$U" -i '"$options"' a'
	err_has "-i $options: message" '-i: goes with no other way of writing'
done
expect 2 '-i without a file' '"$U" -i </dev/null'
err_has '-i without a file: message' \
    '-i: standard input cannot be changed in place'
expect 2 '-i -' '"$U" -i a -'

# Many at the same time clean up, and leave what is another's.
i=0
while [ $((i += 1)) -le 40 ]; do fresh "p$i"; done
expect 0 'many at the same time' '(i=0; while [ $((i += 1)) -le 40 ]; do
    "$U" -i p$i || echo "$i failed" & done; wait)'
out_is 'many at the same time: all' ''
is 'many at the same time: nothing left' '' "$(left)"

# Two at the same time: each is whole.
for i in 1 2 3 4 5 6 7 8; do fresh "m$i"; done
expect 0 'at the same time' \
    'printf "%s\n" m1 m2 m3 m4 m5 m6 m7 m8 | xargs -n 2 -P 4 "$U" -i.old'
for i in 1 2 3 4 5 6 7 8; do
	is "at the same time: $i" "$new" "$(cat "m$i")"
	is "at the same time: $i, old" "$old" "$(cat "m$i.old")"
done
is 'at the same time: nothing left' '' "$(left)"

finish
