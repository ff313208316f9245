# passes.sh - ungarble_passes(7) tells of every pass and every rule, and what it
# shows is what the program does
. tests/cli/lib.sh
page=man/ungarble_passes.7

# The examples: each in a file $W/block.N as it looks, and beside it, in .of,
# the section and, if it is one name, the rule that it stands under.
awk -v to="$W/block." '
	function hex(s,    n, i) {
		for (i = 1; i <= length(s); i++)
			n = n * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
		return n
	}
	function byte(n) { return sprintf("%c", n) }
	function utf8(c) {
		return c < 2048 ? byte(192 + int(c / 64)) byte(128 + c % 64) : \
		    c < 65536 ? byte(224 + int(c / 4096)) \
		    byte(128 + int(c / 64) % 64) byte(128 + c % 64) : \
		    byte(240 + int(c / 262144)) byte(128 + int(c / 4096) % 64) \
		    byte(128 + int(c / 64) % 64) byte(128 + c % 64)
	}
	function looks(s,    out, end) {
		while (match(s, /\\/)) {
			out = out substr(s, 1, RSTART - 1)
			s = substr(s, RSTART + 1)
			end = 1
			if (s ~ /^\[u/) {
				end = index(s, "]")
				out = out utf8(hex(substr(s, 3, end - 3)))
			} else if (s ~ /^\(/) {
				end = 3
				out = out look[substr(s, 2, 2)]
			} else
				out = out look[substr(s, 1, 1)]
			s = substr(s, end + 1)
		}
		return out s
	}
	BEGIN {
		look["aq"] = "\047"; look["ha"] = "^"; look["ga"] = "`"
		look["ti"] = "~"; look["->"] = utf8(8594)
		look["e"] = "\\"; look["-"] = "-"; look["&"] = ""
	}
	/^\.Ss / { section = $2; rule = "" }
	/^\.El/ { rule = "" }
	/^\.It Ic / { rule = NF == 3 ? $3 : "" }
	/^\.Bd -literal/ {
		file = to (++n)
		print section, rule >file ".of"
		next
	}
	/^\.Ed/ { close(file); file = "" }
	file != "" { print looks($0) >file }
	END { print n }' "$page" >"$W/n"
n=$(cat "$W/n")
is examples yes "$([ "$n" -gt 60 ] && echo yes)"

# A program that says behind our back which rules it used.
mkdir "$W/bin"
cat >"$W/bin/ungarble" <<END
#!/bin/sh
cat >"$W/in.\$\$"
"$U" "\$@" <"$W/in.\$\$"
status=\$?
"$U" -q --report="$W/report.\$\$" "\$@" <"$W/in.\$\$" >"$W/again" 2>&1
exit \$status
END
chmod +x "$W/bin/ungarble"

"$U" --list-fixes >"$W/fixes"

# side MARK FILE: the lines with that mark, each whole
side() {
	awk -v mark="$1" '
		/^  / { line = line substr($0, 2); next }
		{ if (line ~ "^[" mark "] ") print substr(line, 3); line = $0 }
		END { if (line ~ "^[" mark "] ") print substr(line, 3) }' "$2"
}

# commands FILE: the commands, and what they print
commands() {
	rm -rf "$W/here"
	mkdir "$W/here"
	sed -n 's/^\$ //p' "$1" >"$W/script"
	(PATH=$W/bin:$PATH; cd "$W/here" && while IFS= read -r command; do
		printf '$ %s\n' "$command"
		(eval "$command") </dev/null 2>&1
	done) <"$W/script"
}

i=0
while [ $i -lt "$n" ]; do
	i=$((i + 1))
	block=$W/block.$i
	read -r section rule <"$block.of"
	name="$section: example $i"
	if grep -q '^\$ ' "$block"; then
		commands "$block" >"$W/got"
		ok "$name" diff "$block" "$W/got"
		continue
	fi
	side '-=' "$block" >"$W/before"
	side '+=' "$block" >"$W/wanted"
	option=$(awk -F '\t' -v s="$section" \
	    '$1 == s && $3 != "default" { print "--fix=+" s }' "$W/fixes")
	"$U" -q $option --report="$W/report.$i.e" <"$W/before" >"$W/got"
	ok "$name" diff "$W/wanted" "$W/got"
	is "$name: not empty" yes "$([ -s "$W/before" ] && echo yes)"
	[ -z "$rule" ] || grep -q '^=' "$block" ||
	    ok "$name: by $rule" grep -qF "\"rule\":\"$rule\"" "$W/report.$i.e"
done

# rules FILE...: those of reports
rules() {
	sed -n 's/.*"rule":"\([^"]*\)".*/\1/p' "$@" | sort -u
}

# What the page has: rules by name, passes, and words.
sed -n 's/^\.It Ic //p' "$page" | grep -v ' Ns ' | sed 's/ , /\n/g' |
    sort -u >"$W/named"
sed '/^\./d; s/[ ,]/\n/g' "$page" | sed 's/\.$//' | sort -u >"$W/words"
"$U" --list-encodings | cut -f 1 | tr A-Z a-z | sort >"$W/encodings"

# told RULE: it is in the page, by name or with its family
told() {
	grep -qxF "$1" "$W/named" && return
	case $1 in
	decode/*)
		grep -qxF "${1#decode/}" "$W/encodings" ||
		    [ "$1" = decode/us-ascii ] ;;
	mojibake/*'>'*)
		true=${1#mojibake/}
		grep -qxF "${true#*>}" "$W/words" &&
		    { [ "${true%>*}" = utf-8 ] ||
		    grep -qxF "${true%>*}" "$W/words"; } ;;
	*)
		false ;;
	esac
}

# Each rule named has an example, each rule of an example is told of.
rules "$W"/report.* >"$W/shown"
is 'rules without an example' '' "$(comm -23 "$W/named" "$W/shown")"
for sample in samples/garbled/*.in; do
	"$U" -q --fix=+escapes --report="$W/report" "$sample" >"$W/got"
	cat "$W/report" >>"$W/report.samples"
done
{
	rules "$W"/report.*
	# those that no example has, by the tables they stand in
	families=$(cut -f 1 "$W/fixes" | tr '\n' '|')
	grep -rhoE "\"(${families%|})/[a-z0-9>-]+\"" --include='*.[ch]' \
	    src/characters src/marks src/tidy src/words | tr -d '"'
	sed -n 's/.*T([A-Z_]*, "\([^"]*\)".*/mojibake\/\1>windows-1252/p
	    s/.*R(text, [A-Z_]*, "\([^"]*\)".*/mojibake\/utf-8>\1/p' \
	    src/characters/codings.c
} | grep -v '[>/]$\|\.[ch]$\|lexicon_table\|^words/gate' | sort -u >"$W/all"
is 'rules' yes "$([ "$(wc -l <"$W/all")" -gt 120 ] && echo yes)"
while read -r rule; do
	ok "$rule is told of" told "$rule"
done <"$W/all"

sed -n '/^\.Sh PASSES/,/^\.Sh SEE/s/^\.Ss //p' "$page" >"$W/sections"
{ echo encoding; cut -f 1 "$W/fixes"; } >"$W/passes"
ok 'passes, in their order' diff "$W/passes" "$W/sections"

# The page shows damage, and is none.
"$U" -q "$page" >"$W/got"
ok 'the page comes out as it is' cmp "$page" "$W/got"

finish
