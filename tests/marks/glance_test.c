/*
 * glance_test.c - what a quick look must not miss, wherever it stands
 */
#include "marks/glance.h"

#include <stdlib.h>

#include "base/traits.h"
#include "check.h"
#include "random.h"

#define PAD_MAX 140 /* more than two blocks */

static const struct row {
	const char *name;
	struct ug_text text;
	unsigned cues;
} rows[] = {
	{ "nothing", UG_LIT("it is a safe town. All know it, Lind too"), 0 },
	{ "a small letter behind a stop", UG_LIT("a town. it is"),
	  UG_GLANCE_SMALL },
	{ "a stop that floats", UG_LIT("a town. of it"),
	  UG_GLANCE_SMALL | UG_GLANCE_STOP },
	{ "a stop before a compound", UG_LIT("a town. well-known to it"),
	  UG_GLANCE_SMALL | UG_GLANCE_STOP },
	{ "a short form", UG_LIT("a corp. of it"), UG_GLANCE_SMALL },
	{ "a short word", UG_LIT("a sea. of it"), UG_GLANCE_SMALL },
	{ "a number", UG_LIT("a 1600. of it"), UG_GLANCE_SMALL },
	{ "a stop behind a blank", UG_LIT("a town. . It is"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP },
	{ "a stop at the end, twice", UG_LIT("a town. .\r\n"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP },
	{ "a stop behind a comma", UG_LIT("a town, . It is"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP },
	{ "stops, and a small letter", UG_LIT("a town. . it is"),
	  UG_GLANCE_SPACED | UG_GLANCE_SMALL },
	{ "an ellipsis", UG_LIT("a town. . . It is"), UG_GLANCE_SPACED },
	{ "a stop behind a word", UG_LIT("a town . It is"), UG_GLANCE_SPACED },
	{ "a comma behind a blank", UG_LIT("a town , It is"),
	  UG_GLANCE_SPACED },
	{ "a comma behind a stop", UG_LIT("a town. , it is"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP },
	{ "a comma behind a bracket and a stop", UG_LIT("a town). , it is"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP },
	{ "a comma behind a quotation", UG_LIT("a town.\" , it is"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP | UG_GLANCE_QUOTE },
	{ "a comma behind a curly one", UG_LIT("a town.” , it is"),
	  UG_GLANCE_SPACED | UG_GLANCE_STOP | UG_GLANCE_WIDE |
	  UG_GLANCE_CLOSE },
	{ "an s by itself", UG_LIT("the town s mayor"), UG_GLANCE_BLANKED },
	{ "a t by itself", UG_LIT("it isn t far"), UG_GLANCE_BLANKED },
	{ "said", UG_LIT("she said"), UG_GLANCE_SAID },
	{ "told", UG_LIT("she told him"), UG_GLANCE_SAID | UG_GLANCE_TOLD },
	{ "told, and a comma", UG_LIT("she told, him"), UG_GLANCE_TOLD },
	{ "wrote", UG_LIT("she wrote."), UG_GLANCE_SAID },
	{ "added", UG_LIT("she added:"), UG_GLANCE_SAID },
	{ "read", UG_LIT("it read: A"), UG_GLANCE_SAID },
	{ "reading", UG_LIT("the reading of it"), 0 },
	{ "wont", UG_LIT("they wont be"), UG_GLANCE_SLURRED },
	{ "Im", UG_LIT("now Im going"), UG_GLANCE_SLURRED },
	{ "Mr", UG_LIT("by Mr. Li"), UG_GLANCE_TITLE },
	{ "Ms", UG_LIT("by Ms. Li"), UG_GLANCE_TITLE },
	{ "Dr behind a bracket", UG_LIT("by (Dr. Li"), UG_GLANCE_TITLE },
	{ "Mrs behind a mark", UG_LIT("it: “Mrs. Li"),
	  UG_GLANCE_TITLE | UG_GLANCE_WIDE | UG_GLANCE_OPEN },
	{ "Mr behind a guillemet", UG_LIT("it: «Mr. Li"),
	  UG_GLANCE_TITLE | UG_GLANCE_WIDE | UG_GLANCE_ANGLE },
	{ "Dr behind a wide bracket", UG_LIT("it: （Dr. Li"),
	  UG_GLANCE_TITLE | UG_GLANCE_WIDE },
	{ "Mr behind letters and a mark", UG_LIT("it \xC3\xA9\"Mr. Li"),
	  UG_GLANCE_TITLE | UG_GLANCE_WIDE | UG_GLANCE_QUOTE },
	{ "Mr within a word", UG_LIT("it\xC3\xA9Mr. Li"), UG_GLANCE_WIDE },
	{ "names", UG_LIT("in Harlands List"), UG_GLANCE_NAMES },
	{ "names behind the", UG_LIT("the Harlands List"),
	  UG_GLANCE_NAMES | UG_GLANCE_THE },
	{ "words behind the", UG_LIT("the harlands List"), UG_GLANCE_NAMES },
	{ "three words twice", UG_LIT("a few big boats few big boats went"),
	  UG_GLANCE_COPY },
	{ "three words twice, marks around",
	  UG_LIT("it (few big boats few big boats) is"), UG_GLANCE_COPY },
	{ "three words twice, a short one last",
	  UG_LIT("it (few large as few large as) is"), UG_GLANCE_COPY },
	{ "three words twice, letters last",
	  UG_LIT("it (fewest bo c fewest bo c) is"), UG_GLANCE_COPY },
	{ "three words twice, few letters",
	  UG_LIT("it is as in a as in a of b"), 0 },
	{ "three words and other three",
	  UG_LIT("a few big boats fat black birds went"), 0 },
	{ "three numbers twice", UG_LIT("it 1600 1700 1800 1600 1700 1800 is"),
	  0 },
	{ "four words twice",
	  UG_LIT("now that few big old boats few big old boats went"),
	  UG_GLANCE_COPY },
	{ "eight words twice",
	  UG_LIT("so big blue cold fish near rocky northern shores big blue "
	  "cold fish near rocky northern shores it"), UG_GLANCE_COPY },
	{ "short words twice", UG_LIT("it is as in a of b as in a of b is"),
	  UG_GLANCE_COPY },
	{ "words over a stop", UG_LIT("in other places. other places. It is"),
	  UG_GLANCE_SMALL | UG_GLANCE_COPY },
	{ "eight words over a stop",
	  UG_LIT("it is in a few big old places of it. in a few big old "
	  "places of it. All"), UG_GLANCE_SMALL | UG_GLANCE_COPY },
	{ "a word over a stop", UG_LIT("in other places. places. It is"),
	  UG_GLANCE_SMALL },
	{ "others over a stop", UG_LIT("in other places. other planes. It is"),
	  UG_GLANCE_SMALL },
	{ "a hyphen that floats", UG_LIT("the Outer -Reach"), 0 },
	{ "words over a hyphen", UG_LIT("the Outer -Reach and Outer Reach."),
	  UG_GLANCE_COPY },
	{ "others over a hyphen", UG_LIT("the Outer -Reach and Inner Reach."),
	  0 },
	{ "a dash", UG_LIT("the Outer - Reach"), 0 },
	{ "a word over a mark", UG_LIT("is not \"not over"),
	  UG_GLANCE_COPY | UG_GLANCE_QUOTE },
	{ "a word over a curly mark", UG_LIT("is not “not over"),
	  UG_GLANCE_COPY | UG_GLANCE_WIDE | UG_GLANCE_OPEN },
	{ "another word over a mark", UG_LIT("is well \"well over"),
	  UG_GLANCE_QUOTE },
	{ "an apostrophe", UG_LIT("the town'd be"), UG_GLANCE_APOSTROPHE },
	{ "an owner", UG_LIT("the town's mayor"),
	  UG_GLANCE_APOSTROPHE | UG_GLANCE_OWNER },
	{ "a curly one", UG_LIT("the town’s mayor"),
	  UG_GLANCE_WIDE | UG_GLANCE_CURLED | UG_GLANCE_OWNER },
	{ "a blank behind it", UG_LIT("the town’ s mayor"),
	  UG_GLANCE_WIDE | UG_GLANCE_CURLED | UG_GLANCE_MOVED |
	  UG_GLANCE_BLANKED },
	{ "a blank before it", UG_LIT("the town 's mayor"),
	  UG_GLANCE_APOSTROPHE | UG_GLANCE_MOVED },
	{ "a single mark before it", UG_LIT("the town 'so be"),
	  UG_GLANCE_APOSTROPHE },
	{ "behind the s", UG_LIT("by Mr. Harlands' boat"),
	  UG_GLANCE_APOSTROPHE | UG_GLANCE_MOVED | UG_GLANCE_TITLE },
	{ "behind the s of many", UG_LIT("by the Harlands' boat"),
	  UG_GLANCE_APOSTROPHE },
	{ "not", UG_LIT("it isn’t far"),
	  UG_GLANCE_WIDE | UG_GLANCE_CURLED | UG_GLANCE_NOT },
	{ "a mark that opens", UG_LIT("the “mayor"),
	  UG_GLANCE_WIDE | UG_GLANCE_OPEN },
	{ "a mark that joins", UG_LIT("the mayor”she said"),
	  UG_GLANCE_WIDE | UG_GLANCE_CLOSE | UG_GLANCE_SLIP | UG_GLANCE_SAID },
	{ "a mark that opens and joins", UG_LIT("the mayor“she"),
	  UG_GLANCE_WIDE | UG_GLANCE_OPEN | UG_GLANCE_SLIP },
	{ "a mark that floats", UG_LIT("no doubt, \" Lind"),
	  UG_GLANCE_QUOTE | UG_GLANCE_SLIP },
	{ "a guillemet", UG_LIT("the «mayor"),
	  UG_GLANCE_WIDE | UG_GLANCE_ANGLE },
	{ "a mark", UG_LIT("the \"mayor"), UG_GLANCE_QUOTE },
	{ "like a mark", UG_LIT("the #1 & all"), 0 },
	{ "wide", UG_LIT("caf\u00E9"), UG_GLANCE_WIDE },
};

/* Each row behind any number of bytes. */
static void
check_row(const struct row *row)
{
	for (size_t pad = 2; pad < PAD_MAX; pad++) {
		/* To the byte, so that a reader of more is found out. */
		char *const text = malloc(pad + row->text.len);

		if (!CHECK("memory", text != NULL))
			return;
		memset(text, 'x', pad - 1);
		text[pad - 1] = ' ';
		memcpy(text + pad, row->text.s, row->text.len);
		const int ok = CHECK(row->name, ug_glance((struct ug_text){
		    text, pad + row->text.len }) == row->cues);

		free(text);
		if (!ok)
			break;
	}
}

static void
check_ends(void)
{
	CHECK("empty", ug_glance(UG_TEXT("")) == 0 &&
	    ug_glance((struct ug_text){ NULL, 0 }) == 0);
	CHECK("a blank", ug_glance(UG_TEXT(" ")) == 0);
	CHECK("a blank before", ug_glance(UG_TEXT(" , it")) ==
	    UG_GLANCE_SPACED);
	CHECK("a stop at the end", ug_glance(UG_TEXT("it .")) ==
	    UG_GLANCE_SPACED);
	CHECK("a title before",
	    ug_glance(UG_TEXT("Mr. Li")) == UG_GLANCE_TITLE);
	CHECK("a title before, quoted", ug_glance(UG_TEXT("\"Mr. Li")) ==
	    (UG_GLANCE_TITLE | UG_GLANCE_QUOTE));
	CHECK("an s before", ug_glance(UG_TEXT("s is")) == 0);
}

/* Put some of the rows, and other things, into lines. */
static struct ug_text
put_together(uint64_t *seed, char *text, size_t cap)
{
	static const char *const others[] = { "\n", "\n", "\n", " ", "town ",
		"\r\n", "&", "$", "\\", "<p>", "@", "\xC2\x80" };
	const size_t n = sizeof(rows) / sizeof(*rows);
	size_t len = 0;

	for (;;) {
		const struct ug_text row = rows[random_next(seed) % n].text;
		const char *const other = others[random_next(seed) %
		    (sizeof(others) / sizeof(*others))];

		if (len + row.len + strlen(other) + 2 > cap)
			break;
		if (random_next(seed) % 2 == 0) {
			memcpy(text + len, row.s, row.len);
			len += row.len;
		}
		memcpy(text + len, other, strlen(other));
		len += strlen(other);
	}
	text[len++] = '\n';
	return (struct ug_text){ text, len };
}

/* A copy is seen wherever it stands in a long text. */
static void
check_long(void)
{
	static const char copy[] = " few big boats few big boats ";
	char room[9000];
	uint64_t seed = 1;

	for (size_t i = 0; i < sizeof(room); i++)
		room[i] = (char)(i % 7 == 0 ? ' ' :
		    'a' + random_next(&seed) % 26);
	for (size_t at = 8100; at < 8300; at++) {
		char was[sizeof(copy)];
		const struct ug_text text = { room, sizeof(room) };

		CHECK("none", (ug_glance(text) & UG_GLANCE_COPY) == 0);
		memcpy(was, room + at, sizeof(copy));
		memcpy(room + at, copy, sizeof(copy) - 1);
		CHECK("copy", (ug_glance(text) & UG_GLANCE_COPY) != 0);
		memcpy(room + at, was, sizeof(copy));
	}
}

/* A line is seen if anything is in it, and tells what it does alone. */
static size_t
check_line(const struct ug_glance_line *line, struct ug_text text, size_t at)
{
	const size_t len = strcspn(text.s + at, "\n") + 1;
	const unsigned cues = ug_glance(ug_text_part(text, at, len));
	const unsigned traits = ug_traits(text.s + at, len);

	if (line == NULL) {
		CHECK("nothing", cues == 0 && traits == 0);
		return len;
	}
	CHECK("place", line->start == at && line->end == at + len);
	CHECK("cues", line->cues == cues);
	CHECK("traits", line->traits == traits);
	return len;
}

/* Those of a glance, from text.s[at] on.  Returns where they end. */
static size_t
check_glance(struct ug_text text, size_t at)
{
	struct ug_glance_lines lines;

	ug_glance_lines(&lines, text, at);
	CHECK("some", lines.end > at && lines.end <= text.len);
	for (size_t i = 0; i < lines.n; i++) {
		for (size_t n = lines.v[i].n; n > 0 && at < text.len; n--)
			at += check_line(NULL, text, at);
		if (at < text.len)
			at += check_line(&lines.v[i], text, at);
	}
	for (; lines.rest > 0 && at < text.len; lines.rest--)
		at += check_line(NULL, text, at);
	CHECK("as far as told", at == lines.end);
	return at;
}

/* Lines of texts: short ones, and such as are longer than what is looked at. */
static void
check_lines(void)
{
	const size_t cap = 40000;
	char *const room = malloc(cap);
	uint64_t seed = 1;

	for (int i = 0; CHECK("memory", room != NULL) && i < 200; i++) {
		const struct ug_text text = put_together(&seed, room, cap);
		const size_t blanks = random_next(&seed) % 40;

		for (size_t n = 0; n + 1 < text.len && blanks > 10; n++)
			if (random_next(&seed) % (blanks * blanks) > 0 &&
			    room[n] == '\n')
				room[n] = i % 2 == 0 ? ' ' : 'a';
		for (size_t at = 0; at < text.len; )
			at = check_glance(text, at);
	}
	free(room);
}

/* A title is seen at the start of a text, behind however many marks. */
static void
check_start(void)
{
	for (size_t n = 0; n < 40; n++) {
		char text[64];

		memset(text, 0, sizeof(text));
		for (size_t i = 0; i < n; i++)
			memcpy(text + strlen(text), i % 9 == 8 ? "(" : "\xC3\xA9",
			    (size_t)(i % 9 == 8 ? 1 : 2));
		if (strlen(text) > sizeof(text) - 10)
			break;
		strcat(text, "Mr. Ott");
		CHECK(text, (ug_glance((struct ug_text){ text,
		    strlen(text) }) & UG_GLANCE_TITLE) != 0);
		text[strlen(text) - 7] = 'N';
		CHECK(text, (ug_glance((struct ug_text){ text,
		    strlen(text) }) & UG_GLANCE_TITLE) == 0);
	}
}

/* Plain lines, of which each place in a block starts one. */
static void
check_starts(void)
{
	static const char *const starts[] = { "Mr", "Dr", "(Ms", "[Mr", "Me",
		"it", "\"Mr", "\n" };
	char room[400];

	for (size_t len = 1; len < 200; len++) {
		for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
			const size_t n = strlen(starts[i]);

			memset(room, 'x', sizeof(room));
			room[len] = room[sizeof(room) - 1] = '\n';
			memcpy(room + len + 1, starts[i], n);
			for (size_t at = 0; at < sizeof(room); )
				at = check_glance((struct ug_text){ room,
				    sizeof(room) }, at);
		}
	}
}

/* The first line, too, is seen for no more than how it starts. */
static void
check_first(void)
{
	static const char *const lines[] = { "Mr. ott\n", "Dr. a\n",
		"(Ms. ott)\n", "Mr. Ott\n", "it\n" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		CHECK(lines[i], check_glance((struct ug_text){ lines[i],
		    strlen(lines[i]) }, 0) == strlen(lines[i]));
}

/* A run of blanks is no copy of words; the ends of blocks may look like one. */
static void
check_runs(void)
{
	char room[50 * 20];
	struct ug_glance_lines lines;

	memset(room, ' ', sizeof(room));
	for (size_t at = 0; at < sizeof(room); at += 20) {
		room[at] = 'a';
		memcpy(room + at + 18, "b\n", 2);
	}
	ug_glance_lines(&lines, (struct ug_text){ room, sizeof(room) }, 0);
	CHECK("runs of blanks", lines.end == sizeof(room) && lines.n < 25);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_start();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_ends();
	check_lines();
	check_starts();
	check_first();
	check_long();
	check_runs();
	return check_done(argv[0]);
}
