# The header as cgo reads it: a program in Go, without a shim of C.
. tests/eval/lib.sh
need go
case $BUILD in /*) libraries=$BUILD ;; *) libraries=$PWD/$BUILD ;; esac
mkdir "$work/lib"
ln -s "$libraries/libungarble.so.0" "$work/lib/libungarble.so"
GOCACHE=$work/cache GO111MODULE=off GOTOOLCHAIN=local CGO_ENABLED=1
CGO_CFLAGS="-I$PWD/src -Wall -Werror"
CGO_LDFLAGS="-L$work/lib -lungarble -Wl,-rpath,$libraries"
export GOCACHE GO111MODULE GOTOOLCHAIN CGO_ENABLED CGO_CFLAGS CGO_LDFLAGS
go build -o "$work/cgo" tests/eval/cgo.go || exit 1
"$work/cgo" >"$work/out" || missed=1
cat "$work/out"
floor 'checks in Go' "$(sed -n 's/ checks, 0 failed$//p' "$work/out")" '>=' 10
exit $missed
