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
#include "base/least.h"
#include "mojibake.h"

#define PAIRS 4000 /* that a tally takes, and some */
#define NEAR  5    /* units that a sequence may take, with one behind */

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

void
ug_mojibake_speak(struct ug_mojibake_line *line, size_t language)
{
	const struct ug_mojibake_tongue tongue = ug_mojibake_tongue(language);
	unsigned near = 0;
	int cost = 0;

	for (size_t i = 0; i < line->n + 2; i++) {
		const struct ug_mojibake_unit *const unit = &line->units[i];

		line->own_cost[i] = cost;
		near = unit->lead == i ? NEAR : near - (near > 0);
		if (near == 0 && unit->c < 0x80)
			continue;
		const struct ug_mojibake_pair *const pair =
		    ug_mojibake_unit_pair(line, i);
		const int own = ug_mojibake_cost(tongue, pair);

		cost += UG_MIN(own, pair->kept);
	}
	line->own_cost[line->n + 2] = cost;
	line->cost = line->own_cost;
	line->spoken = language;
}

/* What the line reads like of languages of a script; SIZE_MAX: of another. */
static size_t
spoken_in(const struct ug_mojibake_line *line, unsigned script)
{
	struct ug_mojibake_pairs *const pairs = line->pairs;
	struct ug_mojibake_sum *const sum = &pairs->sum;
	struct ug_mojibake_sum none;

	ug_mojibake_sum_init(sum, pairs, script);
	ug_mojibake_sum_init(&none, pairs, script);
	for (size_t i = 0; i < line->n && i < PAIRS; i++)
		ug_mojibake_sum_add(sum, ug_mojibake_unit_pair(line, i));
	pairs->sum_line = pairs->line;
	pairs->sum_script = script;
	return ug_tally_best(ug_mojibake_sum_tally(sum), &none.tally, 0,
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

/* A line as that. */
struct decoded {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	size_t n;                    /* characters so far */
	struct ug_mojibake_sum part; /* what is decoded, */
	struct ug_mojibake_sum rest; /* and what is not; */
	struct ug_mojibake_sum gone; /* or what no longer stands there */
};

/* Decode from units[at] on, with a unit behind; returns where that ends. */
static size_t
decoded_run(struct decoded *d, size_t at, struct ug_mojibake_sequence sequence)
{
	const struct ug_mojibake_line *const line = d->line;
	struct ug_glyph last = at > 0 ? line->units[at - 1].glyph :
	    UG_GLYPH_EDGE;
	bool is = true;

	while (is && at < line->n && d->n++ < PAIRS) {
		is = sequence.n != 0;
		const struct ug_glyph glyph = is ?
		    ug_mojibake_met(line->pairs, sequence.c)->glyph :
		    line->units[at].glyph;
		const struct ug_mojibake_pair *const pair =
		    ug_mojibake_pair(line->pairs, last, glyph);

		if (!pair->lost)
			ug_mojibake_sum_add(&d->part, pair);
		last = glyph;
		at += is ? sequence.n : 1;
		if (is && at < line->n)
			sequence = ug_mojibake_sequence(line, at, d->encoding,
			    false, false);
	}
	return at;
}

/* Count all of the line. */
static void
decoded_all(struct decoded *d)
{
	const struct ug_mojibake_line *const line = d->line;

	for (size_t at = 0; at < line->n && d->n < PAIRS; ) {
		const struct ug_mojibake_sequence sequence =
		    ug_mojibake_sequence(line, at, d->encoding, false, false);
		const struct ug_mojibake_pair *pair;

		if (sequence.n != 0) {
			at = decoded_run(d, at, sequence);
			continue;
		}
		pair = ug_mojibake_unit_pair(line, at++);
		d->n++;
		if (!pair->lost)
			ug_mojibake_sum_add(&d->rest, pair);
	}
}

/* Count what changes; the rest is counted as it stands, but for that. */
static void
decoded_changes(struct decoded *d)
{
	const struct ug_mojibake_line *const line = d->line;

	for (size_t at = line->units->lead; at < line->n; ) {
		const struct ug_mojibake_sequence sequence =
		    ug_mojibake_sequence(line, at, d->encoding, false, false);
		size_t end = at + 1;

		if (sequence.n != 0)
			for (end = decoded_run(d, at, sequence); at < end; at++)
				ug_mojibake_sum_add(&d->gone,
				    ug_mojibake_unit_pair(line, at));
		at = line->units[end].lead;
	}
	ug_mojibake_sum_gather(&d->gone);
	d->rest = line->pairs->sum;
	ug_mojibake_sum_take(&d->rest, &d->gone);
}

/* What the line reads like as that in languages of a script; or SIZE_MAX. */
static size_t
meant_in(const struct ug_mojibake_line *line, unsigned encoding,
    unsigned script)
{
	const struct ug_mojibake_pairs *const pairs = line->pairs;
	struct decoded d = { .line = line, .encoding = encoding };

	ug_mojibake_sum_init(&d.part, pairs, script);
	ug_mojibake_sum_init(&d.rest, pairs, script);
	ug_mojibake_sum_init(&d.gone, pairs, script);
	if (pairs->sum_line == pairs->line && pairs->sum_script == script &&
	    !line->lost && line->n < PAIRS && line->n_leads * 4 < line->n)
		decoded_changes(&d);
	else
		decoded_all(&d);
	/* The rest tells a fraction of it. */
	return ug_tally_best(ug_mojibake_sum_tally(&d.part),
	    ug_mojibake_sum_tally(&d.rest), UG_MOJIBAKE_W(CONTEXT), script);
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
