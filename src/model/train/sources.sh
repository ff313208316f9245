#!/bin/sh
# sources.sh - prints SOURCES: what the model's text is made of
#
#	sources.sh DEBS X REPORT > SOURCES
#
# DEBS holds the packages as apt-get fetched them, X what is in them, and REPORT
# is of a run of texts_train over all of X: packages that gave it little are
# left out.  The licence is the first that the package's copyright names.
set -eu
export LC_ALL=C
debs=$1 x=$2 report=$3

kinds() {
	find "$x/$1" -type f | sed -n '
	    s/.*\.mo$/messages/p; s/.*\/i18n\/.*\.json$/messages/p
	    s/.*\/man\/.*/manuals/p; s/.*\/help\/.*\.html$/help/p
	    s/.*\/doc\/.*\.html$/documents/p; s/.*\.docbook$/documents/p
	    s/.*\/\(developers\|debian\)-reference\/.*\.html$/documents/p; s/.*\/inc\/lang\/.*\.txt$/help/p
	    s/.*\/cldr\/common\/.*\.xml$/names/p; s/.*spell\/.*\.dic$/words/p
	    s/.*\/usr\/share\/dict\/.*/words/p; s/.*\/dictd\/.*\.index$/words/p
	    s/.*\/mythes\/.*\.dat$/thesaurus/p' | sort -u | paste -sd' ' -
}
known='Lesser General Public|General Public|Mozilla Public|[AL]?GPL|MPL|GFDL'
known="$known|Free Documentation|BSD|Apache|MIT|[Pp]ublic [Dd]omain|Creative Commons"
licence() {
	file=$x/$1/usr/share/doc/$1/copyright
	[ -e "$file" ] || { echo unknown; return; }
	word=$(sed -n 's/^[Ll]icen[sc]e: *\([^ ,]*\).*/\1/p' "$file" | head -n 1)
	case $word in
	The | GNU) word= ;;
	esac
	[ -n "$word" ] || word=$(grep -aoE "$known" "$file" | head -n 1 |
	    sed 's/Lesser General Public/LGPL/; s/General Public/GPL/; s/Mozilla Public/MPL/
	    s/Free Documentation/GFDL/; s/[Pp]ublic [Dd]omain/public-domain/; s/ /-/g')
	echo "${word:-other}"
}
printf '# package, version, licence, what is taken; written by sources.sh\n'
cut -f4- "$report" | tr ' \t' '\n\n' | awk -F: '
    NF == 2 { n[$1] += $2 } END { for (p in n) if (n[p] >= 3000) print p }' |
sort | while read -r package; do
	deb=$(cd "$debs" && ls "${package}"_*.deb | tail -n 1)
	version=${deb#*_}
	printf '%s\t%s\t%s\t%s\n' "$package" \
	    "$(echo "${version%_*}" | sed 's/%3a/:/g')" "$(licence "$package")" "$(kinds "$package")"
done
