# recursive.sh - -r and what chooses among the files it finds; --files0-from
. tests/cli/lib.sh
cd "$W" || exit 1

old=$(printf 'Le caf\303\203\302\251 du coin.')
new='Le café du coin.'

# fresh: a tree in d
fresh() {
	rm -rf d
	mkdir -p d/b d/a/deep
	printf '1 %s\n' "$old" >d/a/deep/z.md
	printf '2 %s\n' "$old" >d/b/y.txt
	printf '3 %s\n' "$old" >d/b.txt
	printf '4 plain\n' >d/c.txt
	printf '5 %s\n' "$old" >d/.dot.txt
}
fresh

# A folder is refused, unless -r asks for what is in it.
expect 2 'a folder' '"$U" d'
err_is 'a folder: message' 'ungarble: d: is a directory; -r takes the files in it'
expect 0 '-r' '"$U" -r d'
out_is '-r: by name' "5 $new
1 $new
2 $new
3 $new
4 plain"
expect 0 '-r, a slash behind' '"$U" --recursive d/'
is '-r, a slash behind: the same' 5 "$(wc -l <out | tr -d ' ')"
expect 1 '-r, names' '"$U" -rl d'
out_is '-r, names: output' 'd/.dot.txt
d/a/deep/z.md
d/b/y.txt
d/b.txt'
expect 1 '-r, here' 'cd d && "$U" -rl'
out_is '-r, here: no ./' '.dot.txt
a/deep/z.md
b/y.txt
b.txt'
expect 1 '-r, .' 'cd d && "$U" -rl .'
out_is '-r, .: as it was named' './.dot.txt
./a/deep/z.md
./b/y.txt
./b.txt'
expect 1 '-r, files and folders' '"$U" -rl d/b.txt d/b -- d/a'
out_is '-r, files and folders: in order' 'd/b.txt
d/b/y.txt
d/a/deep/z.md'
expect 0 '-r, standard input' 'echo text | "$U" -r - d/b'
out_is '-r, standard input: first' "text
2 $new"
expect 2 '-r, trouble with one' '"$U" -r missing d/b'
out_is '-r, trouble with one: the others' "2 $new"
expect 0 '-r, an empty folder' 'mkdir empty && "$U" -r empty'

# All that looks only goes through folders, too.
expect 1 '--check' '"$U" -r --check d/b d/a'
out_is '--check: output' 'd/b/y.txt:1:9: mojibake/utf-8>windows-1252: Ã© → é
d/a/deep/z.md:1:9: mojibake/utf-8>windows-1252: Ã© → é'
expect 1 '--diff' '"$U" -r --diff d'
is '--diff: files' 4 "$(grep -c '^+++ d/' out)"
expect 0 '--detect' '"$U" -r --detect d'
is '--detect: files' 5 "$(grep -c '^d/.*	UTF-8	\|^d/.*	US-ASCII	' out)"
expect 0 '--explain' '"$U" -r --explain d'
is '--explain: files' 4 "$(grep -c '^d/' out)"
expect 0 '--report' '"$U" -r --report=rep d >out.text'
is '--report: files' 5 "$(grep -c '"type":"total","file":"d/' rep)"
gives '--apply' out.text '"$U" -r --apply=rep d'
expect 0 '-o' '"$U" -r -o d/all d && cmp d/all out.text'
expect 0 '-o, again' '"$U" -r -o d/all d && cmp d/all out.text'
err_is '-o, again: message' 'ungarble: d/all: is written to; left out'
rm d/all
gives '--report in the folder' out.text '"$U" -r --report=d/rep d'
err_is '--report in the folder: message' \
    'ungarble: d/rep: is written to; left out'
rm d/rep
expect 0 'output in the folder' '"$U" -r d >d/all; s=$?
    cmp d/all out.text && exit $s'
err_is 'output in the folder: message' \
    'ungarble: d/all: is written to; left out'
rm d/all

# What is written beside them is none of them.
for kind in report report-html journal; do
	rm -rf d2
	cp -R d d2
	yes "$old" | head -n 9000 >d2/b.txt
	cp d2/b.txt d2/z.txt
	expect 0 "-i, --$kind in the folder" '"$U" -q -r -i --'$kind'=d2/m d2'
	err_is "-i, --$kind in the folder: message" \
	    'ungarble: d2/m: is written to; left out'
	rm d2/m
done
# -i: all of them, or those that may be changed.
was=$(ls -li d/c.txt)
expect 0 '-i' '"$U" -ri d'
is '-i: text' "1 $new 2 $new" "$(echo $(cat d/a/deep/z.md d/b/y.txt))"
is '-i: the same file' "$was" "$(ls -li d/c.txt)"
fresh
expect 2 '-i alone' 'cd d && "$U" -ri'
err_has '-i alone: message' '^ungarble: -i: what is changed must be named$'
is '-i alone: nothing' "3 $old" "$(cat d/b.txt)"
expect 2 '-ir' '"$U" -ir d'
err_is '-ir: message' 'ungarble: -i: r is taken for the suffix of old files
ungarble: -ri has all these options'
expect 0 '-i.old' '"$U" -r -i.old d'
is '-i.old: kept' "3 $old" "$(cat d/b.txt.old)"
expect 1 '-i.old: kept are inputs to others' '"$U" -rl d'
expect 0 '-i.old: not to the same' 'rm -f d/c.txt; rm -f d/*.txt d/.*.txt \
    d/a/deep/z.md d/b/y.txt; "$U" -r -i.old d'
is '-i.old: not to the same: untouched' "3 $old" "$(cat d/b.txt.old)"
fresh
ln d/b.txt d/e.txt
expect 2 '-i, other names' '"$U" -ri d'
is '-i, other names: each is told' 2 "$(grep -c 'other names' err)"
is '-i, other names: stay' "3 $old" "$(cat d/e.txt)"
is '-i, other names: the others' "2 $new" "$(cat d/b/y.txt)"
expect 0 '-i, --break-links' '"$U" -ri --break-links d'
is '-i, --break-links: both' "3 $new 3 $new" "$(echo $(cat d/b.txt d/e.txt))"
fresh
expect 0 '-i, --journal' '"$U" -ri --journal=undo d &&
    "$U" -i --restore=undo && cat d/b/y.txt'
out_is '-i, --journal: and back' "2 $old"
printf 'x' >d/.ungarble-0123456789abcdef.tmp
expect 0 'a temporary file' '"$U" -r d/.ungarble-0123456789abcdef.tmp'
is 'a temporary file: not found' 5 "$("$U" -r --detect d | wc -l | tr -d ' ')"
rm d/.ungarble*

# Which are taken.
expect 1 '--include' '"$U" -rl --include="*.md" --include="b.*" d'
out_is '--include: output' 'd/a/deep/z.md
d/b.txt'
expect 1 '--include, a dot' '"$U" -rl --include="*dot*" d'
out_is '--include, a dot: a character as any' d/.dot.txt
expect 1 '--exclude' '"$U" -rl --exclude="*.txt" d'
out_is '--exclude: output' d/a/deep/z.md
expect 1 '--exclude, a folder' '"$U" -rl --exclude=b --exclude=.?* d'
out_is '--exclude, a folder: output' 'd/a/deep/z.md
d/b.txt'
expect 1 '--exclude goes before' '"$U" -rl --include="*.txt" --exclude="b*" d'
out_is '--exclude goes before: output' d/.dot.txt
expect 1 'paths' '"$U" -rl --include="a/*/*" --include=/b.txt d'
out_is 'paths: output' 'd/a/deep/z.md
d/b.txt'
expect 0 'paths: from the folder on' '"$U" -rl --include=/y.txt \
    --include=d/b.txt d'
mkdir d/x d/a/x
printf '6 %s\n' "$old" | tee d/x/f >d/a/x/f
printf '7 %s\n' "$old" >d/b/x
expect 1 'folders alone' '"$U" -rl --exclude=x/ --exclude="*.*" d'
out_is 'folders alone: output' d/b/x
expect 1 'a folder by its path' '"$U" -rl --exclude=/x/ --exclude="*.*" d'
out_is 'a folder by its path: output' 'd/a/x/f
d/b/x'
expect 1 'what is named is taken' '"$U" -rl --include=none d/b.txt d'
out_is 'what is named is taken: output' d/b.txt
mkdir d/.git d/.hg d/.svn d/.bzr d/_darcs d/.github
for folder in d/.git d/.hg d/.svn d/.bzr d/_darcs d/.github; do
	printf '8 %s\n' "$old" >$folder/v
done
expect 1 'what others keep of versions' '"$U" -rl --include=v d'
out_is 'what others keep of versions: left out' d/.github/v
expect 1 'what others keep, named' '"$U" -rl d/.git'
out_is 'what others keep, named: taken' d/.git/v
rm -r d/.git d/.hg d/.svn d/.bzr d/_darcs d/.github
for option in --include=x --exclude=x --follow; do
	expect 2 "$option without -r" '"$U" '$option' d/b.txt'
	err_has "$option without -r: message" "^ungarble: ${option%=x}: goes with -r"
done

# What is no text is skipped, and told of at the end.
fresh
head -c 3000 /dev/zero >d/bin
head -c 3000 /dev/zero >d/a/bin
expect 0 'binary' '"$U" -r d >got'
err_is 'binary: message' \
    'ungarble: 2 binary files were skipped; -v names them, --binary=pass takes them'
ok 'binary: output' cmp got out.text
expect 0 'binary, -v' '"$U" -rv --include=bin d'
is 'binary, -v: each' 'ungarble: d/a/bin: binary, skipped
ungarble: d/bin: binary, skipped' "$(cat err)"
expect 0 'binary, -q' '"$U" -rq d'
err_is 'binary, -q: silent' ''
expect 0 'binary, passed' '"$U" -r --binary=pass --include=bin d | wc -c'
out_is 'binary, passed: output' 6000
expect 0 'binary, skipped' '"$U" -r --binary=skip --include=bin d'
is 'binary, skipped: each' 2 "$(grep -c 'bin: binary, skipped$' err)"
expect 2 'binary, refused' '"$U" -r --binary=fail --include=bin d'
expect 3 'binary, --strict' '"$U" -rq --strict --include=bin d'
expect 0 'binary, --detect' '"$U" -r --detect --include=bin d | cut -f 2'
out_is 'binary, --detect: output' 'binary
binary'
gives 'binary, named' d/bin '"$U" -r d/bin'
was=$(ls -li d/bin)
expect 0 'binary, -i' '"$U" -ri d'
is 'binary, -i: the same file' "$was" "$(ls -li d/bin)"

# What is no file is left out; links are, unless --follow asks for them.
fresh
mkdir out.side
printf '8 %s\n' "$old" >out.side/file
ln -s ../out.side d/link
ln -s b.txt d/linked
ln -s nothing d/broken
mkfifo d/fifo
ln -s fifo d/to.fifo
expect 1 'links' 'timeout 20 "$U" -rl d'
out_is 'links: output' 'd/.dot.txt
d/a/deep/z.md
d/b/y.txt
d/b.txt'
err_is 'links: silent' ''
expect 1 'a link that is named' '"$U" -rl d/link'
out_is 'a link that is named: output' d/link/file
expect 2 '--follow' 'timeout 20 "$U" -rl --follow d'
out_is '--follow: output' 'd/.dot.txt
d/a/deep/z.md
d/b/y.txt
d/b.txt
d/link/file
d/linked'
err_is '--follow: what leads nowhere' \
    'ungarble: d/broken: no such file or directory'
rm d/broken
expect 0 '--follow, -i' '"$U" -ri --follow d'
is '--follow, -i: what they lead to' "8 $new" "$(cat out.side/file)"
ok '--follow, -i: still a link' test -L d/linked

# Circles, and ways that double with each step, end.
fresh
ln -s .. d/a/deep/up
ln -s ../../d d/b/top
expect 1 'a circle' 'timeout 20 "$U" -rl --follow d'
is 'a circle: each once' 4 "$(wc -l <out | tr -d ' ')"
is 'a circle: told' 2 "$(grep -c 'taken already; left out$' err)"
mkdir many
i=0
while [ $i -lt 40 ]; do
	mkdir many/$i
	ln -s ../$((i + 1)) many/$i/one
	ln -s ../$((i + 1)) many/$i/two
	i=$((i + 1))
done
mkdir many/40
cp d/b.txt many/40/file
expect 1 'many ways' 'timeout 20 "$U" -rlq --follow many/0'
is 'many ways: one' 1 "$(wc -l <out | tr -d ' ')"

# Hostile names, and folders that cannot be read.
fresh
name=$(printf 'd/-q\033[2J\n\302\205z')
mkdir "$name"
cp d/b.txt "$name/$(printf 'new\nline')"
expect 1 'a name' '"$U" -rl --include="new*" d'
out_is 'a name: masked' 'd/-q\x1B[2J\x0A\u{0085}z/new\x0Aline'
expect 1 'a name, --check' '"$U" -r --check --include="new*" d'
is 'a name, --check: a line' 1 "$(wc -l <out | tr -d ' ')"
expect 0 'a name, -i' '"$U" -ri d && cat "$name"/*'
out_is 'a name, -i: text' "3 $new"
printf 'a\377\n' >"$name/bad"
expect 0 'a name, at the end' '"$U" -r --from=utf-8 --include=bad d'
err_has 'a name, at the end: masked' \
    'byte 1 of d/-q\\x1B\[2J\\x0A\\u{0085}z/bad;'
fresh
long=$(printf '%0200d' 0)
(cd d && i=0 && while [ $i -lt 25 ]; do
	mkdir $long && cd $long || exit
	i=$((i + 1))
done && cp "$W/d/b.txt" .) 2>/dev/null
expect 2 'too deep' '"$U" -rl d'
err_has 'too deep: message' ': file name too long$'
is 'too deep: the others' 4 "$(wc -l <out | tr -d ' ')"
fresh
if [ "$(id -u)" -ne 0 ]; then
	as=
elif command -v setpriv >/dev/null && chmod 755 . &&
    setpriv --reuid=65534 --clear-groups "$U" -r d >out 2>err; then
	as='setpriv --reuid=65534 --clear-groups'
else
	as=none
fi
if [ "$as" = none ]; then
	skip unreadable 'root reads everything'
else
	chmod 0 d/a
	expect 2 'unreadable' '$as "$U" -rl d'
	err_is 'unreadable: message' 'ungarble: d/a: permission denied'
	out_is 'unreadable: the others' 'd/.dot.txt
d/b/y.txt
d/b.txt'
	chmod 755 d/a
fi
mkdir wide
(cd wide && seq 3000 | xargs touch)
expect 2 'more names than memory' '"$U" -r -M 20K wide'
err_is 'more names than memory: message' \
    'ungarble: wide: no memory, since --memory allows no more'
expect 0 'many names' '"$U" -r --detect wide | cut -f 1 | LC_ALL=C sort -c'

# A list of names.
printf 'd/b.txt\0d/missing\0d/c.txt' >list
expect 2 '--files0-from' '"$U" --files0-from=list'
out_is '--files0-from: output' "3 $new
4 plain"
err_is '--files0-from: message' 'ungarble: d/missing: no such file or directory'
expect 2 '--files0-from, lines' 'find d -type f | "$U" --files0-from=-'
err_has '--files0-from, lines: message' 'standard input: no NUL'
err_has '--files0-from, lines: advice' 'find -print0'
mkdir lines
printf 'x\n' >"lines/a
b"
expect 0 '--files0-from, a name of two lines' \
    'printf "lines/a\nb" | "$U" --files0-from=-'
out_is '--files0-from, a name of two lines: output' x
rm -r lines
expect 1 '--files0-from, find' 'find d -type f -print0 | sort -z |
    "$U" --files0-from=- -l'
out_is '--files0-from, find: output' 'd/.dot.txt
d/a/deep/z.md
d/b.txt
d/b/y.txt'
expect 0 '--files0-from, -l0' '"$U" -rl0 --include="b.*" d |
    "$U" --files0-from=-'
out_is '--files0-from, -l0: output' "3 $new"
printf 'd/b\0' >list
expect 0 '--files0-from, -r' '"$U" -r --files0-from=list'
out_is '--files0-from, -r: output' "2 $new"
expect 2 '--files0-from, a folder' '"$U" --files0-from=list'
printf -- '-\0d/c.txt\0' >list
expect 0 '--files0-from, -' 'echo in | "$U" --files0-from=list'
out_is '--files0-from, -: output' 'in
4 plain'
expect 2 '--files0-from, - twice' '"$U" --files0-from=- <list'
out_is '--files0-from, - twice: nothing' ''
expect 2 '--files0-from, -i -' '"$U" -i --files0-from=list'
err_has '--files0-from, -i -: message' 'cannot be changed in place'
: >list
expect 0 '--files0-from, none' 'echo in | "$U" --files0-from=list'
out_is '--files0-from, none: output' ''
printf 'd/c.txt\0\0d/c.txt\0' >list
expect 2 '--files0-from, an empty name' '"$U" --files0-from=list'
is '--files0-from, an empty name: the others' 2 "$(wc -l <out | tr -d ' ')"
expect 2 '--files0-from and a file' '"$U" --files0-from=list d/c.txt'
expect 2 '--files0-from, missing' '"$U" --files0-from=nothing'
err_is '--files0-from, missing: message' \
    'ungarble: nothing: no such file or directory'
expect 2 '--files0-from, written to' '"$U" --files0-from=list -o list'
ok '--files0-from, written to: stays' test -s list
printf 'd/c.txt\0d/b.txt\0' >list
expect 2 '--files0-from, an output' '"$U" --files0-from=list -o d/c.txt'
is '--files0-from, an output: stays' '4 plain' "$(cat d/c.txt)"
expect 0 '--files0-from, -i' '"$U" -i --files0-from=list && cat d/b.txt'
out_is '--files0-from, -i: text' "3 $new"
seq 200000 | tr '\n' '\0' >list
expect 2 '--files0-from, more than memory' '"$U" --files0-from=list -M 500K'
err_is '--files0-from, more than memory: message' \
    'ungarble: list: no memory, since --memory allows no more'
expect 2 '-r, --restore' '"$U" -r --restore=undo d'

# With and without what --sandbox gives up, the same.
if "$U" --sandbox=on </dev/null 2>err; then
	for way in on off; do
		fresh
		expect 0 "--sandbox=$way" '"$U" --sandbox=$way -r d'
		cp out "$way.out"
		expect 0 "--sandbox=$way, -i" '"$U" --sandbox=$way -ri.old d'
		(cd d && find . -type f | sort | xargs cat) >$way.text
	done
	ok 'sandbox: output' cmp on.out off.out
	ok 'sandbox: text' cmp on.text off.text
	expect 2 'sandbox, --follow' '"$U" --sandbox=on -r --follow d'
	err_has 'sandbox, --follow: message' 'does not go together with --follow'
elif ! grep -q '__asan_\|__gcov_' "$U"; then # these have none
	skip sandbox "$(head -n 1 err)"
fi

finish
