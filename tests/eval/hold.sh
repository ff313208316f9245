# What holding back loses: edits of words that are not made because a record of a
# spun text left as clean.
. tests/eval/lib.sh
need python3 "$BUILD/tests/bench/hold_loss" "$shared/words/pairs.dev.tsv" \
    "$shared/seeds/003.txt"

# Spun sentences as documents: a sentence a line, and wrapped.
python3 - "$shared/words/pairs.dev.tsv" "$work" <<'END'
import csv, sys, textwrap
documents = {}
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\t",
                          quoting=csv.QUOTE_NONE):
    if row["split"] == "simulated":
        documents.setdefault(row["document"], []).append(row["spun"])
for i, lines in enumerate(documents.values()):
    open("%s/%d.lines" % (sys.argv[2], i), "w").write("\n".join(lines) + "\n")
    wrapped = textwrap.wrap(" ".join(lines), 72)
    open("%s/%d.wrapped" % (sys.argv[2], i), "w").write("\n".join(wrapped) + "\n")
END
# lost NAME EDITS FILE...: so many are made, or more
lost() {
	name=$1
	edits=$2
	shift 2
	"$BUILD/tests/bench/hold_loss" "$@" >"$work/lost" || missed=1
	cat "$work/lost"
	floor "edits lost by not holding, $name, %" \
	    "$(sed -n 's/.*(default).* edits, -*\([0-9.]*\) % lost.*/\1/p' "$work/lost")" '<=' 3
	floor "edits made, $name" \
	    "$(sed -n 's/.*(default).* \([0-9]*\) edits.*/\1/p' "$work/lost")" '>=' "$edits"
}
lost 'seed 003' 270 "$shared/seeds/003.txt"
lost 'simulated, a sentence a line' 500 "$work"/*.lines
lost 'simulated, wrapped' 470 "$work"/*.wrapped
# Of clean text little waits.
"$BUILD/tests/bench/hold_loss" "$shared/seeds/002.txt" samples/clean/* >"$work/lost" ||
    missed=1
sed -n '/default/p' "$work/lost"
floor 'clean lines that wait, %' \
    "$(sed -n 's/.*(default).* lines, \([0-9.]*\) % waited.*/\1/p' "$work/lost")" '<=' 10
exit $missed
