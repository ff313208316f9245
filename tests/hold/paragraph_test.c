/*
 * paragraph_test.c - lines that start a paragraph, lines that end a sentence
 */
#include "hold/paragraph.h"

#include "check.h"

static const struct {
	struct ug_text record;
	bool starts, ends;
} rows[] = {
	{ UG_LIT(""), true, false },
	{ UG_LIT(" \t\r\n"), true, false },
	{ UG_LIT("the ferry\n"), false, false },
	{ UG_LIT("the ferry.\n"), false, true },
	{ UG_LIT("the ferry!  \r\n"), false, true },
	{ UG_LIT("  the ferry?\n"), false, true },
	{ UG_LIT("the ferry:"), false, true },
	{ UG_LIT("the ferry;\n"), false, false },
	{ UG_LIT("the ferry.\")\n"), false, true },
	{ UG_LIT("“the ferry.”\n"), false, true },
	{ UG_LIT("the ferry”\n"), false, false },
	{ UG_LIT("- the ferry\n"), true, false },
	{ UG_LIT("\t* the ferry\n"), true, false },
	{ UG_LIT("> the ferry\n"), true, false },
	{ UG_LIT("# The ferry\n"), true, false },
	{ UG_LIT("| the ferry |\n"), true, false },
	{ UG_LIT("+ the ferry.\n"), true, true },
	{ UG_LIT("1. the ferry\n"), false, false },
	{ UG_LIT("."), false, true },
	{ UG_LIT("?\f"), false, true },
	{ UG_LIT("\""), false, false },
	{ UG_LIT("\t-"), true, false },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK(rows[i].record.s, ug_paragraph_starts(rows[i].record) ==
		    rows[i].starts);
		CHECK(rows[i].record.s, ug_sentence_ends(rows[i].record) ==
		    rows[i].ends);
	}
	return check_done(argv[0]);
}
