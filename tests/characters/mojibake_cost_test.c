/*
 * mojibake_cost_test.c - what lines cost, and which languages they read like as
 * they stand and decoded, against sums of what the model says
 */
#include "base/least.h"
#include "mojibake_drawn.h"

#define LINES  500
#define COUNTS 4000 /* characters that tell of a language */

static size_t n_decoded, n_languages, n_long;

static void
test_ask(void)
{
	static const struct {
		const char *name;
		int ask;
	} asks[] = {
		{ "windows-1252", 550 }, { "iso-8859-1", 550 },
		{ "windows-1250", 550 + 340 }, { "ibm850", 550 + 340 },
		{ "ibm866", 550 + 1300 }, { "iso-8859-13", 550 + 1300 },
	};

	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++)
		for (unsigned e = 0; e < UG_MOJIBAKE_MAX; e++)
			if (strcmp(strchr(ug_mojibake_rules[e], '>') + 1,
			    asks[i].name) == 0)
				CHECK(asks[i].name, ug_mojibake_ask(e) ==
				    asks[i].ask);
}

static struct ug_glyph
glyph_before(const struct ug_mojibake_line *line, size_t at)
{
	return at == 0 || at > line->n ? UG_GLYPH_EDGE :
	    line->units[at - 1].glyph;
}

static bool
is_lost(struct ug_glyph a, struct ug_glyph b)
{
	return a.class == UG_LOST || b.class == UG_LOST;
}

/* Does something that may start a sequence stand there, or little before? */
static bool
lead_near(const struct ug_mojibake_line *line, size_t at)
{
	for (size_t i = at < 4 ? 0 : at - 4; i <= at; i++)
		if (i == line->n || (i < line->n &&
		    (line->units[i].bytes->leads_two |
		    line->units[i].bytes->leads_more) != 0))
			return true;
	return false;
}

static int
lost_cost(struct ug_glyph a)
{
	return a.class == UG_LOST ? UG_MOJIBAKE_W(AFTER_LOST) :
	    UG_MOJIBAKE_W(LOST);
}

/* What a unit costs at most as it stands, whatever the language. */
static int
kept_cost(struct ug_glyph a, struct ug_glyph b)
{
	const int least = is_lost(a, b) ? lost_cost(a) : ug_pair_least(a, b);

	return UG_MIN(least + UG_MOJIBAKE_W(OTHER), UG_MOJIBAKE_W(ANYTHING));
}

/* What a line costs as it stands, in any language and in one. */
static void
check_costs(const char *text, struct ug_mojibake_line *line, size_t language)
{
	int any = 0, own = 0;

	ug_mojibake_speak(line, language);
	CHECK(text, line->cost == line->own_cost && line->spoken == language);
	for (size_t i = 0; i <= line->n + 2; i++) {
		const struct ug_glyph a = glyph_before(line, i);
		const struct ug_glyph b = line->units[i].glyph;
		const int kept = kept_cost(a, b);
		const int cost = is_lost(a, b) ? lost_cost(a) :
		    ug_pair_cost(language, a, b);

		if (!CHECK(text, line->any_cost[i] == any &&
		    line->own_cost[i] == own))
			return;
		any += kept;
		if (i <= line->n + 1 && (line->units[i].c >= 0x80 ||
		    lead_near(line, i)))
			own += UG_MIN(cost, kept);
	}
}

/* What was counted of a line: what is decoded, and what is not. */
struct counted {
	struct ug_tally part, rest;
	struct ug_glyph last;
	size_t n;
	bool decoded; /* the last one */
};

static void
count(struct counted *counted, struct ug_glyph glyph, bool decoded, bool lost)
{
	const bool part = decoded || counted->decoded;

	if (counted->n++ < COUNTS && (lost || !is_lost(counted->last, glyph)))
		ug_tally_add(part ? &counted->part : &counted->rest,
		    counted->last, glyph, 1);
	counted->last = glyph;
	counted->decoded = decoded;
}

/* As an encoding; UG_MOJIBAKE_MAX: as it stands, with what is lost. */
static struct counted
line_count(const struct ug_mojibake_line *line, unsigned encoding)
{
	struct counted counted = { .last = UG_GLYPH_EDGE };
	const bool as = encoding < UG_MOJIBAKE_MAX;

	ug_tally_init(&counted.part);
	ug_tally_init(&counted.rest);
	for (size_t at = 0; at < line->n; ) {
		struct ug_mojibake_sequence s = { .n = 0 };

		if (as)
			s = ug_mojibake_sequence(line, at, encoding, false,
			    false);
		count(&counted, s.n > 0 ? ug_glyph_of(s.c) :
		    line->units[at].glyph, s.n > 0, !as);
		at += s.n > 0 ? s.n : 1;
		n_decoded += s.n > 0;
	}
	return counted;
}

/* The first language in which that costs least. */
static size_t
best_of(const struct ug_tally *part, const struct ug_tally *rest, int percent)
{
	int64_t least = INT64_MAX;
	size_t best = SIZE_MAX;

	for (size_t l = 0; l < ug_n_languages(); l++) {
		const int64_t cost = ug_tally_cost(part, l) +
		    (int64_t)ug_tally_cost(rest, l) * percent / 100;

		if (*ug_language_code(l) == '\0' || cost >= least)
			continue;
		best = l;
		least = cost;
	}
	return best;
}

/* The same, whatever lines before were in; which is kept. */
static void
check_meant(const char *text, struct ug_mojibake_line *line, unsigned encoding,
    unsigned script)
{
	const struct counted counted = line_count(line, encoding);
	const size_t want = best_of(&counted.part, &counted.rest,
	    UG_MOJIBAKE_W(CONTEXT));

	line->pairs->meant = script;
	CHECK(text, ug_mojibake_meant(line, encoding) == want);
	CHECK(text, line->pairs->meant == ug_language_script(want));
}

/* The same of the line as it stands; returns it. */
static size_t
check_spoken(const char *text, struct ug_mojibake_line *line, unsigned script)
{
	const struct counted counted = line_count(line, UG_MOJIBAKE_MAX);
	const size_t want = best_of(&counted.rest, &counted.part, 0);

	line->pairs->spoken = script;
	CHECK(text, ug_mojibake_spoken(line) == want);
	CHECK(text, line->pairs->spoken == ug_language_script(want));
	return want;
}

static void
check_line(const char *text, uint64_t *seed)
{
	static const unsigned scripts[] = { UG_LATIN, UG_CYRILLIC, UG_GREEK,
		UG_ARABIC, UG_CJK };
	struct ug_mojibake_line line = line_of(text);
	const size_t i = random_next(seed) % 5, k = random_next(seed) % 5;
	size_t spoken;

	/* It may not be asked what it reads like as it stands. */
	for (unsigned e = 0; e < UG_MOJIBAKE_MAX; e++)
		if ((line.differ >> e & 1) != 0 && random_next(seed) % 4 == 0)
			check_meant(text, &line, e, scripts[i]);
	spoken = check_spoken(text, &line, scripts[k]);
	for (unsigned e = 0; e < UG_MOJIBAKE_MAX; e++)
		if ((line.differ >> e & 1) != 0 && random_next(seed) % 4 == 0)
			check_meant(text, &line, e, random_next(seed) % 2 == 0 ?
			    line.pairs->spoken : scripts[i]);
	check_costs(text, &line, spoken);
	n_languages += spoken != 0;
	n_long += line.n > COUNTS;
}

int
main(int argc, char *argv[])
{
	struct drawn drawn;

	(void)argc;
	lines_start();
	test_ask();
	if (drawn_start(&drawn))
		for (unsigned i = 0; i < LINES; i++)
			check_line(drawn_text(&drawn, i % 100 == 0 ? 90 :
			    1 + i % 4, 1 + i % 3), &drawn.seed);
	CHECK("all kinds", n_decoded > 10000 && n_languages > LINES / 2 &&
	    n_long == LINES / 100);
	drawn_end(&drawn);
	lines_end();
	return check_done(argv[0]);
}
