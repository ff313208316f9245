# man.sh - the manuals are well formed, and each of their examples runs and
# prints what it says; the one of section 3 compiles and runs
. tests/cli/lib.sh
root=$PWD

mkdir "$W/bin"
ln -s "$U" "$W/bin/ungarble"
PATH=$W/bin:$PATH

# examples PAGE: the examples as they look, a line of ---- behind each.
examples() {
	sed -n '
		/^\.Sh /h
		/^\.Bd -literal/,/^\.Ed/{
			G
			/\n\.Sh EXAMPLES$/!d
			s/\n.*//
			/^\.Bd/d
			s/^\.Ed/----/
			s/\\(aq/'\''/g
			s/\\-/-/g
			s/\\&//g
			s/\\e/\\/g
			p
		}' "$1"
}

# run PAGE: run the examples that start with "$ " and compare.
run() {
	examples "$1" >"$W/examples"
	n=0
	block=
	while IFS= read -r line; do
		if [ "$line" != ---- ]; then
			block="$block$line
"
			continue
		fi
		n=$((n + 1))
		rm -rf "$W/here"
		mkdir "$W/here"
		printf '%s' "$block" >"$W/wanted"
		printf '%s' "$block" | sed -n 's/^\$ //p' >"$W/script"
		missing=
		for tool in rg less vim git mlr sqlite3 jq; do
			! grep -q "\(^\|[ |]\)$tool " "$W/script" ||
			    command -v $tool >/dev/null || missing=$tool
		done
		if [ -n "$missing" ]; then
			skip "example with $missing" "$missing is not there"
		elif [ -s "$W/script" ]; then
			(cd "$W/here" && while IFS= read -r command; do
				printf '$ %s\n' "$command"
				(eval "$command") </dev/null 2>&1
			done) <"$W/script" >"$W/got"
			ok "$1: example $n" diff "$W/wanted" "$W/got"
		fi
		block=
	done <"$W/examples"
	is "$1: examples" yes "$([ $n -gt 0 ] && echo yes)"
}

if "$U" --version | grep -q '^zlib '; then
	run man/ungarble.1
else
	skip man/ungarble.1 'this build is without zlib'
fi
if command -v jq >/dev/null; then
	run man/ungarble_report.5
else
	skip 'man/ungarble_report.5' 'jq is missing'
fi

# Section 3, with the library that lies beside the program.
library=${U%/*}/libungarble.a
libs=$(pkg-config --libs icu-uc uchardet 2>/dev/null)
# example N: the one of that number in ungarble.3 becomes $W/exampleN
example() {
	examples man/ungarble.3 | awk -v n="$1" '
	    /^----/ { i++; next }
	    i == n - 1' >"$W/example$1.c"
	ok "ungarble.3: $1 compiles" ${CC:-cc} -std=c11 -Wall -Wextra -Werror \
	    -I"$root/src" -c -o "$W/example$1.o" "$W/example$1.c"
	ok "ungarble.3: $1 links" ${CXX:-c++} ${CFLAGS-} -pthread \
	    -o "$W/example$1" "$W/example$1.o" "$library" $libs
}
if [ -f "$library" ]; then
	is 'ungarble.3: examples' 2 "$(examples man/ungarble.3 | grep -c ^----)"
	example 1
	expect 0 'ungarble.3: runs' \
	    'printf "Le caf\303\203\302\251 du coin.\n" | "$W/example1"'
	out_is 'ungarble.3: text' "$(printf 'Le caf\303\251 du coin.')"
	err_has 'ungarble.3: edit' \
	    '^1: mojibake/utf-8>windows-1252: .* → .* ([0-9]* %, bytes 6-10)$'
	example 2
	expect 0 'ungarble.3: runs' '"$W/example2"'
	out_is 'ungarble.3: whole' \
	    "$(printf 'windows-1252: Le caf\303\251 ferme \303\240 midi.')"
else
	skip ungarble.3 "no $library"
fi

# The way back, as it is told there: input, text and journal in one run.
if [ -f "$library" ]; then
	examples man/ungarble_journal.3 | sed '/^----/d' >"$W/journal.c"
	ok 'ungarble_journal.3: compiles' ${CC:-cc} -std=c11 -Wall -Wextra \
	    -Werror -I"$root/src" -c -o "$W/journal.o" "$W/journal.c"
	ok 'ungarble_journal.3: links' ${CXX:-c++} ${CFLAGS-} \
	    -o "$W/journal" "$W/journal.o" "$library" $libs
	printf 'Le caf\351 est ferm\351.\n\377' >"$W/input"
	expect 0 'ungarble_journal.3: runs' \
	    '"$W/journal" "$W/undo" <"$W/input" >"$W/text"'
	ok 'ungarble_journal.3: text' grep -q 'Le café est fermé' "$W/text"
	gives 'ungarble_journal.3: restores' "$W/input" \
	    '"$U" --restore="$W/undo" "$W/text"'
fi

# Every function of a header has its name, its synopsis and a word about it in
# the page of the header.
for page in ungarble ungarble_journal; do
	sed '1,/^\.Sh DESCRIPTION/d' man/$page.3 >"$W/words"
	sed -n 's/^UNGARBLE_[A-Z]* .*[ *]\(ungarble_[a-z_]*\)(.*/\1/p' \
	    src/$page.h >"$W/names"
	is "$page.3: functions" yes \
	    "$([ "$(wc -l <"$W/names")" -ge 13 ] && echo yes)"
	while read -r name; do
		ok "$page.3: $name: name" grep -q "^\.Nm $name\( ,\)*\$" \
		    man/$page.3
		ok "$page.3: $name: synopsis" \
		    grep -q "^\.F\(n $name [\"v]\|o $name\$\)" man/$page.3
		ok "$page.3: $name: described" \
		    grep -q "^\.Fn $name\( [.,;]\)*\$" "$W/words"
	done <"$W/names"
done

# Every value, every error as one that is returned, and every option.
sed -n 's/^	\(UNGARBLE_[A-Z_]*\) = .*/\1/p' src/ungarble.h >"$W/names"
is 'ungarble.3: values' yes \
    "$([ "$(wc -l <"$W/names")" -ge 35 ] && echo yes)"
while read -r name; do
	ok "ungarble.3: $name" \
	    grep -q "^\.\(It \)*Dv $name\( [.,;:]\)*\$" man/ungarble.3
done <"$W/names"
for name in $(grep '^UNGARBLE_E' "$W/names"); do
	ok "ungarble.3: $name: returned" grep -q "^\.It Dv $name\$" man/ungarble.3
done
sed -n '/^struct ungarble_options {/,/^};/{
	s/^	[a-z][^(;]*[ *]\([a-z_]*\), [a-z_]*;.*/\1/p
	s/^	[a-z][^(;]*[ *]\([a-z_]*\);.*/\1/p
	s/^	[a-z].*(\*\([a-z_]*\))(.*/\1/p
}' src/ungarble.h >"$W/names"
is 'ungarble.3: options' yes \
    "$([ "$(wc -l <"$W/names")" -ge 30 ] && echo yes)"
while read -r name; do
	ok "ungarble.3: options: $name" \
	    grep -q "^\.It Fa\( [a-z_]* ,\)* $name\( ,\|\$\)" man/ungarble.3
done <"$W/names"

# Every key of a report is in ungarble_report(5), and the other way round.
sed -n 's/.*json_[a-z]*(out, "\([a-z_]*\)".*/\1/p' src/cli/json.c |
    grep -v '^\(edit\|span\|finding\|total\|detected\)$' | sort -u >"$W/keys"
is 'ungarble_report.5: keys' yes \
    "$([ "$(wc -l <"$W/keys")" -ge 15 ] && echo yes)"
while read -r key; do
	ok "ungarble_report.5: $key" grep -q "^\.\(It\|Ql\).*\<$key\>" \
	    man/ungarble_report.5
done <"$W/keys"

if command -v mandoc >/dev/null; then
	ok 'lint' sh -c 'mandoc -Tlint -Wwarning man/*.[1-9]'
else
	skip lint 'mandoc is missing'
fi

finish
