# What it takes to start, and how large the program gets: time, memory, and what
# of ICU's data is looked at.
#
# PEAK_MIB=64 for more of each kind of text; 8, else: a stream forgets what lies
# two blocks of 1 MiB behind.
. tests/eval/lib.sh
tools=$BUILD/tests/bench
. tests/bench/lib.sh
need valgrind iconv "$tools/startup" "$tools/prose" "$tools/peak"

# Other work on the machine only adds.
"$tools/startup" 50 "$program" >"$work/start" || missed=1
read -r ms kb <"$work/start"
floor 'echo x: ms, the least of 50 runs' "$ms" '<=' 5
floor 'echo x: peak memory, kB' "$kb" '<=' 12288
# Most of these are spent on linking it with ICU and the library of C++.
echo x >"$work/x"
floor 'echo x: instructions, with those of libraries' \
    "$(object='' instructions "$work/x" "$program" --sandbox=off)" '<=' 6000000

for kind in $kinds; do
	text "$kind" $((${PEAK_MIB:-8} * 1024)) >"$work/text" || exit 1
	cat "$work/text" |
	    "$tools/peak" "$program" -q 2>"$work/peak" >/dev/null || missed=1
	floor "$kind: peak memory, kB" "$(tail -n 1 "$work/peak")" '<=' 24576
done

# waits PID: it does, for input: all it was given is done with
waits() {
	waits_try=0
	until [ "$(sed 's/.*) \(.\).*/\1/' "/proc/$1/stat")" = S ]; do
		[ $((waits_try += 1)) -lt 300 ] || return 1
		sleep 0.1
	done
}

# icu_data KIND FILE [OPTION]...: what of ICU's data is in memory once the file
# is read; what links a program to it, and what the system reads along, is about
# 16 kB
icu_data() {
	icu_kind=$1
	icu_file=$2
	shift 2
	rm -f "$work/pipe"
	mkfifo "$work/pipe"
	"$program" -q "$@" <"$work/pipe" >/dev/null &
	icu_pid=$!
	exec 3>"$work/pipe"
	cat "$icu_file" >&3
	waits $icu_pid || missed=1
	icu_kb=$(awk '/^[0-9a-f]+-/ { data = /\/libicudata\./ }
	    data && $1 == "Rss:" { kb += $2 } END { print kb + 0 }' \
	    "/proc/$icu_pid/smaps")
	exec 3>&-
	wait $icu_pid || missed=1
}
if ! grep -q '^Rss:' /proc/self/smaps 2>/dev/null ||
    ! ldd "$program" 2>/dev/null | grep -q libicudata; then
	echo 'data of ICU: skipped: not a file of its own, or memory is not shown'
	exit $missed
fi
for kind in ascii cyrillic cjk european latin-1 windows-1251 shift_jis gb18030; do
	text "$kind" 200 >"$work/text" || exit 1
	icu_data "$kind" "$work/text"
	floor "$kind: of ICU's data in memory, kB" "$icu_kb" '<=' 64
done
# That more would be seen: only ICU has this one.
printf '\033$)A\016=;;;\017 abc\n' >"$work/text"
icu_data iso-2022-cn-ext "$work/text" --from=iso-2022-cn-ext
floor "iso-2022-cn-ext: of ICU's data in memory, kB" "$icu_kb" '>=' 128
exit $missed
