/*
 * lost_quotes_test.c - speech without its marks, and speech that is reported
 */
#include "known_check.h"

#define SURE_IN \
	"We have a duty to all of the people of this valley and the coast, "
#define SURE_OUT \
	"\"We have a duty to all of the people of this valley and the coast,\" "

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "he said, with the occasion",
	  UG_LIT(SURE_IN "he said in a meeting with the mayor."),
	  UG_LIT(SURE_OUT "he said in a meeting with the mayor.") },
	{ "a name and the day",
	  UG_LIT("The talks began. " SURE_IN "Harland said Friday."),
	  UG_LIT("The talks began. " SURE_OUT "Harland said Friday.") },
	{ "an office",
	  UG_LIT(SURE_IN "spokeswoman Ann Berg wrote. The town's reply was "
	  "short."),
	  UG_LIT(SURE_OUT "spokeswoman Ann Berg wrote. The town's reply was "
	  "short.") },
	{ "a title", UG_LIT(SURE_IN "Mr. Berg said."),
	  UG_LIT(SURE_OUT "Mr. Berg said.") },
	{ "curly where the apostrophe is",
	  UG_LIT("I hope this meeting can help the valley’s people to live in "
	  "peace, spokesman Nils Berg said."),
	  UG_LIT("“I hope this meeting can help the valley’s people to live in "
	  "peace,” spokesman Nils Berg said.") },
	{ "third person",
	  UG_LIT("Harland plans to discuss with the mayor the trade of the "
	  "valley and the state of the roads, said Ann Berg in a note."),
	  { 0 } },
	{ "the text has marks",
	  UG_LIT("He called it \"a shame\" for the town. " SURE_IN
	  "he said in a meeting."), { 0 } },
	{ "talk in a novel without marks",
	  UG_LIT("I think we are all going to be late for the boat, he said. "
	  "You are, she said. I know, he said to the wall."), { 0 } },
	{ "short", UG_LIT("We have to go to the coast, he said in the end."),
	  { 0 } },
	{ "the past of a narrator",
	  UG_LIT("We walked along the shore to the end of the bay and the old "
	  "house, Berg said on Friday."), { 0 } },
	{ "told, beside a sure case",
	  UG_LIT(SURE_IN "Berg said Friday. Overall, relations with the coast "
	  "are beginning to improve, he told Harland. That was all."),
	  UG_LIT(SURE_OUT "Berg said Friday. \"Overall, relations with the "
	  "coast are beginning to improve,\" he told Harland. That was all.") },
	{ "told him, beside a sure case",
	  UG_LIT(SURE_IN "Berg said Friday. Overall, relations with the coast "
	  "are beginning to improve, he told him. That was all."),
	  UG_LIT(SURE_OUT "Berg said Friday. \"Overall, relations with the "
	  "coast are beginning to improve,\" he told him. That was all.") },
	{ "told and no more, beside a sure case",
	  UG_LIT(SURE_IN "Berg said Friday. Overall, relations with the coast "
	  "are beginning to improve, he told."),
	  UG_LIT(SURE_OUT "Berg said Friday. Overall, relations with the coast "
	  "are beginning to improve, he told.") },
	{ "told somebody, beside a sure case",
	  UG_LIT(SURE_IN "Berg said Friday. Overall, relations with the coast "
	  "are beginning to improve, he told some. That was all."),
	  UG_LIT(SURE_OUT "Berg said Friday. Overall, relations with the coast "
	  "are beginning to improve, he told some. That was all.") },
	{ "a title without a stop", UG_LIT(SURE_IN "Mr Berg said Friday."),
	  UG_LIT(SURE_OUT "Mr Berg said Friday.") },
	{ "told, alone",
	  UG_LIT("Overall, relations with the coast are beginning to improve, "
	  "he told Harland. That was all."), { 0 } },
	{ "told in the past, beside a sure case",
	  UG_LIT(SURE_IN "Berg said Friday. Overall, relations with the coast "
	  "are what the mayor had in mind, he told Harland. That was all."),
	  UG_LIT(SURE_OUT "Berg said Friday. Overall, relations with the coast "
	  "are what the mayor had in mind, he told Harland. That was all.") },
	{ "reported, beside a sure case",
	  UG_LIT(SURE_IN "Berg said Friday. Relations with the coast are "
	  "beginning to improve, he said. That was all."),
	  UG_LIT(SURE_OUT "Berg said Friday. Relations with the coast are "
	  "beginning to improve, he said. That was all.") },
	{ "read, alone",
	  UG_LIT("One line of the summary read: The mayor has made it clear "
	  "that the town is open. What now?"), { 0 } },
};

/* A sure case in a record before. */
static void
check_memory(void)
{
	static const struct pass_row known[] = {
		{ "read, after a sure case",
		  UG_LIT("One line of the summary read: The mayor has made it "
		  "clear that the town is open. What now?"),
		  UG_LIT("One line of the summary read: "
		  "\"The mayor has made it "
		  "clear that the town is open.\" What now?") },
		{ "told, after a sure case",
		  UG_LIT("Overall, the trade of the town and of the coast is "
		  "beginning to improve, he told Harland. That was all."),
		  UG_LIT("\"Overall, the trade of the town and of the coast is "
		  "beginning to improve,\" he told Harland. That was all.") },
		{ "a list after a sure case",
		  UG_LIT("This is all that they read: the press of the coast, "
		  "and of the town, and the bills. What now?"), { 0 } },
	};
	static const struct known_note notes[] = {
		{ "lost-quotes/first-person", UG_LIT(""), 1 },
	};

	check_pass_known(&ug_pass_lost_quotes, notes,
	    sizeof(notes) / sizeof(*notes), known,
	    sizeof(known) / sizeof(*known));
}

/* Only what needed no memory is sure. */
static void
check_sure(void)
{
	struct ug_edits edits;

	pass_look(&ug_pass_lost_quotes, "sure",
	    UG_TEXT(SURE_IN "Berg said Friday."), &edits);
	CHECK("sure", edits.n == 2 && edits.v[0].sure && edits.v[1].sure);
	ug_edits_free(&edits);
}

/* Behind the last word there is none, whatever stands behind the record. */
static void
check_end(void)
{
	static const char text[] = SURE_IN "Berg said Friday. Overall, "
	    "relations with the coast are beginning to improve, he told";
	const size_t len = strlen(text);
	struct ug_edits edits;
	char room[sizeof(text) + 3];

	memcpy(room, text, len);
	memcpy(room + len, "Ann", 3);
	pass_look(&ug_pass_lost_quotes, "end", (struct ug_text){ room, len },
	    &edits);
	CHECK("the sure case alone", edits.n == 2);
	ug_edits_free(&edits);
}

/* It notes what it reads: which apostrophe the text has. */
static void
check_notes(void)
{
	struct ug_edits edits;

	pass_look(&ug_pass_lost_quotes, "curly",
	    UG_TEXT("The town’s "
	    "mayor said on Friday that the end of it is near."), &edits);
	CHECK("curly", edits.n_notes == 1 &&
	    strcmp(edits.notes[0].kind, "marks: curly") == 0);
	ug_edits_free(&edits);
	pass_look(&ug_pass_lost_quotes, "straight",
	    UG_TEXT("The town's "
	    "mayor said on Friday that the end of it is near."), &edits);
	CHECK("straight", edits.n_notes == 0);
	ug_edits_free(&edits);
}

/* How many marks of that rule the pass puts into a text. */
static size_t
marks_of(const char *s, const char *rule)
{
	struct ug_edits edits;
	size_t n = 0;

	pass_look(&ug_pass_lost_quotes, s, (struct ug_text){ s, strlen(s) },
	    &edits);
	for (size_t i = 0; i < edits.n; i++)
		n += strcmp(edits.v[i].rule, rule) == 0;
	ug_edits_free(&edits);
	return n;
}

/* A text with so many words in the place of the *. */
static const char *
with_words(const char *text, const char *word, size_t n)
{
	static char s[1000];
	const char *const there = strchr(text, '*');

	snprintf(s, sizeof(s), "%.*s", (int)(there - text), text);
	for (; n > 0; n--)
		strcat(strcat(s, word), n > 1 ? " " : "");
	return strcat(s, there + 1);
}

/* How long speech is at least, and how long who speaks at most. */
static void
check_lengths(void)
{
	for (size_t n = 1; n < 16; n++) {
		CHECK("sure", marks_of(with_words("The town is in the bay and "
		    "it is far. We have *, he said in a meeting of the town.",
		    "old", n), "lost-quotes/first-person") ==
		    (n + 2 >= 10 ? 2 : 0));
		CHECK("speaker", marks_of(with_words("The town is in the bay. "
		    SURE_IN "* said on Friday.", "Ann", n),
		    "lost-quotes/first-person") == (n <= 9 ? 2 : 0));
		CHECK("told", marks_of(with_words(SURE_IN "Berg said Friday. "
		    "It is *, he told Harland. That was all.", "old", n),
		    "lost-quotes/told") == (n + 2 >= 6 ? 2 : 0));
		CHECK("read", marks_of(with_words(SURE_IN "Berg said Friday. "
		    "The paper read: The *. That was all.", "old", n),
		    "lost-quotes/read") == (n + 1 >= 7 ? 2 : 0));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_lost_quotes, rows, sizeof(rows) / sizeof(*rows));
	check_memory();
	check_sure();
	check_end();
	check_notes();
	check_lengths();
	return check_done(argv[0]);
}
