# damaged.sh - archives, JSON and rows that are cut before each of their bytes,
# or have one of their bits the other way
. tests/cli/lib.sh
cd "$W" || exit 1

# spoil FILE: what is before its byte N is cut.N; cut.SIZE is all of it.  With
# bit K of that byte the other way it is bit.N.K.
spoil() {
	rm -f cut.* bit.*
	od -An -v -tu1 "$1" | awk '
	function put(file, to,  i) {
		printf "" >file
		for (i = 0; i < to; i++)
			printf "%c", b[i] >file
		close(file)
	}
	{ for (i = 1; i <= NF; i++) b[n++] = $i + 0 }
	END {
		for (i = 0; i <= n; i++)
			put("cut." i, i)
		for (i = 0; i < n; i++)
			for (k = 0; k < 8; k++) {
				was = b[i]
				unit = 2 ^ k
				b[i] += int(was / unit) % 2 ? -unit : unit
				put("bit." i "." k, n)
				b[i] = was
			}
	}'
	cmp -s "$1" "cut.$(wc -c <"$1" | tr -d ' ')" || {
		skip "$1" 'awk writes no bytes here'
		finish
	}
}

# each COMMAND...: run for all names that are read, with NULs behind them
each() {
	while read -r name; do
		printf '%s\0' "$name"
		[ -z "$between" ] || printf '%s\0' "$between"
	done | "$@"
}
of() { ls | grep "^$1\\." | sort -t . -k 2n -k 3n; }

# ---- archives

echo 'Text in ASCII, which may be cut wherever somebody likes.' >plain
printf 'Le caf\303\203\302\251 du coin, o\303\203\302\271 tout est bon.\n' >few
echo 'Le café du coin, où tout est bon.' >few.new
echo '====' >mark

# judge FORM TEXT: `wrong` is which of `names` were neither refused, as `err`
# has it, nor written to `out` as TEXT; or of what is cut, not as its beginning.
# What has lost its first bytes may be another form's, or text.
judge() {
	awk -v form="$1" -v wanted="$(cat "$2")" '
	function piece(name) {
		split(name, part, ".")
		if (part[1] == "cut" && part[2] >= 10 && part[2] < size &&
		    refused[name] !~ /, and cut short$/)
			print name ": not said to be cut"
		if (name in refused) {
			if (part[1] == "cut" && index(wanted "\n", text) != 1)
				print name ": no beginning: " text
		} else if (part[2] >= 10 && text != wanted "\n")
			print name ": another text: " text
		text = ""
	}
	FILENAME == "err" {
		name = $2
		sub(":", "", name)
		refused[name] = $0
		if ($0 !~ "^ungarble: [a-z]*[.][0-9.]*: is ")
			print
		next
	}
	FILENAME == "names" {
		names[n++] = $0
		split($0, part, ".")
		size = part[2] # the last is the largest
		next
	}
	/====$/ {
		text = text substr($0, 1, length($0) - 4)
		piece(names[at++])
		next
	}
	{ text = text $0 "\n" }
	END {
		if (at != n || n < 60)
			print at " of " n
	}' err names out >wrong
}

# archive FORM COMMAND
archive() {
	$2 -c <plain >p
	spoil p
	of cut >names
	between=mark
	each "$U" -qz --binary=skip --files0-from=- <names >out 2>err
	is "$1, cut: status" 2 $?
	judge "$1" plain
	is "$1, cut" '' "$(cat wrong)"

	$2 -c <few >p
	spoil p
	of bit >names
	each "$U" -qz --binary=skip --files0-from=- <names >out 2>err
	is "$1, a bit: status" 2 $?
	judge "$1" few.new
	is "$1, a bit" '' "$(cat wrong)"
	between=
	mkdir was
	cp bit.* was
	each "$U" -qzi --binary=skip --files0-from=- <names 2>err
	is "$1, -i: status" 2 $?
	sed 's/^ungarble: \([a-z0-9.]*\): .*/\1/' err | sort >refused
	while read -r name; do
		cmp -s "$name" "was/$name" || echo "$name"
	done <names | sort >changed
	is "$1, -i: what is refused stays" '' "$(comm -12 refused changed)"
	grep -v '^bit\.[0-9]\.' changed | while read -r name; do
		$2 -dc <"$name" 2>&1 | cmp -s - few.new || echo "$name"
	done >wrong
	is "$1, -i: what is changed is right" '' "$(cat wrong)"
	rm -r was
}

"$U" --version >version
for form in gzip:zlib xz:liblzma zstd:libzstd bzip2:libbz2; do
	name=${form%:*}
	if ! grep -q "^${form#*:} " version; then
		skip "$name" "this build is without ${form#*:}"
	elif ! command -v "$name" >/dev/null; then
		skip "$name" "$name is missing"
	else
		archive "$name" "$name"
	fi
done

# ---- fields

# undone NAME OPTION...: what is in `names` is changed, and all comes back
undone() {
	undone_name=$1
	shift
	asked=$*
	between=
	rm -f undo
	each cat_all <names >was
	expect 0 "$undone_name" \
	    'each "$U" -q --journal=undo $asked --files0-from=- <names'
	mv out now
	is "$undone_name: some is changed" yes \
	    "$(cmp -l was now 2>&1 | awk 'END { if (NR > 100) print "yes" }')"
	expect 0 "$undone_name: restore" '"$U" -q --restore=undo now'
	ok "$undone_name: all as it was" cmp out was
}
cat_all() { xargs -0 cat; }

# sound NAME TOLD OPTION...: what is cut stays as it is; told of is `told`
sound() {
	sound_name=$1
	sound_told=$2
	shift 2
	of cut >names
	between=
	is "$sound_name: nothing changes" 0 \
	    "$(each "$U" -l "$@" --files0-from=- <names >out 2>&1; echo $?)"
	is "$sound_name: none is named" '' "$(cat out)"
	each "$U" --explain "$@" --files0-from=- <names >out 2>err
	sed -n 's/^cut\.\([0-9]*\):.* no [A-Zv].*, stays .*/\1/p' out >told
	is "$sound_name: told of" "$sound_told" "$(tr '\n' ' ' <told)"
}

# Of an object, all that is cut is none; but for nothing, and its line end.
line='{"id": [1, -2.5e3, true, null], "text": "a \"b\" \\ \u00e9\ud83d\ude00",'
line="$line \"m\": {\"k\": [\"\", {}, []]}}"
printf '%s\n' "$line" >object
spoil object
rm bit.*
sound JSON "$(awk -v n="$(wc -c <object)" 'BEGIN {
	for (i = 1; i < n - 1; i++)
		printf "%d ", i
}')" --jsonl
cafe=$(printf 'caf\303\203\302\251')
vu=$(printf 'd\351j\340 vu, na\357ve')
sed "s/a ../$cafe &/; s/\"\"/\"$vu\"/" object >garbled
spoil garbled
{ of cut; of bit; } >names
undone JSON --jsonl
undone 'JSON, a path' --jsonl=m.k,id

# A row that is cut is broken where a quotation mark is open.
printf '%s\n' 'id,"a ""note""",c' '1,"x, ""y""",z' ',"","two' 'lines"' >rows
spoil rows
rm bit.*
sound rows "$(od -An -v -tu1 rows | awk '{
	for (i = 1; i <= NF; i++) {
		n++
		open = $i == 34 ? !open : open
		if (open)
			printf "%d ", n
	}
}')" --csv
sed "s/y/$cafe/; s/two/$vu/" rows >garbled
spoil garbled
{ of cut; of bit; } >names
undone rows --csv
undone 'rows, a column' --csv=2
undone 'rows of another sign' --tsv --delim=\;

finish
