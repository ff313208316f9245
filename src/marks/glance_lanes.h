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
 * which then tells less.  At the end of a line they tell of titles that the
 * next one may start with.
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

/* What is due before bytes that are not in the rows: [, and those of “. */
static inline void
look_rare(struct ug_glance_block *block, const char *s)
{
	const uint64_t gaps = block->blanks | block->ends;
	const char last = s[UG_BLOCK_BYTES];

	if (block->rare != 0)
		block->due |= gaps & (ug_block_equal(s + 1, '\xE2') |
		    ug_block_equal(s + 1, '['));
	else if (last == '\xE2' || last == '[')
		block->due |= gaps & UINT64_C(1) << 63;
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

/*
 * Quotes have the upper bit; what is rare has others, of which each is of bytes
 * that no other ones share both halves with.
 */
#define KIND(v) (((v) == '"' || (v) == '\'') << 7 | \
	((v) == '&' || (v) == '$') | ((v) == '\\' || (v) == '<') << 1 | \
	((v) == '@') << 2 | ((v) == '[') << 3)

/* For each place, and the kinds. */
static const uint8_t look_halves[5][2][16] = {
	HALVES(BEFORE), HALVES(FIRST), HALVES(SECOND), HALVES(THIRD),
	HALVES(KIND)
};

/* The bits of 32 bytes in one of the places. */
static inline __m256i
look_up(__m256i bytes, int place)
{
	const __m256i half = _mm256_set1_epi8(0x0F);
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
	    look_up(ug_lane_load(s - 1), 0), look_up(ug_lane_load(s + 1), 1)),
	    _mm256_and_si256(look_up(ug_lane_load(s + 2), 2),
	    look_up(ug_lane_load(s + 3), 3)));

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

	return _mm256_add_epi8(_mm256_add_epi8(x4, x4), ug_lane_load(s + 1));
}

/* What stands in half a block, put in by each who asks. */
static UG_INLINE struct ug_glance_block
look_half(const char *s)
{
	const __m256i bytes = ug_lane_load(s);
	const __m256i kinds = look_up(bytes, 4);
	struct ug_glance_block half = {
		.blanks = ug_lane_bits(ug_lane_equal(bytes, ' ')),
		.ends = ug_lane_bits(ug_lane_equal(bytes, '\n')),
		.quotes = ug_lane_bits(kinds),
		.rare = ug_lane_bits(_mm256_or_si256(bytes,
		    _mm256_cmpgt_epi8(kinds, _mm256_setzero_si256()))),
	};

	half.due = (half.blanks | half.ends) & look_due_32(s);
	return half;
}

/* Keep those of eight hashes that are of blanks; the others follow. */
static UG_INLINE uint8_t *
look_keep(uint8_t *hashes, uint64_t all, uint64_t blanks)
{
	const uint64_t each = _pdep_u64(blanks, UG_EACH_BYTE);
	const uint64_t some = _pext_u64(all, (each << 8) - each);

	memcpy(hashes, &some, 8);
	return hashes + __builtin_popcountll(each);
}

static inline uint8_t *
look_hashes(const char *s, uint64_t blanks, uint8_t *hashes)
{
	uint64_t all[UG_BLOCK_BYTES / 8];

	_mm256_storeu_si256((__m256i *)(void *)all, look_hash_32(s));
	_mm256_storeu_si256((__m256i *)(void *)(all + 4),
	    look_hash_32(s + 32));
	hashes = look_keep(hashes, all[0], blanks);
	hashes = look_keep(hashes, all[1], blanks >> 8);
	hashes = look_keep(hashes, all[2], blanks >> 16);
	hashes = look_keep(hashes, all[3], blanks >> 24);
	hashes = look_keep(hashes, all[4], blanks >> 32);
	hashes = look_keep(hashes, all[5], blanks >> 40);
	hashes = look_keep(hashes, all[6], blanks >> 48);
	return look_keep(hashes, all[7], blanks >> 56);
}

static uint8_t *
look_blocks(struct ug_glance_block *blocks, const char *s, size_t n,
    uint8_t *hashes)
{
	for (; n > 0; n--, blocks++, s += UG_BLOCK_BYTES) {
		const struct ug_glance_block one = look_half(s);
		const struct ug_glance_block two = look_half(s + 32);

		blocks->blanks = one.blanks | two.blanks << 32;
		blocks->ends = one.ends | two.ends << 32;
		blocks->quotes = one.quotes | two.quotes << 32;
		blocks->rare = one.rare | two.rare << 32;
		blocks->due = one.due | two.due << 32;
		blocks->copied = 0;
		blocks->hashes = hashes;
		look_rare(blocks, s);
		hashes = look_hashes(s, blocks->blanks, hashes);
	}
	return hashes;
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

/* Look at a lane of the block at `s`. */
static inline void
look_lane(struct ug_glance_block *block, const char *s, unsigned i)
{
	const ug_lane lane = ug_lane_load(s + i);

	block->blanks |= ug_lane_bits(ug_lane_equal(lane, ' ')) << i;
	block->ends |= ug_lane_bits(ug_lane_equal(lane, '\n')) << i;
	block->quotes |= ug_lane_bits(ug_lane_or(ug_lane_equal(lane, '"'),
	    ug_lane_equal(lane, '\''))) << i;
	block->rare |= ug_lane_bits(ug_lane_or(ug_lane_or(ug_lane_or(lane,
	    ug_lane_equal(lane, '&')), ug_lane_or(
	    ug_lane_equal(lane, '\\'), ug_lane_equal(lane, '$'))),
	    ug_lane_or(ug_lane_or(ug_lane_equal(lane, '<'),
	    ug_lane_equal(lane, '@')), ug_lane_equal(lane, '[')))) << i;
}

static uint8_t *
look_blocks(struct ug_glance_block *blocks, const char *s, size_t n,
    uint8_t *hashes)
{
	for (; n > 0; n--, blocks++, s += UG_BLOCK_BYTES) {
		struct ug_glance_block *const block = blocks;
		uint64_t left;

		*block = (struct ug_glance_block){ .hashes = hashes };
		for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE)
			look_lane(block, s, i);
		left = block->blanks | block->ends;
		for (; left != 0; left &= left - 1) {
			const unsigned i = ug_letters_lowest(left);
			const unsigned char *const gap =
			    (const unsigned char *)s + i;
			const unsigned due = look_due.before[gap[-1]] &
			    look_due.first[gap[1]] &
			    look_due.second[gap[2]] & look_due.third[gap[3]];

			block->due |= (uint64_t)(due != 0) << i;
			*hashes = (uint8_t)(gap[-1] * 8u + gap[1]);
			hashes += gap[0] == ' ';
		}
		look_rare(block, s);
	}
	return hashes;
}
#endif

/* Whether hash i is, with the one before, like two before them. */
static inline bool
look_like(const uint8_t *hashes, size_t i)
{
	for (size_t back = 3; back <= 8 && back < i; back++)
		if (hashes[i] == hashes[i - back] &&
		    hashes[i - 1] == hashes[i - 1 - back])
			return true;
	return false;
}

static size_t
look_copied(const uint8_t *hashes, size_t from, size_t n)
{
	for (; from < UG_GLANCE_KEPT && from < n; from++)
		if (look_like(hashes, from))
			return from;
	for (; from < n; from += UG_LANE) {
		const char *const s = (const char *)hashes + from;
		const ug_lane last = ug_lane_load(s);
		const ug_lane before = ug_lane_load(s - 1);
		ug_lane like = ug_lane_and(ug_lane_same(last,
		    ug_lane_load(s - 3)), ug_lane_same(before,
		    ug_lane_load(s - 4)));
		uint64_t bits;

		for (size_t back = 4; back <= 8; back++)
			like = ug_lane_or(like, ug_lane_and(ug_lane_same(last,
			    ug_lane_load(s - back)), ug_lane_same(before,
			    ug_lane_load(s - 1 - back))));
		bits = ug_lane_bits(like);
		if (bits != 0 && from + ug_letters_lowest(bits) < n)
			return from + ug_letters_lowest(bits);
	}
	return n;
}
