# The English of prose.txt as a synonym spinner writes it: of the lexicon's rows,
# what was written is put for what was meant.
#
#	awk -f spin.awk lexicon.tsv prose.txt
#
# Each sentence comes in four wordings, of those a row offers another each time.
BEGIN { FS = OFS = "\t" }
NR == FNR {
	# Forms that are plain English, or in capitals, say nothing.
	if ($4 ~ /^[AB]/ && $1 !~ /[A-Z<{]/ && $2 !~ /[<{]/)
		spun[$2, n[$2]++] = $1
	next
}
$1 != "en" { print; next }
{
	print $1, $2, spin($3, 0)
	if ($2 == "s")
		for (turn = 1; turn < 4; turn++)
			print $1, $2, spin($3, turn)
}

# Put a wording for each of up to four words that has one.
function spin(text, turn,    out, phrase, words) {
	while (text != "") {
		if (match(text, /^[{][^}]*[}]|^[A-Z][A-Za-z]*|^[^A-Za-z{]+/)) {
			out = out substr(text, 1, RLENGTH)
			text = substr(text, RLENGTH + 1)
			continue
		}
		for (words = 4; words > 0; words--) {
			phrase = first(text, words)
			if (phrase != "" && n[phrase])
				break
		}
		if (words == 0)
			phrase = first(text, 1)
		out = out (words ? spun[phrase, turn % n[phrase]] : phrase)
		text = substr(text, length(phrase) + 1)
	}
	return out
}

# The first so many words of a text, or nothing if it has fewer.
function first(text, words,    at) {
	for (at = 1; words > 0; words--) {
		if (!match(substr(text, at), /^ ?[a-z']+/))
			return ""
		at += RLENGTH
	}
	return substr(text, 1, at - 1)
}
