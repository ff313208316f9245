# notices.sh - what is easily overlooked is said, with what to do; -q says none
. tests/cli/lib.sh
cd "$W" || exit 1

# says NAME STATUS OPTIONS WANTED [LINES]: on standard error, and not with -q;
# what is written, and the status, are the same
says() {
	expect "$2" "$1" '"$U" '"$3"
	err_is "$1: said" "$4"
	cp out told
	expect "$2" "$1, -q" '"$U" -q '"$3"
	err_is "$1, -q: silent" ''
	ok "$1, -q: the same" cmp out told
}

# silent NAME STATUS OPTIONS: nothing is said
silent() {
	expect "$2" "$1" '"$U" '"$3"
	err_is "$1: silent" ''
}

bad='Il a Ã©tÃ©'

# Paths of JSON that no line has.
path() {
	printf "ungarble: no line has text at '%s', which --jsonl asks for; a \
path is keys with dots between, as meta.title\n" "$@"
}
printf '{"n":1,"m":[{"t":"%s"}],"a.b":"x","o":{}}\n' "$bad" >lines
says 'path: none' 0 '--jsonl=text lines' "$(path text)"
says 'path: one of three' 0 '--jsonl=m.t,n,o lines' "$(path n)"
says 'path: two of three' 0 '--jsonl="x\\,y,m.t,a.b" <lines' \
    "$(path 'x\,y' a.b)"
says 'path: of two files' 0 '--jsonl=m,text lines lines' "$(path text)"
says 'path: --check' 0 '--check --jsonl=text lines' "$(path text)"
says 'path: -l' 0 '-l --jsonl=text lines' "$(path text)"
says 'path: masked' 0 '--jsonl="$(printf "\033")" lines' "$(path '\x1B')"
silent 'path: all' 0 '--jsonl lines'
silent 'path: there' 0 '--jsonl=m.t,a\\.b,o lines'
silent 'path: -l, not read to its end' 1 '-l --jsonl=m.t,text lines'
silent 'path: no line' 0 '--jsonl=text </dev/null'
silent 'path: --detect' 0 '--detect --jsonl=text lines'
awk 'BEGIN { for (i = 0; i < 200000; i++) print "{\"id\":\"" i "\"}" }' >many
says 'path: threads' 0 '-T2 --jsonl=id,text many' "$(path text)"
silent 'path: a part' 0 '--shard=1/2 --jsonl=text many'
cat many lines >more
silent 'path: threads, in the last line' 0 '-T2 --jsonl=id,m.t more'

# Rows that evidently have another sign between their values.
sign() {
	echo "ungarble: $1: the first rows have $2; $3 takes them so"
}
printf 'name;note\n%s;"a, b"\n' "$bad" >semicolons
tr ';' '\t' <semicolons >tabs
tr ';' ',' <semicolons >commas
semicolons=$(sign semicolons "';' and no comma" "--csv --delim=';'")
says 'semicolons' 0 '--csv semicolons' "$semicolons"
says 'semicolons, --diff' 1 '--diff --csv semicolons' "$semicolons"
says 'semicolons, --tsv' 0 '--tsv semicolons' \
    "$(sign semicolons "';' and no tab" "--csv --delim=';'")"
says 'tabs' 0 '--csv tabs' "$(sign tabs 'a tab and no comma' --tsv)"
says 'commas' 0 '--tsv commas' "$(sign commas "',' and no tab" --csv)"
says 'one row, bars' 0 '--csv <bar' "$(printf 'a|b' >bar
    sign 'standard input' "'|' and no comma" "--csv --delim='|'")"
expect 2 'no such column' '"$U" --csv=note semicolons'
is 'no such column: both are said' "$semicolons" "$(head -n 1 err)"
silent 'asked for' 0 '--csv --delim=";" semicolons'
silent 'asked for, not there' 0 '--csv --delim="|" semicolons'
silent 'as they are' 0 '--csv commas'
silent 'tabs, --tsv' 0 '--tsv tabs'
silent 'text' 0 semicolons
silent 'other numbers of them' 0 '--csv <some' \
    "$(printf 'a; b\nc; d; e\n' >some)"
silent 'one column' 0 '--csv <one' "$(printf 'a\nb;c\n' >one)"
silent 'in quotation marks' 0 '--csv <quoted' \
    "$(printf '"a;b\n"\n"c;d"\n' >quoted)"
silent 'a comma, too' 0 '--csv <both' "$(printf 'a;b\nc;d,e\n' >both)"

# What -r does not find.
mkdir -p empty/folder full
echo clean >full/notes.md
says 'nothing in a folder' 0 '-r empty' \
    'ungarble: empty: -r finds no file there'
says 'nothing of that name' 0 '-rl --include="*.txt" full' 'ungarble: full: '\
'-r finds no file there that --include and --exclude let through'
silent 'something' 0 '-r full'
says 'nothing in the second' 0 '-r full empty' \
    'ungarble: empty: -r finds no file there'
says 'nothing here' 0 '-r --exclude="*"' 'ungarble: .: '\
'-r finds no file there that --include and --exclude let through'

# What is attached to -i, and what is not.
echo "$bad" >notes
for letters in r z q v rz; do
	expect 2 "-i$letters" '"$U" -i$letters notes'
	err_is "-i$letters: said" "ungarble: -i: $letters is taken for the \
suffix of old files
ungarble: -${letters}i has all these options"
done
expect 2 '-i .bak' '"$U" -i .bak notes'
err_is '-i .bak: said' 'ungarble: .bak: no such file; nothing was done
ungarble: a suffix of old files is attached: -i.bak'
is 'nothing was done' "$bad" "$(cat notes)"
silent '-i.r' 0 '-i.r notes'
is '-i.r: the old file' "$bad" "$(cat notes.r)"
echo "$bad" >.bak
silent '-i .bak, a file' 0 '-i .bak notes'
is '-i .bak, a file: done' 'Il a été' "$(cat .bak)"
expect 2 '-i .none' '"$U" -i .none'
err_is '-i .none: said' 'ungarble: .none: no such file or directory'

# What was meant for an option, and is a file.
for option in jsonl csv tsv; do
	expect 2 "--$option note" '"$U" -q --$option note lines'
	err_is "--$option note: said" "ungarble: note: no such file or directory
ungarble: names of fields are attached: --$option=note"
done
for words in '--csv none.csv' '--csv lines none' '--csv=n none' none; do
	expect 2 "$words" '"$U" -q $words'
	err_has "$words: said" '^ungarble: none[.csv]*: no such file or directory$'
	is "$words: no more" 1 "$(wc -l <err | tr -d ' ')"
done

# A report that is none.
expect 2 '--apply' '"$U" --apply=notes notes'
err_is '--apply: said' "ungarble: notes: line 1: no object of JSON, or a \
damaged one
ungarble: --apply takes what --report wrote"

# What reads as well one way as another.
printf 'bad \203\225 byte\n' >alike
expect 0 'alike' '"$U" --explain alike'
ok 'alike: said' grep -q 'Next best: [^ ]*, about as likely (0.000 nats).$' out

# Compressed, and read without -z; what -z writes to a file of such a name.
if "$U" --version | grep -q '^zlib ' && command -v gzip >/dev/null; then
	gzip -c notes >notes.gz
	for look in --check -l --diff --explain; do
		says "compressed, $look" 0 "$look notes.gz" 'ungarble: '\
'notes.gz: binary, nothing in it is looked at; -z reads gzip'
	done
	silent 'compressed, --detect' 0 '--detect notes.gz'
	printf '\177ELF\002\001\001\000\000\000\000\003\000\076\n' >binary
	silent 'binary, --check' 0 '--check binary'
	for suffix in gz xz zst bz2; do
		form=$suffix
		[ $suffix != gz ] || form=gzip
		[ $suffix != zst ] || form=zstd
		[ $suffix != bz2 ] || form=bzip2
		says "-zo x.$suffix" 0 "-z -o x.$suffix notes.gz" "ungarble: \
x.$suffix: is plain text, not $form; -zi writes what is compressed as it was"
	done
	silent '-zo x.txt' 0 '-z -o x.txt notes.gz'
	silent '-o x.gz' 0 '-o x.gz notes'
	expect 2 '-zo x.gz, trouble' '"$U" -z -o x.gz none'
	err_is '-zo x.gz, trouble: said' \
	    'ungarble: none: no such file or directory
ungarble: x.gz: not written'
else
	skip compressed 'gzip is missing, or this build is without zlib'
fi

finish
