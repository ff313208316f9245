/*
 * block.h - 64 bytes at a time: which of them are so and so, a bit each
 *
 *	"it is. So"   letters: 110110011, the first one lowest
 *
 * By vectors where the machine has them for sure, else eight bytes in a word;
 * all say the same.  UG_BLOCK_PLAIN asks for the latter.
 */
#ifndef UG_BLOCK_H
#define UG_BLOCK_H

#include <stddef.h>

#include "least.h"
#include "text.h"

#define UG_BLOCK_BYTES 64

#if defined(__AVX2__) && !defined(UG_BLOCK_PLAIN)
#include <immintrin.h>

#define UG_LANE 32

typedef __m256i ug_lane;

static inline ug_lane
ug_lane_load(const char *s)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)s);
}

static inline ug_lane
ug_lane_equal(ug_lane lane, char c)
{
	return _mm256_cmpeq_epi8(lane, _mm256_set1_epi8(c));
}

static inline ug_lane
ug_lane_letters(ug_lane lane)
{
	const ug_lane small = _mm256_or_si256(lane, _mm256_set1_epi8(0x20));
	const ug_lane from_a = _mm256_sub_epi8(small, _mm256_set1_epi8('a'));

	return _mm256_cmpeq_epi8(_mm256_min_epu8(from_a,
	    _mm256_set1_epi8('z' - 'a')), from_a);
}

/* Bytes that are no more than c, which is ASCII. */
static inline ug_lane
ug_lane_most(ug_lane lane, char c)
{
	return _mm256_cmpeq_epi8(_mm256_min_epu8(lane, _mm256_set1_epi8(c)),
	    lane);
}

static inline ug_lane
ug_lane_same(ug_lane a, ug_lane b)
{
	return _mm256_cmpeq_epi8(a, b);
}

static inline ug_lane
ug_lane_and(ug_lane a, ug_lane b)
{
	return _mm256_and_si256(a, b);
}

static inline ug_lane
ug_lane_or(ug_lane a, ug_lane b)
{
	return _mm256_or_si256(a, b);
}

static inline ug_lane
ug_lane_xor(ug_lane a, ug_lane b)
{
	return _mm256_xor_si256(a, b);
}

/* The upper bit of each byte. */
static inline uint64_t
ug_lane_bits(ug_lane lane)
{
	return (uint32_t)_mm256_movemask_epi8(lane);
}
#elif defined(__SSE2__) && !defined(UG_BLOCK_PLAIN)
#include <emmintrin.h>

#define UG_LANE 16

typedef __m128i ug_lane;

static inline ug_lane
ug_lane_load(const char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

static inline ug_lane
ug_lane_equal(ug_lane lane, char c)
{
	return _mm_cmpeq_epi8(lane, _mm_set1_epi8(c));
}

static inline ug_lane
ug_lane_letters(ug_lane lane)
{
	const ug_lane small = _mm_or_si128(lane, _mm_set1_epi8(0x20));
	const ug_lane from_a = _mm_sub_epi8(small, _mm_set1_epi8('a'));

	return _mm_cmpeq_epi8(_mm_min_epu8(from_a,
	    _mm_set1_epi8('z' - 'a')), from_a);
}

/* Bytes that are no more than c, which is ASCII. */
static inline ug_lane
ug_lane_most(ug_lane lane, char c)
{
	return _mm_cmpeq_epi8(_mm_min_epu8(lane, _mm_set1_epi8(c)), lane);
}

static inline ug_lane
ug_lane_same(ug_lane a, ug_lane b)
{
	return _mm_cmpeq_epi8(a, b);
}

static inline ug_lane
ug_lane_and(ug_lane a, ug_lane b)
{
	return _mm_and_si128(a, b);
}

static inline ug_lane
ug_lane_or(ug_lane a, ug_lane b)
{
	return _mm_or_si128(a, b);
}

static inline ug_lane
ug_lane_xor(ug_lane a, ug_lane b)
{
	return _mm_xor_si128(a, b);
}

/* The upper bit of each byte. */
static inline uint64_t
ug_lane_bits(ug_lane lane)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(lane);
}
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(UG_BLOCK_PLAIN)
#include <arm_neon.h>

#define UG_LANE 16

typedef uint8x16_t ug_lane;

static inline ug_lane
ug_lane_load(const char *s)
{
	return vld1q_u8((const uint8_t *)s);
}

static inline ug_lane
ug_lane_equal(ug_lane lane, char c)
{
	return vceqq_u8(lane, vdupq_n_u8((uint8_t)c));
}

static inline ug_lane
ug_lane_letters(ug_lane lane)
{
	const ug_lane small = vorrq_u8(lane, vdupq_n_u8(0x20));

	return vcleq_u8(vsubq_u8(small, vdupq_n_u8('a')),
	    vdupq_n_u8('z' - 'a'));
}

/* Bytes that are no more than c, which is ASCII. */
static inline ug_lane
ug_lane_most(ug_lane lane, char c)
{
	return vcleq_u8(lane, vdupq_n_u8((uint8_t)c));
}

static inline ug_lane
ug_lane_same(ug_lane a, ug_lane b)
{
	return vceqq_u8(a, b);
}

static inline ug_lane
ug_lane_and(ug_lane a, ug_lane b)
{
	return vandq_u8(a, b);
}

static inline ug_lane
ug_lane_or(ug_lane a, ug_lane b)
{
	return vorrq_u8(a, b);
}

static inline ug_lane
ug_lane_xor(ug_lane a, ug_lane b)
{
	return veorq_u8(a, b);
}

/* The upper bit of each byte. */
static inline uint64_t
ug_lane_bits(ug_lane lane)
{
	static const uint8_t weights[16] = { 1, 2, 4, 8, 16, 32, 64, 128,
		1, 2, 4, 8, 16, 32, 64, 128 };
	const uint8x16_t set = vcltzq_s8(vreinterpretq_s8_u8(lane));
	const uint8x16_t bits = vandq_u8(set, vld1q_u8(weights));

	return vaddv_u8(vget_low_u8(bits)) |
	    (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}
#else
#include "letters.h"

#define UG_LANE 8

typedef uint64_t ug_lane;

static inline ug_lane
ug_lane_load(const char *s)
{
	return ug_bytes_64(s);
}

static inline ug_lane
ug_lane_equal(ug_lane lane, char c)
{
	return ug_letters_zero(lane ^ UG_EACH_BYTE * (unsigned char)c);
}

static inline ug_lane
ug_lane_letters(ug_lane lane)
{
	return ~ug_letters_end(lane) & UG_EACH_BYTE * 0x80;
}

/* Bytes that are no more than c, which is ASCII. */
static inline ug_lane
ug_lane_most(ug_lane lane, char c)
{
	const uint64_t more = (lane & UG_EACH_BYTE * 0x7F) +
	    UG_EACH_BYTE * (0x7Fu - (unsigned char)c);

	return ~(more | lane) & UG_EACH_BYTE * 0x80;
}

static inline ug_lane
ug_lane_same(ug_lane a, ug_lane b)
{
	return ug_letters_zero(a ^ b);
}

static inline ug_lane
ug_lane_and(ug_lane a, ug_lane b)
{
	return a & b;
}

static inline ug_lane
ug_lane_or(ug_lane a, ug_lane b)
{
	return a | b;
}

static inline ug_lane
ug_lane_xor(ug_lane a, ug_lane b)
{
	return a ^ b;
}

/* The upper bit of each byte. */
static inline uint64_t
ug_lane_bits(ug_lane lane)
{
	return ((lane >> 7 & UG_EACH_BYTE) *
	    UINT64_C(0x0102040810204080)) >> 56;
}
#endif

/* ASCII letters; bytes `c`; bytes beyond ASCII; any of four; of s[0..63]. */
static inline uint64_t
ug_block_letters(const char *s)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE)
		bits |= ug_lane_bits(ug_lane_letters(ug_lane_load(s + i))) <<
		    i;
	return bits;
}

static inline uint64_t
ug_block_equal(const char *s, char c)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE)
		bits |= ug_lane_bits(ug_lane_equal(ug_lane_load(s + i), c)) <<
		    i;
	return bits;
}

static inline uint64_t
ug_block_beyond(const char *s)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE)
		bits |= ug_lane_bits(ug_lane_load(s + i)) << i;
	return bits;
}

static inline uint64_t
ug_block_any(const char *s, const char c[4])
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE) {
		const ug_lane lane = ug_lane_load(s + i);

		bits |= ug_lane_bits(ug_lane_or(
		    ug_lane_or(ug_lane_equal(lane, c[0]),
		    ug_lane_equal(lane, c[1])),
		    ug_lane_or(ug_lane_equal(lane, c[2]),
		    ug_lane_equal(lane, c[3])))) << i;
	}
	return bits;
}

/*
 * A block of the text, text.s[at..], with `before` bytes before and `behind`
 * behind it that may be read, too: in the text, or a copy in `room`, of as many
 * bytes as all these, with 0 for what the text has not.  at < text.len.
 */
static inline const char *
ug_block_window(struct ug_text text, size_t at, size_t before, size_t behind,
    char *room)
{
	const size_t most = UG_BLOCK_BYTES + behind;
	const size_t n = UG_MIN(text.len - at, most);
	const size_t n_before = UG_MIN(at, before);

	if (n == most && n_before == before)
		return text.s + at;
	memset(room, 0, before + most);
	memcpy(room + before - n_before, text.s + at - n_before, n_before + n);
	return room + before;
}

#endif /* UG_BLOCK_H */
