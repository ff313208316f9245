/*
 * context_test.c - the words around decide what a key was
 */
#include "words/context.h"

#include <string.h>

#include "check.h"
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
	return check_done(argv[0]);
}
