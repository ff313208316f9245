/*
 * glance_lanes.h - looks at a text by vectors: included by each way to do so
 *
 * Compiled for a processor with AVX2, all blanks of a block are looked at at
 * once, else one by one.
 */
#include "base/block.h"
#include "base/letters.h"
#include "glance_look.h"

/*
 * What is worth a closer look, a bit each, by a byte before a blank and three
 * behind it: each must have the bit.  A row here adds one; rows may share one,
 * which then tells less.
 */
#define GLANCE_ROWS(X, before, a, b, c) \
	/* "said", "told", "added", "read", "wrote", "wont" */ \
	X(0, 1, a == 's', b == 'a', c == 'i') \
	X(0, 1, a == 't', b == 'o', c == 'l') \
	X(1, 1, a == 'a', b == 'd', c == 'd') \
	X(1, 1, a == 'r', b == 'e', c == 'a') \
	X(2, 1, a == 'w', b == 'r', c == 'o') \
	X(2, 1, a == 'w', b == 'o', c == 'n') \
	/* "Im ", "isn t ", "Mr" */ \
	X(3, 1, a == 'I', b == 'm', c == ' ') \
	X(4, 1, a == 's' || a == 't', b == ' ', 1) \
	X(3, 1, a == 'M' || a == 'D', b == 'r' || b == 's', 1) \
	/* "town. of", "Harlands List", "Outer -Reach", "town , is" */ \
	X(5, before == '.', SMALL(a), 1, 1) \
	X(6, before == 's', CAPITAL(a), 1, 1) \
	X(7, 1, a == '-' || a == '.' || a == ',', 1, 1) \
	/* behind a mark; for [ and what is beyond ASCII see look_rare() */ \
	X(7, 1, a == '"' || a == '\'' || a == '(', 1, 1)
#define SMALL(c)   (c >= 'a' && c <= 'z')
#define CAPITAL(c) (c >= 'A' && c <= 'Z')

/* The bits of byte `v` in each place. */
#define BIT_BEFORE(bit, before, a, b, c) (before) << bit |
#define BIT_FIRST(bit, before, a, b, c)  (a) << bit |
#define BIT_SECOND(bit, before, a, b, c) (b) << bit |
#define BIT_THIRD(bit, before, a, b, c)  (c) << bit |
#define BEFORE(v) GLANCE_ROWS(BIT_BEFORE, (v), 0, 0, 0) 0
#define FIRST(v)  GLANCE_ROWS(BIT_FIRST, 0, (v), 0, 0) 0
#define SECOND(v) GLANCE_ROWS(BIT_SECOND, 0, 0, (v), 0) 0
#define THIRD(v)  GLANCE_ROWS(BIT_THIRD, 0, 0, 0, (v)) 0

/* Look at a lane of the block at `s`; returns what is rare in it. */
static inline ug_lane
look_lane(struct ug_glance_block *block, const char *s, unsigned i)
{
	const ug_lane lane = ug_lane_load(s + i);

	block->blanks |= ug_lane_bits(ug_lane_equal(lane, ' ')) << i;
	block->ends |= ug_lane_bits(ug_lane_equal(lane, '\n')) << i;
	block->quotes |= ug_lane_bits(ug_lane_or(ug_lane_equal(lane, '"'),
	    ug_lane_equal(lane, '\''))) << i;
	return ug_lane_or(ug_lane_or(ug_lane_or(lane,
	    ug_lane_equal(lane, '&')), ug_lane_or(
	    ug_lane_equal(lane, '\\'), ug_lane_equal(lane, '$'))),
	    ug_lane_or(ug_lane_or(ug_lane_equal(lane, '<'),
	    ug_lane_equal(lane, '@')), ug_lane_equal(lane, '[')));
}

/* All but what is due. */
static inline void
look_masks(struct ug_glance_block *block, const char *s)
{
	ug_lane rare = ug_lane_load(s);

	*block = (struct ug_glance_block){ .blanks = 0 };
	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += 4 * UG_LANE) {
		rare = ug_lane_or(rare, look_lane(block, s, i));
		rare = ug_lane_or(rare, look_lane(block, s, i + UG_LANE));
#if UG_LANE * 2 < UG_BLOCK_BYTES
		rare = ug_lane_or(rare, look_lane(block, s, i + 2 * UG_LANE));
		rare = ug_lane_or(rare, look_lane(block, s, i + 3 * UG_LANE));
#endif
	}
	block->rare = ug_lane_bits(rare) != 0;
}

/* What is due before bytes that are not in the rows: [, and those of “. */
static inline void
look_rare(struct ug_glance_block *block, const char *s)
{
	const char last = s[UG_BLOCK_BYTES];

	if (block->rare)
		block->due |= block->blanks & (ug_block_equal(s + 1, '\xE2') |
		    ug_block_equal(s + 1, '['));
	else if (last == '\xE2' || last == '[')
		block->due |= block->blanks & UINT64_C(1) << 63;
}

#ifdef __AVX2__
/* What the bytes with the lower half n can be, and those with the upper. */
#define OF4(f, v, step)  (f(v) | f(v + step) | f(v + 2 * step) | \
	f(v + 3 * step))
#define OF16(f, v, step) (uint8_t)(OF4(f, v, step) | \
	OF4(f, v + 4 * step, step) | OF4(f, v + 8 * step, step) | \
	OF4(f, v + 12 * step, step))
#define LOWER(f, n) OF16(f, n, 16)
#define UPPER(f, n) OF16(f, (n) * 16, 1)
#define HALVES4(g, f, n) g(f, n), g(f, n + 1), g(f, n + 2), g(f, n + 3)
#define HALVES(f) { \
	{ HALVES4(LOWER, f, 0), HALVES4(LOWER, f, 4), \
	  HALVES4(LOWER, f, 8), HALVES4(LOWER, f, 12) }, \
	{ HALVES4(UPPER, f, 0), HALVES4(UPPER, f, 4), \
	  HALVES4(UPPER, f, 8), HALVES4(UPPER, f, 12) } }

/* For each place. */
static const uint8_t look_halves[4][2][16] = {
	HALVES(BEFORE), HALVES(FIRST), HALVES(SECOND), HALVES(THIRD),
};

/* The bits of 32 bytes in one of the places. */
static inline __m256i
look_up(const char *s, int place)
{
	const __m256i bytes = ug_lane_load(s), half = _mm256_set1_epi8(0x0F);
	const __m256i lower = _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const __m128i *)(const void *)look_halves[place][0]));
	const __m256i upper = _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const __m128i *)(const void *)look_halves[place][1]));

	return _mm256_and_si256(_mm256_shuffle_epi8(lower,
	    _mm256_and_si256(bytes, half)), _mm256_shuffle_epi8(upper,
	    _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

/* Which of 32 bytes would be due if all were blanks. */
static inline uint64_t
look_due_32(const char *s)
{
	const __m256i all = _mm256_and_si256(_mm256_and_si256(
	    look_up(s - 1, 0), look_up(s + 1, 1)), _mm256_and_si256(
	    look_up(s + 2, 2), look_up(s + 3, 3)));

	return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(all,
	    _mm256_setzero_si256())) & UINT32_MAX;
}

/* The hashes of 32 bytes, as if all were blanks. */
static inline __m256i
look_hash_32(const char *s)
{
	const __m256i before = ug_lane_load(s - 1);
	const __m256i x2 = _mm256_add_epi8(before, before);
	const __m256i x4 = _mm256_add_epi8(x2, x2);
	const __m256i x8 = _mm256_add_epi8(x4, x4);
	const __m256i x16 = _mm256_add_epi8(x8, x8);

	return _mm256_add_epi8(_mm256_add_epi8(_mm256_add_epi8(x16, x16), x4),
	    _mm256_add_epi8(before, ug_lane_load(s + 1)));
}

static void
look_block(struct ug_glance_block *block, const char *s, uint8_t *hashes)
{
	uint64_t all[UG_BLOCK_BYTES / 8], blanks;

	look_masks(block, s);
	block->due = block->blanks & (look_due_32(s) |
	    look_due_32(s + 32) << 32);
	look_rare(block, s);
	_mm256_storeu_si256((__m256i *)(void *)all, look_hash_32(s));
	_mm256_storeu_si256((__m256i *)(void *)(all + 4),
	    look_hash_32(s + 32));
	blanks = block->blanks;
	for (unsigned i = 0; i < UG_BLOCK_BYTES / 8; i++, blanks >>= 8) {
		const uint64_t each = _pdep_u64(blanks & 0xFF, UG_EACH_BYTE);
		const uint64_t some = _pext_u64(all[i], (each << 8) - each);

		memcpy(hashes, &some, 8);
		hashes += __builtin_popcountll(each);
	}
}
#else
#define EACH4(f, v)  f(v), f(v + 1), f(v + 2), f(v + 3)
#define EACH16(f, v) EACH4(f, v), EACH4(f, v + 4), EACH4(f, v + 8), \
	EACH4(f, v + 12)
#define EACH64(f, v) EACH16(f, v), EACH16(f, v + 16), EACH16(f, v + 32), \
	EACH16(f, v + 48)
#define EACH(f) EACH64(f, 0), EACH64(f, 64), EACH64(f, 128), EACH64(f, 192)

static const struct {
	uint8_t before[256], first[256], second[256], third[256];
} look_due = {
	{ EACH(BEFORE) }, { EACH(FIRST) }, { EACH(SECOND) }, { EACH(THIRD) },
};

static void
look_block(struct ug_glance_block *block, const char *s, uint8_t *hashes)
{
	look_masks(block, s);
	for (uint64_t left = block->blanks; left != 0; left &= left - 1) {
		const unsigned i = ug_letters_lowest(left);
		const unsigned char *const blank =
		    (const unsigned char *)s + i;
		const unsigned due = look_due.before[blank[-1]] &
		    look_due.first[blank[1]] & look_due.second[blank[2]] &
		    look_due.third[blank[3]];

		block->due |= (uint64_t)(due != 0) << i;
		*hashes++ = (uint8_t)(blank[-1] * 37u + blank[1]);
	}
	look_rare(block, s);
}
#endif

/* Which of the hashes from hashes[i] on are as those `back` before them. */
static inline uint64_t
look_like(const uint8_t *hashes, size_t i, size_t back)
{
	const char *const s = (const char *)hashes + i;
	const uint64_t like = ug_lane_bits(ug_lane_equal(ug_lane_xor(
	    ug_lane_load(s), ug_lane_load(s - back)), '\0'));

	return back > i ? like & UINT64_MAX << (back - i) : like;
}

static bool
look_copied(const uint8_t *hashes, size_t n)
{
	for (size_t i = 0; i + 1 < n; i += UG_LANE - 1) {
		const uint64_t all = n - i < UG_LANE ?
		    (UINT64_C(1) << (n - i)) - 1 : UINT64_MAX;
		uint64_t copied = 0;

		for (size_t back = 3; back <= 8; back++) {
			const uint64_t like = look_like(hashes, i, back) & all;

			copied |= like & like >> 1;
		}
		if (copied != 0)
			return true;
	}
	return false;
}
