# What filters do where something goes wrong: one table, all in one go.
#
#	peers.sh PROGRAM
#
# A cell is the exit status, and what became of the bytes where that is asked.
# "!" marks what nobody can live with: data lost with exit 0, a crash, a hang.
#
#	bad      `a caf\xE9 b`: é, U+FFFD, raw (as it came), drops
#	trunc    ends inside a character, of UTF-8
#	NUL      is kept in text, and what follows it
#	full6    standard output is /dev/full, 6 bytes come in
#	full20M  the same, with 20 megabytes
#	stdin    is closed
#	stdout   is closed, 6 bytes come in
#	pipe     the reader is gone: 141 is a death of SIGPIPE
#	nb       standard input is non-blocking, and nothing there at first
#
# "-" stands where a peer puts out no text: isutf8, uchardet and enca tell of
# it, zstd, xz and gzip pack it.
program=${1:?"usage: sh $0 PATH/TO/ungarble"}
LC_ALL=C
export LC_ALL
work=$(mktemp -d "${TMPDIR:-/tmp}/ungarble-peers.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

printf 'a caf\351 b\n' >"$work/bad"
printf 'a caf\303' >"$work/trunc"
printf 'one\000two\n' >"$work/nul"
printf 'abcde\n' >"$work/six"
yes 'a line of plain text' | head -c 20000000 >"$work/big"
head -c 4000000 /dev/urandom >"$work/noise"
default=
env --default-signal=PIPE true 2>/dev/null && default='env --default-signal=PIPE'

# limited COMMAND...: in ten seconds, or 124
limited() {
	timeout -k 1 10 $default "$@"
}

# cell TEXT STATUS [LOST]: print it, with the mark where it is due
n_bad=0
cell() {
	cell_text=$1
	case $2 in
	0) [ -z "$3" ] || cell_text=$cell_text! ;;
	124 | 137) cell_text=hang! ;;
	13[0-9] | 14[02-9]) cell_text=$2! ;;
	esac
	case $cell_text in *!) n_bad=$((n_bad + 1)) ;; esac
	# printf pads by bytes
	cell_width=$(printf %s "$cell_text" | LC_ALL=C.UTF-8 wc -m)
	printf '%s%*s' "$cell_text" $((10 - cell_width)) ''
}

# holds FILE BYTES: BYTES as printf has them; none is a NUL
holds() {
	printf "$2" >"$work/wanted"
	grep -qaF -f "$work/wanted" "$1"
}

# peer KIND NAME COMMAND...: KIND is text, tell or pack
peer() {
	kind=$1
	name=$2
	shift 2
	command -v "$1" >/dev/null 2>&1 || {
		absent="$absent $1"
		return
	}
	n_bad=0
	printf '%-14s' "$name"
	# Bytes are compared as text: what was packed is unpacked first.
	unpack=cat
	[ "$kind" != pack ] || unpack="$1 -dc"
	peer_bytes "$@"
	peer_ends "$@"
	peer_waits "$@"
	echo
	total="$total, $name $n_bad"
}

# run FILE COMMAND...: into out, and its status
run() {
	run_in=$1
	shift
	limited "$@" <"$work/$run_in" >"$work/packed" 2>/dev/null
	status=$?
	$unpack <"$work/packed" >"$work/out" 2>/dev/null
}

peer_bytes() {
	run bad "$@"
	case $kind in
	tell) cell $status $status ;;
	pack)
		cmp -s "$work/bad" "$work/out" && lost= || lost=yes
		cell $status $status $lost
		;;
	*)
		lost=
		if holds "$work/out" 'caf\303\251 b'; then word=é
		elif holds "$work/out" '\357\277\275'; then word=U+FFFD
		elif holds "$work/out" 'caf\351 b'; then word=raw
		else word=drops lost=yes
		fi
		[ $status -eq 0 ] && cell "$status $word" $status $lost ||
		    cell $status $status
		;;
	esac
	run trunc "$@"
	lost=
	if [ "$kind" != tell ]; then
		head -n 1 "$work/out" | grep -qa '^"*a caf[^"]' || lost=yes
	fi
	cell $status $status $lost
	run nul "$@"
	lost=yes
	if [ "$kind" = tell ]; then word=-; lost=
	elif cmp -s "$work/nul" "$work/out"; then word=yes lost=
	elif holds "$work/out" 'u0000two'; then word=escaped lost=
	elif [ $status -ne 0 ]; then word=$status
	elif holds "$work/out" two; then word=no
	else word=stops
	fi
	cell "$word" $status $lost
}

peer_ends() {
	# Who has nothing to say loses nothing.
	run six "$@"
	[ -s "$work/out" ] && says=yes || says=
	limited "$@" <"$work/six" >/dev/full 2>/dev/null
	status=$?
	[ -n "$says" ] && cell $status $status yes || cell - 1
	big=big
	[ "$kind" != pack ] || big=noise
	limited "$@" <"$work/$big" >/dev/full 2>/dev/null
	status=$?
	[ "$kind" != tell ] && cell $status $status yes || cell - 1
	limited "$@" <&- >/dev/null 2>&1
	status=$?
	cell $status $status
	limited "$@" <"$work/six" >&- 2>/dev/null
	status=$?
	cell $status $status $says
	(limited "$@" <"$work/$big" 2>/dev/null; echo $? >"$work/status") | true
	status=$(cat "$work/status")
	[ "$kind" != tell ] && cell $status $status yes || cell - 1
}

# dd sets the flag and leaves it so.
peer_waits() {
	run bad "$@"
	cp "$work/out" "$work/calm"
	(sleep 0.5; cat "$work/bad") | {
		dd iflag=nonblock count=0 of=/dev/null 2>/dev/null
		limited "$@" >"$work/packed" 2>/dev/null
		echo $? >"$work/status"
	}
	status=$(cat "$work/status")
	$unpack <"$work/packed" >"$work/out" 2>/dev/null
	if cmp -s "$work/calm" "$work/out"; then cell $status $status
	elif [ "$status" -ne 0 ]; then cell $status $status
	elif [ -s "$work/out" ]; then cell "$status wrong" $status yes
	else cell "$status empty" $status yes
	fi
}

printf '%-14s' ''
for column in bad trunc NUL full6 full20M stdin stdout pipe nb; do
	printf '%-10s' $column
done
echo
absent='' total=''
peer text ungarble "$program"
peer text cat cat
peer text iconv iconv -f utf-8 -t utf-8
peer text 'iconv -c' iconv -c -f utf-8 -t utf-8
peer text uconv uconv -f utf-8 -t utf-8
peer text recode recode utf8..utf8
peer text nkf nkf -w
peer text enconv enconv -L none -x UTF-8
peer text fix_latin fix_latin
peer text dos2unix dos2unix
peer text sed sed ''
peer text jq jq -R .
peer text rg rg ''
peer text mlr mlr --nidx --fs tab cat
peer tell isutf8 isutf8
peer tell uchardet uchardet
peer tell enca enca -L none
peer pack zstd zstd -c
peer pack xz xz -0 -c
peer pack gzip gzip -c
[ -z "$absent" ] || echo "not installed:$absent"
echo "bad cells: ${total#, }"
case $total in ', ungarble 0'*) ;; *) exit 1 ;; esac
