# What is said to make no difference if it is spoiled is still in the source.
command -v python3 >/dev/null 2>&1 || {
	echo 'python3 is not there'
	exit 77
}
python3 tests/bench/spoil.py "$BUILD" 1 0 --tests --make \
    --sources $(find src -name '*.c') >"$BUILD/spoil_places" || {
	grep '^no such place' "$BUILD/spoil_places"
	exit 1
}
