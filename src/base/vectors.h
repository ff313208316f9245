/*
 * vectors.h - what is done by the vectors that the machine at hand has
 *
 * Who needs no more than what all machines of a kind have has block.h.
 */
#ifndef UG_VECTORS_H
#define UG_VECTORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UG_UTF8_BLOCK  64 /* bytes */
#define UG_UTF8_BEFORE 3  /* that a block is checked with, of those before */

/*
 * Three bytes that follow one another: upper[i] and lower[i] have, for each
 * upper and lower half of the i-th, a bit for each of eight classes that it may
 * be in.  What is in all six of them is in a class.
 */
struct ug_trios {
	uint8_t upper[3][16], lower[3][16];
};

/* The classes of three bytes. */
static inline unsigned
ug_trios_of(const struct ug_trios *trios, const unsigned char s[3])
{
	unsigned in = 0xFF;

	for (unsigned i = 0; i < 3; i++)
		in &= trios->upper[i][s[i] >> 4] & trios->lower[i][s[i] & 15];
	return in;
}

/* The same of single bytes. */
struct ug_ones {
	uint8_t upper[16], lower[16];
};

static inline unsigned
ug_ones_of(const struct ug_ones *ones, unsigned char c)
{
	return ones->upper[c >> 4] & ones->lower[c & 15];
}

/* A kind of vectors. */
struct ug_vectors {
	const char *name;
	bool (*there)(void); /* whether this machine has them */

	/*
	 * How many of bytes[0..len) lie before the first block that is
	 * malformed, or ends a character wrongly that the one before it began:
	 * a multiple of 64, or `len`, where nothing is cut short.  *beyond:
	 * where the first byte beyond ASCII of these and that block stands, or
	 * `len` or more.
	 */
	size_t (*utf8)(const unsigned char *bytes, size_t len, size_t *beyond);

	/*
	 * The first place from `from` on at which three bytes in some class
	 * start, or `len`; two NULs are taken to stand behind bytes[0..len).
	 */
	size_t (*trio)(const struct ug_trios *trios, const unsigned char *bytes,
	    size_t len, size_t from);

	/* The first byte from `from` on in some class, or `len`. */
	size_t (*one)(const struct ug_ones *ones, const unsigned char *bytes,
	    size_t len, size_t from);

	/*
	 * Of n blocks of 64 bytes, which bytes are c, and which are beyond
	 * ASCII: a bit each, the first one lowest.
	 */
	void (*blocks)(const unsigned char *bytes, size_t n, unsigned char c,
	    uint64_t *equal, uint64_t *beyond);
};

/* The best of those that are there. */
const struct ug_vectors *ug_vectors(void);

/* All that were compiled, the best one first; the last one is ug_plain. */
extern const struct ug_vectors *const ug_vectors_all[];

/* No vectors at all; it has no utf8(). */
extern const struct ug_vectors ug_plain;

extern const struct ug_vectors ug_avx2, ug_ssse3, ug_neon;

#endif /* UG_VECTORS_H */
