/*
 * watch_test.c - what wakes the gate, and what passes by
 */
#include "words/watch.h"

#include <string.h>

#include "check.h"
#include "random.h"
#include "spun.h"
#include "words/lexicon.h"

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
	{ "a mark that code may be before", CLEAN_WORDS, "the <code>bosom.\n",
	    UG_WATCH_SIGN | UG_WATCH_BEGUN },
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
		struct ug_watch watch = { .alarm = 0 };
		unsigned is;

		see(&watch, rows[i].before);
		is = see(&watch, rows[i].text);
		if ((rows[i].want & PHRASES) == 0)
			is &= ~PHRASES;
		if (!CHECK(rows[i].name, is == rows[i].want))
			fprintf(stderr, "\tis %u\n", is);
	}
}

/* No phrase goes on behind a mark, nor from a record without words. */
static void
test_begun(void)
{
	struct ug_watch watch = { .alarm = 0 };

	see(&watch, CLEAN_WORDS);
	CHECK("begun", see(&watch, "They found bosom \r\n") ==
	    UG_WATCH_BEGUN);
	CHECK("without words", see(&watch, "...\n5\n\n") == 0);
	CHECK("a mark", see(&watch, "They found (the \"bosom\"). \r\n") ==
	    0);
}

/* Long clean text forgets what was spun before it. */
static void
test_forgets(void)
{
	struct ug_watch watch = { .alarm = 0 };

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
	struct ug_watch watch = { .alarm = 0 };

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
		struct ug_watch one = { .alarm = 0 }, two = one;

		memset(text, 'z', sizeof(text));
		memcpy(text, "Bosom Constitutionalists mentioned officers",
		    len);
		ug_watch_see(&one, (struct ug_text){ text, len });
		memset(text + len, ' ', sizeof(text) - len);
		ug_watch_see(&two, (struct ug_text){ text, len });
		CHECK("ends", one.alarm == two.alarm &&
		    one.n == two.n &&
		    one.last[1] == two.last[1]);
	}
}

/* The text of a key. */
static void
key_text(unsigned node, char *text, size_t cap)
{
	const struct ug_node *const n = &ug_lexicon_nodes[node];

	if (n->parent != 0)
		key_text(n->parent, text, cap);
	snprintf(text + strlen(text), cap - strlen(text), "%s%s",
	    n->parent != 0 && (n->flags & UG_NODE_GLUED) == 0 ? " " : "",
	    ug_lexicon_words + n->word);
}

/* What is said to have no key has none. */
static void
test_mute(void)
{
	struct ug_watch watch = { .alarm = 0 };

	CHECK("other letters", see(&watch, "\xD1\x8F, 5 \xE2\x80\x94 7,\n") ==
	    (UG_WATCH_WAKE | UG_WATCH_MUTE));
	CHECK("a number", see(&watch, "3,000\n") == UG_WATCH_WAKE);
	CHECK("a letter", see(&watch, "\xD1\x8F a\n") == UG_WATCH_WAKE);
	see(&watch, CLEAN_WORDS);
	CHECK("asleep", see(&watch, "\xD1\x8F\n") == 0);
	for (unsigned i = 1; i < ug_lexicon_n_nodes; i++) {
		struct ug_watch other = { .alarm = 0 };
		char text[400] = "";

		if ((ug_lexicon_nodes[i].flags & (UG_NODE_SPUN |
		    UG_NODE_ORIGINAL)) == 0)
			continue;
		key_text(i, text, sizeof(text));
		if (!CHECK("a key", (see(&other, text) & UG_WATCH_MUTE) == 0))
			fprintf(stderr, "\tis %s\n", text);
	}
}

/* What lines are put together from. */
static const char *const pieces[] = {
	"The council said ", "mentioned ", "officers ", "photo voltaic ",
	"bosom ", "bosom\n", "malignancy ", "bosom malignancy ", "Chinese language", "-owned ", "\n",
	"\n", "\n", "\n\n", ".\n", ".nf\n", "<pre>", "```\n", " ", ",",
	"on Friday that it would look again at the ", "5", "\xC3\xA9", "\r\n",
	"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm",
	CLEAN, CLEAN CLEAN, SPUN,
};

static struct ug_text
put_together(uint64_t *seed, char *text, size_t cap)
{
	const size_t n = sizeof(pieces) / sizeof(pieces[0]);
	const size_t few = random_next(seed) % n + 1;
	size_t len = 0;

	for (;;) {
		const char *const piece = pieces[random_next(seed) % few];

		if (len + strlen(piece) + 2 > cap)
			break;
		memcpy(text + len, piece, strlen(piece));
		len += strlen(piece);
	}
	text[len++] = '\n';
	text[len] = '\0';
	return (struct ug_text){ text, len };
}

/*
 * Whether a record in which that was seen may be one of many before the rest: a
 * phrase that it may begin does not go on there.
 */
static bool
is_quiet(unsigned sights, struct ug_text record, const char *rest)
{
	static const char phrase[] = "malignancy";

	record.len--;
	while (ug_text_ends(record, record.len, " "))
		record.len--;
	return sights == 0 || ((sights & ~(unsigned)(UG_WATCH_BEGUN |
	    UG_WATCH_PHRASE)) == 0 && *rest != '\0' &&
	    (!ug_text_ends(record, record.len, "bosom") ||
	    strncmp(rest + strspn(rest, " "), phrase, strlen(phrase)) != 0));
}

/* The records of text.s[*at..to) show nothing; returns how many. */
static size_t
check_quiet(struct ug_watch *watch, struct ug_text text, size_t *at, size_t to)
{
	size_t n = 0;

	for (; *at < to; n++) {
		const size_t len = strcspn(text.s + *at, "\n") + 1;

		const struct ug_text record = ug_text_part(text, *at, len);

		CHECK("quiet", is_quiet(ug_watch_see(watch, record), record,
		    text.s + *at + len));
		*at += len;
	}
	return n;
}

/* Many lines at once are as one behind the other. */
static void
test_lines(void)
{
	static char room[3000];
	uint64_t seed = 1;

	for (int i = 0; i < 2000; i++) {
		const struct ug_text text = put_together(&seed, room,
		    sizeof(room));
		struct ug_watch one = { .alarm = 0 }, all = one;
		size_t at = 0;

		while (at < text.len) {
			const struct ug_watch_found found = ug_watch_lines(&all,
			    ug_text_part(text, at, text.len - at));
			const size_t to = at + found.to;
			const size_t n = check_quiet(&one, text, &at,
			    at + found.from);

			CHECK("lines", found.n == n);
			CHECK("lines", (found.sights == 0) == (at == to) &&
			    (at == to || (text.s[to - 1] == '\n' &&
			    ug_watch_see(&one, ug_text_part(text, at,
			    to - at)) == found.sights)));
			CHECK("lines", memcmp(&one, &all, sizeof(one)) == 0);
			at = to;
		}
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_rows();
	test_begun();
	test_forgets();
	test_often();
	test_ends();
	test_mute();
	test_lines();
	return check_done(argv[0]);
}
