/*
 * vectors_ssse3.c - vectors of 16 bytes, where an x86-64 has them
 */
#include "vectors.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define UG_LANE 16
#define UG_LANE_TARGET __attribute__((target("ssse3")))

typedef __m128i lane;

#define lane_all(byte) _mm_set1_epi8((char)(byte))
#define lane_and(a, b) _mm_and_si128(a, b)
#define lane_or(a, b) _mm_or_si128(a, b)
#define lane_xor(a, b) _mm_xor_si128(a, b)
#define lane_equal(a, b) _mm_cmpeq_epi8(a, b)
#define lane_bits(a) ((uint64_t)(unsigned)_mm_movemask_epi8(a))
#define lane_minus(a, b) _mm_subs_epu8(a, b)
#define lane_lookup(table, lower) _mm_shuffle_epi8(table, lower)
#define lane_table(table) lane_load(table)

UG_LANE_TARGET static inline lane
lane_load(const unsigned char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

UG_LANE_TARGET static inline lane
lane_upper(lane a)
{
	return lane_and(_mm_srli_epi16(a, 4), lane_all(0x0F));
}

UG_LANE_TARGET static inline bool
lane_any(lane a)
{
	return _mm_movemask_epi8(_mm_cmpeq_epi8(a, lane_all(0))) != 0xFFFF;
}

UG_LANE_TARGET static inline bool
lane_beyond(lane a)
{
	return _mm_movemask_epi8(a) != 0;
}

#include "vectors_utf8.h"
#include "vectors_find.h"

static bool
ssse3_is_there(void)
{
	return __builtin_cpu_supports("ssse3");
}

const struct ug_vectors ug_ssse3 = { "ssse3", ssse3_is_there, lanes_utf8,
	lanes_trio, lanes_one, lanes_blocks };
#endif
