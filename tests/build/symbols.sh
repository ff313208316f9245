# The library exports what its headers declare, which is what its map lists, and
# nothing else; and has no symbol that can be written to.
LC_ALL=C
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

"$NM" -D --defined-only "$BUILD/libungarble.so.0" | awk '{ print $NF }' |
    sed 's/@.*//' | grep -v '^UNGARBLE_0$' | sort >"$work/exported"
"$CC" -E -P -Isrc -x c src/ungarble_journal.h | tr -s ' \n' '  ' | tr ';' '\n' |
    grep -o 'ungarble_[a-z_]*(' | tr -d '(' | sort -u >"$work/declared"
[ -s "$work/declared" ] || { echo 'no declarations found'; exit 1; }
sed -n 's/^	\(ungarble_[a-z_]*\);$/\1/p' src/ungarble.map >"$work/listed"
for other in exported listed; do
	diff "$work/declared" "$work/$other" || {
		echo "< declared, > $other"
		exit 1
	}
done
# .data.rel.ro is written by the loader only
objdump -t "$BUILD/libungarble.a" >"$work/symbols" &&
    grep -q " ungarble_open$" "$work/symbols" || exit 1
awk '$1 ~ /^[0-9a-f]+$/ && / (\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && !/\.data\.rel\.ro/ &&
        $0 !~ / d  / { print }' "$work/symbols" >"$work/mutable"
grep -v ' DW\.ref\.' "$work/mutable" >"$work/mine"
[ ! -s "$work/mine" ] || {
	echo 'mutable:'
	cat "$work/mine"
	exit 1
}
