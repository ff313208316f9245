# What the tests of clusters and servers share.  They start daemons of their own,
# most as root, in namespaces or folders of their own; so they run under CI alone.
[ "$CI" = true ] || {
	echo 'starts daemons, as root: under CI=true alone'
	exit 77
}
. tests/cli/lib.sh

# need COMMAND...: the test is skipped where one is not there
need() {
	for command in "$@"; do
		command -v "$command" >/dev/null 2>&1 || {
			echo "$command is not there"
			exit 77
		}
	done
}
PATH=$PATH:/usr/sbin:/sbin

# How many shards have been written.
parts() {
	ls "$W/clean" 2>/dev/null | grep -c '^part\.'
}

# is_whole NAME: the shards, joined, are what one run writes
is_whole() {
	ok "$1: the text" cmp "$W/whole" "$W/clean/text"
	is "$1: nothing else is left" '' "$(ls -A "$W/clean" |
	    grep -v '^part\.[0-9]*$\|^text$\|^plan$\|^job$\|^joblog$\|^log\.[0-9]*$')"
}
