/*
 * utf8_blocks.h - well-formed UTF-8 by vectors, as far as whole blocks go
 */
#ifndef UG_UTF8_BLOCKS_H
#define UG_UTF8_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#define UG_UTF8_BLOCK  64 /* bytes */
#define UG_UTF8_BEFORE 3  /* that a block is checked with, of those before */

/*
 * How many of bytes[0..len) lie before the first block that is malformed, or
 * ends a character wrongly that the one before it began: a multiple of 64, or
 * `len`, where nothing is cut short.  *beyond: where the first byte beyond
 * ASCII of these stands, or no less than what is returned.
 */
typedef size_t ug_utf8_blocks(const unsigned char *bytes, size_t len,
    size_t *beyond);

/* A way to find that out; `blocks` is NULL for doing without. */
struct ug_utf8_way {
	const char *name;
	bool (*there)(void); /* whether this machine has what it needs */
	ug_utf8_blocks *blocks;
};

/* The best one first; the last one, "plain", is always there. */
extern const struct ug_utf8_way *const ug_utf8_ways[];

extern const struct ug_utf8_way ug_utf8_avx2, ug_utf8_ssse3, ug_utf8_neon;

/* ug_utf8_prefix(), in that way. */
size_t ug_utf8_prefix_by(const struct ug_utf8_way *way,
    const unsigned char *bytes, size_t len, bool *ascii);

#endif /* UG_UTF8_BLOCKS_H */
