# shard.sh - --shard, --plan: parts that are joined are the whole
. tests/cli/lib.sh
block=1048576

garbled 3 >"$W/in"
"$U" -q "$W/in" >"$W/whole"
is 'the input: blocks' 2 $(($(wc -c <"$W/in") / block))

# joined NAME FILE N [OPTION...]: without a plan, and with one
joined() {
	name=$1 file=$2 n=$3
	shift 3
	options=$*
	"$U" -q "$@" "$file" >"$W/whole"
	expect 0 "$name, $n: plan" '"$U" --plan-out="$W/plan" --shard=$n $options \
	    "$file"'
	for plan in '' "--plan=$W/plan"; do
		[ -n "$plan" ] || [ "$needs_plan" != yes ] || continue
		rm -f "$W"/part.*
		for k in $(seq "$n"); do
			expect 0 "$name, $k/$n $plan" '"$U" -q $plan \
			    --shard=$k/$n $options "$file" >"$W/part.$k"'
			cat "$W/part.$k" >>"$W/part.all"
		done
		ok "$name, $n $plan" cmp "$W/whole" "$W/part.all"
	done
}
needs_plan=no
joined 'lines' "$W/in" 1
joined 'lines' "$W/in" 2
joined 'lines' "$W/in" 5
is 'lines, 5: none is all' yes "$([ "$(wc -c <"$W/part.1")" -lt 1100000 ] &&
    [ "$(wc -c <"$W/part.5")" -gt 1000 ] && echo yes)"
joined 'lines' "$W/in" 12
is 'more parts than blocks: some are empty' yes "$(for k in $(seq 12); do
	[ -s "$W/part.$k" ] || echo yes; done | sort -u)"
joined 'one encoding' "$W/in" 3 --scope=stream --fix=encoding
joined 'in some encodings' "$W/in" 3 -f utf-8,windows-1252 --no-memory
tr '\n' '\r' <"$W/in" >"$W/cr"
joined 'CR' "$W/cr" 3
tr '\n' ' ' <"$W/in" >"$W/endless"
joined 'an endless line' "$W/endless" 4
tr '\n' '\0' <"$W/in" >"$W/nul"
joined 'NUL' "$W/nul" 3 -0
garbled 1 | iconv -c -f WINDOWS-1252 -t UTF-16LE >"$W/wide"
joined 'UTF-16' "$W/wide" 4
garbled 2 | sed 's/\(.*\)/{"a":"\1"}/' >"$W/jsonl"
joined 'JSON' "$W/jsonl" 3 --jsonl=a
head -c 3000000 /dev/zero >"$W/zero"
joined 'no text' "$W/zero" 2
: >"$W/empty"
joined 'an empty file' "$W/empty" 3

# What the first block does not tell.
needs_plan=yes
{ cat "$W/in"; echo; cat "$W/wide" "$W/wide"; } >"$W/late"
joined 'UTF-16 behind UTF-8' "$W/late" 7
joined 'shifts' "$W/in" 3 -f iso-2022-jp
{ cat "$W/jsonl"; printf '{"a":"'; cat "$W/endless"; echo '"}'; cat "$W/jsonl"
} >"$W/long.jsonl"
joined 'JSON, a long line' "$W/long.jsonl" 9 --jsonl
awk 'BEGIN { print "id,note,else"; for (i = 0; i < 60000; i++) {
	printf "%d,\"Caf\303\203\302\251, the \"\"%d\"\"th\n", i, i
	for (k = i == 20000 ? 60000 : i % 3; k > 0; k--)
		print "of the lines that it may have"
	print "\",Gr\374\337e"
} }' >"$W/csv"
is 'CSV: blocks' 5 $(($(wc -c <"$W/csv") / block))
joined 'CSV' "$W/csv" 3 --csv
joined 'CSV, some columns' "$W/csv" 7 --csv=else,1
joined 'CSV, other signs' "$W/csv" 2 --csv --delim=';' --no-header
tr ',' '\t' <"$W/csv" >"$W/tsv"
joined 'TSV' "$W/tsv" 5 --tsv=note
{ cat "$W/csv"; printf '7,"'; cat "$W/endless"; } >"$W/open.csv"
joined 'CSV, an open row' "$W/open.csv" 11 --csv
n_refused=0
for k in $(seq 9); do
	"$U" -q --jsonl --shard="$k/9" "$W/long.jsonl" >"$W/out" 2>"$W/err" &&
	    continue
	n_refused=$((n_refused + 1))
	err_is 'JSON, a long line, no plan' "ungarble: $W/long.jsonl: what comes before the shard does not tell where it starts
ungarble: --plan-out makes a plan, --plan takes it"
done
is 'JSON, a long line, no plan: some are refused' yes \
    "$([ $n_refused -gt 0 ] && [ $n_refused -lt 9 ] && echo yes)"

# The other ways in and out.
"$U" -q "$W/in" >"$W/whole"
"$U" --plan-out=- --shard=3 - <"$W/in" >"$W/plan"
expect 0 'standard input, -o, report' '"$U" -q --plan="$W/plan" --shard=2/3 \
    -o "$W/two" --report="$W/report" - <"$W/in"'
"$U" -q --shard=2/3 "$W/in" >"$W/part"
ok 'standard input, -o: text' cmp "$W/two" "$W/part"
ok 'report: places are those in the file' grep -q \
    '"in_at":2[0-9][0-9][0-9][0-9][0-9][0-9],' "$W/report"
is 'report: records from 1 on' 1 "$(sed -n 's/.*"record":\([0-9]*\),.*/\1/p' \
    "$W/report" | sort -n | awk '$1 > 0 && $1 < 800 { print 1; exit }')"

places() {
	sed -n '/"before"/s/.*\("in_at":[0-9]*,"in_len":[0-9]*\).*/\1/p' "$@"
}
awk 'BEGIN { for (i = 0; i < 60000; i++)
	printf "{\"id\":\"Gr\374n %d\",\"a\":\"the caf\303\203\302\251\"}\n", i
}' >"$W/fields"
"$U" -q --jsonl=a --report="$W/report" "$W/fields" >"$W/right"
for k in 1 2; do
	expect 0 "fields, report: $k" '"$U" -q --jsonl=a --shard='$k'/2 \
	    --report="$W/report.'$k'" -o "$W/part.'$k'" "$W/fields"'
done
cat "$W/part.1" "$W/part.2" >"$W/part"
ok 'fields, report: text' cmp "$W/part" "$W/right"
places "$W/report" >"$W/places"
places "$W/report.1" "$W/report.2" >"$W/parts"
ok 'fields, report: places' cmp "$W/parts" "$W/places"
is 'fields, report: some' 60000 "$(wc -l <"$W/places" | tr -d ' ')"

# Who ran before has read to the end.
expect 0 'standard input, one after the other' 'for k in 1 2 3; do
    "$U" -q --plan="$W/plan" --shard=$k/3; done <"$W/in"'
ok 'standard input, one after the other: text' cmp "$W/out" "$W/whole"

# A plan is for this file, these options, this version.
size=$(wc -c <"$W/in" | tr -d ' ')
refused() {
	expect 2 "$1" "$2"
	err_has "$1: message" "$3"
	is "$1: output" 0 "$(wc -c <"$W/out" | tr -d ' ')"
}
refused 'other options' '"$U" --plan="$W/plan" --shard=1/3 --no-memory "$W/in"' \
    'there: no more; here: option no-memory'
refused 'options it had' '"$U" --plan-out="$W/p" --shard=3 --fix=-words "$W/in"
    "$U" --plan="$W/p" --shard=1/3 "$W/in"' \
    'there: option fix -words; here: no more'
refused 'another number' '"$U" --plan="$W/plan" --shard=1/4 "$W/in"' \
    'is for another number of shards'
echo more >>"$W/in"
refused 'another size' '"$U" --plan="$W/plan" --shard=1/3 "$W/in"' \
    'the plan is of a file of another size'
head -c "$size" "$W/cr" >"$W/in"
refused 'another file' '"$U" --plan="$W/plan" --shard=2/3 "$W/in"' \
    'the shard does not start as the plan says'
sed 's/^version .*/version 0/' "$W/plan" >"$W/p"
refused 'another version' '"$U" --plan="$W/p" --shard=1/3 "$W/in"' \
    'there: version 0; here: version [0-9]'
sed 's/^uses ICU.*/uses ICU 1/' "$W/plan" >"$W/p"
refused 'other tables' '"$U" --plan="$W/p" --shard=1/3 "$W/in"' 'uses ICU 1'
sed '$d' "$W/plan" >"$W/p"
refused 'cut' '"$U" --plan="$W/p" --shard=1/3 "$W/in"' 'is no plan, or cut'
sed 's/^\(part 2 .*\)	.*/\1/' "$W/plan" >"$W/p"
refused 'damaged' '"$U" --plan="$W/p" --shard=2/3 "$W/in"' 'damaged'
sed 's/^part 2 [0-9]*/part 2 1/' "$W/plan" >"$W/p"
refused 'damaged within' '"$U" --plan="$W/p" --shard=2/3 "$W/in"' 'damaged'
sed '/^part 2 /d' "$W/plan" >"$W/p"
refused 'a part is missing' '"$U" --plan="$W/p" --shard=2/3 "$W/in"' 'damaged'
{ cat "$W/plan"; echo; } >"$W/p"
refused 'more behind the end' '"$U" --plan="$W/p" --shard=2/3 "$W/in"' 'damaged'

# Cut anywhere, or with any byte another one, it is none.
"$U" --plan-out="$W/plan" --shard=3 "$W/in"
expect 0 'not damaged' '"$U" -q --plan="$W/plan" --shard=2/3 "$W/in"'
n_taken=0
for at in $(seq 0 7 $(($(wc -c <"$W/plan") - 1))); do
	head -c "$at" "$W/plan" >"$W/p"
	{ cat "$W/p"; tail -c +$((at + 1)) "$W/plan" | head -c 1 |
	    tr '0-9A-Za-z \n\t-' '1-90B-ZAb-za\n\t 0'
	tail -c +$((at + 2)) "$W/plan"; } >"$W/other"
	for plan in "$W/p" "$W/other"; do
		! cmp -s "$W/plan" "$plan" || continue
		"$U" --plan="$plan" --shard=2/3 "$W/in" >"$W/out" 2>"$W/err"
		[ $? -eq 2 ] && [ ! -s "$W/out" ] || n_taken=$((n_taken + 1))
	done
done
is 'damaged anywhere: taken' 0 "$n_taken"
refused 'no plan at all' '"$U" --plan="$W/in" --shard=2/3 "$W/in"' 'is no plan'
refused 'no such plan' '"$U" --plan="$W/none" --shard=2/3 "$W/in"' \
    'no such file'

# What it does not go with.
for value in '' 0 0/3 4/3 1/0 x 1/ /3 1/3x 9999999/9999999; do
	expect 2 "--shard=$value" '"$U" --shard="$value" "$W/in"'
	err_has "--shard=$value: message" '^ungarble: --shard: '
done
for option in -z -r --check -l --diff --detect --explain -i \
    --journal="$W/j" --exit-code --line-buffered; do
	expect 2 "$option" '"$U" --shard=1/3 $option "$W/in"'
	err_has "$option: message" '^ungarble: --shard: '
done
for option in --csv --tsv; do
	refused "$option" '"$U" --shard=1/3 $option "$W/in"' \
	    'needs a plan with --csv and --tsv'
done
refused 'two files' '"$U" --shard=1/3 "$W/in" "$W/cr"' 'goes with one file'
refused 'a pipe' 'cat "$W/in" | "$U" --shard=1/3' 'needs a regular file'
refused 'a pipe, a plan' 'cat "$W/in" | "$U" --shard=3 --plan-out="$W/p"' \
    'needs a regular file'
refused 'a plan without a number' '"$U" --plan-out="$W/p" "$W/in"' \
    'goes with --shard'
refused 'a plan for one' '"$U" --plan-out="$W/p" --shard=1/3 "$W/in"' \
    'is for all shards'
refused 'a plan and text' '"$U" --plan-out="$W/p" -o "$W/p" --shard=3 "$W/in"' \
    'writes a plan alone'
refused 'the plan is the output' '"$U" --plan="$W/plan" --shard=1/3 \
    -o "$W/plan" "$W/in"' 'is also the plan'
refused 'the plan is the input' '"$U" --plan-out="$W/in" --shard=3 "$W/in"' \
    'is also an input'

# Not every system and build has a sandbox.
sandbox=on
"$U" --sandbox=on </dev/null >/dev/null 2>&1 || sandbox=off
garbled 2 >"$W/in"
"$U" -q "$W/in" >"$W/whole"
expect 0 'in a sandbox' '"$U" --sandbox=$sandbox --plan-out="$W/plan" --shard=2 "$W/in" &&
    "$U" -q --sandbox=$sandbox --plan="$W/plan" --shard=1/2 "$W/in" &&
    "$U" -q --sandbox=$sandbox --plan="$W/plan" --shard=2/2 <"$W/in"'
ok 'in a sandbox: text' cmp "$W/out" "$W/whole"

device 7
[ -z "$device" ] || {
	refused 'a full disk' '"$U" --plan-out="$device" --shard=3 "$W/in"' 'space'
	expect 2 'a full disk: text' '"$U" -q --shard=2/3 "$W/in" >"$device"'
}
finish
