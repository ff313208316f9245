# wide.sh - UTF-16 by the line: a byte 0A is no line end in it
. tests/cli/lib.sh
cd "$W" || exit 1

# Two characters, of which one byte is 0A and none is NUL.
printf '\377\376\012\116\012\116' >le
printf '\376\377\116\012\116\012' >be
printf '\344\270\212\344\270\212' >text
printf '\012\116\012\116' >none
# one NAME: it is one line, whole
one() {
	ok "$1: text" cmp out text
	is "$1: one line" 1 \
	    "$(sed -n 's/.*"type":"total".*"n_records":\([0-9]*\).*/\1/p' r)"
}
for file in le be; do
	expect 0 "$file" \
	    '"$U" -q --line-buffered --bom=strip --report=r '$file
	one "$file"
	expect 0 "$file, the mark first" \
	    '{ head -c 2 '$file'; sleep 0.2; tail -c 4 '$file'; } |
	    "$U" -q --line-buffered --bom=strip --report=r'
	one "$file, the mark first"
done
# Without a mark it is a line end as any.
expect 0 'none' '"$U" --line-buffered -f utf-8 none'
ok 'none: as it is' cmp out none

finish
