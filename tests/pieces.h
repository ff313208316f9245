/*
 * pieces.h - texts put together at random out of pieces; digests of results
 */
#ifndef PIECES_H
#define PIECES_H

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "random.h"

#define PIECES(p) (p), sizeof(p) / sizeof(*(p))

/* Fill text[0..len); the last piece may be cut between characters. */
static inline void
pieces_fill(char *text, size_t len, const char *const *pieces, size_t n,
    uint64_t *seed)
{
	for (size_t at = 0; at < len; ) {
		const char *const piece = pieces[random_next(seed) % n];
		const size_t whole = strlen(piece);
		size_t fits = whole < len - at ? whole : len - at;

		while (fits > 0 && (piece[fits] & 0xC0) == 0x80)
			fits--;
		if (fits == 0)
			text[at++] = '-';
		memcpy(text + at, piece, fits);
		at += fits;
	}
}

static inline void
digest_add(uint64_t *digest, uint64_t result)
{
	*digest = (*digest + result + 1) * UINT64_C(0x9E3779B97F4A7C15);
	*digest ^= *digest >> 29;
}

/* As those look for it who compare. */
static inline void
digest_print(uint64_t digest)
{
	printf("digest %016" PRIx64 "\n", digest);
}

#endif /* PIECES_H */
