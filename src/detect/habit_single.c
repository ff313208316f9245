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

#include "base/least.h"
#include "base/letters.h"
#include "detect.h"
#include "home.h"
#include "model/weights.h"

#define WORD     ((size_t)8)
#define STEP     10   /* hundredths of a nat in one of a lane */
#define LANE_MAX 127  /* what one pair adds or takes at most */
#define UNKNOWN  0x80 /* in both bytes of what is below all that is known */
#define MANY     128  /* pairs that a lane has room for, */
#define AHEAD    8000 /* above that */

static int16_t
single_lane(int cost)
{
	const int n = cost / STEP;

	return (int16_t)UG_MAX(-LANE_MAX, UG_MIN(n, LANE_MAX));
}

/* A lane for an encoding in a language, or any; if there is room. */
static void
single_lane_for(struct ug_habit_single *single,
    const struct ug_encoding *encoding, size_t language, int start)
{
	const size_t lane = single->n_lanes;

	if (lane == UG_HABIT_LANES)
		return;
	single->lanes[lane] = encoding;
	single->languages[lane] = language;
	single->start[lane] = (int16_t)(start / STEP);
	single->n_lanes++;
}

/* Whether an encoding is there for that language alone. */
static bool
single_is_home(size_t number, size_t language)
{
	const unsigned char *const home = ug_home_of(number);
	size_t n = 0;

	for (size_t l = 0; l < ug_n_languages(); l++)
		n += *ug_language_code(l) != '\0' && home[l] == 0;
	return n == 1 && home[language] == 0;
}

/*
 * Other encodings, each in the language that suits a pair best.  Those of
 * Vietnamese have nearly all of Latin, and some language for each: they are
 * read in their own, and apart from that abroad.
 */
static void
single_lanes(struct ug_habit_single *single)
{
	const size_t vietnamese = ug_language_of("vi");

	for (size_t i = 0; i < ug_home_count(); i++) {
		const struct ug_encoding *const other = ug_encoding_at(i);
		const int start = ug_home_prior(i) + UG_W(FITS_BEHIND);

		if (other->kind != UG_SINGLE_BYTE ||
		    other == single->lanes[0] || ug_detect_is_ebcdic(other))
			continue;
		if (!single_is_home(i, vietnamese)) {
			single_lane_for(single, other, SIZE_MAX, start);
			continue;
		}
		single_lane_for(single, other, vietnamese, start);
		single_lane_for(single, other, SIZE_MAX, start + UG_W(ABROAD));
	}
}

void
ug_habit_single_set(struct ug_habit_single *single,
    const struct ug_encoding *encoding)
{
	memset(single->own, UNKNOWN, sizeof(single->own));
	for (unsigned b = 0; b < 0x80; b++)
		memset(&single->own[b << 8], 0, 0x80 * sizeof(*single->own));
	memset(single->row, 0, sizeof(single->row));
	memset(single->start, 0, sizeof(single->start));
	memset(single->met, 0, sizeof(single->met));
	memset(&single->signs_met, 0, sizeof(single->signs_met));
	single->n_lanes = single->n_rows = 0;
	single_lane_for(single, encoding, SIZE_MAX, UG_W(FITS_MORE));
	single_lanes(single);
}

/* See what a byte is in each encoding. */
static void
single_meet(struct ug_habit_single *single, unsigned char byte)
{
	for (size_t i = 0; i < single->n_lanes && !single->met[byte]; i++) {
		const struct ug_glyph glyph = ug_score_glyph(ug_single_byte(
		    single->lanes[i], byte));

		single->glyphs[byte][i] = glyph;
		single->signs[byte][i] = (int16_t)ug_signs_least(
		    &single->signs_met, glyph);
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
	const struct ug_glyph one = single->glyphs[a][lane];
	const struct ug_glyph two = single->glyphs[b][lane];

	return single->languages[lane] == SIZE_MAX ?
	    single_cost(one, two, single->signs[b][lane]) :
	    ug_pair_cost(single->languages[lane], one, two);
}

/* The row of a pair that is not known: what it adds to each lane. */
static const int16_t *
single_row(struct ug_habit_single *single, const unsigned char pair[2])
{
	const unsigned char a = pair[0], b = pair[1];
	int16_t *row;
	int own;

	if (single->n_rows == UG_HABIT_ROWS) {
		single->n_rows = 0;
		memset(single->row, 0, sizeof(single->row));
	}
	row = single->rows[single->n_rows++];
	single->row[ug_bytes_16(pair)] = (uint16_t)single->n_rows;
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
    const unsigned char *pair)
{
	const unsigned at = single->row[ug_bytes_16(pair)];
	const int16_t *restrict const row = at != 0 ? single->rows[at - 1] :
	    single_row(single, pair);

	/* In four parts, for compilers that make vectors of such loops. */
	for (size_t i = 0, n = UG_HABIT_LANES / 4; i < n; i++) {
		lanes[i] = (int16_t)(lanes[i] + row[i]);
		lanes[i + n] = (int16_t)(lanes[i + n] + row[i + n]);
		lanes[i + 2 * n] = (int16_t)(lanes[i + 2 * n] +
		    row[i + 2 * n]);
		lanes[i + 3 * n] = (int16_t)(lanes[i + 3 * n] +
		    row[i + 3 * n]);
	}
}

/* Whether no lane is below nothing; make room for more pairs. */
static bool
single_settle(int16_t *lanes)
{
	int16_t least = 0;

	for (size_t i = 0; i < UG_HABIT_LANES; i++) {
		least = UG_MIN(lanes[i], least);
		lanes[i] = UG_MIN(lanes[i], AHEAD);
	}
	return least == 0;
}

/* Which of eight bytes are beyond ASCII: their upper bits. */
static inline uint64_t
single_beyond(const unsigned char *bytes)
{
	return ug_bytes_64(bytes) & UG_EACH_BYTE * 0x80;
}

/* How much less than it may a pair that is not known costs. */
static int
single_own(struct ug_habit_single *single, const unsigned char *pair)
{
	const struct ug_encoding *const encoding = single->lanes[0];
	const struct ug_glyph a = ug_score_glyph(ug_single_byte(encoding,
	    pair[0]));
	const struct ug_glyph b = ug_score_glyph(ug_single_byte(encoding,
	    pair[1]));
	const int16_t own = single_lane(UG_W(FITS_WELL) - single_cost(a, b,
	    ug_signs_least(&single->signs_met, b)));

	single->own[ug_bytes_16(pair)] = own;
	return own;
}

/* The same of any pair. */
static inline int
single_known(struct ug_habit_single *single, const unsigned char *pair)
{
	const int own = single->own[ug_bytes_16(pair)];

	return own >= -LANE_MAX ? own : single_own(single, pair);
}

/* And of eight that start behind one another. */
static inline int
single_known_eight(struct ug_habit_single *single, const unsigned char *s)
{
	const int16_t *const own = single->own;
	int sum = own[ug_bytes_16(s)] + own[ug_bytes_16(s + 1)] +
	    own[ug_bytes_16(s + 2)] + own[ug_bytes_16(s + 3)] +
	    own[ug_bytes_16(s + 4)] + own[ug_bytes_16(s + 5)] +
	    own[ug_bytes_16(s + 6)] + own[ug_bytes_16(s + 7)];

	if (sum >= -LANE_MAX * (int)WORD)
		return sum;
	sum = 0;
	for (size_t i = 0; i < WORD; i++)
		sum += single_known(single, s + i);
	return sum;
}

/* Whether a record costs so little that it need not be compared. */
static bool
single_fits_well(struct ug_habit_single *single, const unsigned char *bytes,
    size_t len)
{
	const unsigned char ends[] = { ' ', bytes[0], bytes[len - 1], ' ' };
	ptrdiff_t sum = single_known(single, ends) +
	    single_known(single, ends + 2);
	size_t i = 0;

	for (; len - i > WORD; i += WORD) {
		const unsigned char *const s = bytes + i;

		if ((single_beyond(s) | (s[WORD] & 0x80)) == 0)
			continue;
		sum += single_known_eight(single, s);
	}
	for (; i + 1 < len; i++)
		sum += single_known(single, bytes + i);
	return sum * STEP >= UG_W(FITS_WELL_LESS);
}

/*
 * The first pair that is not of ASCII alone, behind `at` or there; what is left
 * of a record where words end is not looked through.
 */
static inline size_t
single_next(const unsigned char *bytes, size_t len, size_t at)
{
	while (len - at > WORD && bytes[at] < 0x80) {
		const uint64_t beyond = single_beyond(bytes + at);

		if (beyond != 0)
			return at + ug_letters_lowest(beyond) / 8 - 1;
		at += WORD - 1;
		if (bytes[at + 1] >= 0x80)
			break;
		at++;
	}
	return at;
}

/* Whether it costs little enough, and not much more than in others. */
static bool
single_compares(struct ug_habit_single *single, const unsigned char *bytes,
    size_t len)
{
	const unsigned char ends[] = { ' ', bytes[0], bytes[len - 1], ' ' };
	int16_t lanes[UG_HABIT_LANES];
	unsigned n = 0;

	memcpy(lanes, single->start, sizeof(lanes));
	if (bytes[0] >= 0x80)
		single_add(single, lanes, ends);
	if (bytes[len - 1] >= 0x80)
		single_add(single, lanes, ends + 2);
	for (size_t i = single_next(bytes, len, 0); i + 1 < len;
	    i = single_next(bytes, len, i + 1)) {
		if (((bytes[i] | bytes[i + 1]) & 0x80) == 0)
			continue;
		single_add(single, lanes, bytes + i);
		if (++n % MANY == 0 && !single_settle(lanes))
			return false;
	}
	return single_settle(lanes);
}

bool
ug_habit_single_fits(struct ug_habit_single *single,
    const unsigned char *bytes, size_t len)
{
	return len > 0 && (single_fits_well(single, bytes, len) ||
	    single_compares(single, bytes, len));
}
