#!/bin/sh
# Repair one large file on many machines, with GNU parallel over ssh.
#
#	run.sh IN OUT N HOSTS [OPTION...]
#	run.sh /data/crawl.txt /data/clean 64 4/node1,4/node2,4/node3 --fix=-words
#
# IN is cut into N shards; what comes of each is written to a file of the folder
# OUT, and at the end all of them to OUT/text, byte for byte what one run of
# `ungarble OPTION... IN` writes.  HOSTS are as `parallel -S` has them: so many
# runs at a time on each, `:` for this machine.  All machines must see IN and OUT
# under these names, and have the same ungarble.
#
# A machine that is down, or goes down, is done without.  If this one does, or
# something failed, run the same line again: what is there is not done again.
# For another IN, N or OPTION take another folder.
#
# UNGARBLE: the program on the machines.  SSH: how to get there.
set -eu
: "${UNGARBLE:=ungarble}"
: "${SSH:=ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=5 -o ServerAliveCountMax=2}"
[ $# -ge 4 ] || { sed -n '4,5s/^#	/usage: /p' "$0" >&2; exit 2; }
parallel --version 2>/dev/null | grep -q '^GNU parallel' ||
    { echo "$0: GNU parallel is not there" >&2; exit 2; }

# quote WORD: as a shell reads it
quote() {
	printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"
}

mkdir -p "$2"
in=$(realpath "$1") out=$(realpath "$2") n=$3 hosts=$4
shift 4
options=
for option in "$@"; do
	options="$options $(quote "$option")"
done
width=${#n}

# What is there may be of another run: its shards are no parts of this one.
job="$n $(quote "$in")$options"
if [ -f "$out/plan" ] && { [ "$job" != "$(cat "$out/job")" ] ||
    [ -n "$(find "$in" -prune -newer "$out/plan")" ]; }; then
	echo "$0: $out has shards of: $(cat "$out/job")" >&2
	echo "$0: that was another run, or its input; take another folder" >&2
	exit 2
fi

# What all shards take for granted; made once, and whole or not at all.
if [ ! -f "$out/plan" ]; then
	rm -f "$out/joblog" "$out"/part.*
	printf '%s\n' "$job" >"$out/job"
	"$UNGARBLE" --plan-out="$out/plan" --shard="$n" "$@" "$in"
fi

# Each run writes its file beside its place and moves it there: it is whole or
# not there.  A run may be told lost and yet end, behind another of the shard:
# both write the same.
status=0
seq -f "%0${width}g" "$n" |
    PARALLEL_SHELL=/bin/sh parallel --will-cite --ssh "$SSH" -S "$hosts" \
    --joblog "$out/joblog" --resume-failed --retries 5 --halt soon,fail=20% \
    "$(quote "$UNGARBLE") -q --plan=$(quote "$out/plan") --shard={}/$n$options \
    -o $(quote "$out")/part.{} -- $(quote "$in")" || status=$?

rm -f "$out/text.new"
for k in $(seq -f "%0${width}g" "$n"); do
	[ -f "$out/part.$k" ] || {
		echo "$0: shard $k is missing; run the same again" >&2
		exit 1
	}
	cat "$out/part.$k" >>"$out/text.new"
done
[ "$status" -eq 0 ] || echo "$0: some runs failed, but no shard is missing" >&2
mv "$out/text.new" "$out/text"
