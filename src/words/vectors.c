/*
 * vectors.c - what a place is about and what stands beside it, in numbers
 *
 * A number is a byte, two's complement.  Only words count among what is
 * around; beside the key marks, figures and the edge of the text do, too.
 */
#include "vectors.h"

#include "base/hash.h"
#include "lexicon.h"

unsigned
ug_vector_slot(uint32_t word)
{
	const unsigned slot = (ug_mix(word) >> 15) % UG_VECTOR_SLOTS;

	return slot + (slot == 0);
}

#define SMALLEST 128 /* of a byte, its sign left aside */

_Static_assert((2 * UG_VECTOR_REACH + UG_KEY_MAX) * SMALLEST <= INT16_MAX &&
    2 * UG_VECTOR_SHARE * SMALLEST <= INT16_MAX, "numbers have 16 bits");

static inline const signed char *
vector_of(uint32_t word, const unsigned char *vectors)
{
	return (const signed char *)vectors +
	    (size_t)UG_VECTOR_SIZE * ug_vector_slot(word);
}

/*
 * How many numbers there are is known where these are compiled, and that none
 * of them are the same, so that they are added by vectors of the machine.
 */
static inline void
vector_add(uint16_t *restrict is, const uint16_t *restrict was,
    const signed char *restrict v)
{
	for (int k = 0; k < UG_VECTOR_AROUND; k++)
		is[k] = (uint16_t)(was[k] + v[k]);
}

/* What tokens[from .. at) and [behind .. to) say, whose sums those are. */
static inline void
vector_around(int16_t *restrict around, const uint16_t *restrict from,
    const uint16_t *restrict at, const uint16_t *restrict behind,
    const uint16_t *restrict to)
{
	for (int k = 0; k < UG_VECTOR_AROUND; k++)
		around[k] = (int16_t)(uint16_t)(at[k] - from[k] + to[k] -
		    behind[k]);
}

/* What the next token and the second say of their side. */
static inline void
vector_beside(int16_t *restrict beside, const signed char *restrict next,
    const signed char *restrict second)
{
	for (int k = 0; k < UG_VECTOR_BESIDE; k++)
		beside[k] = (int16_t)(UG_VECTOR_SHARE * next[k] +
		    UG_VECTOR_SHARE / 2 * second[k]);
}

/* Add up tokens to the n-th. */
static void
vector_sum(struct ug_vector_sums *sums, const struct ug_token *tokens,
    size_t n, const unsigned char *vectors)
{
	if (sums->n == 0)
		memset(sums->v[0], 0, sizeof(sums->v[0]));
	for (; sums->n < n; sums->n++) {
		const struct ug_token *const token = &tokens[sums->n];
		const uint16_t *const was = sums->v[sums->n];
		uint16_t *const is = sums->v[sums->n + 1];

		if (token->kind == UG_TOKEN_WORD)
			vector_add(is, was, vector_of(token->hash, vectors));
		else
			memcpy(is, was, sizeof(sums->v[0]));
	}
}

/* The vector of a token beside a key, or of the edge. */
static inline const signed char *
vector_near(const struct ug_token *tokens, size_t n, size_t at,
    const unsigned char *vectors)
{
	return vector_of(ug_vector_word(tokens, n, at), vectors);
}

void
ug_vector_read(struct ug_vector_sums *sums, const struct ug_token *tokens,
    size_t n, size_t at, size_t len, const unsigned char *vectors,
    struct ug_vector *place)
{
	const size_t behind = at + len;
	const size_t from = at > UG_VECTOR_REACH ? at - UG_VECTOR_REACH : 0;
	const size_t to = n - behind > UG_VECTOR_REACH ?
	    behind + UG_VECTOR_REACH : n;

	vector_sum(sums, tokens, to, vectors);
	vector_around(place->v, sums->v[from], sums->v[at], sums->v[behind],
	    sums->v[to]);
	vector_beside(place->v + UG_VECTOR_AROUND,
	    vector_near(tokens, n, at - 1, vectors) + UG_VECTOR_AROUND,
	    vector_near(tokens, n, at - 2, vectors) + UG_VECTOR_AROUND);
	vector_beside(place->v + UG_VECTOR_RIGHT,
	    vector_near(tokens, n, behind, vectors) + UG_VECTOR_RIGHT,
	    vector_near(tokens, n, behind + 1, vectors) + UG_VECTOR_RIGHT);
}

int
ug_vector_score(const struct ug_vector *place, const unsigned char *row)
{
	const signed char *const v = (const signed char *)row;
	int score = 0;

	for (int k = 0; k < UG_VECTOR_SIZE; k++)
		score += place->v[k] * (int16_t)v[k];
	return score;
}
