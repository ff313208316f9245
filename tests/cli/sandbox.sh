# sandbox.sh - --sandbox: what is given up, that nothing comes out otherwise, and
# that who asks for it is told where it cannot be had
. tests/cli/lib.sh

expect 2 'no such value' '"$U" --sandbox=maybe </dev/null'
err_has 'no such value: message' 'no such value'

if grep -q '__asan_\|__gcov_' "$U"; then
	expect 2 'a build that has none' '"$U" --sandbox=on </dev/null'
	err_has 'a build that has none: message' 'nor this build has a means'
	expect 0 'a build that has none, auto' 'echo abc | "$U" --sandbox=auto'
	out_is 'a build that has none, auto: output' abc
	finish
fi
if ! "$U" --sandbox=on </dev/null 2>"$W/err"; then
	skip 'sandbox' "$(head -n 1 "$W/err")"
	finish
fi

# compare NAME ARGUMENT...: with and without it
compare() {
	compare_name=$1
	shift
	for way in on off; do
		rm -rf "$W/$way"
		mkdir "$W/$way"
		cp "$W/in" "$W/$way/in"
		printf 'swap thrice\tthree times\n' >"$W/$way/rows"
		printf 'Le caf\351\n' >"$W/$way/other"
		(cd "$W/$way" && "$U" --sandbox=$way "$@" <in >stdout 2>stderr
		echo $? >status)
	done
	ok "$compare_name: the same" diff -r "$W/on" "$W/off"
	n_checks=$((n_checks + 1))
	[ "$(cat "$W/on/status")" -lt 2 ] || fail "$compare_name: status" \
	    "$(cat "$W/on/stderr")"
}

cat samples/garbled/*.in >"$W/in"
compare 'standard input' -v
compare 'a file' -v in
compare 'files and standard input' -v in - other
compare '--report' --report=report
compare '--report and a file' --report=report in
compare '--report on stderr' --report=-
compare '--report-html' --report-html=page
compare '--report-html and a file' --report-html=page in
compare '--lexicon' --lexicon=rows in
compare '--check' --check in
compare '--list' -l in other
compare '--diff' --diff --color=always
compare '--diff, files' --diff in other
compare '--strict' --strict other
compare '--explain' --explain
compare '--detect' --detect -v in other
compare '--detect, JSON' --detect -v --format=json
compare '--scope, --fix' --scope=stream --fix=all --guess in
compare 'line by line' --line-buffered
compare '-o' -o new in
compare '-o, an old file' -o other in
compare '-o, standard input' -o ./new
compare '-o, elsewhere' -o "$W/new" in
compare '-i' -i in other
compare '-i.old, --report' -i.old --report=report in other
compare '--journal' --journal=log
compare '--journal, a file' --journal=log -o new in
compare '-i, --journal' -i --journal=log in other
"$U" -q --journal="$W/log" <"$W/in" >"$W/text"
for way in on off; do
	gives "--restore, $way" "$W/in" \
	    '"$U" --sandbox=$way --restore="$W/log" <"$W/text"'
	expect 0 "--restore, $way, a file" '"$U" --sandbox=$way \
	    --restore="$W/log" -o "$W/was" "$W/text" && cmp "$W/was" "$W/in"'
done
compare 'a name of standard input' /dev/stdin
head -c 3000 /dev/urandom >"$W/in"
compare 'binary' -v
for label in $("$U" --list-encodings | awk '{ print $2 }' | sort -u); do
	compare "from $label" -q -f "$label"
done

# What is wrong is told as ever.
cp samples/garbled/mixed-lines.in "$W/in"
for way in on off; do
	expect 2 "full disk, $way" '"$U" --sandbox=$way <"$W/in" >/dev/full'
	err_is "full disk, $way: message" \
	    'ungarble: standard output: no space left on device'
	expect 2 "a folder, $way" '"$U" --sandbox=$way "$W"'
	err_is "a folder, $way: message" \
	    "ungarble: $W: is a directory; -r takes the files in it"
	expect 2 "missing, $way" '"$U" --sandbox=$way "$W/missing"'
	err_is "missing, $way: message" \
	    "ungarble: $W/missing: no such file or directory"
	gives "a link, $way" samples/garbled/mixed-lines.out \
	    'ln -sf in "$W/link"; "$U" -q --sandbox=$way "$W/link"'
	rm -f "$W/there"
	ln -s on/in "$W/there"
	expect 0 "-o by a link, $way" '"$U" -q --sandbox=$way \
	    -o "$W/there" "$W/in"'
	ok "-o by a link, $way: text" cmp "$W/on/in" \
	    samples/garbled/mixed-lines.out
done

# held WAY ARGUMENT...: run it on a FIFO, and keep that open
held() {
	held_way=$1
	shift
	rm -f "$W/fifo"
	mkfifo "$W/fifo"
	"$U" --sandbox="$held_way" "$@" <"$W/fifo" >"$W/out" 2>"$W/err" &
	pid=$!
	exec 3>"$W/fifo"
	printf 'abc\n\n\n' >&3
	ok "held, $held_way: it runs" soon 5 'grep -q abc "$W/out"'
}
release() {
	exec 3>&-
	wait "$pid"
}
# state NAME: of /proc/PID/status
state() {
	sed -n "s/^$1:[^0-9]*//p" "/proc/$pid/status"
}
held auto
is 'auto: no new privileges' 1 "$(state NoNewPrivs)"
filters=$(state Seccomp)
release
held off
is 'off: none' '0 0' "$(state NoNewPrivs) $(state Seccomp)"
release
case $(uname -m) in
x86_64 | aarch64) is 'auto: a filter of calls' 2 "$filters" ;;
esac

# Landlock: of two files, one is replaced by another once the run has begun.
strace='strace -qq -o /dev/null'
if $strace -e trace=none "$U" --sandbox=on "$W/in" >"$W/out" 2>"$W/err"; then
	for way in on off; do
		printf 'the second\n' >"$W/second"
		cp "$W/second" "$W/third"
		held $way - "$W/second"
		mv "$W/third" "$W/second"
		release
		is "replaced, $way: status" $([ $way = on ] && echo 2 || echo 0) $?
		is "replaced, $way: read" $([ $way = on ] && echo 0 || echo 1) \
		    "$(grep -c second "$W/out")"
	done
	expect 0 'Landlock is called' 'strace -qq -o "$W/trace" \
	    "$U" -q -o "$W/new" "$W/in" && grep -q \
	    "^landlock_restrict_self.* = 0\|^syscall_0x1be.* = 0" "$W/trace"'
	# Where the system knows neither.
	none='-e trace=seccomp,prctl,444 -e inject=seccomp,prctl,444:error=ENOSYS'
	for input in - "$W/in"; do
		expect 2 'none to be had, on' \
		    '$strace $none "$U" --sandbox=on "$input" <"$W/in"'
		err_has 'none to be had, on: message' '^ungarble: --sandbox=on: '
		out_is 'none to be had, on: output' ''
		expect 0 'none to be had, auto' \
		    '$strace $none "$U" -q "$input" <"$W/in" |
		    cmp - samples/garbled/mixed-lines.out'
	done
	printf old >"$W/kept"
	expect 2 'none to be had, -o' \
	    '$strace $none "$U" --sandbox=on -o "$W/kept" "$W/in"'
	is 'none to be had, -o: old file' old "$(cat "$W/kept")"
	is 'none to be had, -o: nothing left' '' \
	    "$(find "$W" -name '.ungarble*')"
else
	skip 'no means' 'strace is missing or may not trace'
fi

finish
