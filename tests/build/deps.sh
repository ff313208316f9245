# Dependencies: nothing is done where all is there; without the right to install
# the exact line is printed; the line is that of the system's packages.
CC=${CC:-cc} CXX=${CXX:-c++}
export CC CXX
CI= # nothing but what building and testing need
export CI
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0

out=$(.ci/deps build 2>&1) || failed=1
[ -z "$out" ] || { echo "all is there, yet: $out"; failed=1; }

# with TOOL...: a path with only those tools, none of them a compiler
kind=build
with() {
	rm -rf "$work/bin"
	mkdir "$work/bin"
	for tool in sh cat ls mktemp rm env; do
		ln -s "$(command -v $tool)" "$work/bin/$tool"
	done
	printf '#!/bin/sh\necho 1000\n' >"$work/bin/id"
	printf '#!/bin/sh\necho x86_64\n' >"$work/bin/uname"
	for tool in "$@"; do
		printf '#!/bin/sh\necho "RAN %s $*"\n' "$tool" >"$work/bin/$tool"
	done
	chmod +x "$work"/bin/*
	out=$(PATH=$work/bin "$work/bin/sh" .ci/deps $kind 2>&1 </dev/null)
	status=$?
}
# expect STATUS TEXT
expect() {
	case $out in
	*"$2"*) [ $status -eq "$1" ] && return ;;
	esac
	echo "want status $1 and '$2', got $status: $out"
	failed=1
}
with apt-get
expect 1 'sudo apt-get install -y --no-install-recommends gcc libc6-dev g++ pkg-config libicu-dev libuchardet-dev'
with dnf
expect 1 'sudo dnf install -y gcc gcc-c++ pkgconf-pkg-config libicu-devel uchardet-devel'
with pacman
expect 1 'sudo pacman -S --needed gcc gcc pkgconf icu uchardet'
with brew
expect 1 'brew install gcc gcc pkgconf icu4c uchardet'
with nix-shell
expect 1 'nix-shell -p gcc gcc pkg-config icu.dev uchardet'
with
expect 1 'gcc libc6-dev g++ pkg-config libicu-dev libuchardet-dev'
# the right to install: sudo that asks nothing
with apt-get sudo
expect 0 'installing: gcc libc6-dev g++ pkg-config libicu-dev libuchardet-dev'
# what needs packages that others do not have goes without, there
kind=full
with apt-get
expect 1 'xz-utils gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static'
with pacman
case $out in
*aarch64*) echo "asks pacman for what it does not have: $out"; failed=1 ;;
esac
exit $failed
