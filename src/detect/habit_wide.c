/*
 * habit_wide.c - whether a record reads as text of a multi-byte encoding, and
 * better than in any other of them
 *
 * Encodings of East Asia read most pairs of bytes alike as one character, each
 * as another one.  What that costs in the language the encoding is there for
 * stands in sixteen bits each of a word, and words are added:
 *
 *	C8 D5  gb18030: U+65E5, common in Chinese   EUC-JP: U+79E9, seldom met
 *
 * A pair is looked up when it is first met; those that were met are taken four
 * at a time.
 */
#include "habit_wide.h"

#include <string.h>

#include "base/bytes.h"
#include "base/least.h"
#include "encodings/multi_byte.h"
#include "model/model.h"
#include "model/weights.h"

#define STEP      10 /* hundredths of a nat in one of a lane */
#define N_LANES   8
#define LANE_BITS 16
#define LANE_MAX  255
#define N_OTHERS  7  /* lanes of other decoders, from the first one on */
#define OWN       7  /* the lane of the encoding at hand, in its language */
#define MANY      256 /* bytes, whose pairs a lane has room for */
#define STRICT    48  /* characters without an error in front of any */
#define AT_ONCE   ((size_t)8) /* bytes */

/* What no pair of the encoding at hand costs, and a bit of what any has. */
#define NO_PAIR   ((struct ug_wide_costs){ 1, 0 })
#define PAIR      ((uint64_t)1 << OWN / 2 * LANE_BITS) /* of .odd */

/* What `n` pairs cost in each encoding. */
struct wide_sums {
	uint32_t of[N_LANES];
	uint32_t n;
};

static unsigned
wide_lane(enum ug_multi_byte decoder)
{
	return (unsigned)decoder - UG_BIG5;
}

/* The language that an encoding is there for. */
static size_t
wide_language(enum ug_multi_byte decoder)
{
	switch (decoder) {
	case UG_GB18030:
		return ug_language_of("zh");
	case UG_EUC_KR:
	case UG_JOHAB:
		return ug_language_of("ko");
	case UG_EUC_JP:
	case UG_SHIFT_JIS:
		return ug_language_of("ja");
	default:
		return ug_language_of("zt");
	}
}

void
ug_habit_wide_set(struct ug_habit_wide *wide, enum ug_multi_byte decoder)
{
	memset(wide->costs, 0, sizeof(wide->costs));
	wide->decoder = decoder;
	wide->language = wide_language(decoder);
	wide->chinese = wide_language(UG_GB18030);
	wide->japanese = wide_language(UG_EUC_JP);
}

/* What a character costs among ideographs: in a language, or least in any. */
static unsigned
wide_char_cost(uint32_t c, size_t language)
{
	static const struct ug_glyph among = { UG_IDEOGRAPH, UG_NO_SCRIPT, 0 };
	const struct ug_glyph glyph = ug_glyph_of(c);
	const int cost = language == SIZE_MAX ? ug_pair_least(among, glyph) :
	    ug_pair_cost(language, among, glyph);

	return cost < 0 ? 0 : (unsigned)cost / STEP;
}

/*
 * What a pair costs in one encoding, as far as its bytes alone tell: nothing
 * where more belong to its character.
 */
static unsigned
wide_cost(enum ug_multi_byte decoder, const unsigned char pair[2],
    size_t language)
{
	unsigned cost = 0, state = 0;

	for (size_t at = 0; at < 2; ) {
		const struct ug_char found = ug_multi_byte_next(decoder,
		    pair + at, 2 - at, &state);

		if (found.c == UG_MALFORMED && at == 0 && (pair[0] == 0x8E ||
		    pair[0] == 0x8F || (pair[1] >= '0' && pair[1] <= '9')))
			return 0;
		if (found.c == UG_MALFORMED)
			return at == 0 ? LANE_MAX : cost;
		cost += wide_char_cost(found.c, language);
		at += found.len;
	}
	return UG_MIN(cost, LANE_MAX);
}

/*
 * What a pair costs in another encoding, whose lane that is.  GB18030 has most
 * of what EUC-JP has, kana as the same pairs: it is read in Chinese, and in
 * Japanese in the lane of what would be no other.
 */
static unsigned
wide_other(const struct ug_habit_wide *wide, unsigned lane,
    const unsigned char pair[2])
{
	enum ug_multi_byte other = (enum ug_multi_byte)(lane + UG_BIG5);
	size_t language = SIZE_MAX;

	if (other == UG_GB18030) {
		language = wide->chinese;
	} else if (other == wide->decoder) {
		other = UG_GB18030;
		language = wide->japanese;
	}
	return wide_cost(other, pair, language);
}

static void
wide_set_lane(struct ug_wide_costs *costs, unsigned lane, unsigned cost)
{
	*(lane % 2 == 0 ? &costs->even : &costs->odd) |= (uint64_t)cost <<
	    lane / 2 * LANE_BITS;
}

/* The costs of a pair, which may be none. */
static struct ug_wide_costs
wide_costs(const struct ug_habit_wide *wide, const unsigned char pair[2])
{
	unsigned state = 0;
	const struct ug_char found = ug_multi_byte_next(wide->decoder, pair, 2,
	    &state);
	struct ug_wide_costs costs = { 0, PAIR };

	if (found.len != 2 || found.c == UG_MALFORMED)
		return NO_PAIR;
	wide_set_lane(&costs, OWN, wide_cost(wide->decoder, pair,
	    wide->language));
	for (unsigned lane = 0; lane < N_OTHERS; lane++)
		wide_set_lane(&costs, lane, wide_other(wide, lane, pair));
	return costs;
}

static void
wide_flush(struct wide_sums *sums, struct ug_wide_costs costs)
{
	for (unsigned lane = 0; lane < N_LANES; lane++)
		sums->of[lane] += (uint32_t)((lane % 2 == 0 ? costs.even :
		    costs.odd) >> lane / 2 * LANE_BITS) & 0xFFFF;
}

static inline void
wide_sum(struct ug_wide_costs *sum, const struct ug_wide_costs *costs)
{
	sum->even += costs->even;
	sum->odd += costs->odd;
}

/* Add four pairs that follow one another, if all were met and are some. */
static inline bool
wide_add_four(const struct ug_habit_wide *wide, const unsigned char *bytes,
    struct ug_wide_costs *sum)
{
	const uint64_t second = UINT64_C(0x00FF00FF00FF00FF);
	const uint64_t upper = UINT64_C(0x8000800080008000);
	const uint64_t v = ug_bytes_64(bytes);
	const uint64_t pairs = (v & second) << 8 | (v >> 8 & second);
	const struct ug_wide_costs *const a = &wide->costs[pairs & 0x7FFF];
	const struct ug_wide_costs *const b = &wide->costs[pairs >> 16 &
	    0x7FFF];
	const struct ug_wide_costs *const c = &wide->costs[pairs >> 32 &
	    0x7FFF];
	const struct ug_wide_costs *const d = &wide->costs[pairs >> 48 &
	    0x7FFF];

	if ((pairs & upper) != upper ||
	    (a->odd & b->odd & c->odd & d->odd & PAIR) == 0)
		return false;
	wide_sum(sum, a);
	wide_sum(sum, b);
	wide_sum(sum, c);
	wide_sum(sum, d);
	return true;
}

/*
 * Add what stands at *at, beyond ASCII, which moves past it.  False: it is no
 * pair, and there is too little before it to let that pass.
 */
static bool
wide_add_one(struct ug_habit_wide *wide, const unsigned char *bytes, size_t len,
    size_t *at, uint32_t n, struct ug_wide_costs *sum)
{
	const unsigned char *const pair = bytes + *at;

	if (len - *at > 1) {
		struct ug_wide_costs *const costs = &wide->costs[
		    (pair[0] & 0x7F) << 8 | pair[1]];

		if (costs->even == 0 && costs->odd == 0)
			*costs = wide_costs(wide, pair);
		if ((costs->odd & PAIR) != 0) {
			wide_sum(sum, costs);
			*at += 2;
			return true;
		}
	}
	*at += 1;
	sum->odd += LANE_MAX * PAIR;
	return n >= STRICT;
}

/*
 * Add up the costs of all pairs of a record; false if there is anything among
 * its first ones but those and ASCII.
 */
static bool
wide_add(struct ug_habit_wide *wide, const unsigned char *bytes, size_t len,
    struct wide_sums *sums)
{
	for (size_t at = 0; at < len; ) {
		const size_t end = len - at < MANY ? len : at + MANY;
		struct ug_wide_costs sum = { 0, 0 };

		while (at < end) {
			if (bytes[at] < 0x80) {
				at++;
			} else if (len - at >= AT_ONCE &&
			    wide_add_four(wide, bytes + at, &sum)) {
				at += AT_ONCE;
				sums->n += AT_ONCE / 2;
			} else {
				if (!wide_add_one(wide, bytes, len, &at,
				    sums->n, &sum))
					return false;
				sums->n++;
			}
		}
		wide_flush(sums, sum);
	}
	return true;
}

/* The most that n characters cost: Hangul, of which few are common, less. */
static int64_t
wide_most(const struct ug_habit_wide *wide, int64_t n)
{
	const int64_t few = n * UG_W(FITS_WIDE) - UG_W(FITS_WIDE_LESS);
	const int64_t many = n * UG_W(FITS_MANY) - UG_W(FITS_MANY_LESS);
	const bool hangul = wide->decoder == UG_EUC_KR ||
	    wide->decoder == UG_JOHAB;

	return hangul || few > many ? few : many;
}

bool
ug_habit_wide_fits(struct ug_habit_wide *wide, const unsigned char *bytes,
    size_t len)
{
	struct wide_sums sums = { .n = 0 };

	if (!wide_add(wide, bytes, len, &sums) ||
	    (int64_t)sums.of[OWN] * STEP > wide_most(wide, sums.n))
		return false;
	for (unsigned lane = 0; lane < N_OTHERS; lane++)
		if ((wide->decoder != UG_GB18030 ||
		    lane != wide_lane(UG_GB18030)) && sums.of[lane] * STEP <
		    sums.of[OWN] * STEP + UG_W(FITS_WIDE_AHEAD))
			return false;
	return true;
}
