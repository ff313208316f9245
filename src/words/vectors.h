/*
 * vectors.h - what a place is about and what stands beside it, in numbers
 *
 * Each word stands for a vector, which was learned together with one for each
 * row of the lexicon.  Their product speaks for the row: `charges` near `loan`
 * and `lender` is `fees`, and what is known of a neighbour that was often seen
 * holds for those like it.
 */
#ifndef UG_VECTORS_H
#define UG_VECTORS_H

#include "base/least.h"
#include "tokens.h"

#define UG_VECTOR_AROUND 32 /* numbers: of all that stands around; */
#define UG_VECTOR_BESIDE 16 /* of what stands on the left, and on the right */
#define UG_VECTOR_SIZE (UG_VECTOR_AROUND + 2 * UG_VECTOR_BESIDE)
#define UG_VECTOR_RIGHT (UG_VECTOR_AROUND + UG_VECTOR_BESIDE)

#define UG_VECTOR_REACH 24  /* tokens around that count, on either side */
#define UG_VECTOR_NEAR 2    /* of which stand beside, the second for half */
#define UG_VECTOR_SHARE 8   /* the next token counts as so many around */
#define UG_VECTOR_SLOTS 16384u /* of words, 0 of none; rare ones share some */

#define UG_VECTOR_WORD_SCALE 32 /* bytes of a word's vector are so many times */
#define UG_VECTOR_ROW_SCALE 64  /* what was learned; of a row's */

/*
 * A place's numbers: of what is around the sums of words', of what is beside in
 * units of 1 / UG_VECTOR_SHARE of a word's.
 */
struct ug_vector {
	int16_t v[UG_VECTOR_SIZE];
};

/*
 * What tokens add up to: v[i] is of the first i, modulo 1 << 16.  So many as n
 * are there; v[0], all 0, and the others are made as they are needed.  `v` is
 * the caller's, one more than there are tokens.
 */
struct ug_vector_sums {
	size_t n;
	uint16_t (*v)[UG_VECTOR_AROUND];
};

#define UG_VECTOR_EDGE 0x1234567

/* A word as the models see it: figures are alike, edges are a word. */
static inline uint32_t
ug_vector_word(const struct ug_token *tokens, size_t n, size_t at)
{
	if (at >= n)
		return UG_VECTOR_EDGE;
	if (tokens[at].kind == UG_TOKEN_NUMBER)
		return UG_MIN(tokens[at].len, 4);
	return tokens[at].hash;
}

/* Where the vector of such a word stands. */
unsigned ug_vector_slot(uint32_t word);

/*
 * The numbers of the place tokens[at .. at + len), the key itself left out;
 * `vectors` are those of the words, `sums` those of the tokens.
 */
void ug_vector_read(struct ug_vector_sums *sums, const struct ug_token *tokens,
    size_t n, size_t at, size_t len, const unsigned char *vectors,
    struct ug_vector *place);

/* The product with a row's vector. */
int ug_vector_score(const struct ug_vector *place, const unsigned char *row);

#endif /* UG_VECTORS_H */
