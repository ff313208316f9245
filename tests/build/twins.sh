# Machines with vectors and those without see the same: of each X_plain_test that
# tells a digest, X_random_test tells the same.
failed=0
n=0
for plain in "$BUILD"/tests/*/*_plain_test; do
	random=${plain%_plain_test}_random_test
	[ -x "$random" ] || continue
	one=$("$plain" | grep '^digest ')
	two=$("$random" | grep '^digest ')
	n=$((n + 1))
	[ -n "$one" ] && [ "$one" = "$two" ] || {
		echo "$plain: $one, $random: $two"
		failed=1
	}
done
[ $n -ge 2 ] || { echo "only $n twins"; failed=1; }
exit $failed
