# lines.sh - --line-buffered: each line leaves on its own
. tests/cli/lib.sh
cd "$W" || exit 1

# Even where more was read: what is told of a line stands before it, and before
# what is told of the next.
bad=$(printf 'caf\303\203\302\251')
printf '%s one\nplain\n%s two\n' "$bad" "$bad" >two
expect 0 'in turn' '"$U" -q --line-buffered --report=- two 2>&1 |
    sed "s/^{.\(type\).:.\([a-z]*\).*/\1 \2/" | grep -v "^{"'
is 'in turn: text' 'type edit|café one|plain|type edit|café two|' \
    "$(grep -v 'type [st]' out | tr '\n' '|')"

# A byte 0A of UTF-16 ends none.
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
	expect 0 "$file, half of the mark first" \
	    '{ head -c 1 '$file'; sleep 0.2; tail -c 5 '$file'; } |
	    "$U" -q --line-buffered --bom=strip --report=r'
	one "$file, half of the mark first"
done
# Without a mark it is a line end as any.
expect 0 'none' '"$U" --line-buffered -f utf-8 none'
ok 'none: as it is' cmp out none

finish
