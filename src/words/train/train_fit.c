/*
 * train_fit.c - fits the context model's weights to examples
 *
 * A softmax over the rows of a key and keep, by AdaGrad.  Rare features are
 * left out; when the weights have been fitted those that matter most are kept
 * and fitted again without the others, whose part they take over.
 *
 * The same bytes on every machine: no library function rounds here.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/least.h"
#include "train.h"

#define EPOCHS 3
#define RATE 0.15f
#define LEAST 3               /* how often a feature is seen at least */
#define SKETCH_BITS 28
#define MAP_BITS 26
#define BUCKETS 64            /* of leads, quarters of a nat, from -8 on */

struct fit_example {
	unsigned n_rows, right; /* right: in rows; n_rows: keep */
	bool held;              /* judged, not learned */
	float rate;
	struct train_vector place;
	const uint32_t *rows, *ids;
};

#define FIT_HEAD 3            /* words of an example in front of its rows */

static uint8_t *sketch;
static uint32_t *map;         /* ids, by hash */
static struct train_weight *weights;   /* by id; 0: none */
static size_t n_weights, weights_cap;
static uint32_t *store;       /* examples, one after the other */
static size_t store_n, store_cap;
static float *bias, *bias_g;
static uint32_t doc_at;       /* where the last document's words start */

static uint32_t
fit_hash(uint32_t row, uint32_t feature)
{
	uint32_t h = (feature ^ row * 0x85EBCA6Bu) * 0xC2B2AE35u;

	h = (h ^ h >> 15) * 0x2C1B3C6Du;
	return h ^ h >> 13;
}

static uint8_t *
fit_seen(uint32_t row, uint32_t feature)
{
	return &sketch[fit_hash(row, feature) & ((1u << SKETCH_BITS) - 1)];
}

static uint32_t
fit_id(uint32_t row, uint32_t feature)
{
	uint32_t at = fit_hash(row, feature) & ((1u << MAP_BITS) - 1);

	for (; map[at] != 0; at = (at + 1) & ((1u << MAP_BITS) - 1))
		if (weights[map[at]].pair == row + 1 &&
		    weights[map[at]].feature == feature)
			return map[at];
	if (n_weights >= 3u << (MAP_BITS - 2))
		return 0;
	if (n_weights + 1 >= weights_cap) {
		weights_cap = weights_cap * 2 + (1 << 20);
		weights = train_memory(weights, weights_cap, sizeof(*weights));
	}
	map[at] = (uint32_t)++n_weights;
	weights[map[at]] = (struct train_weight){ .feature = feature,
		.pair = row + 1 };
	return map[at];
}

void
train_fit_start(void)
{
	train_vectors_start();
	sketch = calloc((size_t)1 << SKETCH_BITS, 1);
	map = calloc((size_t)1 << MAP_BITS, sizeof(*map));
	if (sketch == NULL || map == NULL)
		exit(2);
	bias = train_memory(NULL, ug_lexicon_n_pairs, sizeof(*bias));
	bias_g = train_memory(NULL, ug_lexicon_n_pairs, sizeof(*bias_g));
	weights_cap = 1 << 20;
	weights = train_memory(NULL, weights_cap, sizeof(*weights));
	weights[0] = (struct train_weight){ 0 };
}

void
train_fit_doc(const struct train_doc *doc)
{
	doc_at = train_vectors_add(doc);
}

/* Until it is learned from, the features stand where its ids will. */
void
train_fit_add(const struct train_example *x)
{
	size_t n = x->n_rows * (size_t)(1 + UG_N_FEATURES) + FIT_HEAD;
	uint32_t *to;
	unsigned i, j;

	if (store_n + n > store_cap) {
		store_cap = store_cap + store_cap / 4 + (1 << 24);
		store = train_memory(store, store_cap, sizeof(*store));
	}
	to = store + store_n;
	store_n += n;
	*to++ = (x->n_rows - 1) | x->right << 8 | x->weight << 17 |
	    (uint32_t)x->held << 31;
	*to++ = doc_at + x->at;
	*to++ = x->len;
	memcpy(to, x->rows, x->n_rows * sizeof(*to));
	memcpy(to + x->n_rows, x->features, sizeof(x->features));
	for (i = 0; !x->held && i < x->n_rows; i++)
		for (j = 0; j < UG_N_FEATURES; j++) {
			uint8_t *seen = fit_seen(x->rows[i], x->features[j]);

			*seen = (uint8_t)(*seen < LEAST ? *seen + 1 : LEAST);
		}
}

/* The example at store[*at], and *at behind it. */
static struct fit_example
fit_next(size_t *at)
{
	uint32_t head = store[*at];
	struct fit_example x = {
		.n_rows = (head & 0xFF) + 1, .right = head >> 8 & 0x1FF,
		.held = head >> 31, .rate = (float)(head >> 17 & 0x3FFF) / 100,
		.place = { .at = store[*at + 1], .len = store[*at + 2] },
		.rows = store + *at + FIT_HEAD
	};

	x.ids = x.rows + x.n_rows;
	*at += x.n_rows * (size_t)(1 + UG_N_FEATURES) + FIT_HEAD;
	return x;
}

/* Ids in place of features, 0 for rare ones. */
static void
fit_number(void)
{
	uint32_t features[UG_N_FEATURES];
	size_t at = 0;
	unsigned i, j;

	while (at < store_n) {
		const struct fit_example x = fit_next(&at);
		uint32_t *to = store + (x.ids - store);

		memcpy(features, to, sizeof(features));
		for (i = 0; i < x.n_rows; i++)
			for (j = 0; j < UG_N_FEATURES; j++)
				*to++ = *fit_seen(x.rows[i], features[j]) <
				    LEAST ? 0 : fit_id(x.rows[i], features[j]);
	}
}

/* e^x, without a library. */
static float
fit_exponential(float x)
{
	float sum = 1, term = 1;
	int i;

	if (x < -30)
		return 0;
	x = UG_MIN(x, 30);
	x /= 64;
	for (i = 1; i < 7; i++)
		sum += term *= x / (float)i;
	for (i = 0; i < 6; i++)
		sum *= sum;
	return sum;
}

/* Odds of each row against keep; their sum with it. */
static float
fit_odds(struct fit_example *x, float odds[256])
{
	float sum = 1;
	unsigned i, j;

	train_vectors_read(&x->place);
	for (i = 0; i < x->n_rows; i++) {
		const uint32_t *ids = x->ids + (size_t)i * UG_N_FEATURES;
		float score = bias[x->rows[i]] +
		    train_vectors_score(&x->place, x->rows[i]);

		for (j = 0; j < UG_N_FEATURES; j++)
			score += weights[ids[j]].w;
		sum += odds[i] = fit_exponential(score);
	}
	return sum;
}

static void
fit_step(float *w, float *g, float gradient)
{
	*g += gradient * gradient;
	*w -= RATE * gradient / train_root(*g + 1e-6f);
}

static void
fit_learn(struct fit_example *x, bool vectors)
{
	float odds[256], gradients[256], sum = fit_odds(x, odds);
	unsigned i, j;

	for (i = 0; i < x->n_rows; i++) {
		const uint32_t *ids = x->ids + (size_t)i * UG_N_FEATURES;
		float gradient = (odds[i] / sum - (x->right == i)) * x->rate;

		gradients[i] = gradient;
		fit_step(&bias[x->rows[i]], &bias_g[x->rows[i]], gradient);
		for (j = 0; j < UG_N_FEATURES; j++)
			if (ids[j] != 0)
				fit_step(&weights[ids[j]].w,
				    &weights[ids[j]].g, gradient);
	}
	if (vectors)
		train_vectors_learn(&x->place, x->rows, gradients, x->n_rows);
}

/* Tell how well held-out documents are read at some leads. */
static void
fit_judge(void)
{
	unsigned long judged[BUCKETS][2] = { { 0 } }, wanted = 0;
	unsigned long right = 0, made = 0;
	size_t at = 0;
	int i;

	while (at < store_n) {
		struct fit_example x = fit_next(&at);
		float odds[256], sum;
		unsigned k, best = 0;

		if (!x.held)
			continue;
		sum = fit_odds(&x, odds);
		for (k = 1; k < x.n_rows; k++)
			if (odds[k] > odds[best])
				best = k;
		i = 32 + train_log(((double)odds[best] + 1e-9) /
		    ((double)(sum - odds[best]) + 1e-9)) / 25;
		i = i < 0 ? 0 : i < BUCKETS ? i : BUCKETS - 1;
		judged[i][x.right == best]++;
		wanted += x.right < x.n_rows;
	}
	for (i = BUCKETS - 1; i >= 0; i--) {
		right += judged[i][1];
		made += judged[i][0] + judged[i][1];
		if (i % 2 == 0 && i >= 24 && i <= 52)
			fprintf(stderr, "lead %5.2f: P %.3f R %.3f\n",
			    i / 4.0 - 8, (double)right / (double)(made + !made),
			    (double)right / (double)(wanted + !wanted));
	}
}

static int
float_order(const void *a, const void *b)
{
	float p = *(const float *)a, q = *(const float *)b;

	return p > q ? -1 : p < q;
}

/* Keep about `most` weights, forget what they are. */
static void
fit_prune(size_t most)
{
	float *worth = train_memory(NULL, n_weights + 1, sizeof(*worth)), least;
	uint32_t *now = train_memory(NULL, n_weights + 1, sizeof(*now));
	size_t i, j, n = 0, at = 0;

	for (i = 1; i <= n_weights; i++)
		worth[i - 1] = train_importance(&weights[i]);
	qsort(worth, n_weights, sizeof(*worth), float_order);
	least = most < n_weights ? worth[most] : 0;
	for (now[0] = 0, i = 1; i <= n_weights; i++) {
		now[i] = 0;
		if (train_importance(&weights[i]) > least) {
			now[i] = (uint32_t)++n;
			weights[n] = weights[i];
			weights[n].w = weights[n].g = 0;
		}
	}
	n_weights = n;
	while (at < store_n) {
		const struct fit_example x = fit_next(&at);
		uint32_t *ids = store + (x.ids - store);

		for (j = 0; j < (size_t)x.n_rows * UG_N_FEATURES; j++)
			ids[j] = now[ids[j]];
	}
	free(worth);
	free(now);
}

static void
fit_epochs(const float *start, bool vectors)
{
	size_t at;
	int epoch;

	memcpy(bias, start, ug_lexicon_n_pairs * sizeof(*bias));
	memset(bias_g, 0, ug_lexicon_n_pairs * sizeof(*bias_g));
	for (epoch = 0; epoch < EPOCHS; epoch++)
		for (at = 0; at < store_n; ) {
			struct fit_example x = fit_next(&at);

			if (!x.held)
				fit_learn(&x, vectors);
		}
	fit_judge();
}

struct train_weight *
train_fit(float *start, size_t most, size_t *n)
{
	fit_number();
	free(sketch);
	free(map);
	fprintf(stderr, "features %zu, stored %zu MB\n", n_weights,
	    store_n >> 18);
	fit_epochs(start, true);
	fit_prune(most);
	fit_epochs(start, false);
	memcpy(start, bias, ug_lexicon_n_pairs * sizeof(*bias));
	*n = n_weights;
	return weights + 1;
}
