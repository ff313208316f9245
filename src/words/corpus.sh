#!/bin/sh
# corpus.sh - makes DIR/technical.txt, technical text for the gate
#
#	corpus.sh DIR
#
# From documentation of the Debian 12 packages named below, which it downloads.
# The rest of DIR is clean prose, a paragraph a line and an empty line between
# documents; README says where it is from.

set -eu
export LC_ALL=C

packages='manpages manpages-dev git-man git-doc debian-policy
developers-reference perl-doc bash-doc postgresql-doc-15'

dir=${1:?usage: corpus.sh DIR}
for f in us_speeches wikitext2 movie_reviews un_debates; do
	[ -e "$dir/$f.txt" ] || {
		echo "corpus.sh: $dir/$f.txt is missing; src/words/README" \
		    "says what it is" >&2
		exit 1
	}
done
[ ! -e "$dir/technical.txt" ] || exit 0
mkdir -p "$dir/packages"
cd "$dir/packages"
for p in $packages; do
	ls "$p"_*.deb >/dev/null 2>&1 || apt-get download "$p"
	dpkg-deb -x "$p"_*.deb tree
done

# Requests of man pages go, their words stay.
plain()
{
	sed -e '/^[.'\'']\\"/d' -e 's/^\.[A-Za-z]\{1,3\} *//' \
	    -e 's/\\f[A-Z]//g' -e 's/\\f([A-Z][A-Z]//g' -e 's/\\&//g' \
	    -e 's/\\-/-/g' -e 's/\r$//' -e '/^[[:space:]]*$/d'
	echo
}

find tree -type f \( -path '*/man/man*' -o -name '*.txt' -o \
    -name '*.txt.gz' -o -name '*.pod' -o -name '*.html' -o -name 'README*' \) |
sort | while read -r f; do
	case $f in
	*.gz) gzip -dc "$f" | plain ;;
	*) plain <"$f" ;;
	esac
done >../technical.new
mv ../technical.new ../technical.txt
