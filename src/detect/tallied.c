/*
 * tallied.c - what pairs of characters of ASCII add to a tally, kept as they
 * are met
 *
 * Letters add to the languages of their script alone, which are few words of a
 * tally; signs to all, and are looked up each time.
 */
#include "tallied.h"

#include <string.h>

#define N_WORDS (UG_LANGUAGES_MAX / 4)
#define HALF    (UG_TALLIED_WORDS / 2)

void
ug_tallied_init(struct ug_tallied *tallied)
{
	memset(tallied->at, 0, sizeof(tallied->at));
	tallied->n = 0;
}

static struct ug_glyph
tallied_glyph(const struct ug_glyph *glyphs, uint8_t c)
{
	return c == 0 ? UG_GLYPH_EDGE : glyphs[c];
}

/* See what a pair adds; a row keeps it if that is in few words. */
static void
tallied_make(struct ug_tallied_row *row, struct ug_glyph a, struct ug_glyph b)
{
	struct ug_tally one;
	size_t first = 0, end = N_WORDS;

	ug_tally_init(&one);
	ug_tally_add(&one, a, b, 1);
	while (first < N_WORDS - UG_TALLIED_WORDS && one.by[first] == 0)
		first++;
	while (end > 0 && one.by[end - 1] == 0)
		end--;
	*row = (struct ug_tallied_row){
		.kept = end <= first + UG_TALLIED_WORDS,
		.first = (uint8_t)first,
		.common = one.common,
		.foreign = one.foreign,
	};
	memcpy(row->by, one.by + first, sizeof(row->by));
	for (unsigned s = 0; s < UG_N_SCRIPTS; s++)
		if (one.known[s] != 0) {
			row->script = (uint8_t)s;
			row->known = one.known[s];
		}
}

static const struct ug_tallied_row *
tallied_row(struct ug_tallied *tallied, const struct ug_glyph *glyphs,
    struct ug_pair pair)
{
	uint16_t *const at = &tallied->at[pair.a][pair.b];

	if (*at != 0)
		return &tallied->rows[*at - 1];
	if (tallied->n == UG_TALLIED_MAX)
		ug_tallied_init(tallied);
	tallied_make(&tallied->rows[tallied->n], tallied_glyph(glyphs, pair.a),
	    tallied_glyph(glyphs, pair.b));
	*at = (uint16_t)++tallied->n;
	return &tallied->rows[*at - 1];
}

/* In two parts, for compilers that make vectors of such loops. */
static inline void
tallied_sum(uint64_t *restrict by, const uint64_t *restrict row)
{
	for (size_t i = 0; i < HALF; i++) {
		by[i] += row[i];
		by[i + HALF] += row[i + HALF];
	}
}

void
ug_tallied_add(struct ug_tallied *tallied, struct ug_tally *tally,
    const struct ug_glyph *glyphs, struct ug_pair pair)
{
	const struct ug_tallied_row *row;

	if (tallied == NULL ||
	    !(row = tallied_row(tallied, glyphs, pair))->kept) {
		ug_tally_add(tally, tallied_glyph(glyphs, pair.a),
		    tallied_glyph(glyphs, pair.b), pair.n);
		return;
	}
	tally->common += row->common * pair.n;
	tally->foreign += row->foreign * pair.n;
	tally->known[row->script] += row->known * pair.n;
	for (unsigned i = 0; i < pair.n; i++)
		tallied_sum(tally->by + row->first, row->by);
}
