/*
 * prose_clause_test.c - words that are a sentence, and parts of one
 */
#include "prose_check.h"

static const struct {
	const char *text;
	bool has;
} rows[] = {
	{ "the end of the bay", false },
	{ "the bay is far", true },
	{ "the bay that is far", false },
	{ "that is the bay", true },
	{ "those who said so", false },
	{ "those who know it, and they do", true },
	{ "while it was dark", false },
	{ "while it was dark, she left it there", true },
	{ "of the coast it is known", true },
	{ "it’s", true },
	{ "don't go", true },
	{ "the mayor of so small a town", false },
};

static void
look(size_t i, const struct ug_prose *prose)
{
	CHECK(rows[i].text, ug_prose_has_verb(prose, 0, prose->n - 1) ==
	    rows[i].has);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_prose(i, (struct ug_text){ rows[i].text,
		    strlen(rows[i].text) }, look);
	return check_done(argv[0]);
}
