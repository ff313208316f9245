/*
 * mixup_pairs.h - what bytes cost behind one another at least, in all encodings
 * that a text may have been in
 */
#ifndef UG_MIXUP_PAIRS_H
#define UG_MIXUP_PAIRS_H

#include <string.h>

#include "base/buf.h"
#include "codings.h"
#include "encodings/encode.h"
#include "model/model.h"

#define UG_MIXUP_ROWS 3072 /* that are kept; the first one is of nothing */

/* One byte behind another, as of ug_pair_least(). */
struct ug_mixup_row {
	uint64_t none;               /* texts that lack one of them: a bit
	                              * each */
	uint16_t cost[UG_TEXTS_MAX]; /* in each that has both */
};

/* A byte in all texts: what it is in some of them is the same. */
struct ug_mixup_byte {
	uint64_t none;             /* texts that it stands for nothing in */
	uint8_t n;
	uint8_t of[UG_TEXTS_MAX];  /* each text's number in: */
	const uint32_t *chars;     /* n of them, and what these are */
	struct ug_glyph *glyphs;
};

#define UG_MIXUP_CODES 1024

/* What a reader of several bytes has for a character. */
struct ug_mixup_code {
	uint32_t key; /* of both; 0: of none */
	uint8_t len;
	unsigned char bytes[UG_ENCODED_MAX];
};

/* What is looked up; on failure *no_memory is set, and nobody knows it. */
struct ug_mixup_pairs {
	struct ug_mixup_code codes[UG_MIXUP_CODES];
	uint64_t single; /* texts of single bytes; all else is of these */
	const struct ug_codings *codings;
	struct ug_mixup_byte *bytes[128]; /* those beyond ASCII; or `unknown` */
	struct ug_mixup_byte unknown;     /* U+0000 in all */
	uint32_t unknown_chars[1];
	struct ug_glyph unknown_glyphs[1];
	struct ug_glyph ascii[128];       /* and those of it, blank: the edge */
	uint16_t *ascii_cost[128];        /* what these cost behind each other,
	                                   * and 1; 0: not looked up yet; NULL:
	                                   * none of them */
	uint16_t *at[256];                /* rows; 0: not made yet */
	uint16_t none[256];               /* all 0 */
	struct ug_mixup_row *rows;
	size_t n_rows, cap;
	struct ug_arena arena;            /* of all this but rows */
	bool *no_memory;
};

/* NULL: no memory. */
struct ug_mixup_pairs *ug_mixup_pairs_new(const struct ug_codings *codings,
    const struct ug_alloc *alloc, bool *no_memory);
void ug_mixup_pairs_free(struct ug_mixup_pairs *pairs);

/* Memory that is all 0; NULL: there is none. */
static inline void *
ug_mixup_pairs_take(struct ug_mixup_pairs *pairs, size_t size)
{
	void *const taken = ug_arena_take(&pairs->arena, size);

	*pairs->no_memory |= taken == NULL;
	return taken == NULL ? NULL : memset(taken, 0, size);
}

/* Forget rows where few more have room. */
void ug_mixup_pairs_start(struct ug_mixup_pairs *pairs);

/*
 * Make the row of byte `b` behind byte `a`; others may move.  0: there is no
 * room.
 */
unsigned ug_mixup_pairs_make(struct ug_mixup_pairs *pairs, unsigned a,
    unsigned b);

/*
 * The number of that row.  Bytes of ASCII stand for themselves, a blank for
 * whatever words stand between.
 */
static inline unsigned
ug_mixup_pairs_row(struct ug_mixup_pairs *pairs, unsigned a, unsigned b)
{
	return pairs->at[a][b] != 0 ? pairs->at[a][b] :
	    ug_mixup_pairs_make(pairs, a, b);
}

/* The row; good until the next is asked for. */
static inline const struct ug_mixup_row *
ug_mixup_pairs_row_of(struct ug_mixup_pairs *pairs, unsigned a, unsigned b)
{
	const unsigned number = ug_mixup_pairs_row(pairs, a, b);

	return &pairs->rows[number];
}

/* The texts of single bytes in which a byte stands for nothing. */
uint64_t ug_mixup_pairs_none(struct ug_mixup_pairs *pairs, unsigned byte);

/* What a byte of ASCII costs behind another one. */
static inline int
ug_mixup_pairs_ascii(struct ug_mixup_pairs *pairs, unsigned a, unsigned b)
{
	uint16_t *costs = pairs->ascii_cost[a];
	int cost;

	if (costs != NULL && costs[b] != 0)
		return costs[b] - 1;
	if (costs == NULL)
		costs = ug_mixup_pairs_take(pairs, 128 * sizeof(*costs));
	pairs->ascii_cost[a] = costs;
	cost = ug_pair_least(pairs->ascii[a], pairs->ascii[b]);
	if (costs != NULL)
		costs[b] = (uint16_t)(1 + cost);
	return cost;
}

/*
 * The bytes that a reader of several has for a character; returns how many, 0
 * if it has none.  `pairs`, or NULL, keeps what was looked up.
 */
size_t ug_mixup_east(struct ug_mixup_pairs *pairs,
    const struct ug_coding *reader, uint32_t c,
    unsigned char bytes[UG_ENCODED_MAX]);

#endif /* UG_MIXUP_PAIRS_H */
