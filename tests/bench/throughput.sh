# Throughput by kind of input, against cat through the same pipe: one table.
#
#	throughput.sh PROGRAM BUILD [MB]
#
# Each row is a text of the samples repeated to MB megabytes: figures to compare
# with one another, not with real text.
program=$1
work=$2/bench
mb=${3:-32}
LC_ALL=C
export LC_ALL
mkdir -p "$work" || exit 1

# fill NAME FILE...: repeat the files up to the size
fill() {
	name=$1
	shift
	cat "$@" >"$work/one"
	while [ "$(wc -c <"$work/one")" -lt $((mb << 20)) ]; do
		cat "$work/one" "$work/one" >"$work/two"
		mv "$work/two" "$work/one"
	done
	head -c $((mb << 20)) "$work/one" >"$work/$name"
	rm "$work/one"
}
fill english samples/clean/article.txt samples/clean/british.txt
fill languages samples/clean/languages.txt
fill scripts samples/clean/scripts.txt
fill windows-1251 samples/garbled/windows-1251.in
fill mojibake samples/garbled/mojibake-spanish.in samples/garbled/mojibake-russian.in
fill spun samples/garbled/spun.in
grep -v '[^ -~]' samples/clean/article.txt >"$work/ascii-text"
fill ascii "$work/ascii-text"

# best COMMAND...: megabytes a second, the best of three
best() {
	for run in 1 2 3; do
		start=$(date +%s%N)
		cat "$work/$kind" | "$@" | cat >/dev/null
		echo $(($(date +%s%N) - start))
	done | sort -n | awk -v mb="$mb" 'NR == 1 { printf "%.0f", mb * 1e9 / $1 }'
}
printf '%-14s %9s %9s %9s %7s\n' "MB/s, $mb MB" cat encoding default 'of cat'
for kind in ascii english languages scripts windows-1251 mojibake spun; do
	plain=$(best cat)
	encoding=$(best "$program" -q --fix=encoding)
	all=$(best "$program" -q)
	printf '%-14s %9s %9s %9s %7s\n' $kind "$plain" "$encoding" "$all" \
	    "$(awk -v a="$all" -v c="$plain" 'BEGIN { printf "%.3f", a / c }')"
done
rm -r "$work"
