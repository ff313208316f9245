# Streams that mix encodings, forms and damage, made of the corpus of detection
# and of what tests/bench/lib.sh makes, to find seams in.  $work is a folder.

mkdir "$work/corpus"
xz -dc "$shared/eval/detect/dev-corpus.tar.xz" | tar xf - -C "$work/corpus"
find "$work/corpus" "$shared/seeds" "$shared/marks" "$shared/suites" samples \
    -type f -size +0 ! -name '*.py' ! -name '*.xz' | sort >"$work/files"
text ascii 600 >"$work/ascii"
text spun 300 >"$work/spun"
text mojibake-5 300 >"$work/mojibake"
text latin-1 300 >"$work/latin"
text random 100 >"$work/random"
tr '\n' ' ' <"$work/ascii" >"$work/endless"
tr '\n' '\r' <"$work/mojibake" >"$work/cr"
iconv -f UTF-8 -t UTF-16LE <"$work/mojibake" >"$work/wide"
sed "s,nothing,日本語,; s,the ,トマト," "$work/ascii" | iconv -c -f UTF-8 -t ISO-2022-JP >"$work/shifts"
head -c 200000 /dev/zero >"$work/zero"

# csv FILE: rows of it, of three lines each, with a header
csv() {
	echo id,note,else
	sed 's/"//g; s/^/7,"/; n; s/"//g; n; s/"//g; s/$/",x/' "$1"
}

# json FILE: a line of it in each object
json() {
	sed 's/["\\]//g; s/.*/{"a": "&", "b": 1}/' "$1"
}

# enough FILE...: as many MB of them as UG_SHARDS_MB says
enough() {
	while cat "$@"; do
		:
	done 2>/dev/null | head -c "${UG_SHARDS_MB:-8}000000"
}

# stream N: one of them
stream() {
	awk -v n="$1" -v work="$work" 'BEGIN {
		split("ascii spun mojibake latin random endless cr wide " \
		    "shifts zero ascii ascii", kinds)
		srand(n + 3)
	}
	{ file[NR] = $0 }
	END {
		print work "/" (n % 3 == 0 ? "latin" : "ascii")
		for (i = 0; i < 5; i++) {
			for (k = rand() * 20; k > 0; k--)
				print file[1 + int(rand() * NR)]
			print work "/" kinds[1 + int(rand() * 12)]
		}
	}' "$work/files" | tr '\n' '\0' | xargs -0 cat
}
