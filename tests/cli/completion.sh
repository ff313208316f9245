# completion.sh - --completion: what bash, zsh and fish make of its scripts
. tests/cli/lib.sh
mkdir "$W/bin" "$W/home" "$W/here"
ln -s "$U" "$W/bin/ungarble"
PATH=$W/bin:$PATH
for shell in bash zsh fish; do
	expect 0 "$shell" '"$U" --completion='$shell
	cp "$W/out" "$W/$shell"
	expect 0 "$shell: case" '"$U" --completion='$(echo $shell | tr a-z A-Z)
	ok "$shell: case: the same" cmp "$W/out" "$W/$shell"
	for option in $("$U" --help | sed -n 's/^  \(-.,\|   \) --\([a-z0-9-]*\).*/\2/p'); do
		n_checks=$((n_checks + 1))
		case $shell in
		fish) grep -q -e "-l $option " "$W/fish" ;;
		*) grep -q -e "--$option[][' =]" "$W/$shell" ;;
		esac || fail "$shell: --$option"
	done
done
expect 2 'another shell' '"$U" --completion=tcsh'
err_is 'another shell: message' 'ungarble: --completion: no such value
ungarble: --completion is bash, zsh or fish'
expect 2 'to a full disk' '"$U" --completion=zsh >/dev/full'
ok 'bash: well-formed' bash -n "$W/bash"

# With file names that options could be, or several words.
cd "$W/here" || exit 1
echo text >notes.txt
mkdir 'my "dir'
echo text >'my "dir/$a b.txt'

# bash_says WANTED WORD...: of a command line that ends with the last word
bash_says() {
	bash_wanted=$1
	shift
	is "bash: $*" "$bash_wanted" "$(bash -c '
		. "$0"
		COMP_WORDS=(ungarble "$@")
		COMP_CWORD=$#
		_ungarble 2>&1
		echo "${COMPREPLY[*]}"' "$W/bash" "$@")"
}
if command -v bash >/dev/null; then
	bash_says '--scope=' --sc
	bash_says '--jsonl --jsonl=' --json
	bash_says '--list --list-fixes --list-encodings' --list
	bash_says '' --no-such
	bash_says 'record stream' --scope = ''
	bash_says 'record stream' --scope =
	bash_says 'stream' --scope = st
	bash_says 'stream' --scope st
	bash_says '--scope=stream' --scope=st
	bash_says 'auto always never' -q --color = ''
	bash_says 'bash zsh fish' --completion = ''
	bash_says 'koi8-r koi8-ru' -f koi8-r
	bash_says 'koi8-r koi8-ru' --from = koi8-r
	bash_says 'utf-8,koi8-t' --from = utf-8,koi8-t
	bash_says '--from=a,utf-8,koi8-t' --from=a,utf-8,koi8-t
	bash_says '-mojibake' --fix = -moj
	bash_says 'marks,+escapes' --fix = marks,+esc
	bash_says 'words,tidy' --fix = words,tid
	bash_says '' --output = no
	bash_says '' -o no
	bash_says '' notes
	bash_says '' --delim = no
	bash_says '' -- --sc
	bash_says '' --scope=x -- --color = ''
	is 'bash: all options' "$("$U" --help | grep -c '^  \(-.,\|   \) --')" \
	    "$(bash -c '. "$0"
		COMP_WORDS=(ungarble --) COMP_CWORD=1
		_ungarble 2>&1
		printf "%s\n" "${COMPREPLY[@]}"' "$W/bash" |
	    sed 's/=$//' | sort -u | grep -c '^--')"
	# In a shell that is typed at: files are its own affair.
	if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
		cat >"$W/rc" <<-E
			PS1='> ' HISTFILE= PATH='$PATH'
			bind 'set bell-style none' 'set enable-bracketed-paste off'
			. '$W/bash'
			ungarble() { printf '<%s>' "\$@" >>'$W/typed'; echo >>'$W/typed'; }
		E
		printf '%b\r' 'ungarble --sco\tstr\tnot\t' \
		    'ungarble --fix=+esc\t,-wor\t' 'ungarble -o not\t' \
		    'ungarble --delim=not\t' 'ungarble --report=my\t\\$\t' \
		    'ungarble -o my\t\\$\t' '\04' >"$W/keys"
		TERM=dumb script -qec "bash --rcfile '$W/rc' -i" /dev/null \
		    <"$W/keys" >"$W/ok" 2>&1
		is 'bash: typed' '<--scope=stream><notes.txt>
<--fix=+escapes,-words>
<-o><notes.txt>
<--delim=not>
<--report=my "dir/$a b.txt>
<-o><my "dir/$a b.txt>' "$(cat "$W/typed")"
	else
		skip 'bash: typed' 'script is missing, or makes no terminal'
	fi
else
	skip bash 'bash is missing'
fi

# zsh_says WANTED TYPED: what becomes of it, with a tab behind
zsh_says() {
	printf '%s\n%s\n' "$2" "$1" >>"$W/zsh.rows"
}
if command -v zsh >/dev/null; then
	mkdir "$W/functions"
	cp "$W/zsh" "$W/functions/_ungarble"
	ok 'zsh: well-formed' zsh -n "$W/zsh"
	zsh_says 'ungarble --scope=' 'ungarble --sco'
	zsh_says 'ungarble --scope=stream ' 'ungarble --scope=st'
	zsh_says 'ungarble --color=always ' 'ungarble --color=al'
	zsh_says 'ungarble --stats=json ' 'ungarble --stats=js'
	zsh_says 'ungarble --completion fish ' 'ungarble --completion f'
	zsh_says 'ungarble -f koi8-t,' 'ungarble -f koi8-t'
	zsh_says 'ungarble --from=utf-8,koi8-t,' 'ungarble --from=utf-8,koi8-t'
	zsh_says 'ungarble --fallback=windows-1254 ' 'ungarble --fallback=windows-1254'
	zsh_says 'ungarble --fix=-mojibake,' 'ungarble --fix=-moj'
	zsh_says 'ungarble --fix=-mojibake notes.txt ' \
	    "$(printf 'ungarble --fix=-moj\t not')"
	zsh_says 'ungarble --fix=marks,+escapes,' 'ungarble --fix=marks,+esc'
	zsh_says 'ungarble --output=notes.txt ' 'ungarble --output=not'
	zsh_says 'ungarble -o notes.txt ' 'ungarble -o not'
	zsh_says 'ungarble --delim=not' 'ungarble --delim=not'
	zsh_says 'ungarble --stats js' 'ungarble --stats js'
	zsh_says 'ungarble notes.txt ' 'ungarble not'
	zsh_says 'ungarble -q notes.txt ' 'ungarble -q not'
	zsh_says 'ungarble --quiet --explain ' 'ungarble --quiet --expl'
	zsh_says 'ungarble my\ \"dir/' 'ungarble my'
	zsh_says 'ungarble --report=my\ \"dir/\$a\ b.txt ' \
	    'ungarble --report=my\ \"dir/'
	zsh_says 'ungarble -o my\ \"dir/\$a\ b.txt ' 'ungarble -o my\ \"dir/'
	cat >"$W/home/.zshrc" <<-E
		fpath=('$W/functions' \$fpath)
		autoload -Uz compinit
		compinit -u -d '$W/home/dump'
		PS1='> ' TERM=dumb
		typed() { print -r -- "<\$BUFFER>" >>'$W/typed'; BUFFER= }
		zle -N typed
		bindkey '^X' typed
		[[ ! -f '$W/source' ]] || . '$W/zsh'
	E
	# As a function that is found, and as what is read by name.
	for way in found read; do
		if [ $way = read ]; then
			touch "$W/source"
			rm "$W/functions"/*
			sed -i 7,\$d "$W/zsh.rows"
		fi
		: >"$W/typed"
		expect 0 "zsh, $way" 'ZDOTDIR=$W/home zsh -f -c "
			zmodload zsh/zpty
			zpty shell zsh -i
			zpty -w shell \" : ready\"
			zpty -r -m shell ready \"*> *\" || exit 1
			while IFS= read -r row && read -r wanted; do
				zpty -w -n shell \$row\$'\''\\t\\C-x'\''
				n=\$(wc -l <\$1) i=0
				while [[ \$(wc -l <\$1) = \$n ]] && ((i++ < 100)); do
					sleep .05
				done
			done
			zpty -d shell" "$W/typed" "$W/typed" <"$W/zsh.rows"'
		sed -n 'n;s/.*/<&>/p' "$W/zsh.rows" >"$W/wanted"
		ok "zsh, $way: typed" diff "$W/wanted" "$W/typed"
	done
else
	skip zsh 'zsh is missing'
fi

# fish_says WANTED TYPED: the words that it would offer
fish_says() {
	is "fish: $2" "$1" "$(HOME=$W/home XDG_CONFIG_HOME=$W/home \
	    fish --no-config -c 'source $argv[1]
		complete -C $argv[2]' "$W/fish" "$2" 2>&1 | cut -f 1 |
	    sort | tr '\n' ' ' | sed 's/ $//')"
}
if command -v fish >/dev/null; then
	ok 'fish: well-formed' fish --no-config -n "$W/fish"
	fish_says '--scope' 'ungarble --sco'
	fish_says '--scope=record --scope=stream' 'ungarble --scope='
	fish_says 'stream' 'ungarble --scope st'
	fish_says '--stats=json' 'ungarble --stats=js'
	fish_says '--color=always' 'ungarble --color=al'
	fish_says 'koi8-t' 'ungarble -f koi8-t'
	fish_says '--from=utf-8,koi8-t' 'ungarble --from=utf-8,koi8-t'
	fish_says '--fix=-mojibake' 'ungarble --fix=-moj'
	fish_says '--fix=marks,+escapes' 'ungarble --fix=marks,+esc'
	fish_says 'notes.txt' 'ungarble -o no'
	fish_says '' 'ungarble --delim no'
	fish_says 'notes.txt' 'ungarble no'
	fish_says 'my "dir/$a b.txt' 'ungarble -o my\ \"dir/'
	fish_says '--report=my "dir/$a b.txt' 'ungarble --report=my\ \"dir/'
else
	skip fish 'fish is missing'
fi

finish
