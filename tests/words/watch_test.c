/*
 * watch_test.c - what wakes the gate, and what passes by
 */
#include "words/watch.h"

#include <string.h>

#include "check.h"
#include "spun.h"

#define CLEAN_WORDS CLEAN CLEAN CLEAN CLEAN

/* So few words that a first line may still wake it, more than wake it alone. */
#define BEGUN "It rained on the roof of the old barn by the sea all day.\n"

#define PHRASES ((unsigned)UG_WATCH_PHRASE | UG_WATCH_BEGUN)

struct row {
	const char *name, *before, *text;
	unsigned want; /* sights; those of phrases where one is wanted */
};

static const struct row rows[] = {
	{ "clean", CLEAN, CLEAN, 0 },
	{ "spun", "", SPUN, UG_WATCH_WAKE },
	{ "spun, in clean text", CLEAN_WORDS, SPUN SPUN, UG_WATCH_WAKE },
	{ "a line of it, where a text begins", BEGUN,
	    "Officers mentioned the brand new photo voltaic plant.\n",
	    UG_WATCH_WAKE },
	{ "upper case", BEGUN,
	    "OFFICERS MENTIONED THE BRAND NEW PHOTO VOLTAIC PLANT.\n",
	    UG_WATCH_WAKE },
	{ "bytes that are no letters", BEGUN, "A_b\xC3\xA9_ 5x@[`{~z.\n", 0 },
	{ "none of it there", BEGUN, "And by night, too.\n", 0 },
	{ "a word or two of it in clean text", CLEAN_WORDS,
	    "He mentioned the plant and the officers.\n", 0 },
	{ "a sure key", CLEAN_WORDS, "A Chinese language-owned firm.\n",
	    UG_WATCH_WAKE },
	{ "with an apostrophe", CLEAN_WORDS,
	    "A Chinese language\xE2\x80\x99owned firm.\n", UG_WATCH_WAKE },
	{ "over a line end", CLEAN_WORDS "A Chinese\n",
	    "language-owned firm.\n", UG_WATCH_WAKE },
	{ "a fence", CLEAN_WORDS, "```c\n", UG_WATCH_SIGN },
	{ "a tag that opens", CLEAN_WORDS, "<PRE class=\"x\">\n",
	    UG_WATCH_SIGN },
	{ "and one that closes", CLEAN_WORDS, "the end</code> of it\n",
	    UG_WATCH_SIGN },
	{ "a display", CLEAN_WORDS, ".Bd -literal\n", UG_WATCH_SIGN },
	{ "its end, over a line", CLEAN_WORDS, "x\n .fi\n", UG_WATCH_SIGN },
	{ "no display", CLEAN_WORDS, "The end .nf of it. .Ed\n", 0 },
	{ "other tags", CLEAN_WORDS, "<p>A <b>word</b> `x` ~5\n", 0 },
	{ "a phrase of others", CLEAN_WORDS,
	    "They found bosom malignancy there.\n", UG_WATCH_PHRASE },
	{ "its beginning", CLEAN_WORDS, "They found bosom\n",
	    UG_WATCH_BEGUN },
	{ "and its end", CLEAN_WORDS "They found bosom\n",
	    "malignancy there.\n", UG_WATCH_PHRASE },
};

/* See a text, a record a line; the sights of all of it. */
static unsigned
see(struct ug_watch *watch, const char *text)
{
	unsigned sights = 0;

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		len += text[len] == '\n';
		sights |= ug_watch_see(watch, (struct ug_text){ text, len });
		text += len;
	}
	return sights;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ug_watch watch = { .n = 0 };
		unsigned is;

		see(&watch, rows[i].before);
		is = see(&watch, rows[i].text);
		if ((rows[i].want & PHRASES) == 0)
			is &= ~PHRASES;
		if (!CHECK(rows[i].name, is == rows[i].want))
			fprintf(stderr, "\tis %u\n", is);
	}
}

/* Long clean text forgets what was spun before it. */
static void
test_forgets(void)
{
	struct ug_watch watch = { .n = 0 };

	see(&watch, SPUN SPUN SPUN);
	CHECK("still awake", (see(&watch, "The council said so.\n") &
	    UG_WATCH_WAKE) != 0);
	see(&watch, CLEAN CLEAN CLEAN CLEAN);
	CHECK("asleep again", (see(&watch, CLEAN) & UG_WATCH_WAKE) == 0);
}

/* One word again and again is no sign of it. */
static void
test_often(void)
{
	struct ug_watch watch = { .n = 0 };

	see(&watch, CLEAN CLEAN CLEAN CLEAN);
	for (int i = 0; i < 100; i++)
		CHECK("often", (see(&watch, "The officers, officers they are, "
		    "in the report of the day before.\n") & UG_WATCH_WAKE) ==
		    0);
}

/* Nothing behind the text is read, nor does its place in memory matter. */
static void
test_ends(void)
{
	char text[64];

	for (size_t len = 0; len <= 40; len++) {
		struct ug_watch one = { .n = 0 }, two = one;

		memset(text, 'z', sizeof(text));
		memcpy(text, "Bosom Constitutionalists mentioned officers",
		    len);
		ug_watch_see(&one, (struct ug_text){ text, len });
		memset(text + len, ' ', sizeof(text) - len);
		ug_watch_see(&two, (struct ug_text){ text, len });
		CHECK("ends", one.alarm == two.alarm && one.n == two.n &&
		    one.before == two.before);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_rows();
	test_forgets();
	test_often();
	test_ends();
	return check_done(argv[0]);
}
