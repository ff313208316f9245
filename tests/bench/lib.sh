# The texts of benches, and the counting of instructions.  tools is where the
# programs of tests/bench are, work a folder for what is in between.

kinds='ascii cyrillic cjk thai european latin-1 windows-1251 shift_jis gb18030
    mojibake-5 mojibake-100 spun random endless'
# The same as JSON lines: jsonl-KIND.
kinds_of_fields='jsonl-ascii jsonl-european jsonl-cyrillic jsonl-cjk'
european='de fr es it pl cs sv hu'

# prose LANGUAGES KIB [OPTION]...: no stretch of 4 KiB twice
prose() {
	languages=$1
	kib=$2
	shift 2
	"$tools/prose" "$@" tests/bench/prose.txt "$languages" "$kib"
}

# json_lines: a record of each line that is not empty
json_lines() {
	awk 'NF { gsub(/[\\"]/, "\\\\&")
	    printf "{\"id\": %d, \"text\": \"%s\", \"kind\": \"line\"}\n",
		++n, $0 }'
}

# mojibake KIB PERCENT: UTF-8 that was read as what else is used there
mojibake() {
	prose "$european" $(($1 / 2)) -m "$2" &&
	    prose ru $(($1 / 2)) -m "$2" -e windows-1251
}

# clean KIND KIB: what is to come out, nothing where that is not known
clean() {
	case $1 in
	ascii) prose en "$2" ;;
	cyrillic | windows-1251) prose ru "$2" ;;
	cjk) prose 'zh ja' "$2" ;;
	thai) prose th "$2" ;;
	european) prose "$european" "$2" ;;
	latin-1) prose 'de fr es it sv' "$2" ;;
	shift_jis) prose ja "$2" ;;
	gb18030) prose zh "$2" ;;
	mojibake-*) mojibake "$2" 0 ;;
	random) prose - "$2" ;;
	endless) prose en "$2" | tr '\n' ' ' ;;
	jsonl-*) clean "${1#*-}" "$2" | json_lines ;;
	esac
}

# text KIND KIB: what goes in
text() {
	case $1 in
	latin-1 | windows-1251 | shift_jis | gb18030)
		clean "$1" "$2" | iconv -f UTF-8 -t "$(encoding "$1")"
		;;
	mojibake-*) mojibake "$2" "${1#*-}" ;;
	spun)
		awk -f tests/bench/spin.awk src/words/lexicon.tsv \
		    tests/bench/prose.txt >"$work/spun.txt"
		"$tools/prose" "$work/spun.txt" en "$2"
		;;
	*) clean "$1" "$2" ;;
	esac
}

# encoding KIND: as iconv calls it, nothing where that is no text
encoding() {
	case $1 in
	latin-1) echo ISO-8859-1 ;;
	windows-1251) echo CP1251 ;;
	shift_jis) echo SHIFT_JIS ;;
	gb18030) echo GB18030 ;;
	random) ;;
	*) echo UTF-8 ;;
	esac
}

# fields KIND: the option that its lines ask for
fields() {
	case $1 in
	jsonl-*) echo --jsonl ;;
	esac
}

# as_it_should KIND KIB TEXT OUT: clean UTF-8 came out as it was, in an encoding
# but for one line in ten thousand, mojibake but for one in a hundred; what is
# spun did not.  Says how many lines came out otherwise.
as_it_should() {
	case $1 in
	spun) ! cmp -s "$3" "$4"; return ;;
	mojibake-*) per=100 ;;
	latin-1 | windows-1251 | shift_jis | gb18030) per=10000 ;;
	*)
		per=0
		! cmp -s "$3" "$4" || return 0
		;;
	esac
	clean "$1" "$2" >"$work/clean"
	! cmp -s "$work/clean" "$4" || return 0
	others=$(diff -a "$work/clean" "$4" | awk '/^</ { lost++ } /^>/ { new++ }
	    END { print (lost > new ? lost : new) + 0 }')
	lines=$(wc -l <"$work/clean")
	echo "$1: $others of $lines lines are not what should come out"
	[ $per -gt 0 ] && [ $((others * per)) -le "$lines" ]
}

# instructions FILE PROGRAM [ARG]...: that it takes in user space to read FILE
# from standard input; with `object` set, those in that binary alone.  The
# program must be able to write a file: no sandbox.
instructions() {
	file=$1
	shift
	rm -f "$work/callgrind"
	valgrind -q --tool=callgrind --callgrind-out-file="$work/callgrind" \
	    "$@" <"$file" >/dev/null 2>&1
	[ -s "$work/callgrind" ] || return
	# A line's cost follows its number; behind calls= is what was called.
	awk -v object="$object" '
	    /^c?ob=/ {
		    called = sub(/^c/, "")
		    id = $1
		    if (sub(/^[^ ]* /, ""))
			    name[id] = $0
		    if (!called)
			    counts = object == "" || name[id] == object
	    }
	    /^calls=/ { getline; next }
	    /^[-+*0-9]/ && counts { sum += $2 }
	    END { print sum + 0 }' "$work/callgrind"
}

# per_byte FILE PROGRAM [ARG]...: instructions for each byte of FILE, those that
# starting takes left out
per_byte() {
	per_byte_all=$(instructions "$@")
	per_byte_file=$1
	shift
	echo x >"$work/x"
	awk -v all="$per_byte_all" -v start="$(instructions "$work/x" "$@")" \
	    -v bytes="$(wc -c <"$per_byte_file")" 'BEGIN {
		if (all == "" || start == "")
			print "-"
		else
			printf "%.2f\n", (all - start) / bytes }'
}
