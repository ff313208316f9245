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

/* How many bytes go at the start of a text, by which rule. */
static size_t
gone(struct ug_text text, const char **rule)
{
	struct ug_edits edits;
	size_t len = 0;

	pass_look(&ug_pass_ansi, "gone", text, &edits);
	if (CHECK("gone", edits.n == 1 && edits.v[0].at == 0 &&
	    edits.v[0].after_len == 0)) {
		len = edits.v[0].len;
		*rule = edits.v[0].rule;
	}
	ug_edits_free(&edits);
	return len;
}

/* Each byte behind an escape, and in a control sequence. */
static void
check_bytes(void)
{
	for (int c = 0x20; c < 0x80; c++) {
		const char control[] = { 0x1B, '[', (char)c, 'z' };
		const char escape[] = { 0x1B, (char)c, 'z' };
		const char *rule = "", name[2] = { (char)c, '\0' };

		CHECK(name, gone((struct ug_text){ control, 4 }, &rule) ==
		    (c < 0x40 ? 4u : c < 0x7F ? 3u : 2u));
		CHECK(name, strcmp(rule, "ansi/sequence") == 0);
		CHECK(name, gone((struct ug_text){ escape, 3 }, &rule) ==
		    (c < 0x30 || c == '[' ? 3u : c < 0x7F ? 2u : 1u));
		CHECK(name, strcmp(rule, c < 0x7F ? "ansi/sequence" :
		    "ansi/escape") == 0);
	}
}

/* How long a sequence is that has so many of c, between what begins and ends
 * it. */
static size_t
gone_long(const char *start, char c, size_t n, const char *end)
{
	static char s[5000];
	const size_t len = strlen(start);
	const char *rule;

	memcpy(s, start, len);
	memset(s + len, c, n);
	memcpy(s + len + n, end, strlen(end));
	return gone((struct ug_text){ s, len + n + strlen(end) }, &rule);
}

/* The longest there are; of longer ones just the start goes. */
static void
check_long(void)
{
	CHECK("parameters", gone_long(E "[", '1', 256, "m") == 259);
	CHECK("more", gone_long(E "[", '1', 257, "m") == 2);
	CHECK("intermediates", gone_long(E "[", '!', 256, "m") == 259);
	CHECK("more", gone_long(E "[", '!', 257, "m") == 2);
	CHECK("behind an escape", gone_long(E, '!', 255, "m") == 257);
	CHECK("more", gone_long(E, '!', 256, "m") == 1);
	CHECK("a string", gone_long(E "]", 'a', 4095, "\x07") == 4098);
	CHECK("longer", gone_long(E "]", 'a', 4096, "\x07") == 2);
	CHECK("with ST", gone_long(E "P", 'a', 4095, E "\\") == 4099);
	CHECK("with tabs", gone_long(E "P", '\t', 9, "\xC2\x9C") == 13);
	CHECK("with another", gone_long(E "P", '\v', 9, "\xC2\x9C") == 2);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_ansi, rows, sizeof(rows) / sizeof(*rows));
	check_bytes();
	check_long();
	check_nested("escape", E, "[0m");
	check_nested("eight bits", C "1", "m");
	return check_done(argv[0]);
}
