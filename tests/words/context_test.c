/*
 * context_test.c - the words around decide what a key was
 */
#include "words/context.h"

#include <string.h>

#include "base/bytes.h"
#include "check.h"
#include "random.h"
#include "words/blob.h"
#include "words/lexicon.h"

/* The score of the row `spun` -> `original` where `spun` stands in text. */
static int
score(const char *s, const char *spun, const char *original)
{
	struct ug_token tokens[32];
	struct ug_text text = { s, strlen(s) };
	struct ug_tokens walk;
	uint16_t room[32 + 1][UG_VECTOR_AROUND];
	struct ug_vector_sums sums = { 0, room };
	struct ug_context context;
	size_t n = 0, at;
	unsigned i;

	ug_tokens_start(&walk, text, 0);
	while (n < 32 && ug_tokens_next(&walk, &tokens[n]))
		n++;
	for (at = 0; at < n; at++) {
		const struct ug_node *node;
		struct ug_match any, key;

		ug_lexicon_match(text, tokens + at, n - at, &any, &key);
		if (key.n == 0)
			continue;
		node = &ug_lexicon_nodes[key.node];
		ug_context_read(&sums, tokens, n, at, key.n, &context);
		for (i = node->pair; i - node->pair < node->n_pairs; i++)
			if (strcmp(ug_lexicon_words + ug_lexicon_pairs[i].spun,
			    spun) == 0 && strcmp(ug_lexicon_words +
			    ug_lexicon_pairs[i].original, original) == 0)
				return ug_context_score(i, &context);
	}
	CHECK("the row is there, and in the text", 0);
	return 0;
}

/* The first text of a row speaks more for the original than the second. */
static const struct {
	const char *spun, *original, *more, *less;
} rows[] = {
	{ "mentioned", "said", "The minister mentioned on Friday that he knew.",
	  "It is one of the problems mentioned above." },
	{ "help", "support", "They voiced their help for the peace process.",
	  "It will help them to find work." },
	{ "the place", "where", "They know the areas the place they live.",
	  "He left the place." },
	{ "extra", "more", "They are extra likely to win.",
	  "They won after extra time." },
	{ "towards", "against", "They voted towards the bill.",
	  "He went towards the door." }
};

/* The features of the first word of a text. */
static void
features_of(const char *s, uint32_t features[UG_N_FEATURES])
{
	struct ug_token tokens[8];
	struct ug_tokens walk;
	size_t n = 0;

	ug_tokens_start(&walk, (struct ug_text){ s, strlen(s) }, 0);
	while (n < 8 && ug_tokens_next(&walk, &tokens[n]))
		n++;
	ug_context_features(tokens, n, 0, 1, features);
}

/* How many features two texts have in common. */
static int
common(const char *one, const char *other)
{
	uint32_t a[UG_N_FEATURES], b[UG_N_FEATURES];
	int i, n = 0;

	features_of(one, a);
	features_of(other, b);
	for (i = 0; i < UG_N_FEATURES; i++)
		n += a[i] == b[i];
	return n;
}

/* Words that stand among the same words are alike, others are not. */
static void
test_classes(void)
{
	static const struct {
		const char *key, *alike, *other;
	} words[] = {
		{ "new truck", "new car", "new friday" },
		{ "lately tuesday", "lately friday", "lately gorgeous" },
		{ "very gorgeous", "very lovely", "very chairman" },
		{ "a million", "a billion", "a zyxwv" }
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		CHECK(words[i].key, common(words[i].key, words[i].alike) ==
		    common(words[i].key, words[i].other) + 2);
	CHECK("two without a class", common("a zyxwv", "a wvzyx") ==
	    common("a zyxwv", "a billion") + 2);
}

/* A row as context.c describes them: its first slot, and how many. */
static const unsigned char *
row_of(unsigned pair, size_t *n_slots, int *bias)
{
	const unsigned char *const row = ug_context_blob + 12 + 8 *
	    (size_t)pair;

	*n_slots = ug_bytes_16(row + 4);
	*bias = (int16_t)ug_bytes_16(row + 6);
	return ug_context_blob + 12 + 8 * (size_t)ug_lexicon_n_pairs +
	    UG_VECTOR_SIZE * ((size_t)UG_VECTOR_SLOTS + ug_lexicon_n_pairs) +
	    2 * (size_t)ug_bytes_32(row);
}

/* The weight of a feature, one place behind the other. */
static int
weight_of(const unsigned char *slots, size_t n_slots, uint32_t feature)
{
	unsigned print;
	const size_t at = ug_context_slot(feature, n_slots, &print);

	for (size_t i = at; i < at + UG_CONTEXT_PROBES; i++) {
		const unsigned char *const slot = slots + 2 * (i % n_slots);

		if (slot[0] == print)
			return slot[1] < 128 ? slot[1] : slot[1] - 256;
		if (slot[0] == 0)
			break;
	}
	return 0;
}

/* A feature that is looked for near a slot, most often by its fingerprint. */
static uint32_t
feature_near(const unsigned char *slots, size_t n_slots, uint64_t *random)
{
	const size_t near = random_next(random) % n_slots;
	const size_t back = random_next(random) % 7 % n_slots;
	const uint64_t start = (near + n_slots - back) % n_slots;
	const uint32_t print = random_next(random) % 4 == 0 ?
	    (uint32_t)random_next(random) & 0xFF : slots[2 * near];

	return (uint32_t)((((start << 32) / n_slots + 0x1FF) & ~UINT64_C(0xFF))
	    | print);
}

/* Weights that are there, that others stand before, and that are not. */
static void
test_weights(void)
{
	uint64_t random = 1;
	size_t found = 0;

	for (unsigned pair = 0; pair < ug_lexicon_n_pairs; pair++) {
		struct ug_context context = { .features = { 0 } };
		size_t n_slots;
		int bias, sum;
		const unsigned char *const slots = row_of(pair, &n_slots,
		    &bias);

		sum = bias;
		for (int i = 0; i < UG_N_FEATURES && n_slots > 0; i++) {
			context.features[i] = feature_near(slots, n_slots,
			    &random);
			sum += weight_of(slots, n_slots, context.features[i]);
			found += weight_of(slots, n_slots,
			    context.features[i]) != 0;
		}
		CHECK("the sum", ug_context_score(pair, &context) == sum);
	}
	CHECK("many are there", found > ug_lexicon_n_pairs);
}

int
main(int argc, char **argv)
{
	size_t i;

	(void)argc;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int more = score(rows[i].more, rows[i].spun, rows[i].original);
		int less = score(rows[i].less, rows[i].spun, rows[i].original);

		if (!CHECK(rows[i].spun, more > less + UG_CONTEXT_SCALE))
			fprintf(stderr, "\t%d and %d\n", more, less);
	}
	test_classes();
	test_weights();
	return check_done(argv[0]);
}
