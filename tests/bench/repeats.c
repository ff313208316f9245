/*
 * repeats.c - is there text that occurs twice? repeats <TEXT
 *
 * Compares stretches of 2 KiB by a hash that rolls over them, those whose hash
 * begins with eight zero bits: of 4 KiB that stand twice, eight or so.  Prints how
 * many there are and how many were seen before; 1 if any was.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define WINDOW 2048
#define FACTOR 0x9E3779B97F4A7C15u

static int
compare(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Keep a hash; false without memory. */
static int
keep(uint64_t **hashes, size_t *n, size_t *cap, uint64_t hash)
{
	uint64_t *more;

	if (*n == *cap) {
		*cap = *cap * 2 + 1024;
		more = realloc(*hashes, *cap * sizeof(hash));
		if (more == NULL)
			return 0;
		*hashes = more;
	}
	(*hashes)[(*n)++] = hash;
	return 1;
}

int
main(void)
{
	unsigned char window[WINDOW] = { 0 };
	uint64_t *hashes = NULL, hash = 0, oldest = 1;
	size_t at, n = 0, cap = 0, again = 0;
	int c;

	for (at = 0; at < WINDOW; at++)
		oldest *= FACTOR;
	for (at = 0; (c = getchar()) != EOF; at++) {
		/* Bytes count from 1, so that zeros are not nothing. */
		hash = hash * FACTOR + (uint64_t)c + 1;
		if (at >= WINDOW)
			hash -= oldest * (window[at % WINDOW] + 1u);
		window[at % WINDOW] = (unsigned char)c;
		if (at >= WINDOW && hash >> 56 == 0 &&
		    !keep(&hashes, &n, &cap, hash))
			return 2;
	}
	if (n > 0)
		qsort(hashes, n, sizeof(*hashes), compare);
	for (at = 1; at < n; at++)
		again += hashes[at] == hashes[at - 1];
	printf("%zu stretches, %zu seen before\n", n, again);
	free(hashes);
	return again != 0 || ferror(stdin);
}
