# memory.sh - --memory is a ceiling: what comes out below it is right, or the
# start of it with an error
. tests/cli/lib.sh

i=0
while [ $i -lt 15 ]; do
	cat samples/garbled/*.in
	i=$((i + 1))
done >"$W/mixed"
yes 'mÃ¼Ã¼de “so” , . ' | tr -d '\n' | head -c 400000 >"$W/line"

for name in mixed line; do
	expect 0 "$name, enough" '"$U" -q "$W/'$name'" >"$W/right"'
	failed=0
	for size in 1 1K 40K 200K 700K 1M 2M 3M 5M 8M 16M; do
		"$U" -q -M "$size" "$W/$name" >"$W/out" 2>"$W/err"
		case $? in
		0) ok "$name, $size" cmp "$W/out" "$W/right" ;;
		2)
			failed=$((failed + 1))
			err_is "$name, $size: message" "ungarble: $W/$name: no memory, since --memory allows no more"
			head -c "$(wc -c <"$W/out")" "$W/right" >"$W/start"
			ok "$name, $size: start" cmp "$W/out" "$W/start"
			;;
		*) fail "$name, $size" 'another status' ;;
		esac
	done
	is "$name: some were too small" yes "$([ $failed -ge 3 ] && echo yes)"
done

# So is what is kept of reports and of journals.
yes 'the cafÃ©' | head -n 9000 >"$W/many"
"$U" --report="$W/report" "$W/many" >"$W/out"
expect 2 'a report' '"$U" -M 200K --apply="$W/report" "$W/many"'
err_has 'a report: message' 'no memory, since --memory allows no more'
cd "$W" || exit 1
n=0
while [ $((n += 1)) -le 40 ]; do echo 'the cafÃ©' >"one.$n"; done
expect 0 'a journal' '"$U" -i --journal=journal one.*'
expect 2 'a journal: too many' '"$U" -M 6K -i --restore=journal'
err_has 'a journal: message' 'no memory, since --memory allows no more'
is 'a journal: files stay' 'the café' "$(cat one.7)"
expect 0 'a journal: enough' '"$U" -i --restore=journal'
is 'a journal: files are back' 'the cafÃ©' "$(cat one.7)"

# To restore takes memory, too.
printf 'Le caf\351\n' >"$W/undone"
"$U" -q --journal="$W/undo" "$W/undone" >"$W/done"
expect 2 'restoring' '"$U" -M 1K --restore="$W/undo" "$W/done"'
err_has 'restoring: message' '--memory allows no more'

# What comes next starts anew, and a file in place stays.
printf 'Le caf\351 \351tait ferm\351.\n' >"$W/file"
cp "$W/file" "$W/was"
expect 2 'in place' '"$U" -i -M 10K "$W/file"'
ok 'in place: stays' cmp "$W/file" "$W/was"
for size in '' 0 x 1T -1 1KB 99999999999999999999 99999999999999999999G; do
	expect 2 "size: $size" '"$U" -M "$size" </dev/null'
	err_has "size, $size: message" '^ungarble: --memory: no such value'
done

# Guesses in a line whose language none are made in cost no more each.
{
	i=0
	while [ $i -lt 100 ]; do
		printf '我们明天去学校学习中文，今天天气很好。'
		i=$((i + 1))
	done
	awk 'BEGIN { for (i = 0; i < 9000; i++) printf "don?t "; print "" }'
} >"$W/lost"
expect 0 'guesses' '"$U" -q -M 16M --guess "$W/lost"'
ok 'guesses: made' grep -q "don$(printf '\342\200\231')t" "$W/out"

# A long line that is garbled all over, in a stream that had such lines.
printf '\303\217\303\260\303\250\303\242\303\245\303\262, \303\244\303\263\303\260\303\262\303\255\303\245. ' >"$W/words"
{
	echo 'Le cafÃ©'
	cat "$W/words" "$W/words" && echo
	yes "$(cat "$W/words")" | tr '\n' ' ' | head -c 300000
} >"$W/garbled"
expect 0 'garbled all over' '"$U" -q -M 16M "$W/garbled"'

finish
