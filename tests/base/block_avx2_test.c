/*
 * block_avx2_test.c - the same of what machines do that have AVX2
 */
int block_test(int argc, char **argv);

#define main block_test
#include "block_test.c"
#undef main

int
main(int argc, char **argv)
{
#if defined(__AVX2__) && defined(__GNUC__)
	if (!__builtin_cpu_supports("avx2"))
		return 0;
#endif
	return block_test(argc, argv);
}
