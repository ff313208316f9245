# latency.sh - what is decided leaves at once, while the input stays open
. tests/cli/lib.sh

# within_a_second BYTES OPTIONS: what gen prints comes out while the input is
# held open
within_a_second() {
	: >"$W/out"
	rm -f "$W/hold"
	mkfifo "$W/hold"
	{ gen; read -r _ <"$W/hold"; } | "$U" $2 >"$W/out" &
	within_pid=$!
	soon 1 '[ "$(wc -c <"$W/out")" -eq '"$1"' ]'
	within=$?
	echo >"$W/hold"
	wait $within_pid && [ $within -eq 0 ]
}

# The machine may be busy once, not three times.
in_three_tries() {
	within_a_second "$@" || within_a_second "$@" || within_a_second "$@"
}

# at_once NAME BYTES OPTIONS
at_once() {
	ok "$1" in_three_tries "$2" "$3"
}

gen() { printf 'first line\n'; }
at_once 'a line' 11
at_once 'a line, --line-buffered' 11 --line-buffered
gen() { printf 'first line\nsecond line\n'; sleep 0.2; printf 'third line\n'; }
at_once 'three lines' 34
# As many bytes as one read asks for: the next one would wait.
gen() { yes 'fifteen letters' | head -c 65536; }
at_once '64 KiB' 65536
gen() { yes 'fifteen letters' | head -c 131072; }
at_once '128 KiB' 131072
gen() { printf 'Le caf\303\251 \303\251tait ferm\303\251.\n'; }
at_once 'UTF-8' 24

# The report of a line is there when the line is.
gen() {
	printf 'Le caf\303\203\302\251 \303\203\302\251tait ferm\303\203\302\251.\n'
}
at_once 'report' 24 --report="$W/report"
rm -f "$W/hold"
mkfifo "$W/hold"
{ gen; read -r _ <"$W/hold"; } |
    "$U" --line-buffered --report="$W/report" >"$W/out" &
pid=$!
ok 'report: the line' soon 3 '[ -s "$W/out" ]'
ok 'report: its edit' grep -q '"after":' "$W/report"
echo >"$W/hold"
wait $pid
rm -f "$W/hold"

# Files before an input that waits are not held back.
printf 'from a file' >"$W/file"
: >"$W/out"
mkfifo "$W/hold"
{ read -r _ <"$W/hold"; } | "$U" "$W/file" - >"$W/out" &
pid=$!
ok 'a file before stdin' soon 3 '[ "$(cat "$W/out")" = "from a file" ]'
echo >"$W/hold"
wait $pid

# Read sizes do not matter for what comes out.
i=0
while [ $i -lt 400 ]; do
	printf 'Le caf\303\251 %d \303\251tait ferm\303\251.\n' $i
	printf 'Le caf\303\203\302\251 %d \303\203\302\251tait.\n' $i
	i=$((i + 1))
done >"$W/input"
"$U" --report="$W/whole" - <"$W/input" >"$W/out"
dd bs=7 <"$W/input" 2>/dev/null | "$U" --report="$W/cut" - >"$W/out.cut"
ok 'cuts: text' cmp "$W/out" "$W/out.cut"
ok 'cuts: report' cmp "$W/whole" "$W/cut"

finish
