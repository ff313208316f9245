/*
 * prose_marks_test.c - which marks a text has, where, and of which kind
 */
#include "check.h"
#include "marks/glance.h"
#include "marks/prose.h"

#define ALL (~0u) /* cues: anything may be there */

static const struct {
	struct ug_text text;
	bool quotes;
	const char *marks; /* those of quotation: s straight, c curly */
	size_t spaced;     /* stops and commas behind a blank */
} rows[] = {
	{ UG_LIT("The bay is far."), false, "", 0 },
	{ UG_LIT("It isn't far, the men’s boat"), false, "", 0 },
	{ UG_LIT("\"So it is,\" she said"), true, "ss", 0 },
	{ UG_LIT("“So it is,” she said, \"so\""), true, "ccss", 0 },
	{ UG_LIT("so \"is “it”"), true, "scc", 0 },
	{ UG_LIT("it — is … „so” it"), true, "c", 0 },
	{ UG_LIT("« so »"), true, "", 0 },
	{ UG_LIT("``so''"), true, "", 0 },
	{ UG_LIT("'so it is"), true, "", 0 },
	{ UG_LIT("they said 'so"), true, "", 0 },
	{ UG_LIT("The bay , the boat . And the men ,too"), false, "", 3 },
	{ UG_LIT("The bay ; it ( is ) far !"), false, "", 0 },
};

static void
check_quotes(struct ug_text text, const char *marks)
{
	struct ug_quotes quotes = ug_quotes_of(text, ALL);
	struct ug_quote quote;
	size_t last = 0;

	for (; *marks != '\0'; marks++) {
		if (!CHECK(text.s, ug_quotes_next(&quotes, &quote)))
			return;
		CHECK(text.s, quote.len == (*marks == 's' ? 1 : 3));
		CHECK(text.s, (text.s[quote.at] == '"') == (*marks == 's'));
		CHECK("in order", quote.at >= last);
		last = quote.at + quote.len;
	}
	CHECK(text.s, !ug_quotes_next(&quotes, &quote));
	quotes = ug_quotes_of(text, 0);
	CHECK("none by its cues", !ug_quotes_next(&quotes, &quote));
}

static void
check_spaced(struct ug_text text, size_t spaced, struct ug_arena *scratch)
{
	struct ug_prose prose;

	CHECK(text.s, ug_prose_read(&prose, text, scratch) == UNGARBLE_OK);
	prose.cues = ALL;
	for (size_t but = 0; but < 5; but++)
		CHECK(text.s, ug_prose_spaced(&prose, but) == (spaced > but));
	prose.cues = ALL & ~(unsigned)UG_GLANCE_SPACED;
	CHECK("none by its cues", !ug_prose_spaced(&prose, 0));
	ug_arena_reset(scratch);
}

int
main(int argc, char *argv[])
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_text text = UG_TEXT("a\xE2\x80\x94”b”");

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK(rows[i].text.s, ug_prose_quotes(rows[i].text) ==
		    rows[i].quotes);
		check_quotes(rows[i].text, rows[i].marks);
		check_spaced(rows[i].text, rows[i].spaced, &scratch);
	}
	CHECK("find", ug_text_find(text, 0, UG_TEXT("”")) == 4);
	CHECK("the next", ug_text_find(text, 5, UG_TEXT("”")) == 8);
	CHECK("none", ug_text_find(text, 9, UG_TEXT("”")) == text.len);
	CHECK("curled", ug_prose_curly(UG_GLANCE_CURLED |
	    UG_GLANCE_APOSTROPHE));
	CHECK("as its marks", ug_prose_curly(UG_GLANCE_OPEN));
	CHECK("straight", !ug_prose_curly(UG_GLANCE_OPEN |
	    UG_GLANCE_APOSTROPHE) && !ug_prose_curly(0));
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
