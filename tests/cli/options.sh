# options.sh - options = help = manual; wrong ones; their values
. tests/cli/lib.sh
man=man/ungarble.1

# "-o, --output=FILE" of each option, from the help and from the manual.
"$U" --help >"$W/help"
is 'help: status' 0 $?
sed -n 's/^  \(-.,\|   \) \(--[][a-z0-9-]*[^ ]*\).*/\1 \2/p' "$W/help" |
    sed 's/^ *//' | sort >"$W/help.options"
sed -n 's/^\.It Fl //p' "$man" | sed '
	s/ Ns = Ns Ar /=/
	s/ Ns Oo = Ns Ar \([A-Z]*\) Oc/[=\1]/
	s/ , Fl -/, --/
	s/^-/--/
	s/^\([A-Za-z0]\)\(,\|$\)/-\1\2/' | sort >"$W/man.options"
ok 'help = manual' diff "$W/help.options" "$W/man.options"
is 'help: options' yes \
    "$([ "$(wc -l <"$W/help.options")" -ge 20 ] && echo yes)"
is 'help: lines of 80 characters' '' "$(grep '.\{81\}' "$W/help")"
is 'help: columns' '' "$(awk '
	/^  (-.,|   ) --/ {
		text = $0
		sub(/^  (-.,|   ) --[^ ]*/, "", text)
		width = length($0) - length(text)
		if (text == "" ? width < 24 : width > 23 ||
		    match(text, /[^ ]/) + width != 26)
			print
	}
	/^     / && !/^      --/ && match($0, /[^ ]/) != 26' "$W/help")"
is 'help: each group once' '' "$(grep '^[A-Z].*:$' "$W/help" | sort | uniq -d)"
is 'help: groups' yes \
    "$([ "$(grep -c '^[A-Z].*:$' "$W/help")" -ge 5 ] && echo yes)"
is 'help: letters' '' "$(tr -d '\n -~' <"$W/help")"

# Each option of the help is known, whole and by its letter; twins are the same.
while read -r line; do
	name=$(echo "$line" | sed 's/.*--\([a-z0-9-]*\).*/\1/')
	letter=$(echo "$line" | sed -n 's/^-\(.\),.*/\1/p')
	value=
	case $name in
	declared | fallback | from) value==utf-8 ;;
	lang) value==de,fr ;;
	scope) value==stream ;;
	format) value==text ;;
	color | progress) value==auto ;;
	completion) value==fish ;;
	invalid) value==fail ;;
	binary) value==skip ;;
	bom | invisible) value==strip ;;
	eol) value==crlf ;;
	normalize) value==nfc ;;
	fix) value==encoding ;;
	confidence) value==.8 ;;
	memory) value==20M ;;
	threads) value==2 ;;
	shard) value='=1/1 README.md' ;;
	plan-out) value="=$W/option.plan --shard=1 README.md" ;;
	plan) value="=$W/option.plan --shard=1/1 README.md"
	    "$U" --plan-out="$W/option.plan" --shard=1 README.md ;;
	sandbox) value==auto ;;
	break-links) continue ;; # goes with -i
	recursive) continue ;; # reads folders: recursive.sh
	follow | include | exclude) continue ;; # go with that
	files0-from) value==- ;;
	max-expand | delim | no-header) continue ;; # go with -z, with rows
	in-place) continue ;; # changes files: in_place.sh
	output) value==$W/option.out ;;
	journal) value==$W/option.journal ;;
	restore) value==$W/option.restore; "$U" --journal="$W/option.restore" </dev/null ;;
	report) value==$W/option.report ;;
	report-html) value==$W/option.html ;;
	csv | tsv) value==1 ;;
	keep) value==$W/option.keep; echo x >"$W/option.keep" ;;
	apply) value==$W/option.apply; "$U" --report="$W/option.apply" \
	    </dev/null ;;
	lexicon) value==$W/option.lexicon; : >"$W/option.lexicon" ;;
	esac
	expect 0 "--$name" '"$U" --$name$value </dev/null >"$W/long"'
	if [ -n "$letter" ]; then
		expect 0 "-$letter" \
		    '"$U" -$letter ${value#=} </dev/null >"$W/short"'
		ok "-$letter = --$name" cmp "$W/short" "$W/long"
	fi
	case $line in
	*'[='*)
		expect 0 "--$name without a value" \
		    '"$U" --$name </dev/null' ;;
	*=*)
		expect 2 "--$name without a value" '"$U" --'$name
		err_is "--$name without a value: message" \
		    "ungarble: --$name: a value is missing
ungarble: --help shows all" ;;
	*)
		expect 2 "--$name with a value" '"$U" --'$name=x
		err_is "--$name with a value: message" \
		    "ungarble: --$name=x: this option takes no value
ungarble: --help shows all" ;;
	esac
done <"$W/help.options"

# Every other letter is refused, in two lines.
letters=$(sed -n 's/^-\(.\),.*/\1/p' "$W/help.options" | tr -d '\n')
for letter in a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F \
    G H I J K L M N O P Q R S T U V W X Y Z 0 1 2 3 4 5 6 7 8 9 '?' : =; do
	case $letters in *"$letter"*) continue ;; esac
	expect 2 "-$letter" '"$U" "-$letter" </dev/null'
	is "-$letter: lines" "2 ungarble: -$letter: no such option" \
	    "$(wc -l <"$W/err" | tr -d ' ') $(head -n 1 "$W/err")"
	out_is "-$letter: no output" ''
done
expect 2 '-c' '"$U" -c'
err_has '-c: --invalid' '--invalid'
expect 2 '-t' '"$U" -t utf-8'
err_has '-t: UTF-8' 'always UTF-8'
expect 2 'a letter that cannot be shown' '"$U" "$(printf "\055\033")"'
err_has 'a letter that cannot be shown: masked' '^ungarble: -\\x1B: no such'

# What others call so.
for other in '--encoding=latin1 --from' '--input-encoding --from' \
    '--to=utf-16 UTF-8' '-n --check' '--dry-run --diff' '-j4 --threads' \
    '--jobs=4 --threads' '-d, --delim' '--delimiter=, --delim' \
    '--ndjson --jsonl' '--exclude-dir=.git --exclude=GLOB/' '--hidden -r' \
    '-Z -z' '--print0 -0'; do
	expect 2 "${other% *}" "\"\$U\" '${other% *}'"
	err_has "${other% *}: what it is here" "^ungarble: .*${other#* }"
	is "${other% *}: in two lines" 2 "$(wc -l <"$W/err" | tr -d ' ')"
done

# Nearest names.
expect 2 'option' '"$U" --explian'
err_is 'option: nearest' 'ungarble: --explian: no such option
ungarble: did you mean --explain? --help shows all'
expect 2 'one dash' '"$U" -diff'
err_is 'one dash: nearest' 'ungarble: -d: no such option
ungarble: did you mean --diff? --help shows all'
expect 2 'one dash, and a value' '"$U" -x -exclud=a b'
err_is 'one dash, and a value: the first' 'ungarble: -x: no such option
ungarble: --help shows all'
expect 2 'one dash, and a value' '"$U" -q -exclud=a b'
err_is 'one dash, and a value: nearest' 'ungarble: -e: no such option
ungarble: did you mean --exclude? --help shows all'
expect 2 'a word after all' '"$U" -x explain'
err_is 'a word after all: no guess' 'ungarble: -x: no such option
ungarble: --help shows all'
expect 2 'option, cut short' '"$U" --list-'
err_has 'option, cut short: nearest' \
    'did you mean --list, --list-fixes or --list-encodings?'
expect 2 'option, and more' '"$U" --check-only'
err_has 'option, and more: nearest' 'did you mean --check?'
expect 2 'option, far from all' '"$U" --xyzzy-plugh'
err_is 'option, far from all: no guess' \
    'ungarble: --xyzzy-plugh: no such option
ungarble: --help shows all'
expect 2 'encoding' '"$U" -f windws-1252 </dev/null'
err_is 'encoding: nearest' "$(printf '%s\n%s' \
    "ungarble: --from: no encoding is called 'windws-1252'" \
    "$(sed -n 2p "$W/err")")"
err_has 'encoding: nearest' 'did you mean windows-1252'
expect 2 'encoding, of several' '"$U" --from=utf-8,latin111 </dev/null'
err_has 'encoding, of several: which' "is called 'latin111'"
expect 2 'encoding, empty' '"$U" --from= </dev/null'
expect 2 'encoding, escape' '"$U" --from="$(printf "\033c")" </dev/null'
err_has 'encoding, escape: masked' "'.x1Bc'"
expect 2 'fallback' '"$U" --fallback=uft-8 </dev/null'
err_has 'fallback: nearest' 'did you mean utf-8'
expect 2 'fix' '"$U" --fix=mojibak </dev/null'
err_is 'fix: nearest' "ungarble: --fix: no repair is called 'mojibak'
ungarble: did you mean mojibake? --list-fixes shows all"
expect 2 'fix, refused' '"$U" --fix=-wrods </dev/null'
err_has 'fix, refused: nearest' 'did you mean words'
expect 2 'fix, of several' '"$U" --fix=encoding --fix=+nosuch </dev/null'
err_has 'fix, of several: which' "is called 'nosuch'"
expect 0 'blanks around names' \
    '"$U" --fix=" c1, +marks	,-words " --from=" utf-8, latin1 " </dev/null'
err_is 'blanks around names: silent' ''
printf 'caf\303\203\302\251\n' >"$W/garbled"
expect 0 'a blank before a sign' '"$U" --check --fix=" -mojibake" "$W/garbled"'
expect 1 'a blank before a sign: the others stay' \
    '"$U" --check --fix=" -words" "$W/garbled"'
expect 0 'a blank before a name: no other' \
    '"$U" --check --fix=" c1" "$W/garbled"'
expect 2 'blanks and a wrong name' '"$U" --fix="c1, wrods " </dev/null'
err_has 'blanks and a wrong name: which' "is called 'wrods'"
expect 2 'a blank alone' '"$U" --fix=" " </dev/null'
err_has 'a blank alone: which' "^ungarble: --fix: no repair is called ''"
many=utf-8,latin1,latin2,latin5,koi8-r,greek,hebrew
many=$many,$many,$many,$many,$many
expect 2 'more labels than there may be' \
    '"$U" --from="$many" --fix=c1 --fallback=latin1 </dev/null'
err_is 'more labels than there may be: message' \
    'ungarble: --from: there may be 32 encodings, no more
ungarble: without --from, any will be found'
expect 0 'as many labels as there may be' \
    '"$U" --from="$(echo "$many" | cut -d , -f 1-32)" </dev/null'
expect 2 'the option that is wrong' \
    '"$U" --from=latin1 --fallback=uft-8 --fix=c1 </dev/null'
err_has 'the option that is wrong: fallback' '^ungarble: --fallback: .*uft-8'
expect 2 'a fallback is no list' '"$U" --fallback=latin1,utf-8 </dev/null'
err_has 'a fallback is no list: message' \
    "^ungarble: --fallback: no encoding is called 'latin1,utf-8'"
expect 2 'wrong names: nothing is made' \
    '"$U" --fix=nosuch -o "$W/never" --report="$W/never.report" </dev/null'
is 'wrong names: nothing is made' '' "$(find "$W" -name 'never*')"

# --guess adds to what --fix asks for, and --confidence says how much.
printf "I don?t know\nLe caf\303\203\302\251 du coin.\n" >"$W/lost"
expect 0 'guess: not by default' '"$U" "$W/lost"'
out_is 'guess: not by default: text' \
    "$(printf "I don?t know\nLe caf\303\251 du coin.")"
expect 0 'guess' '"$U" --guess "$W/lost"'
out_is 'guess: text' \
    "$(printf "I don\342\200\231t know\nLe caf\303\251 du coin.")"
expect 0 'guess: and nothing else' '"$U" --fix=guess "$W/lost"'
out_is 'guess: and nothing else: text' \
    "$(printf "I don\342\200\231t know\nLe caf\303\203\302\251 du coin.")"
expect 1 'guess: rule' '"$U" --guess --check "$W/lost"'
ok 'guess: rule: name' grep -q ':1:6: guess/apostrophe: ? ' "$W/out"
expect 0 'guess: confidence' '"$U" --fix=none --guess --confidence=1 "$W/lost"'
out_is 'guess: confidence: text' "$(cat "$W/lost")"

# Every fix and every label that is listed is taken.
"$U" --list-fixes >"$W/fixes"
is 'list-fixes: status' 0 $?
is 'list-fixes: columns' '' "$(awk -F '\t' 'NF != 4' "$W/fixes")"
cut -f 1 "$W/fixes" | while read -r name; do
	"$U" --fix="$name" </dev/null && "$U" --fix="+$name,-$name" </dev/null ||
	    echo "$name"
done >"$W/refused" 2>&1
is 'list-fixes: all are taken' '' "$(cat "$W/refused")"
is 'list-fixes: escapes' 'escapes on request' \
    "$(awk -F '\t' '$1 == "escapes" { print $2, $3 }' "$W/fixes")"
is 'list-fixes: guess' 'guess on request' \
    "$(awk -F '\t' '$1 == "guess" { print $2, $3 }' "$W/fixes")"
is 'list-fixes: iso-2022-jp' 'characters default' \
    "$(awk -F '\t' '$1 == "iso-2022-jp" { print $2, $3 }' "$W/fixes")"
for group in $(cut -f 2 "$W/fixes" | sort -u) encoding default all none; do
	expect 0 "group $group" '"$U" --fix='"$group"' </dev/null'
done
"$U" --list-encodings >"$W/encodings"
is 'list-encodings: status' 0 $?
tr '\t' ' ' <"$W/encodings" | tr ' ' '\n' | while read -r name; do
	"$U" --from="$name" </dev/null || echo "$name"
done >"$W/refused" 2>&1
is 'list-encodings: all are taken' '' "$(cat "$W/refused")"
is 'list-encodings: some hundreds' yes \
    "$([ "$(wc -w <"$W/encodings")" -gt 300 ] && echo yes)"

# Values.
for p in .9 0.9 90 90% 1 1.0 100 0 .05 0.999; do
	expect 0 "--confidence=$p" '"$U" --confidence='$p' </dev/null'
done
for p in 101 1.5 -1 x '' . .9x 9e1 90%% 12.5 ' 9' 99999999999999999999; do
	expect 2 "--confidence=$p" '"$U" --confidence="$p" </dev/null'
	is "--confidence=$p: lines" 2 "$(wc -l <"$W/err" | tr -d ' ')"
done
for how in replace escape drop fail; do
	expect 0 "--invalid=$how" '"$U" --invalid='$how' </dev/null'
done
for how in skip f '' failure; do
	expect 2 "--invalid=$how" '"$U" --invalid='"$how"' </dev/null'
	err_is "--invalid=$how: message" 'ungarble: --invalid: no such value
ungarble: --invalid is replace, escape, drop or fail'
done
for value in bom=keep bom=strip eol=keep eol=lf eol=crlf normalize=none \
    normalize=nfc normalize=nfd normalize=nfkc normalize=nfkd \
    invisible=report invisible=keep invisible=strip; do
	expect 0 "--$value" '"$U" --'$value' </dev/null'
done
for value in bom=no eol=cr eol= normalize=nfx invisible=show; do
	expect 2 "--$value" '"$U" --'$value' </dev/null'
	err_has "--$value: message" "^ungarble: --${value%=*} is .* or "
done
for sign in ab '' '"' é '
'; do
	expect 2 "--delim=$sign" '"$U" --csv --delim="$sign" </dev/null'
	err_is "--delim=$sign: message" "ungarble: --delim: no such value
ungarble: --delim is one sign of ASCII, as ';', or '\\t'"
done
for form in csv tsv; do
	expect 2 "--jsonl --$form" '"$U" --jsonl --$form </dev/null'
	err_is "--jsonl --$form: message" \
	    'ungarble: a file is of one form: --jsonl, --csv, --tsv or -0
ungarble: ask for one at a time'
done
for how in pass skip fail; do
	expect 0 "--binary=$how" '"$U" --binary='$how' </dev/null'
done
for how in drop p '' passed; do
	expect 2 "--binary=$how" '"$U" --binary='"$how"' </dev/null'
done
for form in xml t '' jsonl; do
	expect 2 "--stats=$form" '"$U" --stats="$form" </dev/null'
	err_is "--stats=$form: message" 'ungarble: --stats: no such value
ungarble: --stats is text or json'
	expect 2 "--format=$form" '"$U" --detect --format="$form" </dev/null'
	err_is "--format=$form: message" 'ungarble: --format: no such value
ungarble: --format is text or json'
done
expect 2 'two modes' '"$U" --check --detect </dev/null'
err_is 'two modes: message' 'ungarble: --detect does not go together with --check
ungarble: ask for one at a time'
expect 0 'one mode twice' '"$U" --check --check </dev/null'
expect 0 'an option cut short' '"$U" --conf=.8 </dev/null'
expect 0 'options behind files' 'printf "x\n" >"$W/x"; "$U" "$W/x" --detect'
expect 0 'the first of many' '"$U" --help --no-such'
expect 2 'the first of many' '"$U" --no-such --help'

# Version: the program, then what its output depends on.
expect 0 '--version' '"$U" --version'
is '--version: first line' yes "$(sed -n \
    '1s/^ungarble [0-9][0-9]*\.[0-9][0-9]*\.[0-9].*$/yes/p' "$W/out")"
is '--version: components' yes \
    "$([ "$(wc -l <"$W/out")" -ge 2 ] && echo yes)"
is '--version: tables' 'lexicon
model' "$(sed -n 's/^\([a-z]*\) [0-9A-F]\{8\}$/\1/p' "$W/out")"

# What does not go together, or needs something else.
for option in --delim=';' --no-header; do
	for form in '' --jsonl -0; do
		expect 2 "$option $form" '"$U" $form $option </dev/null'
		err_is "$option $form: message" "ungarble: ${option%=*}: goes \
with --csv or --tsv
ungarble: text that has no rows is not cut into values"
	done
	expect 0 "$option --csv" '"$U" $option --csv </dev/null'
	expect 0 "$option --tsv" '"$U" --tsv $option </dev/null'
done
expect 2 '--max-expand' '"$U" --max-expand=1000 </dev/null'
err_is '--max-expand: message' 'ungarble: --max-expand: goes with -z
ungarble: nothing else makes a file larger'
expect 0 '--max-expand -z' '"$U" --max-expand=10 -z </dev/null'
expect 2 '--break-links alone' '"$U" --break-links </dev/null'
err_has '--break-links alone: message' '^ungarble: --break-links: goes with -i'
for option in --journal --restore; do
	expect 2 "$option=-" '"$U" '$option'=- </dev/null'
	err_has "$option=-: message" "^ungarble: $option: needs a file"
done
for option in --from=utf-8 --fix=none --eol=lf --lang=de --invalid=drop \
    --strict --confidence=.8 --report=x --no-memory --jsonl --csv=1 -0; do
	expect 2 "--restore $option" '"$U" --restore=none '$option' </dev/null'
	err_has "--restore $option: message" \
	    '^ungarble: --restore: goes with nothing that reads or repairs'
done
expect 0 '-o -' '(cd "$W" && echo text | "$U" -o - && [ ! -e ./- ])'
out_is '-o -: standard output' text
expect 0 'case of a word' 'echo a | "$U" --normalize=NFC --eol=LF'

finish
