/*
 * train_check.c - rows of the lexicon that clean text contradicts
 *
 *	train check DIR
 *
 * A row of tier A0 may not be met in clean text at all, one of tier A not
 * often, and a phrase that no rule holds back must not be commoner there than
 * what it is said to stand for: `type of`, given as a form of `sort of`.
 * Single words that are ordinary English are the context model's to judge.
 */
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"
#include "words/rule.h"
#include "train.h"

#define RARE 2.0      /* of a million tokens: as often is tier A met */
#define SURE 80       /* per cent: a prior that leaves context little say */
#define CHANCE 8      /* times: so often proves nothing */

static unsigned long *met;   /* by row: its form, where its rule holds */
static unsigned long *named; /* by node */
static double n_tokens;

static void
check_doc(const struct train_doc *doc)
{
	static const struct ug_text none = { NULL, 0 };
	struct ug_match any, key;
	size_t at;
	unsigned i;

	for (at = 0; at < doc->n; at++) {
		const struct ug_node *node;

		ug_lexicon_match(none, doc->tokens + at, doc->n - at, &any,
		    &key);
		if (any.n > 0)
			named[any.node]++;
		if (key.n == 0)
			continue;
		node = &ug_lexicon_nodes[key.node];
		for (i = node->pair; i < (unsigned)node->pair + node->n_pairs;
		    i++)
			met[i] += ug_rule_holds(&ug_lexicon_pairs[i],
			    doc->tokens, doc->n, at, key.n);
	}
	n_tokens += (double)doc->n;
}

/* How many tokens a key has, and how often the text has it. */
static size_t
check_key(const char *key, unsigned long *count)
{
	struct ug_text text = { key, strlen(key) };
	struct ug_token tokens[16];
	struct ug_tokens walk;
	struct ug_match any, spun;
	size_t n = 0;

	ug_tokens_start(&walk, text, 0);
	while (n < 16 && ug_tokens_next(&walk, &tokens[n]))
		n++;
	ug_lexicon_match(text, tokens, n, &any, &spun);
	*count = any.n == n ? named[any.node] : 0;
	return n;
}

/* What clean text says against a row, or NULL. */
static const char *
check_row(unsigned row)
{
	const struct ug_pair *pair = &ug_lexicon_pairs[row];
	unsigned long form, original;
	size_t n = check_key(ug_lexicon_words + pair->spun, &form);

	if (pair->tier == UG_TIER_SURE && met[row] > 0)
		return "tier A0 is met";
	if (pair->tier == UG_TIER_A && met[row] > CHANCE &&
	    (double)met[row] > RARE * n_tokens / 1000000)
		return "tier A is not rare";
	check_key(ug_lexicon_words + pair->original, &original);
	if (n > 1 && pair->rule == 0 && pair->prior >= SURE &&
	    met[row] > CHANCE && met[row] > 2 * original)
		return "commoner than its original, and no rule";
	return NULL;
}

int
train_check(const char *dir)
{
	struct train_doc doc = { 0 };
	unsigned i, n_bad = 0;

	met = calloc(ug_lexicon_n_pairs, sizeof(*met));
	named = calloc(ug_lexicon_n_nodes, sizeof(*named));
	if (met == NULL || named == NULL)
		return 2;
	for (i = 0; i < corpus_n_files; i++) {
		struct train_file file;

		train_file_open(&file, dir, corpus_files[i].name);
		while (train_file_next(&file, &doc))
			if (file.n % 100 < corpus_files[i].share)
				check_doc(&doc);
		train_file_close(&file);
	}
	for (i = 0; i < ug_lexicon_n_pairs; i++) {
		const struct ug_pair *pair = &ug_lexicon_pairs[i];
		const char *fault = check_row(i);

		if (fault == NULL)
			continue;
		n_bad++;
		printf("%s\t%s\t%s: %lu in %.0f\n", ug_lexicon_words +
		    pair->spun, ug_lexicon_words + pair->original, fault,
		    met[i], n_tokens);
	}
	return n_bad > 0;
}
