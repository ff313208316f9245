/*
 * train_gate.c - the weights of the gate, from clean text alone
 *
 * Keys are counted in clean prose, in the same prose spun at a rate of .7, and
 * in technical text; the clean side is the higher of the two clean rates.  What
 * is ordinary English, tier D alone, does not speak for a spinner.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/least.h"
#include "corpus.h"
#include "train.h"

#define RATE 0.7
#define CLIP 400
#define SMOOTH 0.6

static double *clean, *spun, *other;
static double n_clean, n_spun, n_other;

static void
count_keys(const struct train_doc *doc, double *counts, double *total)
{
	static const struct ug_text none = { NULL, 0 };
	struct ug_match any, key;
	size_t i;

	for (i = 0; i < doc->n; i += any.n == 0 ? 1 : any.n) {
		ug_lexicon_match(none, doc->tokens + i, doc->n - i, &any, &key);
		if (any.n > 0)
			counts[any.node]++;
	}
	*total += (double)doc->n;
}

static void
count_file(const char *dir, const struct corpus_file *source)
{
	struct train_doc doc = { 0 }, bad = { 0 };
	struct train_file file;
	uint64_t state = 1;

	if (source->share == 0)
		return;
	train_file_open(&file, dir, source->name);
	while (train_file_next(&file, &doc)) {
		if (source->technical) {
			count_keys(&doc, other, &n_other);
			continue;
		}
		if (file.n % 100 >= source->share)
			continue;
		count_keys(&doc, clean, &n_clean);
		train_spin(&doc, RATE, &state, &bad);
		count_keys(&bad, spun, &n_spun);
	}
	train_file_close(&file);
}

/* Whether a key is a spun form of tier D and of no other. */
static bool
gate_ordinary(const struct ug_node *node)
{
	unsigned i;

	for (i = 0; i < node->n_pairs; i++)
		if (ug_lexicon_pairs[node->pair + i].tier != UG_TIER_D)
			return false;
	return node->n_pairs > 0;
}

/* ln P(key | spun) - ln P(key | clean), in hundredths. */
static int
gate_weight(unsigned node)
{
	const double p = (spun[node] + SMOOTH) / n_spun;
	const double q = (clean[node] + SMOOTH) / n_clean;
	const double r = n_other > 0 ? (other[node] + SMOOTH) / n_other : 0;
	const int w = train_log(p / UG_MAX(q, r));

	if ((ug_lexicon_nodes[node].flags &
	    (UG_NODE_SPUN | UG_NODE_ORIGINAL)) == 0 ||
	    (w > 0 && gate_ordinary(&ug_lexicon_nodes[node])))
		return 0;
	return UG_MIN(CLIP, UG_MAX(w, -CLIP));
}

static void
print_numbers(const int *numbers)
{
	for (unsigned i = 0; i < ug_lexicon_n_nodes; i++)
		printf("%s%d,", i % 16 == 0 ? "\n\t" : " ", numbers[i]);
	printf("\n};\n");
}

int
train_gate(const char *dir)
{
	int *weights, *families;
	unsigned i;

	clean = calloc(ug_lexicon_n_nodes, sizeof(*clean));
	spun = calloc(ug_lexicon_n_nodes, sizeof(*spun));
	other = calloc(ug_lexicon_n_nodes, sizeof(*other));
	weights = calloc(ug_lexicon_n_nodes, sizeof(*weights));
	families = calloc(ug_lexicon_n_nodes, sizeof(*families));
	if (clean == NULL || spun == NULL || other == NULL ||
	    weights == NULL || families == NULL)
		return 2;
	for (i = 0; i < corpus_n_files; i++)
		count_file(dir, &corpus_files[i]);
	for (i = 0; i < ug_lexicon_n_nodes; i++)
		weights[i] = gate_weight(i);
	train_families(weights, families);
	printf("/* Made by train.c, \"train gate\"; do not edit. */\n\n"
	    "#define GATE_TABLE_LEXICON 0x%08xu\n\n"
	    "/* ln P(key | spun) - ln P(key | clean), hundredths; by node. */\n"
	    "static const int16_t gate_weights[] = {",
	    (unsigned)ug_lexicon_version);
	print_numbers(weights);
	printf("\n/* The first node of which each is an inflection. */\n"
	    "static const uint16_t gate_families[] = {");
	print_numbers(families);
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}
