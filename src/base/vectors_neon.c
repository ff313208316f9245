/*
 * vectors_neon.c - vectors of 16 bytes, which every AArch64 has
 */
#include "vectors.h"

#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>

#define UG_LANE 16
#define UG_LANE_TARGET

typedef uint8x16_t lane;

#define lane_load(s) vld1q_u8(s)
#define lane_all(byte) vdupq_n_u8(byte)
#define lane_and(a, b) vandq_u8(a, b)
#define lane_or(a, b) vorrq_u8(a, b)
#define lane_xor(a, b) veorq_u8(a, b)
#define lane_equal(a, b) vceqq_u8(a, b)
#define lane_minus(a, b) vqsubq_u8(a, b)
#define lane_upper(a) vshrq_n_u8(a, 4)
#define lane_lookup(table, lower) vqtbl1q_u8(table, lower)
#define lane_table(table) vld1q_u8(table)
#define lane_any(a) (vmaxvq_u8(a) != 0)
#define lane_beyond(a) (vmaxvq_u8(a) >= 0x80)

/* The upper bit of each byte. */
static inline uint64_t
lane_bits(lane a)
{
	static const uint8_t weights[16] = { 1, 2, 4, 8, 16, 32, 64, 128,
		1, 2, 4, 8, 16, 32, 64, 128 };
	const lane set = vcltzq_s8(vreinterpretq_s8_u8(a));
	const lane bits = vandq_u8(set, vld1q_u8(weights));

	return vaddv_u8(vget_low_u8(bits)) |
	    (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

#include "vectors_utf8.h"
#include "vectors_find.h"

static bool
neon_is_there(void)
{
	return true;
}

const struct ug_vectors ug_neon = { "neon", neon_is_there, lanes_utf8,
	lanes_trio, lanes_one, lanes_blocks };
#endif
