/*
 * plain_row.c - what a character costs behind another, in all languages of a
 * script
 */
#include "plain_rows.h"

#include <string.h>

#include "base/bytes.h"
#include "base/least.h"

/*
 * By hand; costs as of ug_pair_cost().  What they spare, and what they cost in
 * garbled lines, is evaluated with mojibench's: tests/eval/plain.py.
 */
#define PAIR       1000 /* what two letters may cost, one beyond ASCII; */
#define PAIR_LATIN 880
#define PAIR_ODD   1280 /* and common ones now and then */

static struct ug_glyph
plain_glyph(uint32_t c)
{
	return c == ' ' ? UG_GLYPH_EDGE : ug_glyph_of(c);
}

/* May two letters stand behind one another at all, one beyond ASCII? */
static bool
letters_meet(unsigned a, unsigned b)
{
	return (a & UG_PLAIN_UPPER) != 0 || (b & UG_PLAIN_UPPER) == 0;
}

/* Are they letters, and one of them beyond ASCII? */
static bool
letters_tell(unsigned a, unsigned b)
{
	return (a & b & UG_PLAIN_LETTER) != 0 &&
	    ((a | b) & UG_PLAIN_BEYOND) != 0;
}

/* What a pair costs in a language, in units, above the same for all. */
static unsigned
units_of(const struct ug_tally *pair, size_t language)
{
	return (unsigned)(pair->by[language / 4] >> language % 4 * 16) & 0xFFFF;
}

/* The same in the first n; in what is none, more than any. */
static inline void
units_fill(const struct ug_plain_rows *r, const struct ug_tally *pair,
    uint16_t *units, size_t n)
{
	for (size_t l = 0; l < n; l++)
		units[l] = (r->spoken >> l & 1) == 0 ? UINT16_MAX :
		    (uint16_t)units_of(pair, r->first + l);
}

/* Fill in what languages cost, n of them; returns the least. */
static inline unsigned
row_units(const uint16_t *units, size_t n, struct ug_plain_row *row)
{
	unsigned char costs[UG_PLAIN_LANGUAGES];
	unsigned least = UG_PLAIN_UNITS;

	for (size_t l = 0; l < n; l++)
		least = UG_MIN(units[l], least);
	memset(costs, UG_PLAIN_UNITS, sizeof(costs));
	for (size_t l = 0; l < n; l++)
		costs[l] = (unsigned char)UG_MIN(units[l] - least,
		    UG_PLAIN_UNITS);
	for (size_t i = 0; i < UG_PLAIN_WORDS; i++)
		row->cost[i] = ug_bytes_64(costs + 8 * i);
	return least;
}

/* The languages in which a pair costs `most` or less, above `all`. */
static inline uint64_t
row_within(const uint16_t *units, size_t n, int all, int most)
{
	const int limit = most < all ? -1 : (most - all) / UG_PLAIN_UNIT;
	uint64_t within = 0;

	for (size_t l = 0; l < n; l++)
		within |= (uint64_t)(units[l] <= limit) << l;
	return within;
}

/* `most` is a constant, as many languages as there are or more. */
static inline void
row_fill_of(const struct ug_plain_rows *r, unsigned a, unsigned b,
    size_t most, struct ug_plain_row *row)
{
	struct ug_tally pair;
	uint16_t units[UG_PLAIN_LANGUAGES];
	uint64_t within = r->spoken, usually = r->spoken;
	int all;

	ug_tally_init(&pair);
	ug_tally_add(&pair, plain_glyph(r->chars[a]),
	    plain_glyph(r->chars[b]), 1);
	*row = (struct ug_plain_row){ .common = 0 };
	units_fill(r, &pair, units, most);
	all = ug_tally_cost(&pair, r->first) -
	    (int)units_of(&pair, r->first) * UG_PLAIN_UNIT;
	row->common = all + (int)row_units(units, most, row) * UG_PLAIN_UNIT;
	if (letters_tell(r->kind[a], r->kind[b])) {
		within = !letters_meet(r->kind[a], r->kind[b]) ? 0 :
		    row_within(units, most, all, PAIR_ODD);
		usually = within & row_within(units, most, all,
		    r->script == UG_LATIN ? PAIR_LATIN : PAIR);
	}
	row->good = usually & r->usual[b];
	row->odd = within & ~usually & (r->script == UG_LATIN ?
	    r->common[a] & r->common[b] : r->usual[b]);
	row->good |= row->odd;
	if (((r->kind[a] | r->kind[b]) & UG_PLAIN_SIGN) == 0)
		row->simple = row->good;
}

void
ug_plain_row_fill(const struct ug_plain_rows *r, unsigned a, unsigned b,
    struct ug_plain_row *row)
{
	if (r->n <= 8)
		row_fill_of(r, a, b, 8, row);
	else
		row_fill_of(r, a, b, UG_PLAIN_LANGUAGES, row);
}
