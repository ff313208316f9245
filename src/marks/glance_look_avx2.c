/*
 * glance_look_avx2.c - the same where an x86-64 has AVX2 and BMI
 *
 * The Makefile has the compiler use them here, where it can.
 */
#include "glance_lanes.h"

static bool
avx2_is_there(void)
{
#if defined(__AVX2__) && defined(__GNUC__)
	__builtin_cpu_init();
	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
	    && __builtin_cpu_supports("bmi2") &&
	    __builtin_cpu_supports("popcnt");
#else
	return false;
#endif
}

const struct ug_glance_way ug_glance_avx2 = { "avx2", avx2_is_there,
	look_blocks, look_copied };
