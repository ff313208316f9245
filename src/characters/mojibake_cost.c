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

/* The cost of a character that is there, whoever wrote it. */
static inline int
kept_cost(const struct ug_mojibake_pair *pair)
{
	const int cost = ug_mojibake_cost(ug_mojibake_tongue(UG_MOJIBAKE_ANY),
	    pair) + UG_MOJIBAKE_W(OTHER);

	return cost < UG_MOJIBAKE_W(ANYTHING) ? cost : UG_MOJIBAKE_W(ANYTHING);
}

void
ug_mojibake_listen(struct ug_mojibake_line *line)
{
	int cost = 0;

	for (size_t i = 0; i < line->n + 3; i++) {
		line->any_cost[i] = cost;
		cost += kept_cost(ug_mojibake_unit_pair(line, i));
	}
	line->cost = line->any_cost;
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
}

size_t
ug_mojibake_spoken(const struct ug_mojibake_line *line)
{
	struct ug_mojibake_sum all;
	struct ug_tally none;

	ug_mojibake_sum_init(&all);
	ug_tally_init(&none);
	for (size_t i = 0; i < line->n && i < PAIRS; i++)
		ug_mojibake_sum_add(&all, ug_mojibake_unit_pair(line, i));
	return ug_tally_best(ug_mojibake_sum_tally(&all), &none, 0);
}

size_t
ug_mojibake_meant(const struct ug_mojibake_line *line, unsigned encoding)
{
	struct ug_mojibake_sum part, rest;
	struct ug_glyph last = UG_GLYPH_EDGE;
	bool decoded = false; /* the last was */

	ug_mojibake_sum_init(&part);
	ug_mojibake_sum_init(&rest);
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
			ug_mojibake_sum_add(is || decoded ? &part : &rest,
			    pair);
		last = glyph;
		decoded = is;
		i += is ? sequence.n : 1;
	}
	/* The rest tells a fraction of it. */
	return ug_tally_best(ug_mojibake_sum_tally(&part),
	    ug_mojibake_sum_tally(&rest), UG_MOJIBAKE_W(CONTEXT));
}
