/*
 * plain_walk_avx2.c - the same where an x86-64 has AVX2 and BMI
 *
 * The Makefile has the compiler use them here, where it can.
 */
#include "plain_lanes.h"

static bool
avx2_is_there(void)
{
#if defined(__AVX2__) && defined(__GNUC__)
	__builtin_cpu_init();
	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
	    && __builtin_cpu_supports("bmi2");
#else
	return false;
#endif
}

const struct ug_plain_way ug_plain_avx2 = { "avx2", avx2_is_there,
	plain_walk };
