# bash completion for ungarble, made by ungarble --completion=bash

_ungarble()
{
	local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]} option= head= i
	local words= list= before=${COMP_WORDS[COMP_CWORD - 1]}
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		[[ ${COMP_WORDS[i]} != -- ]] || return
	done
	# --name=value is three words where bash breaks them at =
	if [[ $cur == --*=* ]]; then
		option=${cur%%=*} head=${cur%%=*}= cur=${cur#*=}
	elif [[ $cur == = ]]; then
		option=$before cur=
	elif [[ $before == = ]]; then
		option=${COMP_WORDS[COMP_CWORD - 2]}
	else
		case $before in
		-f | --from | --lang | --declared | --fallback | --scope | --invalid | --binary | --include | --exclude | --files0-from | --max-expand | --delim | --fix | --confidence | --lexicon | --keep | --apply | --bom | --eol | --normalize | --invisible | -o | --output | --journal | --restore | -M | --memory | -T | --threads | --shard | --plan-out | --plan | --sandbox | --report | --report-html | --format | --color | --completion) option=$before ;;
		esac
	fi
	case $option in
	'')
		[[ $cur == -* ]] || return
		words=' -f --from= --lang= --declared= --fallback= --scope= --invalid= --binary= --no-memory -r --recursive --include= --exclude= --follow --files0-from= -z --decompress --max-expand= --jsonl --jsonl= --csv --csv= --tsv --tsv= --delim= --no-header -0 --null-data --fix= --confidence= --guess --lexicon= --keep= --apply= --bom= --eol= --normalize= --invisible= -o --output= -i --in-place --in-place= --break-links --journal= --restore= --line-buffered -M --memory= -T --threads= --shard= --plan-out= --plan= --sandbox= --check -l --list --diff --detect --explain --report= --report-html= --format= --stats --stats= --progress --progress= --color= --exit-code --strict -q --quiet -v --verbose --list-fixes --list-encodings --completion= -h --help -V --version' ;;
	-f | --from) list=1 words=' LABELS' ;;
	--declared) words=' LABELS' ;;
	--fallback) words=' LABELS' ;;
	--scope) words=' record stream' ;;
	--invalid) words=' replace escape drop fail' ;;
	--binary) words=' pass skip fail' ;;
	--files0-from) return ;;
	--fix) list=1 words=' encoding -encoding +encoding default -default +default all -all +all none -none +none declarations -declarations mojibake -mojibake characters -characters +characters iso-2022-jp -iso-2022-jp c1 -c1 escapes +escapes split-entities -split-entities marks -marks +marks floating-stops -floating-stops doubled-fragments -doubled-fragments guillemets -guillemets blanked-marks -blanked-marks possessives -possessives lost-quotes -lost-quotes stray-quotes -stray-quotes words -words guess +guess invisible +invisible tidy -tidy +tidy ansi +ansi controls +controls width +width ligatures +ligatures quotes +quotes nfc +nfc nfd +nfd nfkc +nfkc nfkd +nfkd eol-lf +eol-lf eol-crlf +eol-crlf bom +bom' ;;
	--lexicon) return ;;
	--keep) return ;;
	--apply) return ;;
	--bom) words=' keep strip' ;;
	--eol) words=' keep lf crlf' ;;
	--normalize) words=' none nfc nfd nfkc nfkd' ;;
	--invisible) words=' report keep strip' ;;
	-o | --output) return ;;
	--journal) return ;;
	--restore) return ;;
	--plan-out) return ;;
	--plan) return ;;
	--sandbox) words=' auto on off' ;;
	--report) return ;;
	--report-html) return ;;
	--format) words=' text json' ;;
	--stats) words=' text json' ;;
	--progress) words=' auto always never' ;;
	--color) words=' auto always never' ;;
	--completion) words=' bash zsh fish' ;;
	*) compopt +o default 2>/dev/null ;;
	esac
	if [[ $list && $cur == *,* ]]; then
		head=$head${cur%,*}, cur=${cur##*,}
	fi
	COMPREPLY=($(compgen -P "$head" -W "$words" -- "$cur"))
	# what may go on gets no blank behind it
	if [[ $list || ${COMPREPLY[0]-} == *= ]]; then
		compopt -o nospace 2>/dev/null
	fi
}
complete -o bashdefault -o default -F _ungarble ungarble
status 0
