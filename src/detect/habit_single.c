/*
 * habit_single.c - whether a record reads as text of a single-byte encoding,
 * and as well as in any other
 *
 * Each pair of characters beyond ASCII adds to a lane how much less it costs,
 * in the language that it suits best, than a text that is read right may; and
 * to the lane of each other encoding how much more it costs there.  No lane is
 * to end below nothing:
 *
 *	"\xEC\xE8\xF0" in windows-1251: a word  in KOI8-R: small before capital
 *
 * What costs very little is not compared.  A pair is looked up when it is first
 * met.
 */
#include "habit_single.h"

#include <string.h>

#include "detect.h"
#include "home.h"
#include "model/weights.h"
#include "score.h"

#define STEP     10   /* hundredths of a nat in one of a lane */
#define LANE_MAX 127  /* what one pair adds or takes at most */
#define MANY     128  /* pairs that a lane has room for, */
#define AHEAD    8000 /* above that */

static int16_t
single_lane(int cost)
{
	const int n = cost / STEP;

	return (int16_t)(n < -LANE_MAX ? -LANE_MAX :
	    n > LANE_MAX ? LANE_MAX : n);
}

void
ug_habit_single_set(struct ug_habit_single *single,
    const struct ug_encoding *encoding)
{
	for (unsigned a = 0; a < 256; a++) {
		memset(single->own[a], INT8_MIN, 256);
		if (a < 0x80)
			memset(single->own[a], 0, 0x80);
	}
	memset(single->row, 0, sizeof(single->row));
	memset(single->start, 0, sizeof(single->start));
	memset(single->met, 0, sizeof(single->met));
	single->lanes[0] = encoding;
	single->start[0] = UG_W(FITS_MORE) / STEP;
	single->n_lanes = 1;
	single->n_rows = 0;
	for (size_t i = 0; i < ug_home_count() &&
	    single->n_lanes < UG_HABIT_LANES; i++) {
		const struct ug_encoding *const other = ug_encoding_at(i);

		if (other->kind != UG_SINGLE_BYTE || other == encoding ||
		    ug_detect_is_ebcdic(other))
			continue;
		single->start[single->n_lanes] = (int16_t)
		    ((ug_home_prior(i) + UG_W(FITS_BEHIND)) / STEP);
		single->lanes[single->n_lanes++] = other;
	}
}

/* See what a byte is in each encoding. */
static void
single_meet(struct ug_habit_single *single, unsigned char byte)
{
	for (size_t i = 0; i < single->n_lanes && !single->met[byte]; i++) {
		const struct ug_glyph glyph = ug_score_glyph(ug_single_byte(
		    single->lanes[i], byte));

		single->glyphs[byte][i] = glyph;
		single->signs[byte][i] = (int16_t)ug_sign_least(glyph);
	}
	single->met[byte] = true;
}

/* What a glyph behind another costs at least, `sign` of it as a sign. */
static int
single_cost(struct ug_glyph a, struct ug_glyph b, int sign)
{
	const bool again = a.class == b.class && a.symbol == b.symbol;

	return ug_pair_least(a, b) + (again ? 0 : sign);
}

/* What a byte behind another costs in one encoding; both were met. */
static int
single_lane_cost(const struct ug_habit_single *single, size_t lane,
    unsigned char a, unsigned char b)
{
	return single_cost(single->glyphs[a][lane], single->glyphs[b][lane],
	    single->signs[b][lane]);
}

/* The row of a pair that is not known: what it adds to each lane. */
static const int16_t *
single_row(struct ug_habit_single *single, unsigned char a, unsigned char b)
{
	int16_t *row;
	int own;

	if (single->n_rows == UG_HABIT_ROWS) {
		single->n_rows = 0;
		memset(single->row, 0, sizeof(single->row));
	}
	row = single->rows[single->n_rows++];
	single->row[a][b] = (uint16_t)single->n_rows;
	single_meet(single, a);
	single_meet(single, b);
	own = single_lane_cost(single, 0, a, b);
	memset(row, 0, UG_HABIT_LANES * sizeof(*row));
	row[0] = single_lane(UG_W(FITS_PAIR) - own);
	for (size_t i = 1; i < single->n_lanes; i++)
		row[i] = single_lane(single_lane_cost(single, i, a, b) -
		    own + UG_W(FITS_PAIR_BEHIND));
	return row;
}

static inline void
single_add(struct ug_habit_single *single, int16_t *restrict lanes,
    unsigned char a, unsigned char b)
{
	const unsigned at = single->row[a][b];
	const int16_t *restrict const row = at != 0 ? single->rows[at - 1] :
	    single_row(single, a, b);

	for (size_t i = 0; i < UG_HABIT_LANES; i++)
		lanes[i] = (int16_t)(lanes[i] + row[i]);
}

/* Whether no lane is below nothing; make room for more pairs. */
static bool
single_settle(int16_t *lanes)
{
	int16_t least = 0;

	for (size_t i = 0; i < UG_HABIT_LANES; i++) {
		least = lanes[i] < least ? lanes[i] : least;
		lanes[i] = lanes[i] > AHEAD ? AHEAD : lanes[i];
	}
	return least == 0;
}

/* Whether eight bytes are ASCII. */
static bool
single_is_ascii(const unsigned char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return (word & UG_EACH_BYTE * 0x80) == 0;
}

/* How much less than it may a pair that is not known costs. */
static int8_t
single_own(struct ug_habit_single *single, unsigned char a, unsigned char b)
{
	const struct ug_encoding *const encoding = single->lanes[0];
	const struct ug_glyph one = ug_score_glyph(ug_single_byte(encoding, a));
	const struct ug_glyph two = ug_score_glyph(ug_single_byte(encoding, b));

	single->own[a][b] = (int8_t)single_lane(UG_W(FITS_WELL) -
	    single_cost(one, two, ug_sign_least(two)));
	return single->own[a][b];
}

/* Whether a record costs so little that it need not be compared. */
static bool
single_fits_well(struct ug_habit_single *single, const unsigned char *bytes,
    size_t len)
{
	unsigned char a = ' ';
	ptrdiff_t sum = 0;

	for (size_t i = 0; i <= len; i++) {
		if (a < 0x80 && len - i >= 8 && single_is_ascii(bytes + i)) {
			i += 7;
			a = bytes[i];
			continue;
		}

		const unsigned char b = i < len ? bytes[i] : ' ';
		const int8_t own = single->own[a][b];

		sum += own != INT8_MIN ? own : single_own(single, a, b);
		a = b;
	}
	return sum * STEP >= UG_W(FITS_WELL_LESS);
}

/* Whether it costs little enough, and not much more than in others. */
static bool
single_compares(struct ug_habit_single *single, const unsigned char *bytes,
    size_t len)
{
	int16_t lanes[UG_HABIT_LANES];
	unsigned char a = ' ';
	unsigned n = 0;

	memcpy(lanes, single->start, sizeof(lanes));
	for (size_t i = 0; i <= len; i++) {
		if (a < 0x80 && len - i >= 8 && single_is_ascii(bytes + i)) {
			i += 7;
			a = bytes[i];
			continue;
		}

		const unsigned char b = i < len ? bytes[i] : ' ';

		if (((a | b) & 0x80) != 0) {
			single_add(single, lanes, a, b);
			if (++n % MANY == 0 && !single_settle(lanes))
				return false;
		}
		a = b;
	}
	return single_settle(lanes);
}

bool
ug_habit_single_fits(struct ug_habit_single *single,
    const unsigned char *bytes, size_t len)
{
	return single_fits_well(single, bytes, len) ||
	    single_compares(single, bytes, len);
}
