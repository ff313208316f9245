/*
 * train_vectors.c - learns vectors of words and of rows
 *
 * Both are unknown at first: the score of a row is the product of its own with
 * what words make of a place (vectors.c).  AdaGrad, with one rate for a part.
 */
#include <stdlib.h>

#include "base/least.h"
#include "train.h"

#define RATE 0.05f
#define START 0.25f     /* a word's numbers lie within that at first */
#define LANES 8
#define NO_WORD 0x8000u /* beside a slot: does not count around */

enum { PART_AROUND, PART_LEFT, PART_RIGHT, N_PARTS };

static const struct {
	int from, size;
} parts[N_PARTS] = {
	{ 0, UG_VECTOR_AROUND },
	{ UG_VECTOR_AROUND, UG_VECTOR_BESIDE },
	{ UG_VECTOR_RIGHT, UG_VECTOR_BESIDE }
};

struct vector {
	float v[UG_VECTOR_SIZE], g[N_PARTS];
};

static uint16_t *words; /* of all documents, REACH of no word between them */
static size_t words_n, words_cap;
static struct vector *of_words, *of_rows;

static void
words_put(uint32_t word, bool counts)
{
	words[words_n++] = (uint16_t)(ug_vector_slot(word) |
	    (counts ? 0 : NO_WORD));
}

/* What stands between documents. */
static void
words_end(void)
{
	for (int i = 0; i < UG_VECTOR_REACH; i++)
		words_put(ug_vector_word(NULL, 0, 0), false);
}

static void
words_reserve(size_t n)
{
	if (words_n + n <= words_cap)
		return;
	words_cap = (words_n + n) * 5 / 4 + (1 << 20);
	words = train_memory(words, words_cap, sizeof(*words));
}

void
train_vectors_start(void)
{
	uint64_t state = 7;

	of_words = calloc(UG_VECTOR_SLOTS, sizeof(*of_words));
	of_rows = calloc(ug_lexicon_n_pairs, sizeof(*of_rows));
	if (of_words == NULL || of_rows == NULL)
		exit(2);
	for (size_t i = 1; i < UG_VECTOR_SLOTS; i++)
		for (size_t k = 0; k < UG_VECTOR_SIZE; k++)
			of_words[i].v[k] = START *
			    (float)(2 * train_uniform(&state) - 1);
	words_reserve(UG_VECTOR_REACH);
	words_end();
}

uint32_t
train_vectors_add(const struct train_doc *doc)
{
	const size_t at = words_n;

	words_reserve(doc->n + UG_VECTOR_REACH);
	for (size_t i = 0; i < doc->n; i++)
		words_put(ug_vector_word(doc->tokens, doc->n, i),
		    doc->tokens[i].kind == UG_TOKEN_WORD);
	words_end();
	return (uint32_t)at;
}

static struct vector *
vector_at(const uint16_t *word)
{
	return &of_words[*word & ~NO_WORD];
}

static void
vector_sum(const uint16_t *around, float *restrict sum)
{
	for (int i = 0; i < UG_VECTOR_REACH; i++) {
		const float *const v = vector_at(around + i)->v;

		if ((around[i] & NO_WORD) == 0)
			for (int k = 0; k < UG_VECTOR_AROUND; k++)
				sum[k] += v[k] / UG_VECTOR_SHARE;
	}
}

void
train_vectors_read(struct train_vector *place)
{
	const uint16_t *const at = words + place->at, *const end =
	    at + place->len;
	float sum[UG_VECTOR_SIZE] = { 0 }, share = 1;

	vector_sum(at - UG_VECTOR_REACH, sum);
	vector_sum(end, sum);
	for (int i = 0; i < UG_VECTOR_NEAR; i++, share /= 2)
		for (int k = 0; k < UG_VECTOR_BESIDE; k++) {
			const int left = UG_VECTOR_AROUND + k;
			const int right = UG_VECTOR_RIGHT + k;

			sum[left] += share * vector_at(at - 1 - i)->v[left];
			sum[right] += share * vector_at(end + i)->v[right];
		}
	memcpy(place->v, sum, sizeof(sum));
}

/* The product of n numbers, a multiple of LANES, LANES at a time. */
static float
vector_product(const float *restrict a, const float *restrict b, int n)
{
	float lanes[LANES] = { 0 }, sum = 0;

	for (int k = 0; k < n; k += LANES)
		for (int i = 0; i < LANES; i++)
			lanes[i] += a[k + i] * b[k + i];
	for (int i = 0; i < LANES; i++)
		sum += lanes[i];
	return sum;
}

float
train_vectors_score(const struct train_vector *place, uint32_t row)
{
	return vector_product(place->v, of_rows[row].v, UG_VECTOR_SIZE);
}

/* A gradient, and the mean square of each part of it. */
struct slope {
	float v[UG_VECTOR_SIZE], square[N_PARTS];
};

static void
slope_measure(struct slope *slope)
{
	for (int i = 0; i < N_PARTS; i++) {
		const float *const v = slope->v + parts[i].from;

		slope->square[i] = vector_product(v, v, parts[i].size) /
		    (float)parts[i].size;
	}
}

/* Move one part of a vector against `share` of a gradient. */
static void
vector_step(struct vector *vector, int part, const struct slope *slope,
    float share)
{
	float *const restrict v = vector->v + parts[part].from;
	const float *const gradient = slope->v + parts[part].from;
	float rate;

	vector->g[part] += slope->square[part] * share * share;
	rate = RATE * share / train_root(vector->g[part] + 1e-6f);
	for (int k = 0; k < parts[part].size; k++)
		v[k] -= rate * gradient[k];
}

static void
vectors_learn_around(const uint16_t *around, const struct slope *slope)
{
	for (int i = 0; i < UG_VECTOR_REACH; i++)
		if ((around[i] & NO_WORD) == 0)
			vector_step(vector_at(around + i), PART_AROUND, slope,
			    1.0f / UG_VECTOR_SHARE);
}

void
train_vectors_learn(const struct train_vector *place, const uint32_t *rows,
    const float *gradients, unsigned n)
{
	const uint16_t *const at = words + place->at, *const end =
	    at + place->len;
	struct slope up = { .v = { 0 } }, own;
	float share = 1;

	for (unsigned i = 0; i < n; i++) {
		struct vector *const row = &of_rows[rows[i]];

		for (int k = 0; k < UG_VECTOR_SIZE; k++) {
			up.v[k] += gradients[i] * row->v[k];
			own.v[k] = gradients[i] * place->v[k];
		}
		slope_measure(&own);
		for (int part = 0; part < N_PARTS; part++)
			vector_step(row, part, &own, 1);
	}
	slope_measure(&up);
	vectors_learn_around(at - UG_VECTOR_REACH, &up);
	vectors_learn_around(end, &up);
	for (int i = 0; i < UG_VECTOR_NEAR; i++, share /= 2) {
		vector_step(vector_at(at - 1 - i), PART_LEFT, &up, share);
		vector_step(vector_at(end + i), PART_RIGHT, &up, share);
	}
}

static void
vectors_write(FILE *f, const struct vector *vectors, size_t n, float scale)
{
	size_t cut = 0;

	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < UG_VECTOR_SIZE; k++) {
			const float x = vectors[i].v[k] * scale;
			int v = (int)(x + (x < 0 ? -0.5f : 0.5f));

			cut += v > 127 || v < -127;
			v = UG_MIN(127, UG_MAX(v, -127));
			fputc(v & 0xFF, f);
		}
	fprintf(stderr, "vectors %zu, numbers cut %zu\n", n, cut);
}

void
train_vectors_write(FILE *f)
{
	vectors_write(f, of_words, UG_VECTOR_SLOTS, UG_VECTOR_WORD_SCALE);
	vectors_write(f, of_rows, ug_lexicon_n_pairs, UG_VECTOR_ROW_SCALE);
}
