/*
 * mojibake_gone_test.c - which letters go together where bytes are gone, and
 * which of them may stand before a space that was A0
 *
 * Lines are as ISO-8859-1 has them, where each byte is the character of its
 * number.
 */
#include <string.h>

#include "characters/mojibake.h"
#include "check.h"
#include "mojibake_line.h"

#define LEAD_FIRST 0xC2
#define LEAD_LAST  0xF4

static unsigned iso_8859_1;

/* Those that lead letters of one script, or signs: from one to another. */
static const struct {
	const char *name;
	unsigned char from, to, and;
} kinds[] = {
	{ "signs and C7", 0xC2, 0xC2, 0xC7 },
	{ "Western Europe", 0xC3, 0xC3, 0xC3 },
	{ "Latin", 0xC4, 0xC6, 0xC8 },
	{ "beyond it", 0xC9, 0xCD, 0xCD },
	{ "Greek", 0xCE, 0xCF, 0xCF },
	{ "Cyrillic", 0xD0, 0xD3, 0xD3 },
	{ "Armenian", 0xD4, 0xD5, 0xD5 },
	{ "Hebrew", 0xD6, 0xD7, 0xD7 },
	{ "Arabic", 0xD8, 0xDB, 0xDB },
	{ "beyond that", 0xDC, 0xDF, 0xDF },
	{ "India", 0xE0, 0xE0, 0xE0 },
	{ "Vietnam and others", 0xE1, 0xE1, 0xE1 },
	{ "ideographs", 0xE3, 0xE9, 0xEE },
	{ "and their other forms", 0xE3, 0xE9, 0xEF },
	{ "Hangul", 0xEA, 0xED, 0xED },
	{ "pictures", 0xF0, 0xF4, 0xF4 },
};

static bool
of_kind(unsigned lead, size_t i)
{
	return (lead >= kinds[i].from && lead <= kinds[i].to) ||
	    lead == kinds[i].and;
}

/* Do they lead to letters that go together? */
static bool
same_kind(unsigned a, unsigned b)
{
	if (a == b || (a >= 0xEE && a <= 0xEF && b >= 0xEE && b <= 0xEF))
		return true;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (of_kind(a, i) && of_kind(b, i))
			return true;
	return false;
}

/* A whole sequence, and what follows it. */
static struct ug_mojibake_line
line_with(unsigned lead, const char *before, unsigned other, const char *after,
    char text[64])
{
	const unsigned need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	size_t len = ug_put_char(lead, text);

	for (unsigned i = 1; i < need; i++)
		len += ug_put_char(0xBF, text + len);
	len += (size_t)sprintf(text + len, "%s", before);
	len += ug_put_char(other, text + len);
	strcpy(text + len, after);
	return line_of(text);
}

static bool
is_gone(const struct ug_mojibake_line *line)
{
	return (line->gone >> iso_8859_1 & 1) != 0;
}

/* What is gone must be of a kind that is there; U+00E2 stands for any. */
static void
test_kinds(void)
{
	unsigned n = 0;

	for (unsigned a = LEAD_FIRST; a <= LEAD_LAST; a++)
		for (unsigned b = LEAD_FIRST; b <= LEAD_LAST; b++) {
			char text[64];
			const struct ug_mojibake_line line = line_with(a,
			    " so ", b, "a", text);

			CHECK(text, is_gone(&line) == (b == 0xE2 ||
			    same_kind(a, b)));
			n += is_gone(&line);
		}
	CHECK("some are", n > 100 && n < 1000);
}

/* Letters that have A0, which is a space by now: those start words only. */
static bool
spaced(unsigned lead, bool inside)
{
	switch (lead) {
	case 0xC2: case 0xC3: case 0xE0: case 0xE3: case 0xE4: case 0xE5:
	case 0xE6: case 0xE7: case 0xE8: case 0xE9: case 0xEA: case 0xEB:
	case 0xEC: case 0xED:
		return true;
	case 0xC5: case 0xCE: case 0xD0: case 0xD7: case 0xE1:
		return !inside;
	default:
		return false;
	}
}

/* What may be whole is not gone. */
static void
test_spaces(void)
{
	for (unsigned lead = LEAD_FIRST; lead <= LEAD_LAST; lead++)
		for (int inside = 0; inside < 2; inside++) {
			char text[64];
			struct ug_mojibake_line line = line_with(lead, inside ?
			    " so" : " so ", lead, " on", text);

			CHECK(text, is_gone(&line) == !spaced(lead, inside));
			/* Where A0 is one, a space is none. */
			line = line_with(lead, inside ? " so" : " so ", lead,
			    " on, \u00C2\u00A0", text);
			CHECK(text, is_gone(&line));
		}
}

/* A letter where it would not be is a lead byte, of whatever kind. */
static const struct {
	const char *text;
	bool gone;
} rows[] = {
	{ "Åsa sÃ¥g", false },
	{ "AÅsa sÃ¥g", true }, { "AÅSa sÃ¥g", false }, { "AÅ: sÃ¥g", false },
	{ "aÅsa sÃ¥g", true }, { "aÅSa sÃ¥g", true }, { "aÅ: sÃ¥g", true },
	{ "1Åsa sÃ¥g", false },
	/* beside another sequence, or before a lead byte */
	{ "sÃ¥Åa g", true }, { "sÃ¥ Åa g", false },
	{ "ÅÅ sÃ¥g", true }, { "ÅÂ© sÃ¥g", true },
	/* small letters are where they may be */
	{ "sÃ¥åa g", false }, { "aåsa sÃ¥g", false }, { "ååsa sÃ¥g", false },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	lines_start();
	while (strcmp(strchr(ug_mojibake_rules[iso_8859_1], '>') + 1,
	    "iso-8859-1") != 0)
		iso_8859_1++;
	test_kinds();
	test_spaces();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_mojibake_line line = line_of(rows[i].text);

		CHECK(rows[i].text, is_gone(&line) == rows[i].gone);
	}
	lines_end();
	return check_done(argv[0]);
}
