/*
 * mojibake_cost.c - what a line costs as it stands, and in which language
 *
 * Characters cost what the model says in one language.  A line as it stands is
 * met with mercy: each character costs no more than anything at all, nor much
 * more than where it is at home:
 *
 *	U+00E9 behind "f" in an English line   as in French, and some more
 *
 * What it is decoded to has to be likely in the one language that the line then
 * reads like most.
 */
#include "mojibake.h"

#define PAIRS 4000 /* that a tally takes, and some */

int
ug_mojibake_ask(unsigned encoding)
{
	switch (ug_mojibake_rank[encoding]) {
	case 0:
		return UG_MOJIBAKE_W(ENOUGH);
	case 1:
		return UG_MOJIBAKE_W(ENOUGH) + UG_MOJIBAKE_W(ASK_SELDOM);
	default:
		return UG_MOJIBAKE_W(ENOUGH) + UG_MOJIBAKE_W(ASK_RARE);
	}
}

int
ug_mojibake_kept(const struct ug_mojibake_pair *pair)
{
	const int cost = ug_mojibake_cost(ug_mojibake_tongue(UG_MOJIBAKE_ANY),
	    pair) + UG_MOJIBAKE_W(OTHER);

	return cost < UG_MOJIBAKE_W(ANYTHING) ? cost : UG_MOJIBAKE_W(ANYTHING);
}

void
ug_mojibake_speak(struct ug_mojibake_line *line, size_t language)
{
	const struct ug_mojibake_tongue tongue = ug_mojibake_tongue(language);
	const int *const any = line->any_cost;
	int cost = 0;

	for (size_t i = 0; i < line->n + 2; i++) {
		const int kept = any[i + 1] - any[i];
		const int own = ug_mojibake_cost(tongue,
		    ug_mojibake_unit_pair(line, i));

		line->own_cost[i] = cost;
		cost += own < kept ? own : kept;
	}
	line->own_cost[line->n + 2] = cost;
	line->cost = line->own_cost;
	line->spoken = language;
}

/* What the line reads like of languages of a script; SIZE_MAX: of another. */
static size_t
spoken_in(const struct ug_mojibake_line *line, unsigned script)
{
	struct ug_mojibake_sum all, none;

	ug_mojibake_sum_init(&all, line->pairs, script);
	ug_mojibake_sum_init(&none, line->pairs, script);
	for (size_t i = 0; i < line->n && i < PAIRS; i++)
		ug_mojibake_sum_add(&all, ug_mojibake_unit_pair(line, i));
	return ug_tally_best(ug_mojibake_sum_tally(&all), &none.tally, 0,
	    script);
}

size_t
ug_mojibake_spoken(const struct ug_mojibake_line *line)
{
	size_t language = spoken_in(line, line->pairs->spoken);

	if (language == SIZE_MAX)
		language = spoken_in(line, UG_NO_SCRIPT);
	line->pairs->spoken = ug_language_script(language);
	return language;
}

/* The same of it decoded as that. */
static size_t
meant_in(const struct ug_mojibake_line *line, unsigned encoding,
    unsigned script)
{
	struct ug_mojibake_sum sums[2]; /* what is decoded; and the rest, */
	struct ug_glyph last = UG_GLYPH_EDGE;
	bool decoded = false; /* the last was */

	ug_mojibake_sum_init(&sums[0], line->pairs, script);
	ug_mojibake_sum_init(&sums[1], line->pairs, script);
	for (size_t i = 0, n = 0; i < line->n && n < PAIRS; n++) {
		const struct ug_mojibake_sequence sequence =
		    ug_mojibake_sequence(line, i, encoding, false, false);
		const bool is = sequence.n != 0;
		const struct ug_glyph glyph = is ?
		    ug_mojibake_met(line->pairs, sequence.c)->glyph :
		    line->units[i].glyph;
		const struct ug_mojibake_pair *const pair = is || decoded ?
		    ug_mojibake_pair(line->pairs, last, glyph) :
		    ug_mojibake_unit_pair(line, i);

		if (!pair->lost)
			ug_mojibake_sum_add(&sums[!is && !decoded], pair);
		last = glyph;
		decoded = is;
		i += is ? sequence.n : 1;
	}
	/* which tells a fraction of it. */
	return ug_tally_best(ug_mojibake_sum_tally(&sums[0]),
	    ug_mojibake_sum_tally(&sums[1]), UG_MOJIBAKE_W(CONTEXT), script);
}

size_t
ug_mojibake_meant(const struct ug_mojibake_line *line, unsigned encoding)
{
	size_t language = meant_in(line, encoding, line->pairs->meant);

	if (language == SIZE_MAX)
		language = meant_in(line, encoding, UG_NO_SCRIPT);
	line->pairs->meant = ug_language_script(language);
	return language;
}
