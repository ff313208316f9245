#!/bin/sh
# corpus.sh - makes the text that the models are made from
#
#	corpus.sh DIR CLEAN [LIST]
#
# Clones the repositories of corpus.tsv into DIR/git, unless they are there,
# and lets CLEAN (clean_train.c) take their prose; technical.txt comes from
# documentation of Debian packages.  README says what is free on which terms,
# corpus.sums what must come out.  With a LIST, what that names is made instead,
# and nothing else.

set -eu
export LC_ALL=C

packages='manpages manpages-dev git-man git-doc debian-policy
developers-reference perl-doc bash-doc postgresql-doc-15'

dir=${1:?usage: corpus.sh DIR CLEAN}
clean=${2:?usage: corpus.sh DIR CLEAN}
here=$(cd "$(dirname "$0")" && pwd)
list=${3:-$here/corpus.tsv}
# Requests of man pages go, their words stay.
plain()
{
	sed -e '/^[.'\'']\\"/d' -e 's/^\.[A-Za-z]\{1,3\} *//' \
	    -e 's/\\f[A-Z]//g' -e 's/\\f([A-Z][A-Z]//g' -e 's/\\&//g' \
	    -e 's/\\-/-/g' -e 's/\r$//' -e '/^[[:space:]]*$/d'
	echo
}

technical()
{
	mkdir -p "$dir/packages"
	cd "$dir/packages"
	for p in $packages; do
		ls "$p"_*.deb >/dev/null 2>&1 || apt-get download "$p"
		dpkg-deb -x "$p"_*.deb tree
	done
	find tree -type f \( -path '*/man/man*' -o -name '*.txt' -o \
	    -name '*.txt.gz' -o -name '*.pod' -o -name '*.html' -o \
	    -name 'README*' \) | sort | while read -r f; do
		case $f in
		*.gz) gzip -dc "$f" | plain ;;
		*) plain <"$f" ;;
		esac
	done >"$dir/technical.new"
	mv "$dir/technical.new" "$dir/technical.txt"
	cd "$here"
}

# zipped FILE...: the pages of archives, as git would print them
zipped()
{
	for z; do
		unzip -p "$z" '*.md' '*.txt' 2>/dev/null >"$dir/zip.new" || :
		echo "$z blob $(wc -c <"$dir/zip.new")"
		cat "$dir/zip.new"
		echo
	done
	rm -f "$dir/zip.new"
}

# package NAME PATHS: the files of a Debian package, as git would print them
package()
{
	mkdir -p "$dir/packages/$1"
	ls "$dir/packages/$1"_*.deb >/dev/null 2>&1 ||
	    (cd "$dir/packages" && apt-get download "$1" >&2)
	dpkg-deb -x "$dir/packages/$1"_*.deb "$dir/packages/$1"
	find "$dir/packages/$1" -type f | grep -E "/$1/$2\$" | sort |
	    while read -r f; do
		case $f in
		*.gz) gzip -dc "$f" ;;
		*.bz2) bzip2 -dc "$f" ;;
		*) cat "$f" ;;
		esac >"$dir/package.new"
		echo "$1 blob $(wc -c <"$dir/package.new")"
		cat "$dir/package.new"
		echo
	done
	rm -rf "$dir/package.new" "${dir:?}/packages/$1"
}

# strings: what JSON has for text, a string a line
strings()
{
	sed -n 's/^ *"\(text\|answer\|question_text\)": "\(.*\)",\{0,1\}$/\2/p' |
	    sed -e 's/\\u2019/’/g; s/\\u2018/‘/g; s/\\u201c/“/g; s/\\u201d/”/g' \
	        -e 's/\\u2013/–/g; s/\\u2014/—/g; s/\\u2026/…/g' -e '/\\u/d' \
	        -e 's/\\"/"/g; s/\\[nrt]/ /g; s/\\\(.\)/\1/g'
}

# having GIT PATTERN: of the pages named on standard input, those with it
having()
{
	[ -n "$2" ] || exec cat
	while read -r blob; do
		git --git-dir="$1" cat-file blob "$blob" | grep -qE "$2" &&
		    echo "$blob" || :
	done
}

# pages GIT HOW COMMIT PATHS WITH
pages()
{
	case $2 in
	tree)
		git --git-dir="$1" ls-tree -r "$3" | tr '\t' ' ' |
		    grep -E "^[^ ]* blob [^ ]* $4\$" | cut -d' ' -f3 |
		    having "$1" "$5" | git --git-dir="$1" cat-file --batch
		;;
	added)
		git --git-dir="$1" log --no-renames --diff-filter=A --format= \
		    --raw --abbrev=40 "$3" 2>/dev/null | tr '\t' ' ' |
		    grep -E "^[^ ]* [^ ]* [^ ]* [^ ]* A $4\$" |
		    cut -d' ' -f4 | sort -u |
		    having "$1" "$5" | git --git-dir="$1" cat-file --batch
		;;
	zip)
		git --git-dir="$1" ls-tree -r "$3" | tr '\t' ' ' |
		    grep -E "^[^ ]* blob [^ ]* $4\$" | cut -d' ' -f3 |
		    while read -r blob; do
			git --git-dir="$1" cat-file blob "$blob" \
			    >"$dir/git/archive.zip"
			zipped "$dir/git/archive.zip"
		done
		;;
	json)
		git --git-dir="$1" ls-tree -r "$3" | tr '\t' ' ' |
		    grep -E "^[^ ]* blob [^ ]* $4\$" | cut -d' ' -f3 |
		    while read -r blob; do
			git --git-dir="$1" cat-file blob "$blob" |
			    strings >"$dir/json.new"
			echo "$blob blob $(wc -c <"$dir/json.new")"
			cat "$dir/json.new"
			echo
		done
		rm -f "$dir/json.new"
		;;
	list) # JSON whose arrays have a sentence a line; of the same length
		pages "$1" tree "$3" "$4" "$5" |
		    sed -e 's/^\( *\)"\(.*[.!?]\)",$/\1 \2  /' \
		        -e 's/^\( *\)"\(.*[.!?]\)"$/\1 \2 /'
		;;
	tables) # where tables lay out the page; names of the same length
		pages "$1" tree "$3" "$4" "$5" |
		    sed 's|<\(/\{0,1\}\)table|<\1xxxxx|g'
		;;
	esac
}

repository_git()
{
	echo "$dir/git/$(echo "$1" | tr / +).git"
}

# Clone what is missing; before anything is made anew, all must be there.
clone()
{
	sed '/^#/d' "$list" | while IFS='	' read -r _ _ how repository _; do
		git=$(repository_git "$repository")
		[ "$how" = package ] || [ -d "$git" ] || git clone -q --bare \
		    "https://github.com/$repository" "$git" || exit 1
	done
}

# Print all pages.
all()
{
	sed '/^#/d' "$list" |
	while IFS='	' read -r name kind how repository commit paths with; do
		git=$(repository_git "$repository")
		[ "$how" = package ] && {
			echo "$name $kind"
			package "$repository" "$paths"
			continue
		}
		echo "$name $kind"
		pages "$git" "$how" "$commit" "$paths" "$with"
	done
}

[ $# -gt 2 ] || [ -e "$dir/technical.txt" ] || technical
[ -e "$dir/made" ] && cmp -s "$dir/made" "$list" || {
	clone
	rm -f $(sed '/^#/d' "$list" | cut -f1 | sort -u |
	    sed "s|.*|$dir/&.txt|")
	all | "$clean" "$dir"
	cp "$list" "$dir/made"
}
[ $# -gt 2 ] || [ ! -e "$here/corpus.sums" ] || (cd "$dir" && sha256sum -c "$here/corpus.sums")
