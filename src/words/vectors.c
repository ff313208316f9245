/*
 * vectors.c - what a place is about and what stands beside it, in numbers
 *
 * A number is a byte, two's complement.  Only words count among what is
 * around; beside the key marks, figures and the edge of the text do, too.
 */
#include "vectors.h"

#include "base/hash.h"

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

/* Add what a token says of what is around it, or take it away. */
static void
vector_count(int16_t *restrict sum, const struct ug_token *token, int times,
    const unsigned char *vectors)
{
	const signed char *const v = (const signed char *)vectors +
	    (size_t)UG_VECTOR_SIZE * ug_vector_slot(token->hash);

	if (token->kind == UG_TOKEN_WORD)
		for (int k = 0; k < UG_VECTOR_AROUND; k++)
			sum[k] = (int16_t)(sum[k] + times * v[k]);
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
static void
vector_beside(const struct ug_token *tokens, size_t n, size_t at, int times,
    const unsigned char *vectors, int side, struct ug_vector *place)
{
	const signed char *const v = (const signed char *)vectors + side +
	    (size_t)UG_VECTOR_SIZE *
	    ug_vector_slot(ug_vector_word(tokens, n, at));

	for (int k = 0; k < UG_VECTOR_BESIDE; k++)
		place->v[side + k] += times * v[k];
}

void
ug_vector_read(struct ug_vector_window *window, const struct ug_token *tokens,
    size_t n, size_t at, size_t len, const unsigned char *vectors,
    struct ug_vector *place)
{
	const size_t behind = at + len;
	int16_t around[UG_VECTOR_AROUND];
	int times = UG_VECTOR_SHARE;

	vector_slide(window, tokens, at > UG_VECTOR_REACH ?
	    at - UG_VECTOR_REACH : 0, n - behind > UG_VECTOR_REACH ?
	    behind + UG_VECTOR_REACH : n, vectors);
	memcpy(around, window->v, sizeof(around));
	for (size_t i = at; i < behind; i++)
		vector_count(around, &tokens[i], -1, vectors);
	*place = (struct ug_vector){ { 0 } };
	for (int k = 0; k < UG_VECTOR_AROUND; k++)
		place->v[k] = around[k];
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
		score += place->v[k] * v[k];
	return score;
}
