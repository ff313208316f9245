# ssh.sh - samples/cluster/run.sh: three machines, one of which dies, whose link
# is cut, or whose master is killed
#
# Each is a network namespace with an sshd of its own, behind one bridge.
. tests/cluster/lib.sh
need parallel sshd ssh ssh-keygen ip setsid
parallel --version 2>&1 | grep -q '^GNU parallel' || {
	echo 'parallel is not the one of GNU'
	exit 77
}
net=ug$$

# The master's namespace has the bridge; $net.1 to $net.3 are the others'.
stop_all() {
	for i in 1 2 3; do
		[ ! -f "$W/sshd.$i.pid" ] || kill "$(cat "$W/sshd.$i.pid")"
		ip netns pids "$net.$i" | xargs -r kill -9
		ip netns del "$net.$i"
	done 2>/dev/null
	ip netns pids "$net" 2>/dev/null | xargs -r kill -9
	ip netns del "$net" 2>/dev/null
	rm -rf "$W"
}
trap stop_all EXIT
ip netns add "$net" 2>"$W/err" || {
	echo "no network namespaces here: $(cat "$W/err")"
	exit 77
}
in_net() { ip netns exec "$net" "$@"; }
ip -n "$net" link set lo up
ip -n "$net" link add br0 type bridge
ip -n "$net" addr add 10.77.0.1/24 dev br0
ip -n "$net" link set br0 up
mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$W/key"
ssh-keygen -q -t ed25519 -N '' -f "$W/host"
cat >"$W/ssh_config" <<END
Host *
	User $(id -un)
	IdentityFile $W/key
	UserKnownHostsFile /dev/null
	StrictHostKeyChecking no
	LogLevel ERROR
	BatchMode yes
	ConnectTimeout 3
	ServerAliveInterval 1
	ServerAliveCountMax 2
END

# start I: its sshd
start() {
	cat >"$W/sshd.$1.conf" <<END
ListenAddress 10.77.0.1$1
HostKey $W/host
PidFile $W/sshd.$1.pid
AuthorizedKeysFile $W/key.pub
PermitRootLogin yes
PasswordAuthentication no
StrictModes no
UsePAM no
END
	ip netns exec "$net.$1" "$(command -v sshd)" -f "$W/sshd.$1.conf"
}
for i in 1 2 3; do
	ip netns add "$net.$i"
	ip -n "$net" link add v$i type veth peer name eth0 netns "$net.$i"
	ip -n "$net" link set v$i master br0
	ip -n "$net" link set v$i up
	ip -n "$net.$i" addr add 10.77.0.1$i/24 dev eth0
	ip -n "$net.$i" link set eth0 up
	ip -n "$net.$i" link set lo up
	start $i
done

# The program, but slow, and telling where it is.
cat >"$W/slow" <<END
#!/bin/sh
case \$* in *--shard=*/*) ;; *) exec "$U" "\$@" ;; esac
echo "\$(ip netns identify \$\$) \$*" >>"$W/ran"
sleep 1
exec "$U" "\$@"
END
chmod +x "$W/slow"
garbled 12 >"$W/in"
"$U" -q "$W/in" >"$W/whole"
n=16
hosts=1/10.77.0.11,1/10.77.0.12,1/10.77.0.13

run() {
	UNGARBLE=$W/slow SSH="ssh -F $W/ssh_config" HOME=$W in_net \
	    sh samples/cluster/run.sh "$W/in" "$W/clean" $n $hosts
}
ran_on() { grep -c "^$net.$1 " "$W/ran"; }
anew() { rm -rf "$W/clean" "$W/ran"; }

expect 0 'three machines' run
is_whole 'three machines'
for i in 1 2 3; do
	is "three machines: $i took part" yes \
	    "$([ "$(ran_on $i)" -gt 1 ] && echo yes)"
done
n_ran=$(wc -l <"$W/ran") # some twice, where a machine was slow to answer
expect 0 'again' run
is 'again: no shard was done again' "$n_ran" "$(wc -l <"$W/ran")"
is_whole 'again'

anew
kill "$(cat "$W/sshd.2.pid")"
expect 0 'a dead machine' run
is_whole 'a dead machine'
is 'a dead machine: nothing ran there' 0 "$(ran_on 2)"
start 2

anew
(soon 60 '[ "$(parts)" -ge 3 ]' && in_net ip link set v3 down) &
cutter=$!
expect 0 'a link is cut' run
wait $cutter
is_whole 'a link is cut'
is 'a link is cut: what ran there was done again' yes \
    "$([ "$(wc -l <"$W/ran")" -gt $n ] && echo yes)"
in_net ip link set v3 up

anew
UNGARBLE=$W/slow SSH="ssh -F $W/ssh_config" HOME=$W setsid ip netns exec "$net" \
    sh samples/cluster/run.sh "$W/in" "$W/clean" $n $hosts >"$W/ok" 2>&1 &
soon 60 '[ "$(parts)" -ge 5 ]'
master=$(ps -eo pid,args | awk -v here="$W/clean/joblog" \
    '/perl.*parallel/ && index($0, here) { print $1; exit }')
kill -9 -"$(ps -o pgid= -p "$master" | tr -d ' ')"
wait 2>"$W/ok"
sleep 2
is 'the master is killed: no text' no "$([ -f "$W/clean/text" ] && echo yes ||
    echo no)"
awk 'NR > 1 && $7 == 0 { print $1 }' "$W/clean/joblog" >"$W/logged"
is 'the master is killed: some are logged' yes \
    "$([ "$(wc -l <"$W/logged")" -ge 3 ] && echo yes)"
: >"$W/ran"
expect 0 'the master is killed, again' run
is_whole 'the master is killed, again'
is 'the master is killed, again: just the rest' $((n - $(wc -l <"$W/logged"))) \
    "$(wc -l <"$W/ran" | tr -d ' ')"

# What fails on every machine is told, and nothing takes the place of the text.
anew
head -c 1000000 "$W/in" >>"$W/in.more"
expect 0 'the plan is there' run
cat "$W/in.more" >>"$W/in"
rm -f "$W"/clean/part.03 "$W/clean/text" "$W/clean/joblog"
expect 2 'the input has changed' run
is 'the input has changed: no text' no "$([ -f "$W/clean/text" ] && echo yes ||
    echo no)"
err_has 'the input has changed: message' 'another run, or its input'
finish
