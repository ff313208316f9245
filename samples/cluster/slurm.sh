#!/bin/sh
# Repair one large file on a cluster, as an array of Slurm jobs.
#
#	slurm.sh IN OUT N [OPTION...]
#	slurm.sh /data/crawl.txt /data/clean 64 --fix=-words
#
# IN is cut into N shards; what comes of each is written to a file of the folder
# OUT, and at the end all of them to OUT/text, byte for byte what one run of
# `ungarble OPTION... IN` writes.  All nodes must see IN and OUT under these
# names, and have the same ungarble.
#
# A job whose node goes down is started again on another.  If something else
# failed, run the same line again: only missing shards are.  For another IN, N or
# OPTION take another folder.
#
# UNGARBLE: the program on the nodes.  SBATCH: more options for sbatch, as
# '--partition=long --cpus-per-task=1'.  N is below MaxArraySize, which is 1001
# where nobody set it.
set -eu
: "${UNGARBLE:=ungarble}" "${SBATCH:=}"
[ $# -ge 3 ] || { sed -n '4,5s/^#	/usage: /p' "$0" >&2; exit 2; }
mkdir -p "$2"
in=$(realpath "$1") out=$(realpath "$2") n=$3
shift 3

# As a job of the array: one shard, whose file is whole or not there.
if [ -n "${SLURM_ARRAY_TASK_ID-}" ]; then
	exec "$UNGARBLE" -q --plan="$out/plan" \
	    --shard="$SLURM_ARRAY_TASK_ID/$n" -o "$out/part.$SLURM_ARRAY_TASK_ID" \
	    "$@" -- "$in"
fi

# What is there may be of another run: its shards are no parts of this one.
job=$(printf ' %s' "$n" "$in" "$@")
if [ -f "$out/plan" ] && { [ "$job" != "$(cat "$out/job")" ] ||
    [ -n "$(find "$in" -prune -newer "$out/plan")" ]; }; then
	echo "$0: $out has shards of:$(cat "$out/job")" >&2
	echo "$0: that was another run, or its input; take another folder" >&2
	exit 2
fi

# What all shards take for granted; made once, and whole or not at all.
if [ ! -f "$out/plan" ]; then
	rm -f "$out"/part.*
	printf '%s\n' "$job" >"$out/job"
	"$UNGARBLE" --plan-out="$out/plan" --shard="$n" "$@" "$in"
fi

missing() {
	for k in $(seq "$n"); do
		[ -f "$out/part.$k" ] || echo "$k"
	done | paste -s -d , -
}
if [ -n "$(missing)" ]; then
	export UNGARBLE
	# shellcheck disable=SC2086
	sbatch --wait --requeue --open-mode=append --job-name=ungarble \
	    --output="$out/log.%a" $SBATCH --array="$(missing)" \
	    "$0" "$in" "$out" "$n" "$@" || true
fi
[ -z "$(missing)" ] || {
	echo "$0: missing: $(missing); see $out/log.*, and run the same again" >&2
	exit 1
}
for k in $(seq "$n"); do
	cat "$out/part.$k"
done >"$out/text.new"
mv "$out/text.new" "$out/text"
