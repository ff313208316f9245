#!/bin/sh
# Ten million garbled lines, in slices by seed: torture.sh GARBLE DIR [SLICES]
#
# A slice has a hundred thousand lines: a fifth of what can be nothing else, the
# rest of all kinds, half of each alone and half in streams.  What each came to
# stays in DIR, by the program's checksum, so that a run that was stopped goes on.
# Then the sums, by kind.  Some forty minutes of one processor in all.
garble=$1
dir=$2/$(cksum <"$garble" | cut -d ' ' -f 1)
slices=${3:-100}
own=tests/detect/own.tsv
mkdir -p "$dir" || exit 1

# slice NAME OPTION...: unless it is there
slice() {
	file=$dir/$1
	shift
	[ -s "$file" ] && return
	"$garble" "$@" -l -mt "$own" >"$file.new"
	[ $? -le 1 ] && mv "$file.new" "$file"
}

# sums NAME: of the tables of all slices; the name stands in 58 columns
sums() {
	cat "$dir"/"$1".[0-9]* | awk '
	/^clean lines: / { clean += $3; touched += $5; next }
	/^kind / || /^all / || !/^.* [0-9]+ +[0-9]+ +[0-9.]+ / { next }
	{
		name = substr($0, 1, 58)
		k = split(substr($0, 59), c, " ")
		n[name] += c[1]
		for (i = 0; i < 4; i++)
			count[name, i] += c[2 + 2 * i]
	}
	function row(name, total, a, b, d, e, to) {
		printf "%-58s %9d %8d %6.2f %8d %6.2f %8d %6.2f %8d %6.2f\n",
		    name, total, a, 100 * a / total, b, 100 * b / total,
		    d, 100 * d / total, e, 100 * e / total | to
	}
	END {
		for (name in n) {
			row(name, n[name], count[name, 0], count[name, 1],
			    count[name, 2], count[name, 3], "sort")
			total += n[name]
			for (i = 0; i < 4; i++)
				all[i] += count[name, i]
		}
		close("sort")
		row("all", total, all[0], all[1], all[2], all[3], "cat")
		close("cat")
		printf "clean lines: %d, touched: %d\n", clean, touched
	}'
}

for seed in $(seq "$slices"); do
	slice sure."$seed" -u -s "$seed" -n 10000 &&
	    slice sure-stream."$seed" -u -m -s "$seed" -n 10000 &&
	    slice all."$seed" -s "$seed" -n 40000 &&
	    slice all-stream."$seed" -m -s "$seed" -n 40000 || exit 1
	echo "slice $seed of $slices"
done
for name in sure sure-stream all all-stream; do
	echo "== $name: lines, restored, left, partly, third"
	sums "$name"
done
