/*
 * glance_blank_test.c - what stands next to a blank tells, and nothing that
 * stands outside of the text
 */
#include "marks/glance_blank.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "marks/glance.h"
#include "marks/glance_marks.h"

/* What may stand in memory before a text, and behind it. */
static const char *const before[] = { "", " ", " \"", " \"(", "x", "the ", ".",
	"Mr. ", "s" };
static const char *const behind[] = { "", " ", "r. Ott", "s x", "t x", ". It",
	"aid: ", "\"", "x" };

#define N_BEFORE (sizeof(before) / sizeof(*before))
#define N_BEHIND (sizeof(behind) / sizeof(*behind))

/* The i-th way to let a text stand in memory, in `room`. */
static struct ug_text
placed(const char *s, size_t i, char *room)
{
	const char *const first = before[i % N_BEFORE];

	sprintf(room, "%s%s%s", first, s, behind[i / N_BEFORE]);
	return (struct ug_text){ room + strlen(first), strlen(s) };
}

static const struct {
	const char *text; /* a blank at _ */
	unsigned cues;
} blanks[] = {
	{ "it_said", UG_GLANCE_SAID },
	{ "it_sai", 0 },
	{ "_said", UG_GLANCE_SAID },
	{ "it_added", UG_GLANCE_SAID },
	{ "it_adde", 0 },
	{ "it_read: ", UG_GLANCE_SAID },
	{ "it_read:", 0 },
	{ "it_wrote", UG_GLANCE_SAID },
	{ "it_wrot", 0 },
	{ "it_told ", UG_GLANCE_SAID | UG_GLANCE_TOLD },
	{ "it_told", UG_GLANCE_TOLD },
	{ "it_tol", 0 },
	{ "it_wont ", UG_GLANCE_SLURRED },
	{ "it_wont", 0 },
	{ "it_Im ", UG_GLANCE_SLURRED },
	{ "it_Im", 0 },
	{ "it_s ", UG_GLANCE_BLANKED },
	{ "it_t ", UG_GLANCE_BLANKED },
	{ "it_s", 0 },
	{ "it_t", 0 },
	{ "it_Mr", UG_GLANCE_TITLE },
	{ "it_Ms", UG_GLANCE_TITLE },
	{ "it_Dr", UG_GLANCE_TITLE },
	{ "it_Ds", 0 },
	{ "it_M", 0 },
	{ "it_\"Mr", UG_GLANCE_TITLE },
	{ "it_'Mr", UG_GLANCE_TITLE },
	{ "it_[Mr", UG_GLANCE_TITLE },
	{ "it_(\"Mr", UG_GLANCE_TITLE },
	{ "it_\u201CMr", UG_GLANCE_TITLE },
	{ "it_\"said", 0 },
	{ "it_{Mr", 0 },
	{ "it_", 0 },
	{ "_", 0 },
	{ "it_,", UG_GLANCE_SPACED },
	{ "_,", UG_GLANCE_SPACED },
	{ "it_.", UG_GLANCE_SPACED },
	{ "it_;", 0 },
	{ "it._is", UG_GLANCE_SMALL },
	{ "it,_is", 0 },
	{ "it._Is", 0 },
	{ "_is", 0 },
	{ "town._.", UG_GLANCE_SPACED | UG_GLANCE_STOP },
	{ "town._of", UG_GLANCE_SMALL | UG_GLANCE_STOP },
	{ "a bc._a bc.", UG_GLANCE_SMALL | UG_GLANCE_COPY },
	{ "is_It", UG_GLANCE_NAMES },
	{ "is_it", 0 },
	{ "it_It", 0 },
	{ "the Is_It", UG_GLANCE_NAMES | UG_GLANCE_THE },
	{ "he Is_It", UG_GLANCE_NAMES },
};

static void
test_blanks(void)
{
	for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++) {
		const size_t blank = strcspn(blanks[i].text, "_");
		char s[80], room[120];

		strcpy(s, blanks[i].text);
		s[blank] = ' ';
		for (size_t k = 0; k < N_BEFORE * N_BEHIND; k++)
			CHECK(blanks[i].text, ug_glance_blank(placed(s, k,
			    room), blank) == blanks[i].cues);
	}
}

/* Titles: where a text starts; behind marks behind a blank. */
static const struct {
	const char *text;
	bool starts, within;
} titles[] = {
	{ "Mr. Li", true, false },
	{ "Ms", true, false },
	{ "Dr", true, false },
	{ "M", false, false },
	{ "D", false, false },
	{ "Me", false, false },
	{ "\"Mr. Li", true, false },
	{ "(\u201CMr. Li", true, false },
	{ "\u00E9\u00E9\u00E9\u00E9\u00E9Mr. Li", true, false },
	{ " Mr. Li", false, false },
	{ "xMr. Li", false, false },
	{ " \"Mr. Li", false, true },
	{ "it \u201CDr. Li", false, true },
	{ "it (\"\u00E9Ms", false, true },
	{ "it (\"Mt", false, false },
	{ "it x\"Mr", false, false },
	{ "it\u00E9Mr", false, false },
	{ "it 5Mr", false, false },
	{ "Me, it \"M", false, false },
	{ "Me, Di, it \"Dr", false, true },
	{ "", false, false },
};

static void
test_titles(void)
{
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++) {
		for (size_t k = 0; k < N_BEFORE * N_BEHIND; k++) {
			char room[120];
			const struct ug_text text = placed(titles[i].text, k,
			    room);

			CHECK(titles[i].text, (ug_glance_start(text) ==
			    UG_GLANCE_TITLE) == titles[i].starts);
			CHECK(titles[i].text, (ug_glance_wide_titles(text) ==
			    UG_GLANCE_TITLE) == titles[i].within);
		}
	}
}

/* Marks of quotation, one at |, and what they are cues of beside themselves. */
static const struct {
	const char *text;
	const char *marks; /* of these all: " “ ” */
	unsigned cues;
} quotes[] = {
	{ "a, |", "\"\u201C\u201D", UG_GLANCE_SLIP },
	{ "a. | b", "\"\u201C\u201D", UG_GLANCE_SLIP },
	{ "a! |\nb", "\"\u201C\u201D", UG_GLANCE_SLIP },
	{ "a? |\rb", "\"\u201C\u201D", UG_GLANCE_SLIP },
	{ "a\u2026 | b", "\"\u201C\u201D", UG_GLANCE_SLIP },
	{ ", | b", "\"\u201C\u201D", UG_GLANCE_SLIP },
	{ " | b", "\"\u201C\u201D", 0 },
	{ "| b", "\"\u201C\u201D", 0 },
	{ "a; | b", "\"\u201C\u201D", 0 },
	{ "a, |.", "\"\u201C\u201D", 0 },
	{ "a,| b", "\"\u201C\u201D", 0 },
	{ "ab|cd", "\"", 0 },
	{ "ab|cd", "\u201C\u201D", UG_GLANCE_SLIP },
	{ "ab|c", "\u201C", UG_GLANCE_SLIP },
	{ "ab|c", "\u201D", 0 },
	{ "b|cd", "\u201C", 0 },
	{ "b|cd", "\u201D", UG_GLANCE_SLIP },
	{ "|cd", "\u201D", UG_GLANCE_SLIP },
	{ "1b|2d", "\u201C\u201D", 0 },
	{ "b1|d2", "\u201C\u201D", 0 },
};

static unsigned
cue_of(const char *mark)
{
	return mark[0] == '"' ? UG_GLANCE_QUOTE : UG_GLANCE_WIDE |
	    (mark[2] == "\u201C"[2] ? UG_GLANCE_OPEN : UG_GLANCE_CLOSE);
}

static void
check_quote(const char *row, const char *mark, unsigned cues)
{
	const size_t len = mark[0] == '"' ? 1 : 3;
	char s[40], room[80];

	snprintf(s, sizeof(s), "%.*s%.*s%s", (int)strcspn(row, "|"), row,
	    (int)len, mark, row + strcspn(row, "|") + 1);
	for (size_t k = 0; k < N_BEFORE * N_BEHIND; k++) {
		const struct ug_text text = placed(s, k, room);
		const unsigned is = len == 1 ? ug_glance_ascii(text) :
		    ug_glance_wide(text);

		CHECK(s, is == (cue_of(mark) | cues) ||
		    (len == 1 && strstr(s, "\u2026") != NULL &&
		    (is | UG_GLANCE_WIDE) == (cue_of(mark) | cues |
		    UG_GLANCE_WIDE)));
	}
}

static void
test_quotes(void)
{
	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++)
		for (const char *mark = quotes[i].marks; *mark != '\0';
		    mark += mark[0] == '"' ? 1 : 3)
			check_quote(quotes[i].text, mark, quotes[i].cues);
}

/* The blank at the end is like those that are told, and no others are. */
static void
test_again(void)
{
	static const char text[] = "a few big boats few big boats went";
	static const char many[] = "b c d e f g h iiii b c d e f g h iiii it";
	const struct ug_text two = { text, strlen(text) };
	const struct ug_text eight = { many, strlen(many) };

	for (unsigned back = 1; back <= 8; back++) {
		const uint64_t like = UINT64_C(0x80) << 8 * (back - 1);

		CHECK("three words", ug_glance_again(two, 29, like) ==
		    (back == 3));
		CHECK("eight words", ug_glance_again(eight, 37, like) ==
		    (back == 8));
		CHECK("others too", ug_glance_again(two, 29, like |
		    UINT64_C(0x800000)));
	}
	CHECK("none", !ug_glance_again(two, 29, 0));
	CHECK("no blank before", !ug_glance_again(two, 1, 0x80));
	CHECK("no bit", !ug_glance_again(two, 29, 0x7F7F7F));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_blanks();
	test_titles();
	test_quotes();
	test_again();
	return check_done(argv[0]);
}
