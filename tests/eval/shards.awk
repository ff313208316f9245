# Reports of shards, as that of the whole: -v plan=FILE -v spans=FILE REPORT...
#
# Each counts lines and output from its own start.  Edits and findings are
# printed as they are in the whole; then spans, but that the first of a shard is
# left out if the whole, whose spans are in that file, has none there: it goes on
# from the shard before.  Those of UTF-8 are told of where something in them is
# malformed, which each shard knows of itself alone: they are left out.  A shard
# may start within a line, as the plan says; where that does not tell, lines are
# not counted.
function number(name, n)
{
	return match($0, "\"" name "\":[0-9]+") == 0 ? 0 : substr($0,
	    RSTART + length(name) + 3, RLENGTH - length(name) - 3)
}
function put(name, n)
{
	if (match($0, "\"" name "\":[0-9]+"))
		$0 = substr($0, 1, RSTART + length(name) + 2) n \
		    substr($0, RSTART + RLENGTH)
}
BEGIN {
	while (plan != "" && (getline <plan) > 0)
		if (sub(/^part /, "")) {
			k = $1
			sub(/.*\t/, "")
			within[k] = $1 != $2 && NF > 1
			untold += $0 == "-"
		}
	while (spans != "" && (getline <spans) > 0)
		whole[$0]
}
/^{"ungarble"/ { shard++; first = spans != ""; next }
/^{"type":"span"/ {
	span = "span " number("in_at") " " substr($0, index($0, "\"rule\""),
	    40)
	sub(/,.*/, "", span)
	if (span ~ /utf-8/)
		next
	if (!first || span in whole)
		told[++n_told] = span
	first = 0
	next
}
/^{"type":"total"/ {
	n = number("n_records")
	records += n - (n > 0 && within[shard])
	out += number("out_len")
	edits += number("n_edits")
	invalid += number("n_invalid")
	findings += number("n_findings")
	next
}
{
	put("record", untold ? 0 : records - within[shard] + number("record"))
	put("out_at", out + number("out_at"))
	print
}
END {
	for (i = 1; i <= n_told; i++)
		print told[i]
	print "total", untold ? "-" : records, out, edits, invalid, findings
}
