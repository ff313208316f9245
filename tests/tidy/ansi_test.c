/*
 * ansi_test.c - escape sequences, whole, cut short and within one another
 */
#include "repair/pass_check.h"

#define E "\x1B"
#define C "\xC2\x9B"

static const struct pass_row rows[] = {
	{ "colours", UG_LIT(E "[1;31mred" E "[0m"), UG_LIT("red") },
	{ "intermediate", UG_LIT("a" E "[0 qb"), UG_LIT("ab") },
	{ "no parameters", UG_LIT(E "[Ka"), UG_LIT("a") },
	{ "a title, BEL", UG_LIT(E "]0;t\x07" "a"), UG_LIT("a") },
	{ "a title, ST", UG_LIT(E "]0;t\u00E9" E "\\a"), UG_LIT("a") },
	{ "a link", UG_LIT(E "]8;;http://x" E "\\x" E "]8;;" E "\\"),
	  UG_LIT("x") },
	{ "a string of eight bits", UG_LIT(E "Pq#0\xC2\x9C" "a"),
	  UG_LIT("a") },
	{ "BEL ends no DCS", UG_LIT(E "Pq\x07" "a"), UG_LIT("q\x07" "a") },
	{ "two bytes", UG_LIT(E "7a" E "(Bb" E "="), UG_LIT("ab") },
	{ "alone", UG_LIT("a" E), UG_LIT("a") },
	{ "before what is no sequence", UG_LIT("a" E "\u00E9" E "\n"),
	  UG_LIT("a\u00E9\n") },
	{ "a control sequence without end", UG_LIT("a" E "[12\n"),
	  UG_LIT("a12\n") },
	{ "a string without end", UG_LIT("a" E "]0;b\n"), UG_LIT("a0;b\n") },
	{ "within another", UG_LIT(E E "[0m[0m"), UG_LIT("[0m") },
	{ "eight bits", UG_LIT("a" C "0mb"), UG_LIT("ab") },
	{ "eight bits, misread", UG_LIT("a" C " b" C "c"), { 0, 0 } },
	{ "eight bits, cut short", UG_LIT(C "1" C "2" E "[0mmm"),
	  UG_LIT("mm") },
	{ "eight bits, within", UG_LIT(C E "[0m1m"), UG_LIT("1m") },
	{ "other controls", UG_LIT("a\x01\x07\xC2\x9D" "b"), { 0, 0 } },
	{ "text", UG_LIT("a[0m \u241B[0m \\e[0m"), { 0, 0 } },
};

/* However deep they are nested, a few rounds are enough. */
static void
check_nested(const char *name, const char *open, const char *close)
{
	char text[400];
	size_t len = 0;

	for (size_t i = 0; i < 40; i++, len += strlen(open))
		memcpy(text + len, open, strlen(open));
	for (size_t i = 0; i < 40; i++, len += strlen(close))
		memcpy(text + len, close, strlen(close));

	const struct pass_row row = { name, { text, len }, { 0, 0 } };
	struct ug_edits edits;

	pass_look(&ug_pass_ansi, name, row.in, &edits);
	CHECK(name, edits.n > 0);
	ug_edits_free(&edits);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_ansi, rows, sizeof(rows) / sizeof(*rows));
	check_nested("escape", E, "[0m");
	check_nested("eight bits", C "1", "m");
	return check_done(argv[0]);
}
