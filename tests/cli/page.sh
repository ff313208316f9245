# page.sh - --report-html: all of the page but its style and script
. tests/cli/lib.sh
cd "$W" || exit 1

bad=$(printf 'caf\303\203\302\251')

# page NAME OPTION...: what of it is not a table in the source
page() {
	page_name=$1
	shift
	wanted "page-$page_name" '"$U" -q --report-html=p "$@" >text; s=$?
	    sed "/^<style>/,/<\/style>/d; /^<script>/,\$d; 1,/<header>/d
		s/data-first=.*/FIRST/; s/>ungarble [0-9.]*</>VERSION</" p
	    (exit $s)' "$@"
}

# Rows: how much is around an edit, just below, at and above what is shown.
for n in 38 39 40 41 42; do
	awk -v n=$n -v bad="$bad" 'BEGIN {
		for (i = 0; i < n - 4; i++) printf "x"
		printf " %s ", bad
		for (i = 0; i < n - 1; i++) printf "y"
		print ""
		for (i = 0; i < n / 2 - 2; i++) printf "\303\251"
		printf " %s ", bad
		for (i = 0; i < n / 2; i++) printf "\303\251"
		printf "\r\n"
	}'
done >around
page around around
# Of sides that are long: what they share, and where they end.
zhong=$(printf '\303\246\302\210\302\221\303\244\302\273\302\254\303\246\302\230\302\216\303\245\302\244\302\251')
awk -v zhong="$zhong" 'BEGIN { for (n = 1; n < 16; n++) {
	for (i = 0; i < n; i++) printf "%s", zhong
	print ""
} }' >sides
page sides sides
# Everything that can stand in a row, in a map and in the counts.
kinds
page kinds --fix=all --confidence=0 --invisible=strip moji latin invalid ascii \
    zero missing
page found moji - <latin
page none ascii
page empty /dev/null
# Bins of the map: how full they are, one beside the other, and their joining.
awk -v bad="$bad" 'BEGIN {
	for (i = 0; i < 120; i++) {
		for (j = 0; j < i % 24; j++) printf "%s ", bad
		for (; j < 24; j++) printf "plain "
		if (i % 5 == 2) printf "\302\223here\302\224"
		print ""
	}
}' >bins
wanted page-bins '"$U" -q --report-html=p bins >text
    sed -n "/^<div class=\"map\">/,/^<script>/p" p'
for n in 1 114 115 116 120; do
	awk -v n=$n -v bad="$bad" 'BEGIN {
		for (i = 0; i < n - 1; i++) printf "x"
		printf " %s\n", bad
	}' >reach
	page reach-$n reach
done

finish
