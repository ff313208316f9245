/*
 * train_context.c - examples for the context model
 *
 * Clean text is spun and read back: wherever a spun form stands, either one of
 * its rows was applied (that row is right) or none was (keep).  train_fit.c
 * fits weights to that; they are rounded to sixteenths.
 */
#include <stdio.h>
#include <stdlib.h>

#include "words/context.h"
#include "corpus.h"
#include "words/rule.h"
#include "train.h"

#define SPINS 2               /* how often the text is spun */
#define CLEAN_SHARE 0.15      /* documents that are not spun */
#define RATE_LOW 0.55
#define RATE_HIGH 0.98
#define PRIOR_TRUST 0.3f      /* share of the odds that are the lexicon's */
#define HELD_OUT 16           /* one document in so many is not learned */

static unsigned long n_examples, *n_right, *n_kept; /* by row */

/* What the text learned from says of rows, whatever stands around. */
static void
count_rows(const struct train_example *x)
{
	unsigned i;

	for (i = 0; i < x->n_rows; i++) {
		n_right[x->rows[i]] += x->right == i;
		n_kept[x->rows[i]] += x->right == x->n_rows;
	}
}

/* The example at token `at` of a spun document; its length in tokens, or 0. */
static size_t
example_at(const struct train_doc *doc, size_t at, struct train_example *x)
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
	x->at = (uint32_t)at;
	x->len = key.n;
	return key.n;
}

static void
walk_doc(const struct train_doc *doc, struct train_example *x)
{
	size_t at = 0;

	train_fit_doc(doc);
	while (at < doc->n) {
		size_t n = example_at(doc, at, x);

		if (n > 0) {
			train_fit_add(x);
			n_examples++;
		}
		if (n > 0 && !x->held)
			count_rows(x);
		at += n > 0 && x->right < x->n_rows ? n : 1;
	}
}

static void
walk_corpus(const char *dir, uint64_t spin)
{
	struct train_doc clean = { 0 }, spun = { 0 };
	unsigned i;

	for (i = 0; i < corpus_n_files; i++) {
		struct train_file file;

		if (corpus_files[i].weight == 0)
			continue;
		train_file_open(&file, dir, corpus_files[i].name);
		while (train_file_next(&file, &clean)) {
			uint64_t state = file.n * 1000 + i * 10;
			struct train_example x = {
				.held = file.n % HELD_OUT == 0,
				.weight = corpus_files[i].weight
			};
			double rate;

			if (file.n % 100 >= corpus_files[i].share ||
			    (x.held && spin > 0))
				continue;
			rate = train_uniform(&state) < CLEAN_SHARE ? 0 :
			    RATE_LOW + (RATE_HIGH - RATE_LOW) *
			    train_uniform(&state);
			state += spin * 7;
			train_spin(&clean, rate, &state, &spun);
			walk_doc(&spun, &x);
		}
		train_file_close(&file);
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
	float *bias = calloc(ug_lexicon_n_pairs, sizeof(*bias));
	struct train_weight *weights;
	size_t i, n;
	uint64_t spin;

	n_right = calloc(ug_lexicon_n_pairs, sizeof(*n_right));
	n_kept = calloc(ug_lexicon_n_pairs, sizeof(*n_kept));
	if (n_right == NULL || n_kept == NULL || bias == NULL)
		return 2;
	for (i = 0; i < ug_lexicon_n_pairs; i++)
		bias[i] = prior_odds((unsigned)i);
	train_fit_start();
	for (spin = 0; spin < SPINS; spin++)
		walk_corpus(dir, spin);
	fprintf(stderr, "examples %lu\n", n_examples);
	weights = train_fit(bias, TRAIN_WEIGHTS, &n);
	for (i = 0; i < ug_lexicon_n_pairs; i++)
		if (n_right[i] + n_kept[i] > 20)
			bias[i] += PRIOR_TRUST * (prior_odds((unsigned)i) -
			    text_odds((unsigned)i));
	return train_pack(weights, n, bias);
}
