# files.sh - files, standard input, several of them, -o, and what goes wrong
. tests/cli/lib.sh
cd "$W" || exit 1

printf 'one\n' >a
printf 'two\n' >b
printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\n' >latin
mkdir folder

# The same text by three ways in.
expect 0 'file' '"$U" latin'
cp out wanted
expect 0 'stdin' '"$U" <latin'
ok 'stdin = file' cmp out wanted
expect 0 '-' '"$U" - <latin'
ok '- = file' cmp out wanted
out_is 'decoded' "$(printf 'Le caf\303\251 \303\251tait ferm\303\251 cet \303\251t\303\251.')"

# Several.
expect 0 'several' '{ cat a wanted b; } >combined; "$U" a - b <latin |
    cmp - combined'
expect 0 'the same one twice' '"$U" a a'
out_is 'the same one twice: output' 'one
one'
expect 0 'no line feed between' 'printf x >x; printf y >y; "$U" x y'
out_is 'no line feed between: output' xy

# Trouble with one: the others are done.
expect 2 'missing' '"$U" a missing b'
out_is 'missing: others' 'one
two'
err_is 'missing: message' 'ungarble: missing: no such file or directory'
expect 2 'folder' '"$U" a folder b'
out_is 'folder: others' 'one
two'
err_is 'folder: message' \
    'ungarble: folder: is a directory; -r takes the files in it'
expect 2 'folder on stdin' '"$U" <folder'
err_is 'folder on stdin: message' 'ungarble: standard input: is a directory'
expect 2 'no name' '"$U" ""'
expect 2 'a file as a folder' '"$U" a/b'
err_is 'a file as a folder: message' 'ungarble: a/b: not a directory'
if [ "$(id -u)" -ne 0 ]; then
	expect 2 'unreadable' 'chmod 0 b; "$U" b a; s=$?; chmod 644 b; exit $s'
	err_is 'unreadable: message' 'ungarble: b: permission denied'
	out_is 'unreadable: others' one
elif command -v setpriv >/dev/null && chmod 755 . &&
    setpriv --reuid=65534 --clear-groups "$U" a >/dev/null 2>&1; then
	chmod 0 b
	expect 2 'unreadable' \
	    'setpriv --reuid=65534 --clear-groups "$U" b a'
	err_is 'unreadable: message' 'ungarble: b: permission denied'
	out_is 'unreadable: others' one
	chmod 644 b
else
	skip unreadable 'root reads everything'
fi
expect 2 'many missing' '"$U" $(seq 300)'
is 'many missing: messages' 300 "$(wc -l <err | tr -d ' ')"

# Names that a terminal would obey, or that are no text.
esc=$(printf 'x\033[2J\302\205\342\200\256y\377z\nw')
expect 2 'name' '"$U" "$esc"'
err_is 'name: masked' 'ungarble: x\x1B[2J\u{0085}\u{202E}y\xFFz\x0Aw: no such file or directory'
printf 'Le caf\351 \351tait ferm\351 cet \351t\351.\n' >"$esc"
for option in --check -l --detect --explain -v; do
	expect "$(case $option in --check | -l) echo 1 ;; *) echo 0 ;; esac)" \
	    "name, $option" '"$U" '$option' "$esc" 2>&1 | tr -d "\n\t" |
	    grep -q "[[:cntrl:]]" && echo bad; "$U" '$option' "$esc" \
	    >/dev/null 2>&1'
	is "name, $option: masked" '' "$(grep bad out)"
done
expect 0 'a name like an option' 'printf "dash\n" >./-q; "$U" -- -q'
out_is 'a name like an option: output' dash

# -o: the file is there whole, or as it was.
expect 0 '-o' '"$U" -o new a b'
out_is '-o: nothing on stdout' ''
is '-o: text' 'one
two' "$(cat new)"
expect 0 '--output' '"$U" --output=new b'
is '--output: text' two "$(cat new)"
expect 2 '-o, trouble' '"$U" -o new a missing'
is '-o, trouble: old text' two "$(cat new)"
err_has '-o, trouble: message' '^ungarble: new: not written$'
expect 2 '-o, no folder' '"$U" -o none/new a'
err_is '-o, no folder: message' 'ungarble: none/new: no such file or directory'
expect 2 '-o, a folder' '"$U" -o folder a'
err_is '-o, a folder: message' 'ungarble: folder: is a directory'
expect 2 '-o, a new folder' '"$U" -o none/ a'
expect 2 '-o, no name' '"$U" -o "" a'
expect 2 '-o = input' '"$U" -o a b a'
err_is '-o = input: message' 'ungarble: a: is also an input; nothing was done
ungarble: -i changes files where they are'
is '-o = input: kept' one "$(cat a)"
expect 2 '-o = input by a link' 'ln -s a link; "$U" -o link a'
expect 2 '-o = stdin' '"$U" -o a <a'
is '-o = stdin: kept' one "$(cat a)"
expect 0 '-o through a link' 'ln -sf new link; "$U" -o link a'
ok '-o through a link: still one' test -L link
is '-o through a link: text' one "$(cat new)"
expect 2 '-o through a link to nothing' 'ln -sf nothing link; "$U" -o link a'
expect 0 '-o, mode' 'chmod 640 new; "$U" -o new b; stat -c %a new'
out_is '-o, mode: kept' 640
expect 0 '-o, umask' 'umask 027; "$U" -o fresh b; stat -c %a fresh'
out_is '-o, umask: obeyed' 640
device 3 # its own /dev/null
if [ -n "$device" ]; then
	expect 0 '-o, device' '"$U" -o "$device" a; test -c "$device"'
fi
expect 0 '-o, standard output' \
    '{ echo before; "$U" -o /dev/stdout b; echo behind; } >log; cat log'
out_is '-o, standard output: all of it' "$(echo before; cat b; echo behind)"
expect 0 '-o, fifo' 'mkfifo pipe; cat pipe & "$U" -o pipe a; wait'
out_is '-o, fifo: text' one
expect 3 '-o, refused' 'printf "ok\n\303\251 \377 \303\251\n" |
    "$U" -f utf-8 --invalid=fail -o new'
is '-o, refused: old text' two "$(cat new)"
expect 0 '--exit-code, -o' '"$U" --exit-code -o new a'
expect 1 '--exit-code, -o, changed' '"$U" --exit-code -o new latin'
ok '--exit-code, -o, changed: written' cmp new wanted
is '-o: nothing is left' '' "$(find . -name '.ungarble*')"

# What is read must not be what is written.
expect 2 'stdout = input' '"$U" a b >>b'
err_is 'stdout = input: message' 'ungarble: b: is also the output'
is 'stdout = input: the other' 'two
one' "$(cat b)"
expect 2 '--report = input' '"$U" --report=a a'
is '--report = input: kept' one "$(cat a)"
expect 2 '--report = -o' '"$U" --report=r -o r a'
expect 2 '--report = -o, by other names' '"$U" --report=unseen -o ./unseen a'
is '--report = -o, by other names: nothing made' '' "$(ls unseen 2>/dev/null)"
expect 2 '--report = stdout' '"$U" --report=both a >both'
is '--report = stdout: nothing written' '' "$(cat both)"

finish
