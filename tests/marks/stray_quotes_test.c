/*
 * stray_quotes_test.c - marks that do not come out even, and marks that do
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "after the speaker",
	  UG_LIT("\"The bridge is safe and it was never in doubt,” Lind said of "
	  "the town.”"),
	  UG_LIT("\"The bridge is safe and it was never in doubt,” Lind said of "
	  "the town.") },
	{ "after the speaker, a slip",
	  UG_LIT("“The bridge is safe and it was never in doubt,” Lind said of "
	  "the town.”"), { 0 } },
	{ "after the speaker, straight, a blank before",
	  UG_LIT("\"The bridge is safe and it was never in doubt, \" said Lind "
	  "of the town. \""),
	  UG_LIT("\"The bridge is safe and it was never in doubt, \" said Lind "
	  "of the town.") },
	{ "two quotations",
	  UG_LIT("“The bridge is safe,” Lind said of the town. “It was never "
	  "in any doubt.”"), { 0 } },
	{ "twice",
	  UG_LIT("The guard of the tower was seen “in the boats of the "
	  "bay.” ”"),
	  UG_LIT("The guard of the tower was seen “in the boats of the "
	  "bay.”") },
	{ "one inside the other",
	  UG_LIT("“The guard of the tower was seen with a copy of “In the "
	  "Bay.””"), { 0 } },
	{ "an ellipsis between",
	  UG_LIT("The guard of the tower was seen “in the boats of the bay” "
	  ". . .”."), { 0 } },
	{ "amid",
	  UG_LIT("The mayor said of the ships: “They will go on with it and "
	  "take the fish.” and all of the shells of our bay.”"),
	  UG_LIT("The mayor said of the ships: “They will go on with it and "
	  "take the fish and all of the shells of our bay.”") },
	{ "amid, and then told",
	  UG_LIT("The mayor said of the ships: “They will go on with it and "
	  "take the fish.” and added that it is “all of the shells.”"),
	  { 0 } },
	{ "amid, and told at length",
	  UG_LIT("The mayor said of the ships: “They will go on with it and "
	  "take the fish.” and in the hall of the town he said it of all of "
	  "the shells of our bay and of the oil.”"), { 0 } },
	{ "lost closing",
	  UG_LIT("“We do not know what was in the boat and I will not guess. "
	  "Lind says: “It is hard to tell.”"),
	  UG_LIT("“We do not know what was in the boat and I will not guess.” "
	  "Lind says: “It is hard to tell.”") },
	{ "lost closing, and the same one goes on",
	  UG_LIT("“We do not know what was in the boat and I will not guess. "
	  "He says: “It is hard to tell.”"), { 0 } },
	{ "lost closing, of whom there is no telling",
	  UG_LIT("“The boat was full of the best of the fish of the bay. Lind "
	  "says: “It is hard to tell.”"), { 0 } },
	{ "lost closing, and nobody says so",
	  UG_LIT("“We do not know what was in the boat and I will not guess. "
	  "Lind of the town: “It is hard to tell.”"), { 0 } },
	{ "lost closing, behind a bracket",
	  UG_LIT("“We do not know what was in the boat (I will not guess.) "
	  "Lind says: “It is hard to tell.”"), { 0 } },
	{ "paragraphs made one",
	  UG_LIT("“We do not know what was in the boat and I will not guess. "
	  "“It is hard to tell.”"), { 0 } },
	{ "goes on in the next paragraph",
	  UG_LIT("Lind said of the boat: “We do not know what was in it and I "
	  "will not guess."), { 0 } },
	{ "lost opening",
	  UG_LIT("\"It is far to the end of the bay,” she said on the quay. We "
	  "know the way. It is in the charts.”"),
	  UG_LIT("\"It is far to the end of the bay,” she said on the quay. “We "
	  "know the way. It is in the charts.”") },
	{ "lost opening, a slip",
	  UG_LIT("“It is far to the end of the bay,” she said on the quay. We "
	  "know the way. It is in the charts.”"), { 0 } },
	{ "lost opening, bracketed",
	  UG_LIT("\"It is far to the end of the bay, \" she said on the quay. "
	  "[Lind] is with us and knows the way.\""),
	  UG_LIT("\"It is far to the end of the bay, \" she said on the quay. "
	  "\"[Lind] is with us and knows the way.\"") },
	{ "lost opening, not of speech",
	  UG_LIT("“It is far to the end of the bay,” she said on the quay. The "
	  "boats came in at noon with the fish.”"), { 0 } },
	{ "lost opening, behind a bracket",
	  UG_LIT("“It is far to the end of the bay,” she said (on the quay.) "
	  "We know the way. It is in the charts.”"), { 0 } },
	{ "lost opening, an ellipsis at the end",
	  UG_LIT("“It is far to the end of the bay,” she said on the quay. We "
	  "know the way. It is in the charts … “"),
	  UG_LIT("“It is far to the end of the bay,” she said on the quay. “We "
	  "know the way. It is in the charts … “") },
	{ "goes on behind a mark",
	  UG_LIT("The mate used the word \"far\" for it, \"it is far to the "
	  "end of the bay.\" We go in the boat and do not know it. ”"),
	  UG_LIT("The mate used the word \"far\" for it, \"it is far to the "
	  "end of the bay.\" \"We go in the boat and do not know it. ”") },
	{ "goes on behind a mark, and nobody speaks",
	  UG_LIT("The mate used the word \"far\" for it, \"it is far to the "
	  "end of the bay.\" The boat is in and men do not know it. ”"),
	  { 0 } },
	{ "goes on behind a mark, and someone says so",
	  UG_LIT("The mate used the word \"far\" for it, \"it is far to the "
	  "end of the bay.\" Lind said we do not know of it all. And that "
	  "was all there was to it. ”"), { 0 } },
	{ "goes on behind a mark, and the last one touches",
	  UG_LIT("The mate used the word \"far\" for it, \"it is far to the "
	  "end of the bay.\" We go in the boat and do not know it.”"),
	  { 0 } },
	{ "goes on behind a mark and in small letters",
	  UG_LIT("The mate used the word \"far\" for it, \"it is far to the "
	  "end of the bay.\" we go in the boat and do not know it. ”"),
	  { 0 } },
	{ "lost closing, and a paragraph joined on",
	  UG_LIT("“It is far,” he said. “We go to the end of the bay.The mate "
	  "said that the boat was in. “We have the fish,” he said."),
	  UG_LIT("“It is far,” he said. “We go to the end of the bay.” The mate "
	  "said that the boat was in. “We have the fish,” he said.") },
	{ "a paragraph joined on, and they speak on",
	  UG_LIT("“It is far,” he said. “We go to the end of the bay.The mate "
	  "said that our boat was in. “We have the fish,” he said."),
	  { 0 } },
	{ "two paragraphs joined on",
	  UG_LIT("“It is far,” he said. “We go to the end.The bay is far.The "
	  "mate said that the boat was in. “We have it,” he said."),
	  { 0 } },
	{ "a paragraph joined on, and nobody says so",
	  UG_LIT("“It is far,” he said. “We go to the end of the bay.The mate "
	  "of the boat was in. “We have the fish,” he said."), { 0 } },
	{ "a paragraph joined on to what was told",
	  UG_LIT("“It is far,” he said. “As I told the men of the bay.The "
	  "mate said that the boat was in. “We have it,” he said."),
	  { 0 } },
	{ "a paragraph joined on to what nobody says of themselves",
	  UG_LIT("“It is far,” he said. “It is at the end of the bay.The mate "
	  "said that the boat was in. “We have it,” he said."), { 0 } },
	{ "an address",
	  UG_LIT("“It is far,” he said. “We go to the end of bay.no and the "
	  "mate said that the boat was in. “We have it,” he said."),
	  { 0 } },
	{ "another kind opens",
	  UG_LIT("'It is far to the end of the bay,” she said on the quay of "
	  "the town."),
	  UG_LIT("“It is far to the end of the bay,” she said on the quay of "
	  "the town.") },
	{ "another kind opens, within a sentence",
	  UG_LIT("As she said: 'It isn't far to the end of the bay.” That is "
	  "all that the town knows of the boat."),
	  UG_LIT("As she said: “It isn't far to the end of the bay.” That is "
	  "all that the town knows of the boat.") },
	{ "another kind opens, of the same keys",
	  UG_LIT("As she said: 'It isn't far to the end of the bay.\" That is "
	  "all that the town knows of the boat."), { 0 } },
	{ "another kind opens and closes",
	  UG_LIT("'It is far to the end' as she said,” and that is "
	  "all that the town knows of it."), { 0 } },
	{ "another kind closes",
	  UG_LIT("The mates' bay is far to the end as she said,” and that is "
	  "all that the town knows of it."), { 0 } },
	{ "another kind opens twice",
	  UG_LIT("'It is 'Far Bay as we know,” she said of the bay, and that "
	  "is all that the town knows of it."), { 0 } },
	{ "another kind does not stand where words end",
	  UG_LIT("The 'Far Bay board of the town is 12” wide, and that is all "
	  "that the town knows of it."), { 0 } },
	{ "a word that starts so",
	  UG_LIT("'Tis far to the end of the bay,” she said on the quay of "
	  "the town."), { 0 } },
	{ "an apostrophe before a small letter",
	  UG_LIT("We tell 'em it is far to the end of the bay,” she said on "
	  "the quay of the town."), { 0 } },
	{ "feet and inches",
	  UG_LIT("The board is of 'Bay' wood and it is 5' by 12\" in the "
	  "house of the men."), { 0 } },
	{ "inches",
	  UG_LIT("The board is 12\" wide and the shelf of the house is 30\" "
	  "deep, and it has a 5\" edge."), { 0 } },
	{ "marks within marks",
	  UG_LIT("“‘We do not know what was in the boat and I will not guess. "
	  "Lind says: “It is hard to tell.”"), { 0 } },
	{ "German",
	  UG_LIT("„Das Boot ist voll“, sagte der Mann von der Wache am Hafen "
	  "der Stadt.“"), { 0 } },
};

static size_t
edits_of(const char *s)
{
	struct ug_edits edits;
	size_t n;

	pass_look(&ug_pass_stray_quotes, s, (struct ug_text){ s, strlen(s) },
	    &edits);
	n = edits.n;
	ug_edits_free(&edits);
	return n;
}

/* A text with something n times in the place of the *. */
static const char *
with(const char *text, const char *what, size_t n)
{
	static char s[4000];
	const char *const there = strchr(text, '*');

	snprintf(s, sizeof(s), "%.*s", (int)(there - text), text);
	for (; n > 0; n--)
		strcat(s, what);
	return strcat(s, there + 1);
}

/* Marks of a record at most, words at least; how long it takes to say who. */
static void
check_limits(void)
{
	for (size_t n = 26; n < 36; n++) {
		static const char pair[] = "It is “well” with us. ";

		CHECK("marks, odd", edits_of(with("*“We know the bay.The mayor "
		    "said that it is far. “We know it,” he said.", pair, n)) ==
		    (2 * n + 3 <= 64));
		CHECK("marks, even", edits_of(with("*“We know the bay.The "
		    "mayor said it. “We know the sea.The mayor said so. “We "
		    "know it,” he said.", pair, n)) ==
		    (2 * n + 4 <= 64 ? 2 : 0));
	}
	for (size_t n = 0; n < 8; n++)
		CHECK("words", edits_of(with("“We know the bay* of the sea.The "
		    "mayor said it. “We", " so", n)) == (n + 11 >= 12));
	for (size_t n = 5; n < 20; n++) {
		CHECK("who says it", edits_of(with("“We do not know what was "
		    "in the boat. Ann* says: “It is hard to tell.”", " so",
		    n)) == (n + 1 < 14));
		CHECK("who said it", edits_of(with("\"The bridge is safe and it "
		    "was never in doubt,” Lind said of* the town.”", " all",
		    n)) == (n + 4 < 14));
	}
	for (size_t n = 0; n < 5; n++)
		CHECK("twice", edits_of(with("The guard of the tower was seen "
		    "“in the boats of the bay”* ”", ".", n)) == (n + 1 <= 2));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_stray_quotes, rows, sizeof(rows) / sizeof(*rows));
	check_limits();
	return check_done(argv[0]);
}
