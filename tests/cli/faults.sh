# faults.sh - full disks, closed descriptors, gone readers, interrupted calls:
# exit 0 means that every byte was written
. tests/cli/lib.sh

printf 'abcde\n' >"$W/small"
yes 'a line of plain text' | head -c 20000000 >"$W/big"
printf 'a line before it\ncaf\303\251 \000 \303\251t\303\251\nand behind\n' \
    >"$W/nul"

# Full disk.
for size in small big; do
	expect 2 "full disk, $size" '"$U" <"$W/'$size'" >/dev/full'
	err_is "full disk, $size: message" \
	    'ungarble: standard output: no space left on device'
	expect 2 "full disk, $size, file" '"$U" "$W/'$size'" >/dev/full'
	expect 2 "full disk, $size, report" \
	    '"$U" --report=/dev/full "$W/'$size'" >"$W/copy"'
	err_is "full disk, $size, report: message" \
	    'ungarble: /dev/full: no space left on device'
	device 7 # its own /dev/full
	if [ -n "$device" ]; then
		expect 2 "full disk, $size, -o" '"$U" -o "$device" "$W/'$size'"'
	fi
done
printf 'old' >"$W/kept"
expect 2 'full disk, report and -o' \
    '"$U" --report=/dev/full -o "$W/kept" "$W/small"'
is 'full disk, report and -o: old file' old "$(cat "$W/kept")"
expect 2 'full disk, report on stderr' \
    '"$U" --report=- "$W/small" 2>/dev/full'
for option in --help --version --list-fixes --list-encodings; do
	expect 2 "full disk, $option" '"$U" '$option' >/dev/full'
done
expect 2 'full disk, --detect' '"$U" --detect "$W/small" >/dev/full'
expect 0 'full disk, nothing to write' '"$U" </dev/null >/dev/full'

# Limit on the size of files.
expect 2 'ulimit -f' 'ulimit -f 8; "$U" "$W/big" >"$W/limited"'
err_is 'ulimit -f: message' 'ungarble: standard output: file too large'

# Closed descriptors.
expect 2 'stdin closed' '"$U" <&-'
err_is 'stdin closed: message' 'ungarble: standard input: bad file descriptor'
expect 0 'stdin closed, file' '"$U" "$W/small" <&-'
out_is 'stdin closed, file: output' abcde
expect 2 'stdout closed' '"$U" "$W/small" >&-'
err_is 'stdout closed: message' \
    'ungarble: standard output: bad file descriptor'
expect 2 'stdout closed, big' '"$U" "$W/big" >&-'
expect 0 'stdout closed, nothing to write' '"$U" </dev/null >&-'
expect 2 'stdout closed, --help' '"$U" --help >&-'
expect 0 'stdout closed, -o' '"$U" -o "$W/copy" "$W/small" >&-'
ok 'stdout closed, -o: output' cmp "$W/small" "$W/copy"
expect 0 'stderr closed' '"$U" "$W/small" 2>&-'
expect 2 'stderr closed, message' '"$U" "$W/missing" 2>&-'
expect 2 'stderr closed, report' '"$U" --report=- "$W/small" 2>&-'
expect 2 'all closed' '"$U" "$W/small" <&- >&- 2>&-'
expect 2 'stdin write-only' '"$U" 0>"$W/copy"'
expect 2 'stdout read-only' '"$U" "$W/small" 1<"$W/small"'

# The reader is gone.
default=
if env --default-signal=PIPE true 2>"$W/err"; then
	default='env --default-signal=PIPE'
fi
expect 0 'reader gone' \
    '{ $default "$U" "$W/big"; echo $? >"$W/status"; } | true'
is 'reader gone: SIGPIPE' 141 "$(cat "$W/status")"
expect 0 'reader gone, SIGPIPE ignored' \
    '(trap "" PIPE; "$U" "$W/big"; echo $? >"$W/status") | true'
is 'reader gone, SIGPIPE ignored: status' 2 "$(cat "$W/status")"
err_is 'reader gone, SIGPIPE ignored: message' \
    'ungarble: standard output: broken pipe'

# NUL in text, nothing at all, no line feed at the end.
expect 0 'empty' '"$U" </dev/null | wc -c | tr -d " "'
out_is 'empty: output' 0
expect 0 'no line feed at the end' 'printf abc | "$U" | od -An -c | tr -d " "'
out_is 'no line feed at the end: output' abc
gives 'NUL' "$W/nul" '"$U" -q "$W/nul"'
gives 'big' "$W/big" '"$U" "$W/big"'

# A character that is not whole at the end: U+FFFD, and it is told.
while read -r label bytes wanted; do
	expect 0 "cut, $label" 'printf "$bytes" | "$U" -f $label'
	is "cut, $label: output" "$(printf "$wanted")" "$(cat "$W/out")"
	err_has "cut, $label: message" '1 malformed sequence became U+FFFD'
	expect 3 "cut, $label, --invalid=fail" \
	    'printf "$bytes" | "$U" -f $label --invalid=fail'
done <<'ROWS'
utf-8 abc\303 abc\357\277\275
utf-8 abc\342\202 abc\357\277\275
utf-8 abc\360\237\230 abc\357\277\275
utf-16le a\000b\000c ab\357\277\275
utf-16be \000a\000 a\357\277\275
utf-16le a\000=\330 a\357\277\275
utf-16le a\000=\330\000 a\357\277\275
utf-32le a\000\000\000b\000\000 a\357\277\275
shift_jis \202\240\202 \343\201\202\357\277\275
euc-jp \244\242\244 \343\201\202\357\277\275
euc-jp \244\242\217\261 \343\201\202\357\277\275
gb18030 \260\241\201 \345\225\212\357\277\275
gb18030 \260\241\2010\201 \345\225\212\357\277\275
big5 \244@\244 \344\270\200\357\277\275
euc-kr \260\241\260 \352\260\200\357\277\275
iso-2022-jp \033$B$\042$ \343\201\202\357\277\275
iso-2022-jp \033$B$\042\033 \343\201\202\357\277\275
ROWS
expect 0 'cut, iso-2022-jp, no way back' \
    'printf "\033\$B\$\042" | "$U" -f iso-2022-jp'
out_is 'cut, iso-2022-jp, no way back: output' あ
expect 0 'cut, found out' 'printf "\303\251 caf\303" | "$U"'
out_is 'cut, found out: output' 'é caf�'
expect 0 'a byte of another encoding' 'printf "a caf\351 b\n" | "$U"'
out_is 'a byte of another encoding: output' 'a café b'

# Non-blocking descriptors: dd sets the flag and leaves it so.
nonblock_in='dd iflag=nonblock count=0 of=/dev/null 2>/dev/null'
nonblock_out='dd oflag=nonblock count=0 </dev/null 2>/dev/null'
if sleep 0.1 | { eval "$nonblock_in"; grep -q '^flags:.*4...$' \
    "/proc/self/fdinfo/0"; } 2>/dev/null; then
	expect 0 'EAGAIN on stdin' \
	    '{ sleep 0.3; printf "one\n"; sleep 0.3; printf "two\n"; } |
	    { eval "$nonblock_in"; "$U"; }'
	out_is 'EAGAIN on stdin: output' 'one
two'
	expect 0 'EAGAIN and short writes on stdout' \
	    '{ eval "$nonblock_out"; "$U" "$W/big"; echo $? >"$W/status"; } |
	    { sleep 0.3; dd bs=777 count=20 2>/dev/null; sleep 0.3; cat; } | cmp - "$W/big"'
	is 'EAGAIN and short writes on stdout: status' 0 "$(cat "$W/status")"
else
	skip EAGAIN 'dd cannot make a descriptor non-blocking here'
fi

# Calls that are interrupted or fail, by strace.
head -c 1000000 "$W/big" >"$W/input"
if ! strace -qq -o /dev/null true 2>/dev/null; then
	skip 'interrupted calls' 'strace is missing or may not trace'
elif strace -qq -o /dev/null -P "$W/input" -e trace=read \
    -e inject=read:error=EIO cat "$W/input" >/dev/null 2>&1; then
	skip 'interrupted calls' 'strace does not inject errors here'
else
	inject() {
		strace -qq -o /dev/null -P "$1" -e trace="$2" \
		    -e inject="$2:error=$3:when=$4" "$U" "$W/input" \
		    >"$W/output"
	}
	for call in read write; do
		for error in EINTR EAGAIN; do
			[ $call = read ] && path=$W/input || path=$W/output
			expect 0 "$error on $call" \
			    'inject "$path" $call $error 1+2'
			ok "$error on $call: output" cmp "$W/input" "$W/output"
		done
	done
	for n in 1 2 9; do
		expect 2 "EIO on read $n" 'inject "$W/input" read EIO '$n
		err_is "EIO on read $n: message" \
		    "ungarble: $W/input: input/output error"
		is "EIO on read $n: what was read is written" \
		    $(((n - 1) * 65536)) "$(wc -c <"$W/output" | tr -d ' ')"
		expect 2 "ENOSPC on write $n" \
		    'inject "$W/output" write ENOSPC '$n
		expect 2 "EDQUOT on write $n" \
		    'inject "$W/output" write EDQUOT '$n
	done
	expect 2 'EIO on close' 'inject "$W/output" close EIO 1'
	err_is 'EIO on close: message' \
	    'ungarble: standard output: input/output error'
	expect 0 'EINTR on close' 'inject "$W/output" close EINTR 1'
	: >"$W/kept"
	expect 2 'EIO on fsync, -o' 'strace -qq -o /dev/null -e trace=fsync \
	    -e inject=fsync:error=EIO "$U" -o "$W/kept" "$W/input"'
	is 'EIO on fsync, -o: old file' '' "$(cat "$W/kept")"
	expect 2 'EXDEV on rename, -o' 'strace -qq -o /dev/null \
	    -e trace=/rename -e inject=/rename:error=EXDEV \
	    "$U" -o "$W/kept" "$W/input"'
	is 'EXDEV on rename, -o: nothing is left' '' \
	    "$(find "$W" -name '.ungarble*')"
	expect 137 'killed in a write, -o' 'sh -c '\''strace -qq -o /dev/null \
	    -e trace=write -e inject=write:signal=KILL:when=2 \
	    "$0" -o "$1/kept" "$1/input"; exit $?'\'' "$U" "$W"'
	is 'killed in a write, -o: old file' '' "$(cat "$W/kept")"
	rm -f "$W"/.ungarble-*
fi

# Killed while it waits: nothing is left behind.
for signal in 'HUP 129' 'INT 130' 'TERM 143'; do
	number=${signal#* }
	signal=${signal% *}
	# What a shell starts in the background may ignore SIGINT.
	[ "$signal" = INT ] && [ -z "$default" ] && continue
	printf old >"$W/kept"
	mkfifo "$W/fifo"
	if [ "$signal" = INT ]; then
		env --default-signal=INT "$U" -o "$W/kept" "$W/fifo" &
	else
		"$U" -o "$W/kept" "$W/fifo" &
	fi
	pid=$!
	exec 3>"$W/fifo"
	ok "$signal: temporary file" soon 5 'ls "$W"/.ungarble-*'
	kill -s $signal $pid
	exec 3>&-
	{ wait $pid; } 2>/dev/null
	is "$signal: status" $number $?
	is "$signal: nothing is left" '' "$(find "$W" -name '.ungarble*')"
	is "$signal: old file" old "$(cat "$W/kept")"
	rm -f "$W/fifo"
done

# What comes to stand in the place of -o meanwhile is not replaced.
rm -f "$W/kept"
mkfifo "$W/fifo"
"$U" -o "$W/kept" "$W/fifo" 2>"$W/err" &
pid=$!
exec 3>"$W/fifo"
ok 'in the way: temporary file' soon 5 'ls "$W"/.ungarble-*'
mkfifo "$W/kept"
exec 3>&-
wait $pid
is 'in the way: status' 2 $?
err_is 'in the way: message' "ungarble: $W/kept: file exists"
ok 'in the way: kept' test -p "$W/kept"
is 'in the way: nothing is left' '' "$(find "$W" -name '.ungarble*')"

finish
