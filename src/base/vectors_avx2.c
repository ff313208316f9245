/*
 * vectors_avx2.c - vectors of 32 bytes, where an x86-64 has them
 */
#include "vectors.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define UG_LANE 32
#define UG_LANE_TARGET __attribute__((target("avx2")))

typedef __m256i lane;

#define lane_all(byte) _mm256_set1_epi8((char)(byte))
#define lane_and(a, b) _mm256_and_si256(a, b)
#define lane_or(a, b) _mm256_or_si256(a, b)
#define lane_xor(a, b) _mm256_xor_si256(a, b)
#define lane_equal(a, b) _mm256_cmpeq_epi8(a, b)
#define lane_bits(a) ((uint64_t)(unsigned)_mm256_movemask_epi8(a))
#define lane_minus(a, b) _mm256_subs_epu8(a, b)
#define lane_lookup(table, lower) _mm256_shuffle_epi8(table, lower)

UG_LANE_TARGET static inline lane
lane_load(const unsigned char *s)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)s);
}

UG_LANE_TARGET static inline lane
lane_table(const unsigned char table[16])
{
	return _mm256_broadcastsi128_si256(
	    _mm_loadu_si128((const __m128i *)(const void *)table));
}

UG_LANE_TARGET static inline lane
lane_upper(lane a)
{
	return lane_and(_mm256_srli_epi16(a, 4), lane_all(0x0F));
}

UG_LANE_TARGET static inline bool
lane_any(lane a)
{
	return !_mm256_testz_si256(a, a);
}

UG_LANE_TARGET static inline bool
lane_beyond(lane a)
{
	return _mm256_movemask_epi8(a) != 0;
}

#include "vectors_utf8.h"
#include "vectors_find.h"

static bool
avx2_is_there(void)
{
	return __builtin_cpu_supports("avx2");
}

const struct ug_vectors ug_avx2 = { "avx2", avx2_is_there, lanes_utf8,
	lanes_trio, lanes_one, lanes_blocks };
#endif
