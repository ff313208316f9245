/*
 * vectors.c - what a place is about and what stands beside it, in numbers
 *
 * A number is a byte, two's complement.  Only words count among what is
 * around; beside the key marks, figures and the edge of the text do, too.
 */
#include "vectors.h"

#include "base/hash.h"
#include "lexicon.h"

#define VECTOR_EDGE 0x1234567

uint32_t
ug_vector_word(const struct ug_token *tokens, size_t n, size_t at)
{
	if (at >= n)
		return VECTOR_EDGE;
	if (tokens[at].kind == UG_TOKEN_NUMBER)
		return tokens[at].len < 4 ? tokens[at].len : 4;
	return tokens[at].hash;
}

unsigned
ug_vector_slot(uint32_t word)
{
	const unsigned slot = (ug_mix(word) >> 15) % UG_VECTOR_SLOTS;

	return slot + (slot == 0);
}

#define SMALLEST 128 /* of a byte, its sign left aside */

_Static_assert((2 * UG_VECTOR_REACH + UG_KEY_MAX) * SMALLEST <= INT16_MAX &&
    2 * UG_VECTOR_SHARE * SMALLEST <= INT16_MAX, "numbers have 16 bits");

/*
 * Add a vector, or a part of it, so many times.  How many numbers is known
 * where this is compiled, so that they are added by vectors of the machine.
 */
static inline void
vector_add(int16_t *restrict sum, const unsigned char *vector, int16_t times,
    int n)
{
	const signed char *const v = (const signed char *)vector;

	for (int k = 0; k < n; k++)
		sum[k] = (int16_t)(sum[k] + times * v[k]);
}

static inline const unsigned char *
vector_of(uint32_t word, const unsigned char *vectors)
{
	return vectors + (size_t)UG_VECTOR_SIZE * ug_vector_slot(word);
}

/* Add what a token says of what is around it, or take it away. */
static inline void
vector_count(int16_t *restrict sum, const struct ug_token *token,
    int16_t times, const unsigned char *vectors)
{
	if (token->kind == UG_TOKEN_WORD)
		vector_add(sum, vector_of(token->hash, vectors), times,
		    UG_VECTOR_AROUND);
}

static void
vector_slide(struct ug_vector_window *w, const struct ug_token *tokens,
    size_t from, size_t to, const unsigned char *vectors)
{
	if (from < w->from || from > w->to)
		*w = (struct ug_vector_window){ .from = from, .to = from };
	while (w->to < to)
		vector_count(w->v, &tokens[w->to++], 1, vectors);
	while (w->to > to)
		vector_count(w->v, &tokens[--w->to], -1, vectors);
	while (w->from < from)
		vector_count(w->v, &tokens[w->from++], -1, vectors);
}

/* Add what token `at`, which counts so much, says of its side. */
static inline void
vector_beside(const struct ug_token *tokens, size_t n, size_t at,
    int16_t times, const unsigned char *vectors, int side,
    struct ug_vector *place)
{
	vector_add(place->v + side, vector_of(ug_vector_word(tokens, n, at),
	    vectors) + side, times, UG_VECTOR_BESIDE);
}

void
ug_vector_read(struct ug_vector_window *window, const struct ug_token *tokens,
    size_t n, size_t at, size_t len, const unsigned char *vectors,
    struct ug_vector *place)
{
	const size_t behind = at + len;
	int16_t times = UG_VECTOR_SHARE;

	vector_slide(window, tokens, at > UG_VECTOR_REACH ?
	    at - UG_VECTOR_REACH : 0, n - behind > UG_VECTOR_REACH ?
	    behind + UG_VECTOR_REACH : n, vectors);
	memcpy(place->v, window->v, sizeof(window->v));
	memset(place->v + UG_VECTOR_AROUND, 0,
	    2 * UG_VECTOR_BESIDE * sizeof(place->v[0]));
	for (size_t i = at; i < behind; i++)
		vector_count(place->v, &tokens[i], -1, vectors);
	for (size_t i = 0; i < UG_VECTOR_NEAR; i++, times /= 2) {
		vector_beside(tokens, n, at - 1 - i, times, vectors,
		    UG_VECTOR_AROUND, place);
		vector_beside(tokens, n, behind + i, times, vectors,
		    UG_VECTOR_RIGHT, place);
	}
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
