# cluster.sh - samples/cluster: what the scripts do with a folder that has
# something in it
#
# What hands out the shards stands here for GNU parallel and Slurm, one after
# the other on this machine; tests/cluster has those themselves.
. tests/cli/lib.sh
mkdir "$W/bin"
cat >"$W/bin/parallel" <<'END'
#!/bin/sh
[ "$1" != --version ] || { echo 'GNU parallel'; exit; }
for job; do :; done
while read -r k; do
	eval "$(printf '%s\n' "$job" | sed "s/{}/$k/g")" || exit
done
END
cat >"$W/bin/sbatch" <<'END'
#!/bin/sh
while :; do
	case $1 in
	--array=*) array=${1#*=} ;;
	--*) ;;
	*) break ;;
	esac
	shift
done
for k in $(echo "$array" | tr , ' '); do
	SLURM_ARRAY_TASK_ID=$k sh "$@" || exit
done
END
chmod +x "$W"/bin/*
PATH=$W/bin:$PATH
UNGARBLE=$U
export UNGARBLE

printf 'Le caf\351 est ferm\351.\n' >"$W/a line"
awk 'BEGIN { for (i = 0; i < 90000; i++) print "Le caf\303\203\302\251, " i }' \
    >"$W/in"
touch -t 202001010000 "$W/in" "$W/a line"
"$U" -q "$W/in" >"$W/whole"

# try SCRIPT HOSTS
try() {
	name=$1 hosts=$2
	script=samples/cluster/$name
	rm -rf "$W/clean"
	expect 0 "$name" 'sh $script "$W/in" "$W/clean" 3 $hosts --fix=-words'
	ok "$name: the text" cmp "$W/whole" "$W/clean/text"
	is "$name: in shards" 3 "$(ls "$W"/clean/part.* | wc -l | tr -d ' ')"
	rm "$W/clean/part.2" "$W/clean/text"
	echo done, and not again >"$W/clean/part.3"
	expect 0 "$name: again" \
	    'sh $script "$W/in" "$W/clean" 3 $hosts --fix=-words'
	[ "$name" = run.sh ] || # where GNU parallel sees to that
	    is "$name: again: just what was missing" 'done, and not again' \
	    "$(tail -n 1 "$W/clean/text")"
	cp "$W/clean/text" "$W/was"
	others
	ok "$name: nothing was done" cmp "$W/was" "$W/clean/text"
}

# What is another run is refused, before anything is done.
others() {
	for other in '"$W/in" "$W/clean" 2 $hosts --fix=-words' \
	    '"$W/in" "$W/clean" 3 $hosts' \
	    '"$W/in" "$W/clean" 3 $hosts --fix=-words --no-memory' \
	    '"$W/a line" "$W/clean" 3 $hosts --fix=-words'; do
		expect 2 "$name: $other" "sh \$script $other"
		err_has "$name: $other" 'take another folder'
		err_has "$name: $other" 'shards of: 3 .*/in.* .*--fix=-words'
	done
	touch "$W/in"
	expect 2 "$name: a newer input" \
	    'sh $script "$W/in" "$W/clean" 3 $hosts --fix=-words'
	touch -t 202001010000 "$W/in"
}
try run.sh :
try slurm.sh ''
finish
