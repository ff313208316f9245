# What must come out byte for byte: a clean seed, strings that break programs,
# our own sources and tables, and the manual of the passes.  (Tests and the other
# manuals show damage on purpose.)
. tests/eval/lib.sh
need "$shared/seeds/002.txt" "$shared/suites/naughty-strings/blns.txt"

n=0
changed=0
for file in "$shared/seeds/002.txt" "$shared/suites/naughty-strings/blns.txt" \
    samples/clean/* man/ungarble_passes.7 $(find src .ci Makefile LICENSE -type f | sort); do
	n=$((n + 1))
	same "$file" || {
		diff "$file" "$work/same" | head -n 6
		changed=$((changed + 1))
	}
done
[ $n -gt 20 ] || exit 1
floor "untouched: of $n files changed" $changed = 0
exit $missed
