# inject.sh - every system call fails once, and the program is killed at each
#
# A run is traced; then it is run again for each call that it made and for each
# way in which that call can fail.  What is interrupted or would block is tried
# again.  Any other failure is either of no account, or it ends with 2 and a
# message: what was written is a beginning of the whole, the file of -o is the
# old or the new one, and nothing is left beside it.  A run that is killed leaves
# old or new, and what lies about the next one removes.  At most UG_TEST_SIZE
# points of each run are tried, evenly spread: make faults tries all.
. tests/cli/lib.sh

most=${UG_TEST_SIZE:-15}
run=$W/run
if ! strace -qq -o /dev/null true 2>/dev/null; then
	skip 'injected faults' 'strace is missing or may not trace'
	n_checks=1
	finish
fi

mkdir "$W/seed"
cat samples/garbled/mixed-lines.in samples/garbled/mojibake-*.in \
    samples/garbled/spun.in samples/garbled/shift_jis.in >"$W/seed/in"
yes 'a line of plain text' | head -c 150000 >>"$W/seed/in"
printf 'the old text\n' >"$W/seed/kept"
printf 'swap thrice\tthree times\n' >"$W/seed/rows"

# What a sanitizer or coverage adds is not the program's.
memory=mmap
! grep -q '__asan_\|__gcov_' "$U" || memory=none

# anew: the folder that the program runs in
anew() {
	rm -rf "$run"
	cp -R "$W/seed" "$run"
}

# traced OPTION... -- ARGUMENT...: run the program under strace with OPTIONs
traced() {
	set -- "$@"
	traced_options=
	while [ "$1" != -- ]; do
		traced_options="$traced_options $1"
		shift
	done
	shift
	# not in this folder: a lock, a core
	(cd "$run" && exec strace -qq $traced_options "$U" "$@" <in \
	    >"$W/stdout" 2>"$W/stderr")
}

# calls TRACE MEMORY: "name ordinal what" of each call that main() and those below it
# made.  What is "data" where a failure must not pass, for a read of the input
# how much was read before it, "-" otherwise.
calls() {
	awk -v memory="^($2)\$" '
	{ name = $0; sub(/\(.*/, "", name); n[name]++ }
	/^fcntl\(0.*F_GETFD/ { started = 1 }
	!started || /\.gcda/ { next }
	memory == "^(all)$" {
		if (name != "exit_group" && name !~ /^[+)-]/)
			print name, n[name], "-"
		next
	}
	name !~ /^(read|pread64|write|pwrite64|poll|ppoll|openat|open|close)$/ &&
	name !~ /^(fcntl|l?seek|lseek|newfstatat|fstat|stat|lstat|statx)$/ &&
	name !~ /^(access|faccessat2?|readlink|fsync|fdatasync|f?truncate)$/ &&
	name !~ /^(rename|renameat2?|link|linkat|unlink|unlinkat|fchmod)$/ &&
	name !~ /^(fchown|fgetxattr|fsetxattr|flistxattr|utimensat)$/ &&
	name !~ /^(getdents64|flock|mkdir|mkdirat|getrandom|getcwd)$/ &&
	name !~ memory { next }
	{
		fd = $0
		sub(/^[a-z0-9]*\(/, "", fd)
		sub(/[^0-9].*/, "", fd)
		wrote[fd] = name ~ /^p?write/ ||
		    (wrote[fd] && name !~ /^open/)
		# the name of a new journal comes to rest as far as it can
		renamed = renamed || name ~ /^rename/
		data = name ~ /^(p?read(64)?|rename.*)$/ ||
		    (name == "fsync" && (renamed || /\/(log|\.unga[^\/]*)>/)) ||
		    (name ~ /^p?write/ && fd != 2) ||
		    (name == "close" && wrote[fd])
		if (name == "close")
			wrote[fd] = 0
		what = data ? "data" : "-"
		if (name == "read" && $0 ~ /\/in>/) {
			what = had + 0
			had += $NF
		}
		print name, n[name], what
	}' "$1"
}

# points: the calls, each with every way to fail
points() {
	awk '
	BEGIN {
		errors["read"] = errors["pread64"] = "EINTR EAGAIN EIO ENOMEM"
		errors["write"] = errors["pwrite64"] = \
		    "EINTR EAGAIN EIO ENOSPC EDQUOT"
		errors["poll"] = errors["ppoll"] = "EINTR ENOMEM"
		errors["openat"] = "EINTR EACCES EMFILE ENOMEM ENOSPC"
		errors["close"] = "EINTR EIO ENOSPC EDQUOT"
		errors["fsync"] = errors["fdatasync"] = "EIO ENOSPC EDQUOT"
		errors["rename"] = errors["renameat"] = errors["renameat2"] = \
		    "EACCES EIO ENOSPC EXDEV"
		errors["mmap"] = "ENOMEM"
	}
	{
		list = ($1 in errors) ? errors[$1] : "EACCES EIO ENOMEM"
		n = split(list, error, " ")
		for (i = 1; i <= n; i++)
			print $1, $2, $3, error[i]
	}'
}

# some: at most $most of the lines, evenly spread
some() {
	awk -v most="$most" '{ line[NR] = $0 }
	    END {
		    n = NR < most ? NR : most
		    for (i = 0; i < n; i++)
			    print line[int(i * NR / n) + 1]
	    }'
}

# either FILE: as it was, or as it shall be
either() {
	cmp -s "$run/$1" "$W/seed/$1" || cmp -s "$run/$1" "$W/want/run/$1"
}

# unharmed FOLDER: what a run that failed may leave, of what FOLDER has
unharmed() {
	beginning "$W/stdout" "$1/stdout" && either kept && either in &&
	    cmp -s "$run/rows" "$W/seed/rows" || return
	restores || return
	[ ! -e "$run/in.old" ] || cmp -s "$run/in.old" "$W/seed/in" || return
	[ -e "$run/report" ] || return 0
	# the last line of a report says that it is not complete
	sed -i '$d' "$run/report"
	beginning "$run/report" "$1/run/report"
}
whole() {
	cmp -s "$W/stdout" "$W/want/stdout" &&
	    diff -r "$run" "$W/want/run" >"$W/ok"
}
left() {
	find "$run" -name '.*' ! -name . | grep .
}

# verdict STATUS CALL WHAT ERROR: how a run ended: same, told or the fault
verdict() {
	verdict_same=
	[ "$1" -eq "$status" ] && whole && verdict_same=yes
	case $2-$4 in
	*-EINTR | read-EAGAIN | write-EAGAIN)
		[ -n "$verdict_same" ] && echo same || echo 'not tried again'
		return
		;;
	esac
	verdict_like=$W/want
	case $3 in [0-9]*) verdict_like=$W/want.$3 ;; esac
	if [ -n "$verdict_same" ]; then
		[ "$3" != - ] && echo 'passed over' || echo same
	elif [ "$1" -ne 2 ]; then echo "status $1"
	elif [ ! -s "$W/stderr" ]; then echo 'no message'
	elif ! unharmed "$verdict_like"; then echo 'wrong bytes'
	elif left >"$W/ok"; then echo "left $(cat "$W/ok")"
	else echo told
	fi
}

# tallied FILE: "12 same, 3 told"
tallied() {
	sort "$1" | uniq -c | awk '{ n = $1; $1 = ""
	    printf "%s%d%s", (NR > 1 ? ", " : ""), n, $0 }'
}

# learn ARGUMENT...: what a run does where nothing fails; in want.N, where the
# input ends after N bytes
learn() {
	rm -rf "$W"/want*
	anew
	traced -y -o "$W/trace" -- "$@"
	status=$?
	learned want
	calls "$W/trace" "$memory" >"$W/calls"
	for at in $(awk '$3 ~ /^[0-9]/ { print $3 }' "$W/calls"); do
		anew
		head -c "$at" "$W/seed/in" >"$run/in"
		traced -o /dev/null -e trace=none -- "$@"
		learned "want.$at"
	done
}
learned() {
	mkdir "$W/$1"
	cp -R "$run" "$W/$1/run"
	cp "$W/stdout" "$W/$1/stdout"
}

# sweep NAME ARGUMENT...: fail at each point
n_points=0
sweep() {
	sweep_name=$1
	shift
	learn "$@"
	points <"$W/calls" | some >"$W/points"
	: >"$W/verdicts"
	while read -r call k what error <&3; do
		anew
		traced -o /dev/null -e trace="$call" \
		    -e inject="$call:error=$error:when=$k" -- "$@"
		found=$(verdict $? "$call" "$what" "$error")
		n_checks=$((n_checks + 1))
		case $found in
		same | told) echo "$found" >>"$W/verdicts" ;;
		*) fail "$sweep_name: $error on $call $k: $found" \
		    "$(cat "$W/stderr")" ;;
		esac
	done 3<"$W/points"
	n_points=$((n_points + $(wc -l <"$W/points")))
	printf 'faults: %s: %d points: %s\n' "$sweep_name" \
	    "$(wc -l <"$W/points")" "$(tallied "$W/verdicts")"
}

# restores: a text that is not as it was comes back by the journal
restores() {
	cmp -s "$run/in" "$W/seed/in" || [ ! -e "$W/want/run/log" ] ||
	    "$U" --restore="$run/log" <"$run/in" 2>"$W/ok" |
	    cmp -s - "$W/seed/in"
}

# after old|new ARGUMENT...: what is wrong with the run that follows
after() {
	after=$1
	shift
	traced -o /dev/null -e trace=none -- "$@"
	again=$?
	# no journal is added to one that is cut
	if [ $again -eq 2 ] && grep -q 'a damaged or cut one' "$W/stderr"; then
		cmp -s "$run/in" "$W/seed/in" || echo ', then lost'
		rm "$run/log"
		traced -o /dev/null -e trace=none -- "$@"
		again=$?
	fi
	# what was kept is not overwritten
	[ $again -eq "$status" ] || [ "$after-$again" = new-2 ] ||
	    echo ", then $again"
	# a journal keeps what the run that was killed put into it
	[ ! -e "$run/log" ] || cp "$W/want/run/log" "$run/log"
	whole || echo ', then wrong'
}

# killed NAME SIGNAL ARGUMENT...: the signal comes at each call
killed() {
	killed_name="$1, SIG$2"
	signal=$2
	shift 2
	learn "$@"
	calls "$W/trace" all | some >"$W/points"
	: >"$W/verdicts"
	while read -r call k what <&3; do
		anew
		# the shell would tell of each
		(traced -o /dev/null -e trace="$call" \
		    -e inject="$call:signal=$signal:when=$k" -- "$@") 2>"$W/ok"
		found=$(killed_verdict $?)
		if [ "$found" = old ] || [ "$found" = new ]; then
			found=$found$(after "$found" "$@")
		fi
		n_checks=$((n_checks + 1))
		case $found in
		old | new) echo "$found" >>"$W/verdicts" ;;
		*) fail "$killed_name on $call $k: $found" "$(ls -la "$run")" ;;
		esac
	done 3<"$W/points"
	n_points=$((n_points + $(wc -l <"$W/points")))
	printf 'faults: %s: %d points: %s\n' "$killed_name" \
	    "$(wc -l <"$W/points")" "$(tallied "$W/verdicts")"
}

# killed_verdict STATUS
killed_verdict() {
	rm -f "$run/report"
	if [ "$1" -lt 128 ] && [ "$1" -ne "$status" ]; then echo "status $1"
	elif ! unharmed "$W/want"; then echo 'wrong bytes'
	elif [ "$signal" != KILL ] && left >"$W/ok"; then
		echo "left $(cat "$W/ok")"
	elif ls -A "$run" | grep -qvx 'in\|in\.old\|log\|kept\|rows\|\.ungarble-.*'; then
		echo 'left files of other names'
	elif cmp -s "$run/in" "$W/seed/in" && cmp -s "$run/kept" "$W/seed/kept"
	then echo old
	else echo new
	fi
}

# synced NAME ORDER ARGUMENT...: what is in the file, and in the journal, comes to
# rest before the file gets its name, and the folder after that
synced() {
	synced_name=$1
	shift
	synced_want=$1
	shift
	learn "$@"
	is "$synced_name: order" "$synced_want" \
	    "$(awk '/^f(data)?sync.*\/log>/ { printf "journal, "; next }
	    /^fsync.*\.ungarble-/ { printf "file, "; next }
	    /^fsync/ { printf "folder, " }
	    /^rename/ { printf "rename, " }' "$W/trace")"
}

sweep 'standard input' -q
sweep 'a file' -q in
sweep '--report' --report=report in
sweep '--report-html' -q --report-html=page in
sweep '-o' -o kept in
sweep '-o, --lexicon, --report' -q --lexicon=rows --report=report -o kept in
sweep '-i' -i in
sweep '-i.old, --report' -q -i.old --report=report in
sweep '--check' --check in
sweep '--list' -l in
sweep '--diff' --diff in
sweep '--explain' --explain in
sweep '--detect' --detect -v in
sweep 'gb18030' -q -f gb18030 in
sweep 'ISO-2022-CN' -q -f iso-2022-cn in
sweep '--journal' -q --journal=log in
sweep '-i, --journal' -q -i --journal=log in
killed '-i, --journal' KILL -i --journal=log in
killed '-i, --journal' TERM -i --journal=log in
killed '-o' KILL -o kept in
killed '-i' KILL -i in
killed '-i.old' KILL -i.old in
killed '-o' TERM -o kept in
killed '-i' HUP -i in
killed '-i.old' INT -i.old in
synced '-o' 'file, rename, folder, ' -o kept in
synced '-i' 'file, rename, folder, ' -i in
synced '-i.old' 'file, rename, folder, ' -i.old in
synced '-i, --journal' 'folder, file, journal, rename, folder, journal, ' \
    -i --journal=log in
sweep '-r' -q -r --include=in .
sweep '-r, -i' -q -ri --include=in .
head -c 2000 "$W/seed/in" >"$W/short"
for form in 'zlib gzip' 'liblzma xz' 'libzstd zstd' 'libbz2 bzip2'; do
	pack=${form#* }
	if ! "$U" --version | grep -q "^${form% *} " ||
	    ! command -v "$pack" >/dev/null; then
		skip "$pack" "$pack or its library is missing"
		continue
	fi
	cp "$W/seed/in" "$W/plain"
	$pack -c <"$W/plain" >"$W/seed/in"
	sweep "$pack" -q -z in
	sweep "$pack, -i" -q -zi in
	killed "$pack, -i" KILL -zi in
	cp "$W/plain" "$W/seed/in"
done
cp "$W/short" "$W/seed/in"
sweep 'line by line' -q --line-buffered in
n_checks=$((n_checks + 1))
[ "$n_points" -gt 100 ] || fail 'points' "$n_points"
printf 'faults: %d points\n' "$n_points"

finish
