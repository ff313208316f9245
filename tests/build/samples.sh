# samples/README tells where each sample comes from, and those that are made
# from another can be made again: its fourth column is the command, which gets the
# program.
LC_ALL=C
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0
tab=$(printf '\t')

program=$1
cd samples || exit 1
find . -type f ! -name README | sed 's|^\./||' | sort >"$work/there"
grep -v '^#' README | cut -f1 | sort >"$work/listed"
diff "$work/there" "$work/listed" || failed=1
made=0
grep -v '^#' README >"$work/rows"
while IFS=$tab read -r file origin licence command; do
	[ -n "$origin" ] && [ -n "$licence" ] || { echo "$file: no origin"; failed=1; }
	[ -n "$command" ] || continue
	sh -c "$command" sh "$program" 2>&1 | cmp - "$file" || failed=1
	made=$((made + 1))
done <"$work/rows"
[ $made -gt 0 ] || failed=1
exit $failed
