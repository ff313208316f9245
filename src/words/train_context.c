/*
 * train_context.c - the weights of the context model
 *
 * Clean text is spun and read back: wherever a spun form stands, either one of
 * its rows was applied (that row is right) or none was (keep).  A softmax over
 * the rows and keep is fitted by AdaGrad; features seen once are left out, the
 * weights that matter most are kept and rounded to sixteenths.
 *
 * The same bytes on every machine: no library function rounds here.
 */
#include <stdio.h>
#include <stdlib.h>

#include "context.h"
#include "corpus.h"
#include "rule.h"
#include "train.h"

#define EPOCHS 2
#define RATE 0.15f
#define CLEAN_SHARE 0.15      /* documents that are not spun */
#define RATE_LOW 0.55
#define RATE_HIGH 0.98
#define SKETCH_BITS 28
#define MAP_BITS 25
#ifndef PRIOR_TRUST
#define PRIOR_TRUST 0.3f
#endif
#define HELD_OUT 16           /* one document in so many is not learned */

static uint8_t *sketch;
static struct train_weight *map;
static size_t n_map;
static float *bias, *bias_g;
static unsigned long n_examples, *n_right, *n_kept; /* by row */

enum mode { COUNT, LEARN, JUDGE };

/* What JUDGE finds, by score of the best row in nats. */
static unsigned long judged[64][2], wanted;

static uint32_t
mix(uint32_t pair, uint32_t feature)
{
	uint32_t h = (feature ^ pair * 0x85EBCA6Bu) * 0xC2B2AE35u;

	return h ^ h >> 16;
}

static struct train_weight *
find_weight(uint32_t pair, uint32_t feature, bool make)
{
	uint32_t at = mix(pair, feature) & ((1u << MAP_BITS) - 1);

	for (; map[at].pair != 0; at = (at + 1) & ((1u << MAP_BITS) - 1))
		if (map[at].pair == pair + 1 && map[at].feature == feature)
			return &map[at];
	if (!make || n_map >= 15u << (MAP_BITS - 4))
		return NULL;
	n_map++;
	map[at] = (struct train_weight){ .feature = feature, .pair = pair + 1 };
	return &map[at];
}

/* e^x, without a library. */
static float
exponential(float x)
{
	float sum = 1, term = 1;
	int i;

	if (x < -30)
		return 0;
	if (x > 30)
		x = 30;
	x /= 64;
	for (i = 1; i < 7; i++)
		sum += term *= x / (float)i;
	for (i = 0; i < 6; i++)
		sum *= sum;
	return sum;
}

static void
step(float *w, float *g, float gradient)
{
	*g += gradient * gradient;
	*w -= RATE * gradient / train_root(*g + 1e-6f);
}

struct example {
	unsigned rows[256], n_rows;
	unsigned right; /* in rows; n_rows: keep */
	uint32_t features[UG_N_FEATURES];
};

static void
example_count(const struct example *x)
{
	unsigned i, j;

	for (i = 0; i < x->n_rows; i++) {
		n_right[x->rows[i]] += x->right == i;
		n_kept[x->rows[i]] += x->right == x->n_rows;
	}
	for (i = 0; i < x->n_rows; i++)
		for (j = 0; j < UG_N_FEATURES; j++) {
			uint8_t *count = &sketch[mix(x->rows[i],
			    x->features[j]) & ((1u << SKETCH_BITS) - 1)];

			if (*count == 1)
				find_weight(x->rows[i], x->features[j], true);
			if (*count < 2)
				++*count;
		}
}

static void
example_learn(const struct example *x, float rate)
{
	struct train_weight *w[256][UG_N_FEATURES];
	float score[256], sum = 1;
	unsigned i, j;

	for (i = 0; i < x->n_rows; i++) {
		score[i] = bias[x->rows[i]];
		for (j = 0; j < UG_N_FEATURES; j++) {
			w[i][j] = find_weight(x->rows[i], x->features[j],
			    false);
			score[i] += w[i][j] != NULL ? w[i][j]->w : 0;
		}
		sum += score[i] = exponential(score[i]);
	}
	for (i = 0; i < x->n_rows; i++) {
		float gradient = (score[i] / sum - (x->right == i)) * rate;

		step(&bias[x->rows[i]], &bias_g[x->rows[i]], gradient);
		for (j = 0; j < UG_N_FEATURES; j++)
			if (w[i][j] != NULL)
				step(&w[i][j]->w, &w[i][j]->g, gradient);
	}
}

static void
example_judge(const struct example *x)
{
	unsigned i, j, best = 0;
	float top = -99;

	for (i = 0; i < x->n_rows; i++) {
		float score = bias[x->rows[i]];

		for (j = 0; j < UG_N_FEATURES; j++) {
			const struct train_weight *w = find_weight(x->rows[i],
			    x->features[j], false);

			score += w != NULL ? w->w : 0;
		}
		if (score > top) {
			top = score;
			best = i;
		}
	}
	wanted += x->right < x->n_rows;
	i = top < -8 ? 0 : top > 7.9f ? 63 : (unsigned)((top + 8) * 4);
	judged[i][x->right == best]++;
}

/* The example at token `at` of a spun document; its length in tokens, or 0. */
static size_t
example_at(const struct train_doc *doc, size_t at, struct example *x)
{
	static const struct ug_text none = { NULL, 0 };
	const struct ug_token *t = doc->tokens + at;
	const struct ug_node *node;
	struct ug_match any, key;
	unsigned i;

	ug_lexicon_match(none, t, doc->n - at, &any, &key);
	if (key.n == 0)
		return 0;
	node = &ug_lexicon_nodes[key.node];
	x->n_rows = 0;
	x->right = 256;
	for (i = node->pair; i < (unsigned)node->pair + node->n_pairs; i++) {
		if (!ug_rule_holds(&ug_lexicon_pairs[i], doc->tokens, doc->n,
		    at, key.n))
			continue;
		if (doc->pair[at] == i + 1 && doc->offset[at] == 0)
			x->right = x->n_rows;
		x->rows[x->n_rows++] = i;
	}
	if (x->n_rows == 0)
		return 0;
	if (x->right == 256)
		x->right = x->n_rows;
	ug_context_features(doc->tokens, doc->n, at, key.n, x->features);
	return key.n;
}

static void
walk_doc(const struct train_doc *doc, enum mode mode, float rate)
{
	struct example x;
	size_t at = 0;

	while (at < doc->n) {
		size_t n = example_at(doc, at, &x);

		if (n > 0 && mode == COUNT)
			example_count(&x);
		if (n > 0 && mode == LEARN)
			example_learn(&x, rate);
		if (n > 0 && mode == JUDGE)
			example_judge(&x);
		n_examples += n > 0;
		at += n > 0 && x.right < x.n_rows ? n : 1;
	}
}

static void
walk_corpus(const char *dir, enum mode mode, uint64_t epoch)
{
	struct train_doc clean = { 0 }, spun = { 0 };
	unsigned i, j;

	for (i = 0; i < corpus_n_files; i++) {
		struct train_file file;

		if (corpus_files[i].repeat == 0)
			continue;
		train_file_open(&file, dir, corpus_files[i].name);
		while (train_file_next(&file, &clean)) {
			uint64_t state = file.n * 1000 + i * 10;
			bool held = file.n % HELD_OUT == 0;
			double rate;

			if (file.n % 100 >= corpus_files[i].share ||
			    held != (mode == JUDGE))
				continue;
			for (j = 0; j < corpus_files[i].repeat; j++) {
				rate = train_uniform(&state) < CLEAN_SHARE ?
				    0 : RATE_LOW + (RATE_HIGH - RATE_LOW) *
				    train_uniform(&state);
				state += j + epoch * 7;
				train_spin(&clean, rate, &state, &spun);
				walk_doc(&spun, mode, (float)
				    corpus_files[i].weight / 100);
			}
		}
		train_file_close(&file);
	}
}

/* Tell how well held-out documents are read at some thresholds. */
static void
print_judgement(void)
{
	unsigned long right = 0, made = 0;
	int i;

	for (i = 63; i >= 0; i--) {
		right += judged[i][1];
		made += judged[i][0] + judged[i][1];
		if (i % 4 == 0 && i >= 16 && i <= 52)
			fprintf(stderr, "score %3d: P %.3f R %.3f  here %.3f\n",
			    i / 4 - 8, (double)right / (double)(made + !made),
			    (double)right / (double)(wanted + !wanted),
			    (double)judged[i][1] / (double)(judged[i][0] +
			    judged[i][1] + 1));
	}
}

/* ln of the odds that the lexicon gives a row against keeping its key. */
static float
prior_odds(unsigned row)
{
	int kept = 100, prior = ug_lexicon_pairs[row].prior;
	unsigned i;

	for (i = 0; i < ug_lexicon_n_nodes; i++) {
		const struct ug_node *node = &ug_lexicon_nodes[i];

		if (row < node->pair || row >= node->pair + node->n_pairs + 0u)
			continue;
		for (i = node->pair; i < node->pair + node->n_pairs + 0u; i++)
			kept -= ug_lexicon_pairs[i].prior;
		break;
	}
	return (float)train_log((prior < 1 ? 1.0 : prior) /
	    (kept < 2 ? 2.0 : kept)) / 100;
}

/*
 * What the odds of the text learned from were, so that the lexicon's can take
 * their place in part: spun text is of other kinds than that text.
 */
static float
text_odds(unsigned row)
{
	return (float)train_log(((double)n_right[row] + 1) /
	    ((double)n_kept[row] + 1)) / 100;
}

int
train_context(const char *dir)
{
	size_t i, n = 0;
	uint64_t epoch;

	sketch = calloc((size_t)1 << SKETCH_BITS, 1);
	map = calloc((size_t)1 << MAP_BITS, sizeof(*map));
	bias = calloc(ug_lexicon_n_pairs, sizeof(*bias));
	bias_g = calloc(ug_lexicon_n_pairs, sizeof(*bias_g));
	n_right = calloc(ug_lexicon_n_pairs, sizeof(*n_right));
	n_kept = calloc(ug_lexicon_n_pairs, sizeof(*n_kept));
	if (n_right == NULL || n_kept == NULL || sketch == NULL ||
	    map == NULL || bias == NULL || bias_g == NULL)
		return 2;
	for (i = 0; i < ug_lexicon_n_pairs; i++)
		bias[i] = prior_odds((unsigned)i);
	walk_corpus(dir, COUNT, 0);
	fprintf(stderr, "examples %lu, features %zu\n", n_examples, n_map);
	for (epoch = 0; epoch < EPOCHS; epoch++)
		walk_corpus(dir, LEARN, epoch);
	walk_corpus(dir, JUDGE, 0);
	print_judgement();
	for (i = 0; i < ug_lexicon_n_pairs; i++)
		if (n_right[i] + n_kept[i] > 20)
			bias[i] += PRIOR_TRUST * (prior_odds((unsigned)i) -
			    text_odds((unsigned)i));
	for (i = 0; i < (size_t)1 << MAP_BITS; i++)
		if (map[i].pair != 0)
			map[n++] = map[i];
	return train_pack(map, n, bias);
}
