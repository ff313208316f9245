# The program that takes prose out of pages, for the trainers of words.
LC_ALL=C
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

$CC -std=c11 -D_DEFAULT_SOURCE -Isrc $CFLAGS -o "$work/clean_train" \
    src/words/train/clean_*train.c || exit 1

# page FILE: as git cat-file --batch prints it
page() {
	echo "x blob $(wc -c <"$1")"
	cat "$1"
	echo
}

cat >"$work/markdown" <<'E'
---
title: This is the head of the page, and it is no part of the text.
---
# What the heading says

The mayor said *on Monday* that [the bridge](http://a.example/b) would be
closed for a week, and that it was not the first time.

- This is an item of a list and it should be a paragraph of its own.
- Menu

    int main(void) is what there is in the code of the page, as it was.

Use `cat` to see what is in the file and what is not in it at all.

Home About Contact News Sport Weather The Shop And The Rest Of It.

The mayor said on Monday that the bridge would be closed for a week, and
that it was not the first time.
E
cat >"$work/markup" <<'E'
<doc><title>It is what the page has for a title and it is not prose.</title>
<p>It was cold &amp; dark in the <b>house</b>, &#8220;and that is
all I know of it.&#8221;</p><code>it is the code that is in the page, and it
is not prose.</code><p>Es war kalt und dunkel im Haus, und mehr wissen wir
davon auch nicht.</p></doc>
E
cat >"$work/lines" <<'E'
The first line of it is a paragraph, and it is a whole one.
The other line of it is a paragraph too, and it is < the first.
E
# article TITLE SENTENCE ROWS: as WikiExtractor leaves it
article() {
	printf '<doc id="1" title="%s">\n%s\n\n%s\n' "$1" "$1" "$2"
	i=0
	while [ $i -lt "$3" ]; do
		echo '| 1066 | 1485 |'
		i=$((i + 1))
	done
	echo '</doc>'
}
{
	article Bridge 'The bridge is the longest of all that are in the town.' 200
	article Stub 'It is a stub, and there is not much in it for anyone.' 2
	article Ferry 'The ferry was the only way over the river until then.' 200
} >"$work/articles"
cat >"$work/wrapped" <<'E'
    Where to go in the town
    The harbour is what most of the people who come to the town would like
    to see first, and
    it is not far.
    From the tower there is a view over all of the roofs of the old quarter.
    The ferries
    On most days of the year there is a ferry to the island, and it is not
    as dear as the one by which they came.

    It is said that the hills behind the town were once an island too.
E
cp "$work/lines" "$work/any"
printf 'Ein Satz.\nEin Satz.\n' >>"$work/any"
for kind in markdown markup lines articles wrapped; do
	echo "$kind $kind"
	page "$work/$kind"
done >"$work/pages"
{
	echo any lines+
	page "$work/any"
} >>"$work/pages"
mkdir "$work/out"
"$work/clean_train" "$work/out" <"$work/pages" || exit 1
for kind in markdown markup lines articles wrapped any; do
	cat "$work/out/$kind.txt"
done >"$work/got"
cat >"$work/want" <<'E'
The mayor said on Monday that the bridge would be closed for a week, and that it was not the first time.
This is an item of a list and it should be a paragraph of its own.

It was cold & dark in the house, “and that is all I know of it.”

The first line of it is a paragraph, and it is a whole one.
The other line of it is a paragraph too, and it is < the first.

The bridge is the longest of all that are in the town.

The ferry was the only way over the river until then.

The harbour is what most of the people who come to the town would like to see first, and it is not far.
From the tower there is a view over all of the roofs of the old quarter.
On most days of the year there is a ferry to the island, and it is not as dear as the one by which they came.
It is said that the hills behind the town were once an island too.

The first line of it is a paragraph, and it is a whole one.
The other line of it is a paragraph too, and it is < the first.
Ein Satz.
Ein Satz.

E
diff "$work/want" "$work/got" || exit 1

# A list of one's own; its repositories are there already.
command -v git >/dev/null 2>&1 || {
	echo 'git is not there'
	exit 77
}
mkdir -p "$work/dir/git" "$work/tree/pages"
cat >"$work/tree/pages/post.html" <<'E'
<table><tr><td>It was what we had in mind for all of the other days.</td></tr>
</table>
E
cat >"$work/tree/pages/talk.json" <<'E'
{
  "text": "She said \"that is the one\" and it\u2019s what they had in mind.",
  "name": "It is what they have for a name, and it is not what we want."
}
E
cat >"$work/tree/pages/lift.json" <<'E'
{
  "instructions": [
    "Stand with your feet apart, and hold the weight in both of your hands.",
    "Lift it until it is over your head, and let it down as you breathe in."
  ],
  "id": "Lift"
}
E
(cd "$work/tree" && git init -q . && git add . &&
    git -c user.name=a -c user.email=a@a.example commit -qm pages &&
    git clone -q --bare . "$work/dir/git/a+b.git") || exit 1
commit=$(git --git-dir="$work/dir/git/a+b.git" rev-parse HEAD)
printf '%s\t%s\t%s\ta/b\t%s\tpages/%s\n' forum markup tables "$commit" \
    '.*[.]html' talk lines json "$commit" 'talk[.]json' \
    sport lines list "$commit" 'lift[.]json' >"$work/list"
sh src/words/train/corpus.sh "$work/dir" "$work/clean_train" "$work/list" || exit 1
cat "$work/dir/forum.txt" "$work/dir/talk.txt" "$work/dir/sport.txt" \
    >"$work/got"
cat >"$work/want" <<'E'
It was what we had in mind for all of the other days.

She said "that is the one" and it’s what they had in mind.

Stand with your feet apart, and hold the weight in both of your hands.
Lift it until it is over your head, and let it down as you breathe in.

E
diff "$work/want" "$work/got"
