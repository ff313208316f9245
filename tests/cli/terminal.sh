# terminal.sh - what somebody sees who sits at one: see diff.sh for colours,
# stats.sh for progress
. tests/cli/lib.sh
cd "$W" || exit 1
esc=$(printf '\033')
if ! script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	skip terminal 'script is missing, or makes no terminal'
	finish
fi
# seen COMMAND: what is on the screen, without colours; keys are standard input
seen() {
	TERM=xterm-256color timeout 60 script -qec "$1" /dev/null |
	    tr -d '\r' | sed "s/$esc\\[[0-9]*m//g; s/^^D//" | tr -d '\b'
}
greeting='ungarble: reads what is typed here; Ctrl-D ends it, --help tells more'
printf 'Le caf\303\203\302\251 du coin.\n' >moji

# What is typed is waited for, and that is said.
(cat moji; printf '\004') >keys
seen "stty -echo; '$U'" <keys >screen
is 'typed: what is waited for' "$greeting" "$(grep '^ungarble: ' screen)"
is 'typed: repaired' 1 "$(grep -c '^Le café du coin\.$' screen)"
is 'quiet' '' "$(printf '\004' | seen "stty -echo; '$U' -q")"
is 'a file' 'Le café du coin.' "$(seen "'$U' moji" </dev/null)"
is 'a pipe' 'Le café du coin.' "$(seen "'$U' <moji" </dev/null)"
is 'messages elsewhere' '' "$(printf '\004' | seen "stty -echo; '$U' 2>err")"
is 'messages elsewhere: none' '' "$(cat err)"

# However wide it is, nothing is cut or filled: lines are the terminal's to wrap.
for width in 40 80 200; do
	for mode in --help '--diff moji' '--explain moji' '--check moji' \
	    '--detect moji'; do
		is "$width columns: $mode" "$("$U" $mode | sed '/^?/d')" \
		    "$(seen "stty cols $width; '$U' $mode" </dev/null |
		    sed '/^?/d')"
	done
done
is 'no colours' "$("$U" --diff moji)" \
    "$(NO_COLOR=1 seen "'$U' --diff moji" </dev/null)"

# What went wrong, and what to do: two lines, or one that says both.
expect 2 'a folder' '"$U" .'
err_is 'a folder' 'ungarble: .: is a directory; -r takes the files in it'
expect 2 '-i alone' '"$U" -i'
err_is '-i alone' 'ungarble: -i: standard input cannot be changed in place
ungarble: name the files: ungarble -i notes.txt'

finish
