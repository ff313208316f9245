# What others make of the same text: those that are there, all in one go.
#
#	others.sh PROGRAM
#
# Repair: mojibench, of which the last line for each tool says what it restored;
# ftfy, plsfix and fix_latin are asked if they can be run by that name.
# Detection: what is right in a hundred files, of that many bytes, or lines.
# Speed: megabytes in a second of the processor, of sentences in 45 languages as
# they are, and of the same garbled.
. tests/eval/lib.sh
sentences
need "$shared/eval/detect/run_cmd.py" xz tar
corpus=$cache/detect/dev-corpus
[ -e "$corpus/manifest.tsv" ] || {
	mkdir -p "$cache/detect" && tar xJf \
	    "$shared/eval/detect/dev-corpus.tar.xz" -C "$cache/detect" || exit 1
}

# there NAME: whether it can be run
there() {
	command -v "$1" >/dev/null 2>&1
}

python3 "$bench" gen -s "$sentences" --split dev --seed 1 \
    -n "${LINES_PER_CASE:-20}" -o "$work/g" >/dev/null || exit 1

# repairs NAME COMMAND...
repairs() {
	name=$1
	shift
	there "$1" || return
	python3 "$bench" score "$work/g" --name "$name" -- "$@" >/dev/null
}
repairs ungarble "$program" -q
repairs ftfy ftfy
repairs 'ftfy -g' ftfy -g
repairs plsfix plsfix
repairs fix_latin fix_latin
echo 'repair, dev split, seed 1:'
python3 "$bench" summary "$work/g"

# detects NAME COMMAND: one that gets {files}, or {file}, and prints labels
detects() {
	there "${2%% *}" || return
	python3 "$shared/eval/detect/run_cmd.py" --corpus "$corpus" --split dev \
	    --kind full,4k,1k,256,line "$2" >"$work/labels" 2>/dev/null
	printf '%-20s' "$1"
	for kind in full 4k 1k 256 line; do
		sed -n "s|^kind  *$kind  *[0-9]*  *\([0-9.]*\) %|\1|p" \
		    "$work/labels" | head -n 1 | tr '\n' '\t'
	done
	echo
}
printf '\ndetection, dev split, right %%:\n%-20s%s\n' '' \
    'full	4 KiB	1 KiB	256 B	line'
detects ungarble "$program --detect {files} | cut -f2"
detects chardet 'chardetect {files} | sed "s/^[^:]*: //"'
detects uchardet 'uchardet {files} | sed "s/^[^:]*: //"'
detects file 'file -b --mime-encoding {files}'
detects charset-normalizer 'normalizer -m {files}'

cut -f3- "$sentences" >"$work/clean"
python3 -c 'import sys
for line in sys.stdin.buffer:
    sys.stdout.buffer.write(line.decode("utf-8", "ignore").encode().decode(
        "latin-1").encode())' <"$work/clean" >"$work/garbled"

# speed NAME COMMAND...: of both texts
speed() {
	name=$1
	shift
	there "$1" || return
	printf '%-20s' "$name"
	for file in clean garbled; do
		python3 -c 'import os, resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%.1f" % (os.fstat(0).st_size / 1e6 /
    (used.ru_utime + used.ru_stime)), end="\t")' \
		    "$@" <"$work/$file" 2>/dev/null
	done
	echo
}
printf '\nMB/s:\n%-20s%s\n' '' 'clean	garbled'
speed ungarble "$program" -q
speed ftfy ftfy
speed plsfix plsfix
