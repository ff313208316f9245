/*
 * repetition_test.c - words twice in a row: said so, or left by a machine
 */
#include "marks/repetition.h"

#include "prose_check.h"

static const struct {
	const char *name, *text;
	size_t at, n; /* words of the first */
	bool meant;
} rows[] = {
	{ "two words", "the ship left early today early today for town", 3, 2,
	  false },
	{ "a verb and its object", "he found early plans early plans then", 2,
	  2, false },
	{ "who", "people who are able to vote able to vote again", 3, 3,
	  true },
	{ "a clause inside", "ships built that carry heavy loads carry heavy "
	  "loads", 3, 3, true },
	{ "to", "what they came to do well do well", 4, 2, true },
	{ "from coast to coast", "went from coast to coast to coast", 2, 2,
	  true },
	{ "coast to coast", "went by coast to coast to coast", 2, 2, true },
	{ "a name", "he met New Boston New Boston twice", 2, 2, true },
	{ "and", "on went so and on so and on", 2, 3, true },
	{ "ends in a link", "state out of state out of town", 0, 3, true },
	{ "an article", "he saw the ship the ship left", 2, 2, true },
	{ "what a speaker says again", "he said please come please come", 2,
	  2, true },
	{ "a possessive", "late mayor's late mayor's ship", 0, 2, true },
	{ "a clause", "ships are found ships are found", 0, 3, true },
	{ "in a list", "large boats large boats small boats", 0, 2, true },
	{ "a list of others", "large boats large boats small ships", 0, 2,
	  false },
	{ "who, and how", "people who only are paid well are paid well", 3, 3,
	  true },
	{ "who, and a word that ends so", "people who fly are paid well are "
	  "paid well", 3, 3, false },
	{ "who, aside", "people who, abroad, are paid well are paid well", 3,
	  3, true },
	{ "short words tell no list", "red cat red cat big cat", 0, 2, false },
};

static void
look(size_t i, const struct ug_prose *prose)
{
	for (size_t k = 0; k < rows[i].n; k++)
		CHECK(rows[i].name, ug_prose_same(prose, rows[i].at + k,
		    rows[i].at + rows[i].n + k));
	CHECK(rows[i].name, ug_repetition_meant(prose, rows[i].at, rows[i].n)
	    == rows[i].meant);
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
