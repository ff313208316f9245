# said.sh - what is said at the end, and of files that cannot be, whole
. tests/cli/lib.sh
mkdir "$W/d" "$W/d/r" && cd "$W/d" || exit 1

bad=$(printf 'caf\303\203\302\251')
printf 'Le %s du coin.\n' "$bad" >a
printf 'caf\303\251 \342\202 \303\251t\303\251\n' >one
printf 'caf\303\251 \342\202 \303\251t\303\251 \303 x\n' >two
printf 'in\342\200\213visible\n' >odd
printf 'in\342\200\213visible p\320\260ypal\n' >odder
printf '{"a":"%s"}\n{"a":\n{"a":1}\n' "$bad" >lines
printf '{"a":"%s"}\n{"a":\n{"b\n{"a":1}\n' "$bad" >broken
printf 'a,b\n"%s",1\n"x' "$bad" >row
head -c 3000 /dev/zero >zero
cp a zero one r
cp zero r/more
cp a a.gz
cp a b.zst
cp a .xz

# each: run each line as arguments, with empty input; all it says is shown
each() {
	while IFS= read -r words; do
		printf '> %s\n' "$words"
		eval "\"\$U\" $words" </dev/null >"$W/said" 2>&1
		words=$?
		tr -d '\0' <"$W/said" |
		    sed 's|^\(ungarble: \)[0-9.]* s, [0-9.]* .*B/s|\1TIME|'
		printf '< %s\n' "$words"
	done
	printf 'in place: %s\n' "$(cat there 2>&1)"
}
cp one there
wanted said each <<'END'
one
two
-f utf-8 two
-f utf-8 --invalid=escape two
-f utf-8 --invalid=drop two
-f utf-8 --strict --check two
-f utf-8 -v --stats two
-f utf-8 --detect -v two
--invalid=escape one
--invalid=escape two
--invalid=drop one
--invalid=drop two
--invalid=fail one
--invalid=fail --stats -v one two
-q --invalid=fail two
--check --invalid=fail two
-l --invalid=fail two
-q one
-v one two a
-v --detect one
odd
odder
odd odder
-q odder
--invisible=keep odder
--invisible=strip --check odder
--check odd
-l odd
--diff odd
--detect odd
--explain odd
--strict odder
--strict odd one zero
--strict --stats two odder broken zero
--strict --jsonl lines
--strict --csv row
--strict a
--exit-code a
--exit-code odd
--exit-code zero one
--jsonl lines
--jsonl broken
-q --jsonl broken
--jsonl=a,b,c.d broken
--explain --jsonl broken
--check --jsonl broken
--csv row
--tsv row row
--csv=1 row
--csv=c row
--csv=a,3 row
--no-header --csv=2 row
zero >/dev/null
--check zero
--detect zero
-l --binary=fail zero
--binary=skip zero a
--binary=skip -v zero a
--binary=skip --stats zero a
--binary=fail zero a
--binary=fail --stats zero a
-q --binary=fail zero
-rl r
-rlv r
-rl --binary=pass r
-rl --binary=fail r
-rl --stats r
-rl --include=z r
-rl --exclude=one r
-z a.gz b.zst
-zi a.gz b.zst .xz
-i --stats there
-i --exit-code there
-i -v there
--apply=a one
--stats
--stats=json --restore
-v
--detect
--check - <a
-v --check - <two
--detect -v - <a
-o there -v one
-o there --stats two
END
# How sure a repair must be, in percent: a plan says what was understood.
wanted percent 'for percent in 50 89 90 99 100 100% 1% .5 .05 .5% .899 .99 .990 \
    .991 .995 0.009 0.001 1 1. 0 0.0 0% 00.9 1.000 2 2% 101% 1.5; do
	printf "%s: " "$percent"
	"$U" --plan-out=- --shard=2 --confidence="$percent" a 2>&1 |
	    sed -n "s/^option confidence //p; /no such value/p" | tr -d "\n"
	echo
done'

# What a plan was made for, and where its parts start.
yes 'A plain line, as there are many.' | head -c 5000000 >long
printf 'kept\n/k.pt/\n' >keep
# plan OPTION...: without what is of a version
plan() {
	"$U" --plan-out=- "$@" 2>&1 |
	    sed '/^version /d; /^uses /d; s/^end .*/end/'
}
wanted plan 'plan --shard=1 long; plan --shard=2 long; plan --shard=3 long
    plan --shard=7 a
    plan --shard=2 -f utf-8,latin1 --lang=de,fr --scope=stream a
    plan --shard=2 --declared=koi8-r --fallback=koi8-u --invalid=fail a
    plan --shard=2 --invalid=escape --binary=skip --no-memory a
    plan --shard=2 --invalid=drop --binary=fail --fix=-words --guess a
    plan --shard=2 --jsonl --confidence=1 a; plan --shard=2 --jsonl=a,b a
    plan --shard=2 --csv --delim=";" --no-header a
    plan --shard=2 --tsv=1 row; plan --shard=2 -0 --keep=keep a
    plan --shard=2 --eol=lf --bom=strip --normalize=nfc --fix=+escapes a
    plan --shard=2 --jsonl="$(printf "\033")" a
    plan --shard=2 --scope=record --invalid=replace --binary=pass -q -v a'

finish
