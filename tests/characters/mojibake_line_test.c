/*
 * mojibake_line_test.c - what a line is, what it costs, and its sequences where
 * they are written in capitals
 */
#include <string.h>

#include "characters/mojibake.h"
#include "check.h"
#include "mojibake_line.h"

static const struct {
	const char *text;
	bool small, large, wide;
} rows[] = {
	{ "in small letters", true, false, false },
	{ "grÃ¼n", false, false, false },
	{ "grã¼n", true, false, false },
	{ "grã¼n ã€‚", false, false, true },
	{ "GRã¼n ã€‚", false, false, true },
	{ "GRã¼n", false, false, false },
	{ "IN CAPITALS", false, true, false },
	{ "IN FIV", false, false, false },
	{ "IN SEVEN", false, true, false },
	{ "IN FIVE", false, true, false },
	{ "IN CAPITALs", false, false, false },
};

/* What a line costs as it stands stays, whatever language it is taken for. */
static void
check_costs(const char *text)
{
	struct ug_mojibake_line line = line_of(text);
	const size_t n = line.n + 3;
	int any[64];

	if (!CHECK("room", n <= sizeof(any) / sizeof(*any)))
		return;
	CHECK(text, line.cost == line.any_cost);
	memcpy(any, line.any_cost, n * sizeof(*any));
	ug_mojibake_speak(&line, ug_language_of("de"));
	CHECK(text, line.cost == line.own_cost);
	CHECK(text, memcmp(any, line.any_cost, n * sizeof(*any)) == 0);
}

/* The sequence at a unit, as windows-1252. */
static void
check_sequence(const char *text, size_t at, size_t n, uint32_t c)
{
	const struct ug_mojibake_line line = line_of(text);
	const struct ug_mojibake_sequence s = ug_mojibake_sequence_led(&line,
	    at, 0, true, false);

	CHECK(text, line.large);
	CHECK(text, s.n == n && s.c == c);
}

/* The encoding of that name. */
static unsigned
encoding_of(const char *name)
{
	unsigned e = 0;

	while (strcmp(strchr(ug_mojibake_rules[e], '>') + 1, name) != 0)
		e++;
	return e;
}

/* Whether all of a line was misread as ISO-8859-1, and bytes are gone. */
static const struct {
	const char *text;
	bool gone;
} gone[] = {
	{ "mÃªme lâair dâune forÃªt", true },
	{ "Ãªtre lâair dâune forÃª", true },
	{ "mÃªme le", false },               /* none are */
	{ "none at all", false },
	{ "wyÅwietliÄ Å¼agiel", true },
	{ "wyÅ?wietliÄ? Å¼agiel", true },
	{ "wyÅwietliÄ agiel", false },       /* none is whole */
	{ "wyÅwietliÄ Å¼agiel é", false },   /* nothing that leads */
	{ "é wyÅwietliÄ Å¼agiel", false },
	/* a control would have gone first */
	{ "\302\205wyÅwietliÄ Å¼agiel", false },
	{ "wyÅwietliÄ Å¼agiel\302\205", false },
	{ "wyÅ\302\233wietliÄ Å¼agiel", false },
	/* a lead byte where its letter would be is none */
	{ "Åwietlik Å¼agiel", true }, { "Ãrger im grÃ¼nen", true },
	{ "Ãrger im grün", false }, { "Åsa sÃ¥g", false },
	{ "aÅsa sÃ¥g", true }, { "Çok aÃ§Ä±k", false }, { "Çok Ã§Å¼", false },
	/* spaces may be A0, if none is there */
	{ "Ð¡ Ð Ð°Ð½Ð¾", false }, { "Ð\302\240Ð Ð°Ð½Ð¾", true },
	{ "\302\240Ð Ð°Ð½Ð¾", false }, { "Ã tout dÃ©", false },
	{ "dÃ tout\302\240dÃ©", false }, { "dÄ tout dÃ© Ä¼", true },
	{ "Å tout Å¼", false }, { "dÅ tout Å¼", true },
	/* U+00E2 in a word, unless much is whole */
	{ "lâair Ãª", true }, { "alâair Ãª Ã© Ã¨", true },
	{ "alâair Ãª Ã©", false }, { "lâxair Ãª", false },
	{ "lâ air Ãª", true }, { "Lâair Ãª", true }, { "lâAir Ãª", true },
	{ "lâhair Ãª", true }, { "alâair Ãª", false }, { "lâyair Ãª", false },
};

static void
test_gone(void)
{
	const unsigned e = encoding_of("iso-8859-1");

	for (size_t i = 0; i < sizeof(gone) / sizeof(*gone); i++) {
		const struct ug_mojibake_line line = line_of(gone[i].text);

		if (!CHECK(gone[i].text, gone[i].gone ?
		    (line.gone >> e & 1) != 0 : line.gone == 0))
			fprintf(stderr, "\tgone %d of %x\n",
			    (int)(line.gone >> e & 1), line.encodings);
	}
}

/* Is a unit the same in two encodings? */
static bool
unit_alike(const struct ug_mojibake_char *c, unsigned i, unsigned j)
{
	return c->byte[i] == c->byte[j] &&
	    (c->goes_on >> i & 1) == (c->goes_on >> j & 1) &&
	    (c->leads_two >> i & 1) == (c->leads_two >> j & 1) &&
	    (c->leads_more >> i & 1) == (c->leads_more >> j & 1) &&
	    (c->borrowed >> i & 1) == (c->borrowed >> j & 1);
}

/* Is all of the line? */
static bool
line_alike(const struct ug_mojibake_line *line, unsigned i, unsigned j)
{
	const bool folds = line->small || line->large || line->folded;
	const uint32_t kinds[] = { ug_mojibake_lossy, ug_mojibake_nbsp,
		line->gone, folds ? UG_MOJIBAKE_FOLDED : 0 };

	for (size_t k = 0; k < 4; k++)
		if ((kinds[k] >> i & 1) != (kinds[k] >> j & 1))
			return false;
	for (size_t k = 0; k < line->n; k++)
		if (!unit_alike(line->units[k].bytes, i, j))
			return false;
	return true;
}

/* Encodings in which a line is the same are read as the first of them. */
static void
check_like(const char *text)
{
	const struct ug_mojibake_line line = line_of(text);
	uint32_t differ = 0;

	for (unsigned i = 0; i < UG_MOJIBAKE_MAX; i++) {
		unsigned like = 0, k = 0;

		if ((line.encodings >> i & 1) == 0)
			continue;
		while (like < i && ((line.encodings >> like & 1) == 0 ||
		    !line_alike(&line, i, like)))
			like++;
		CHECK(text, line.like[i] == like);
		/* And not at all, if no more is asked of the first. */
		while (k < i && ((differ >> k & 1) == 0 ||
		    line.like[k] != like || ug_mojibake_rank[k] !=
		    ug_mojibake_rank[i] || (UG_MOJIBAKE_FOLDED >> k & 1) !=
		    (UG_MOJIBAKE_FOLDED >> i & 1)))
			k++;
		differ |= (uint32_t)(k == i) << i;
	}
	CHECK(text, line.differ == differ);
}

static void
test_like(void)
{
	static const char *const lines[] = { "GrÃ¼Ã\302\237e", "itâ€™s",
		"grÃ¼n", "grã¼n", "GRÃ¼N AUS", "tr√®s t√¥t", "tr├¿s", "Ð´Ð¾Ð¼",
		"РҐРѕР»", "п║п╫п╣пЁ", "ط§ظ„", "wieczĂłr", "Ã", "Ã  Â©",
		"wyÅwietliÄ Å¼agiel", "Ã\357\277\275 Ã©", "Â\302\240" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		check_like(lines[i]);
	for (size_t i = 0; i < sizeof(gone) / sizeof(*gone); i++)
		check_like(gone[i].text);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	lines_start();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_mojibake_line line = line_of(rows[i].text);

		CHECK(rows[i].text, line.small == rows[i].small);
		CHECK(rows[i].text, line.large == rows[i].large);
		CHECK(rows[i].text, line.wide == rows[i].wide);
		check_costs(rows[i].text);
	}
	check_sequence("IN CAPITALS Â€™", 12, 3, 0x2019);
	/* What was lost may have been no control. */
	check_sequence("IN CAPITALS Â\uFFFD™", 12, 2, UG_REPLACEMENT);
	check_sequence("IN CAPITALS Â©", 12, 2, 0xA9);
	test_gone();
	test_like();
	lines_end();
	return check_done(argv[0]);
}
