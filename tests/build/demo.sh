# README shows what `make demo` prints.
LC_ALL=C
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

sed -n '/^    \$ make demo$/,/^    \$ make check$/p' README.md |
    sed '1d;$d;s/^    //' | sed '/^$/d' >"$work/shown"
sh .ci/demo "$UNGARBLE" | sed '/^$/d' >"$work/printed"
[ "$(wc -l <"$work/printed")" -gt 20 ] && diff "$work/shown" "$work/printed"
