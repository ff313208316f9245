# packed.sh - -z: gzip, xz, zstd and bzip2, read and written back
. tests/cli/lib.sh
cd "$W" || exit 1

{
	yes 'A plain line, as there are many, which nobody has garbled.' |
	    head -n 3000
	printf 'Le caf\303\203\302\251 du coin.\n'
	seq 20000
} >old
{
	yes 'A plain line, as there are many, which nobody has garbled.' |
	    head -n 3000
	echo 'Le café du coin.'
	seq 20000
} >new
printf 'Le caf\303\203\302\251 du coin, o\303\203\302\271 tout est bon.\n' >few
echo 'Le café du coin, où tout est bon.' >few.new
echo 'Text in ASCII, which may be cut wherever somebody likes.' >plain

# form NAME LIBRARY: whether the program has it
"$U" --version >version
form() {
	grep -q "^$2 " version
}

# What is in none of them is read as it is.
gives 'as it is' new '"$U" -z old'
gives 'as it is, stdin' new '"$U" --decompress <old'
for start in B BZ BZh9 'BZh91AY&S_' '\037' '\037\213' '(' '\375' '\3757zX' P; do
	printf "$start" >start
	expect 0 "like $start" '"$U" start >a'
	gives "like $start, -z" a '"$U" -z start'
	printf "$start abc\n" >start
	expect 0 "like $start, text" '"$U" start >a'
	gives "like $start, text, -z" a '"$U" -z start'
done
expect 0 'empty' '"$U" -z </dev/null'
out_is 'empty: output' ''
mkfifo fifo
"$U" -z <fifo >line 2>&1 &
exec 3>fifo
printf 'BZh is text\n\n\n' >&3
ok 'as it is: at once' soon 5 'grep -q text line'
exec 3>&-
wait

# all NAME COMMAND: what holds of each form
all() {
	name=$1
	command=$2
	$command -c <old >p
	$command -c <few >f
	gives "$name" new '"$U" -z p'
	err_is "$name: silent" ''
	gives "$name, stdin" new 'cat p | "$U" -z'
	gives "$name, bytes" p '"$U" <p'
	err_is "$name, bytes: binary" \
	    "ungarble: standard input: binary, passed through as it is; \
-z reads $name"
	gives "$name, threads" new '"$U" -z -T2 p'
	gives "$name, --line-buffered" new '"$U" -z --line-buffered p'
	expect 0 "$name, of none" '$command -c </dev/null | "$U" -z'
	out_is "$name, of none: output" ''
	gives "$name, twice" "$W/thrice" 'cat p f p | "$U" -z'
	gives "$name, twice packed" p '$command -c <p | "$U" -z'

	# All that only looks.
	expect 1 "$name, --check" '"$U" -z --check p'
	out_is "$name, --check: output" \
	    'p:3001:7: mojibake/utf-8>windows-1252: Ã© → é'
	expect 1 "$name, -l" '"$U" -zl p f'
	out_is "$name, -l: output" 'p
f'
	expect 1 "$name, --diff" '"$U" -z --diff p'
	is "$name, --diff: output" 1 "$(grep -c '^+Le café' out)"
	expect 0 "$name, --detect" '"$U" -z --detect p >a && cut -f 1,2 a'
	out_is "$name, --detect: output" 'p	UTF-8'
	expect 0 "$name, --report" '"$U" -z --report=rep -o text p'
	is "$name, --report: of the text" "$(wc -c <old | tr -d ' ')" \
	    "$(sed -n 's/.*"type":"total".*"in_len":\([0-9]*\).*/\1/p' rep)"
	gives "$name, --apply" new '"$U" -z --apply=rep p'

	# In place: the same form, or the same file.
	cp p i
	chmod 640 i
	expect 0 "$name, -i" '"$U" -zi.old i && $command -dc <i | cmp - new'
	ok "$name, -i: old" cmp i.old p
	is "$name, -i: mode" 640 "$(stat -c %a i)"
	is "$name, -i: level" yes "$([ "$(wc -c <i)" -le \
	    $(($($command -c <new | wc -c) * 3 / 2)) ] && echo yes)"
	was=$(ls -li --time-style=full-iso i)
	expect 0 "$name, -i, again" '"$U" -zi i'
	is "$name, -i, again: untouched" "$was" \
	    "$(ls -li --time-style=full-iso i)"
	rm i.old

	# What is cut, or has something behind it; damaged.sh has all of them.
	$command -c <plain >c
	head -c $(($(wc -c <c) - 1)) c >cut
	{ cat f; echo behind; } >behind
	expect 2 "$name, behind it" '"$U" -z behind'
	out_is "$name, behind it: text" "$(cat few.new)"
	err_is "$name, behind it: message" \
	    "ungarble: behind: is $name, and something else stands behind it"
	for file in behind cut; do
		cp $file i
		was=$(ls -li --time-style=full-iso i)
		expect 2 "$name, $file, -i" '"$U" -zi i'
		is "$name, $file, -i: untouched" "$was" \
		    "$(ls -li --time-style=full-iso i)"
		expect 2 "$name, $file, -o" 'echo was >o; "$U" -z -o o i'
		is "$name, $file, -o: stays" was "$(cat o)"
		expect 2 "$name, $file, --check" '"$U" -z --check i'
		expect 0 "$name, $file, others" '"$U" -z i old >a; [ $? = 2 ] &&
		    tail -n 23001 a | cmp - new'
	done
	is "$name: nothing left" '' "$(find . -name '.ungarble*')"

	# Memory that is not enough; what grows beyond measure.
	expect 2 "$name, no memory" '"$U" -z -M 100K p'
	is "$name, no memory: message" 1 \
	    "$(grep -c 'since --memory allows no more$' err)"
	yes 'the same over and over' | head -c 24000000 | $command -c >bomb
	expect 2 "$name, a bomb" '"$U" -z --max-expand=10 bomb >a'
	err_is "$name, a bomb: message" \
	    "ungarble: bomb: is $name, and grows beyond what --max-expand allows"
	is "$name, a bomb: ends soon" yes \
	    "$([ "$(wc -c <a)" -lt 20000000 ] && echo yes)"
	expect 0 "$name, no bomb" '"$U" -z --max-expand=0 bomb >a &&
	    wc -c <a'
	out_is "$name, no bomb: output" 24000000
	cp bomb i
	expect 2 "$name, a bomb, -i" '"$U" -zi --max-expand=10 i; s=$?
	    cmp i bomb && exit $s'
}
cat new few.new new >thrice

# Without its library a form is told of, and nothing is written.
none() {
	skip "$1" "this build is without $2"
	printf "$3" >p
	expect 2 "$1, without" '"$U" -z p'
	out_is "$1, without: no output" ''
	err_is "$1, without: message" \
	    "ungarble: p: is $1, which this build cannot read"
	cp p i
	expect 2 "$1, without, -i" '"$U" -zi i; s=$?; cmp i p && exit $s'
}

# each NAME LIBRARY COMMAND START
each() {
	if ! form "$1" "$2"; then
		none "$1" "$2" "$4"
	elif ! command -v "$3" >/dev/null; then
		skip "$1" "$3 is missing"
	else
		all "$1" "$3"
	fi
}
each gzip zlib gzip '\037\213\010xxxxxxxx'
each xz liblzma xz '\3757zXZ\000xxxxx'
each zstd libzstd zstd '\050\265\057\375xxxxxxx'
each bzip2 libbz2 bzip2 'BZh91AY&SYxxx'

# What one of them has alone.
if form gzip zlib; then
	gzip -c <few >p
	head -c 700 /dev/zero >>p
	gives 'gzip, padded' few.new '"$U" -z p'
	printf x >>p
	expect 2 'gzip, padded, and more' '"$U" -z p'
	printf '{"id":"caf\303\203\302\251","text":"Le caf\303\203\302\251."}\n' |
	    gzip -c >p
	expect 0 'gzip, --jsonl' '"$U" -z --jsonl=text p'
	out_is 'gzip, --jsonl: a string of it' \
	    '{"id":"cafÃ©","text":"Le café."}'
	i=0
	while [ $i -lt 300 ]; do
		gzip -c <few
		i=$((i + 1))
	done >p
	expect 0 'gzip, many' '"$U" -z p >a && sort -u a | cmp - few.new'
	is 'gzip, many: all' 300 "$("$U" -z p | wc -l | tr -d ' ')"
	cp p i
	expect 0 'gzip, many, -i' '"$U" -zi i && gzip -dc <i | wc -l'
	out_is 'gzip, many, -i: all' 300
	if form xz liblzma && command -v xz >/dev/null; then
		{ gzip -c <few; xz -c <few; } >p
		expect 2 'gzip, then xz' '"$U" -z p'
		out_is 'gzip, then xz: the first' "$(cat few.new)"
	fi
	mkdir -p d/e
	gzip -c <few >d/e/a.gz
	gzip -c <version >d/b.gz
	cp few d/c
	head -c 3000 /dev/zero >random
	tar -cf - few random | gzip -c >d/d.tar.gz
	expect 1 '-r' '"$U" -rzl d'
	out_is '-r: output' 'd/c
d/e/a.gz'
	err_is '-r: binary' 'ungarble: 1 binary file was skipped; -v names them, --binary=pass takes them'
	expect 0 '-ri' '"$U" -qrzi d && gzip -dc d/e/a.gz | cmp - few.new'
	ok '-ri: text' cmp d/c few.new
	ok '-ri: not the archive' sh -c 'gzip -dc d/d.tar.gz | tar -tf -'
	expect 2 'a limit of the file' 'gzip -c <old >i; cp i p
	    (ulimit -f 1; "$U" -zi i); s=$?; cmp i p && exit $s'
	if "$U" --sandbox=on </dev/null 2>err; then
		gzip -c <old >p
		for way in on off; do
			gives "sandbox $way" new '"$U" -z --sandbox=$way <p'
			cp p i
			expect 0 "sandbox $way, -i" '"$U" -zi --sandbox=$way i &&
			    gzip -dc i | cmp - new'
		done
	fi
fi
if form xz liblzma && command -v xz >/dev/null; then
	{ xz -c <few; head -c 8 /dev/zero; xz -c <few; } >p
	expect 0 'xz, padded' '"$U" -z p >a && sort -u a | cmp - few.new'
	for n in 1 2 3 5 4000; do
		{ xz -c <few; head -c $n /dev/zero; } >p
		want=2
		[ $((n % 4)) -ne 0 ] || want=0
		expect $want "xz, padded with $n" '"$U" -z p'
		out_is "xz, padded with $n: the text" "$(cat few.new)"
		[ $want -eq 0 ] || err_is "xz, padded with $n: message" \
		    'ungarble: p: is xz, and something else stands behind it'
		{ cat p; xz -c <few; } >i
		expect $want "xz, padded with $n, and more" '"$U" -z i'
	done
	printf '\3757zXZ\000\000\002\323\163\327\257xxxx' >p
	expect 2 'xz, a check nobody knows' '"$U" -z p'
	err_is 'xz, a check nobody knows: message' \
	    'ungarble: p: is xz, which this build cannot read'
	xz -9c <old >p
	gives 'xz -9' new '"$U" -z p'
	expect 2 'xz -9, less memory' '"$U" -z -M 60M p'
	err_is 'xz -9, less memory: message' \
	    'ungarble: p: is xz: no memory, since --memory allows no more'
	gives 'xz -9, more memory' new '"$U" -z -M 90M p'
	cp p i
	expect 0 'xz -9, -i' '"$U" -zi i && xz -dc <i | cmp - new'
	xz -c <old >i
	expect 0 'xz, -i, less memory' \
	    '"$U" -zi -M 60M i && xz -dc <i | cmp - new'
	xz --check=none -c <few >p
	gives 'xz without a check' few.new '"$U" -z p'
	if "$U" --sandbox=on </dev/null 2>err; then
		xz -c <old >p
		gives 'xz, sandbox' new '"$U" -z --sandbox=on <p'
	fi
fi
if form zstd libzstd && command -v zstd >/dev/null; then
	zstd -qc <few >f
	expect 0 'zstd, skippable' \
	    '{ printf "P*M\030\003\000\000\000abc"; cat f; printf \
	    "\137*M\030\001\000\000\000a"; cat f; } | "$U" -z >a &&
	    sort -u a | cmp - few.new'
	printf '(\265/\375\041\005\001\011\000\000a' >p
	expect 2 'zstd, a dictionary' '"$U" -z p'
	err_is 'zstd, a dictionary: message' \
	    'ungarble: p: is zstd, which this build cannot read'
	cat old | zstd -qc --long=27 >p
	gives 'zstd --long=27' new '"$U" -z p'
	expect 2 'zstd --long=27, less memory' '"$U" -z -M 60M p'
	err_is 'zstd --long=27, less memory: message' \
	    'ungarble: p: is zstd: no memory, since --memory allows no more'
	if "$U" --sandbox=on </dev/null 2>err; then
		gives 'zstd, sandbox' few.new '"$U" -z --sandbox=on <f'
	fi
fi

# What does not go together, and wrong values.
expect 2 '--journal' '"$U" -z --journal=j old'
err_has '--journal: message' '^ungarble: --journal: does not go together with -z'
expect 2 '--restore' '"$U" -z --restore=j old'
for value in x -1 '' 1x; do
	expect 2 "--max-expand=$value" \
	    '"$U" -z --max-expand="$value" </dev/null'
	err_has "--max-expand=$value: message" 'no such value'
done

finish
