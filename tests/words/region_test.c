/*
 * region_test.c - what opens a block of code, what closes it
 */
#include "words/region.h"

#include "check.h"

static const struct {
	const char *name;
	struct ug_text line;
	size_t at;
	const char *open; /* of the region; NULL: none */
} opens[] = {
	{ "a fence", UG_LIT("```c\n"), 0, "```" },
	{ "of tildes", UG_LIT("  ~~~\n"), 2, "~~~" },
	{ "two are none", UG_LIT("``x``\n"), 0, NULL },
	{ "roff", UG_LIT(".nf\n"), 0, ".nf" },
	{ "with a word", UG_LIT(".Bd -literal\n"), 0, ".bd" },
	{ "at the end", UG_LIT(".EX"), 0, ".ex" },
	{ "a longer word", UG_LIT(".exe files\n"), 0, NULL },
	{ "a tag, which others look for", UG_LIT("<pre>\n"), 0, NULL },
	{ "words", UG_LIT("the end\n"), 0, NULL },
	{ "nothing", UG_LIT("  "), 2, NULL },
	{ "a request and a tab", UG_LIT("  .nf\tx"), 2, ".nf" },
	{ "and an end of DOS", UG_LIT(".nf\r\n"), 0, ".nf" },
	{ "and a mark", UG_LIT(".nf.\n"), 0, NULL },
};

static const struct {
	const char *name, *open;
	struct ug_text line;
	bool closes;
} closings[] = {
	{ "a fence", "```", UG_LIT("```\n"), true },
	{ "behind text", "```", UG_LIT("x ```\n"), true },
	{ "another fence", "```", UG_LIT("~~~\n"), false },
	{ "roff", ".nf", UG_LIT("  .fi\n"), true },
	{ "behind text", ".nf", UG_LIT("yle .fi\n"), false },
	{ "a longer word", ".nf", UG_LIT(".fin\n"), false },
	{ "another request", ".ex", UG_LIT(".fi\n"), false },
	{ "a tag", "<pre", UG_LIT("x</PRE> y\n"), true },
	{ "another tag", "<pre", UG_LIT("</code>\n"), false },
};

static uint8_t
region_of(const char *open)
{
	uint8_t i = UG_REGION_FENCES;

	while (i < UG_REGION_END && strcmp(ug_regions[i].open, open) != 0)
		i++;
	CHECK(open, i < UG_REGION_END);
	return i;
}

int
main(int argc, char *argv[])
{
	const struct ug_text text = UG_TEXT("a.b\n .nf <b> </Script> ```");

	(void)argc;
	for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++)
		CHECK(opens[i].name, ug_region_opens(opens[i].line,
		    opens[i].at) == (opens[i].open == NULL ? 0 :
		    region_of(opens[i].open)));
	for (size_t i = 0; i < sizeof(closings) / sizeof(*closings); i++)
		CHECK(closings[i].name, ug_region_closes(
		    region_of(closings[i].open), closings[i].line, 0) ==
		    closings[i].closes);
	CHECK("a stop in a line", !ug_region_may_turn(text, 1));
	CHECK("one that starts it", ug_region_may_turn(text, 5));
	CHECK("a tag of text", !ug_region_may_turn(text, 9));
	CHECK("one of code, closing", ug_region_may_turn(text, 13));
	CHECK("a fence", ug_region_may_turn(text, 23));
	CHECK("from there on alone", !ug_region_closes(region_of("```"),
	    UG_TEXT("``` x"), 1) && !ug_region_closes(region_of(".nf"),
	    UG_TEXT(".fi x"), 3) && ug_region_closes(region_of(".nf"),
	    UG_TEXT("x .fi"), 1));
	CHECK("blanks alone", !ug_region_closes(region_of(".nf"),
	    UG_TEXT("  "), 0));
	CHECK("a stop that starts the text", ug_region_may_turn(
	    UG_TEXT("  .nf"), 2) && ug_region_may_turn(UG_TEXT(".fi"), 0));
	CHECK("behind an old end of line", ug_region_may_turn(
	    UG_TEXT("a\r.nf"), 2));
	CHECK("half of one", !ug_region_may_turn(text, 24));
	return check_done(argv[0]);
}
