# slurm.sh - samples/cluster/slurm.sh: three nodes on one machine, one of which is
# killed
. tests/cluster/lib.sh
need slurmctld slurmd sbatch munged mungekey
[ "$(id -u)" -eq 0 ] || { echo 'slurmd needs root'; exit 77; }

stop_all() {
	for pid in "$W"/*.pid; do
		[ ! -f "$pid" ] || kill "$(cat "$pid")"
	done 2>/dev/null
	sleep 1
	for pid in "$W"/*.pid; do
		[ ! -f "$pid" ] || kill -9 "$(cat "$pid")"
	done 2>/dev/null
	rm -rf "$W"
}
trap stop_all EXIT

# munge, with a key and a socket of this test's; its folders may be root's alone.
mungekey -c -k "$W/munge.key" || exit 77
mkdir "$W/munge"
chmod 755 "$W" "$W/munge"
chmod 600 "$W/munge.key"
munged --key-file="$W/munge.key" --socket="$W/munge/socket" \
    --pid-file="$W/munged.pid" --log-file="$W/munge/log" \
    --seed-file="$W/munge/seed" --force >"$W/ok" 2>&1
soon 10 '[ -S "$W/munge/socket" ]' || { cat "$W/ok"; exit 77; }

port=$((20000 + $$ % 10000))
mkdir "$W/state"
cat >"$W/slurm.conf" <<END
ClusterName=ug
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
AuthType=auth/munge
AuthInfo=socket=$W/munge/socket,cred_expire=5
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
JobRequeue=1
MpiDefault=none
SwitchType=switch/none
SlurmdTimeout=5
StateSaveLocation=$W/state
SlurmctldPidFile=$W/slurmctld.pid
SlurmctldLogFile=$W/slurmctld.log
SlurmdSpoolDir=$W/spool.%n
SlurmdPidFile=$W/slurmd.%n.pid
SlurmdLogFile=$W/slurmd.%n.log
SchedulerParameters=sched_min_interval=0
$(for i in 1 2 3; do
	echo "NodeName=ug$i NodeAddr=127.0.0.1 NodeHostname=$(hostname -s)" \
	    "Port=$((port + i)) CPUs=1 RealMemory=100"
done)
PartitionName=main Nodes=ug[1-3] Default=YES MaxTime=INFINITE State=UP
END
SLURM_CONF=$W/slurm.conf
export SLURM_CONF
# Lost jobs start again once their credentials have expired: 120 s by default.
slurmctld -f "$SLURM_CONF" >"$W/ok" 2>&1
for i in 1 2 3; do
	mkdir "$W/spool.ug$i"
	slurmd -f "$SLURM_CONF" -N ug$i >>"$W/ok" 2>&1
done
soon 40 '[ "$(sinfo -h -N -o %t 2>/dev/null | grep -c idle)" = 3 ]' || {
	fail 'the cluster is up' "$(sinfo -N; cat "$W/ok"; tail -n 5 "$W"/*.log)"
	finish
}

# The program, but slow, and telling where it is.
cat >"$W/slow" <<END
#!/bin/sh
case \$* in *--shard=*/*) ;; *) exec "$U" "\$@" ;; esac
echo "\$SLURMD_NODENAME \$SLURM_ARRAY_TASK_ID \$\$" >>"$W/ran"
sleep \$(cat "$W/seconds")
exec "$U" "\$@"
END
chmod +x "$W/slow"
garbled 12 >"$W/in"
"$U" -q "$W/in" >"$W/whole"
n=9
echo 1 >"$W/seconds"
run() {
	UNGARBLE=$W/slow timeout 150 sh samples/cluster/slurm.sh "$W/in" \
	    "$W/clean" $n
}

expect 0 'three nodes' run
is_whole 'three nodes'
for i in 1 2 3; do
	is "three nodes: $i took part" yes \
	    "$(grep -q "^ug$i " "$W/ran" && echo yes)"
done
rm "$W"/clean/part.[37]
: >"$W/ran"
expect 0 'two shards are missing' run
is_whole 'two shards are missing'
is 'two shards are missing: just these were done' '3 7' \
    "$(awk '{ print $2 }' "$W/ran" | sort -n | xargs)"

# One node dies with a shard at work; Slurm sees that after SlurmdTimeout.
rm -rf "$W/clean" "$W/ran"
echo 4 >"$W/seconds"
(
	soon 60 'grep -q "^ug2 " "$W/ran" 2>/dev/null'
	# the node: its slurmd, and all of the task, from its slurmstepd on
	kill -9 "$(cat "$W/slurmd.ug2.pid")"
	tasks=$(awk '$1 == "ug2" { print $3; exit }' "$W/ran")
	task=$tasks
	while [ "$(ps -o comm= -p "$task")" != slurmstepd ] && [ "$task" -gt 1 ]
	do
		task=$(ps -o ppid= -p "$task" | tr -d ' ')
		tasks="$task $tasks"
	done
	[ "$task" -le 1 ] || kill -9 $tasks
	rm -f "$W/slurmd.ug2.pid"
	echo 1 >"$W/seconds"
) &
killer=$!
expect 0 'a node is killed' run
wait $killer
is_whole 'a node is killed'
is 'a node is killed: each shard is there' $n "$(parts)"
is 'a node is killed: what ran there ran again elsewhere' yes \
    "$(awk '$1 == "ug2" { was[$2] } $1 != "ug2" && ($2 in was) { print "yes" }' \
    "$W/ran" | sort -u)"
finish
