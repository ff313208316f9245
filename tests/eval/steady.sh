# Once a stream has run for a while it asks for no memory any more: what it has
# grows only where a line is longer, or has more in it, than all before it.
. tests/eval/lib.sh
tools=$BUILD/tests/bench
. tests/bench/lib.sh
need iconv "$tools/prose" "$tools/steady"

for kind in $kinds; do
	text "$kind" 4100 >"$work/text" || exit 1
	"$tools/steady" <"$work/text" >"$work/counts" || missed=1
	read -r records new grown freed peak <"$work/counts"
	case $kind in
	latin-1 | mojibake-* | spun) most=60 ;;
	*) most=3 ;;
	esac
	floor "$kind: memory asked for behind 2 MiB, $records records ($new new, $grown grown, $freed freed)" \
	    $((new + grown + freed)) '<=' $most
	floor "$kind: memory held at most, KiB" "$peak" '<=' 4096
done
exit $missed
