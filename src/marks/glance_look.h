/*
 * glance_look.h - 64 bytes of a text: what in them is worth a closer look
 */
#ifndef UG_GLANCE_LOOK_H
#define UG_GLANCE_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UG_GLANCE_BEFORE 1 /* bytes before a block that are read, and behind */
#define UG_GLANCE_BEHIND 8

#define UG_GLANCE_PAD   64 /* bytes beside hashes that may be read, written */
#define UG_GLANCE_KEPT  9  /* hashes that tell with those behind them */

/* What stands in a block, a bit each. */
struct ug_glance_block {
	uint64_t blanks, ends, quotes;
	uint64_t due;    /* blanks and ends behind which, or around which, a
	                  * rule may find something */
	uint64_t rare;   /* bytes that traits tell of, or others */
	uint64_t copied; /* blanks where words may be copies: see glance.c */
	uint8_t *hashes; /* of its blanks */
};

/* A way to look. */
struct ug_glance_way {
	const char *name;
	bool (*there)(void); /* whether this machine has what it needs */

	/*
	 * Look at the n blocks from `s` on; hashes of the letters on both sides
	 * of each blank go to hashes[], one behind the other.  Returns where
	 * the next one goes to.
	 */
	uint8_t *(*look)(struct ug_glance_block *blocks, const char *s,
	    size_t n, uint8_t *hashes);

	/*
	 * The first of hashes[from..n) that is, with the one before it, like
	 * two that stand three to eight before them: words may have been
	 * copied; or n.
	 */
	size_t (*copied)(const uint8_t *hashes, size_t from, size_t n);
};

/* The best one first; the last one, "plain", is always there. */
extern const struct ug_glance_way *const ug_glance_ways[];
extern const struct ug_glance_way ug_glance_avx2;

#endif /* UG_GLANCE_LOOK_H */
