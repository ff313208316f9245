/*
 * restore.c - hostile inputs, there and back: restore N [FIRST]
 *
 *	100000 inputs, 0 failed, 131072000 bytes in, 41943040 bytes of journals
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "journal/hostile.h"

int
main(int argc, char *argv[])
{
	const uint64_t n = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000;
	const uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
	struct hostile_count count = { 0 };

	for (uint64_t i = first; i < first + n; i++)
		if (!hostile_one(i, &count))
			printf("input %" PRIu64 " failed\n", i);
	printf("%" PRIu64 " inputs, %" PRIu64 " failed, %" PRIu64
	    " bytes in, %" PRIu64 " bytes of journals\n",
	    count.n, count.n_failed, count.n_in, count.n_journal);
	return count.n_failed > 0 || count.n == 0;
}
