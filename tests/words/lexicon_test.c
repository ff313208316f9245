/*
 * lexicon_test.c - keys are found, the longest first, and rules hold
 */
#include "words/lexicon.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "ungarble.h"
#include "words/context.h"
#include "words/lexicon_check.h"
#include "words/rule.h"

static size_t
take(const char *s, struct ug_token *tokens, size_t max)
{
	struct ug_tokens walk;
	size_t n = 0;

	ug_tokens_start(&walk, (struct ug_text){ s, strlen(s) }, 0);
	while (n < max && ug_tokens_next(&walk, &tokens[n]))
		n++;
	return n;
}

static void
test_matches(void)
{
	static const struct {
		const char *text;
		unsigned any, spun; /* tokens */
	} rows[] = {
		{ "mentioned that", 1, 1 },
		{ "Mentioned that", 1, 1 },
		{ "said nothing", 1, 0 },
		{ "photo voltaic panels", 2, 2 },
		{ "photo\nvoltaic panels", 2, 2 },
		{ "photo, voltaic", 0, 0 },
		{ "in response to them", 3, 3 },
		{ "leap-start it", 3, 3 },
		{ "leap - start it", 1, 1 },
		{ "zzyzx", 0, 0 }
	};
	struct ug_token tokens[16];
	struct ug_match any, spun;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ug_text text = { rows[i].text, strlen(rows[i].text) };
		size_t n = take(rows[i].text, tokens, 16);

		ug_lexicon_match(text, tokens, n, &any, &spun);
		if (rows[i].any > 0)
			CHECK(rows[i].text, any.n == rows[i].any);
		CHECK(rows[i].text, spun.n == rows[i].spun);
	}
	tokens[0] = (struct ug_token){ .len = 3,
		.hash = ug_token_hash("mentioned", 9) };
	ug_lexicon_match(UG_TEXT("abc"), tokens, 1, &any, &spun);
	CHECK("a hash alone is not believed", any.n == 0);
}

/* Each row is found by its own spun form and reads as one. */
static void
test_rows(void)
{
	struct ug_token tokens[16];
	struct ug_match any, spun;
	unsigned i;

	for (i = 0; i < ug_lexicon_n_pairs; i++) {
		const struct ug_pair *pair = &ug_lexicon_pairs[i];
		const char *s = ug_lexicon_words + pair->spun;
		struct ug_text text = { s, strlen(s) };
		size_t n = take(s, tokens, 16);
		const struct ug_node *node;

		ug_lexicon_match(text, tokens, n, &any, &spun);
		CHECK(s, spun.n == n);
		node = &ug_lexicon_nodes[spun.node];
		CHECK(s, i - node->pair < node->n_pairs);
		CHECK(s, ug_rule_good(ug_lexicon_rules[pair->rule]));
		CHECK(s, strcmp(s, ug_lexicon_words + pair->original) != 0);
		CHECK(s, pair->prior <= 100);
	}
	CHECK("the context model is of this lexicon", ug_context_fits());
}

static void
test_rules(void)
{
	static const struct {
		const char *text, *key, *rule;
		bool holds;
	} rows[] = {
		{ "the last 12 months", "12 months", "after:final,last", true },
		{ "9 to 12 months", "12 months", "after:final,last", false },
		{ "9 to 12 months", "12 months", "notafter:to,in", false },
		{ "some 12 months", "12 months", "notafter:to,in", true },
		{ "12 months", "12 months", "after:final", false },
		{ "12 months", "12 months", "notafter:final", true },
		{ "it is quick.", "quick", "before:<end>", true },
		{ "it is quick", "quick", "before:<end>", true },
		{ "it is quick, then", "quick", "before:<end>", false },
		{ "it is quick, then", "quick", "before:<comma>", true },
		{ "seven long", "long", "after:<number>", true },
		{ "so long", "long", "after:<number>", false },
		{ "So. Still we go", "still", "start", true },
		{ "So still we go", "still", "start", false },
		{ "the Post said", "post", "cap", true },
		{ "the post said", "post", "cap", false },
		{ "Post said", "post", "cap", false },
		{ "so it is", "it", "after:so; before:was", false },
		{ "so it is", "it", "after:so; before:is", true }
	};
	struct ug_token tokens[16], key[4];
	size_t i, at;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t n = take(rows[i].text, tokens, 16);
		size_t len = take(rows[i].key, key, 4);

		for (at = 0; at < n && tokens[at].hash != key[0].hash; at++)
			;
		CHECK(rows[i].rule, ug_rule_good(rows[i].rule));
		if (!CHECK(rows[i].text, ug_rule_reads(rows[i].rule, tokens, n,
		    at, len) == rows[i].holds))
			fprintf(stderr, "\t%s\n", rows[i].rule);
	}
	CHECK("no test", !ug_rule_good("beside:a"));
	CHECK("no list", !ug_rule_good("after:"));
	CHECK("a list too many", !ug_rule_good("start:a"));
}

/* A key that clean text has too is none within a compound. */
static void
test_compounds(void)
{
	static const struct {
		const char *text, *key;
		bool whole;
	} rows[] = {
		{ "the short term", "short", true },
		{ "the short-term view", "short", false },
		{ "the short-term view", "term", false },
		{ "the short - term view", "short", true },
		{ "short-", "short", true },
		{ "-short", "short", true },
		{ "in (short)", "short", true },
		{ "a well-known fact", "known", false }
	};
	struct ug_token tokens[16], key[4];
	struct ug_pair pair = { .tier = UG_TIER_C };
	size_t i, at;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t n = take(rows[i].text, tokens, 16);

		take(rows[i].key, key, 4);
		for (at = 0; at < n && tokens[at].hash != key[0].hash; at++)
			;
		CHECK(rows[i].text, ug_rule_whole(tokens, n, at, 1) ==
		    rows[i].whole);
		pair.tier = UG_TIER_B;
		CHECK(rows[i].text, ug_rule_holds(&pair, tokens, n, at, 1) ==
		    rows[i].whole);
		pair.tier = UG_TIER_A;
		CHECK("clean text has it not", ug_rule_holds(&pair, tokens, n,
		    at, 1));
	}
}

/* Rows that contradict others are told. */
static void
test_faults(void)
{
	static const struct {
		struct ug_lexicon_row rows[4];
		const char *fault; /* of the last; "" if none */
	} cases[] = {
		{ { { "a", 1, 5, UG_TIER_B, 60, "" },
		    { "a", 1, 6, UG_TIER_B, 40, "" } }, "" },
		{ { { "a", 1, 5, UG_TIER_B, 60, "" },
		    { "a", 1, 6, UG_TIER_B, 41, "" } }, "exceed" },
		{ { { "a", 1, 5, UG_TIER_B, 60, "start" },
		    { "a", 1, 6, UG_TIER_B, 41, "" } }, "" },
		{ { { "A", 1, 5, UG_TIER_B, 60, "" },
		    { "a", 1, 6, UG_TIER_B, 41, "" } }, "" },
		{ { { "a", 1, 5, UG_TIER_B, 10, "" },
		    { "a", 1, 5, UG_TIER_B, 10, "" } }, "twice" },
		{ { { "a", 1, 2, UG_TIER_B, 60, "" },
		    { "b", 2, 1, UG_TIER_A, 60, "" } }, "undo" },
		{ { { "a", 1, 2, UG_TIER_C, 60, "" },
		    { "b", 2, 1, UG_TIER_A, 60, "" } }, "" },
		{ { { "a", 1, 2, UG_TIER_B, 60, "start" },
		    { "b", 2, 1, UG_TIER_A, 60, "" } }, "" },
		{ { { "a", 1, 2, UG_TIER_B, 60, "" },
		    { "b", 2, 3, UG_TIER_B, 60, "" },
		    { "c", 3, 1, UG_TIER_B, 60, "" } }, "undo" },
		{ { { "a", 1, 2, UG_TIER_B, 60, "" },
		    { "b", 2, 3, UG_TIER_B, 60, "" },
		    { "c", 3, 2, UG_TIER_C, 60, "" } }, "" }
	};
	size_t i, n;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *fault;

		for (n = 0; n < 4 && cases[i].rows[n].spun != NULL; n++)
			;
		fault = ug_lexicon_fault(cases[i].rows, n, n - 1);
		if (!CHECK("fault", (fault == NULL) ==
		    (cases[i].fault[0] == '\0') && (fault == NULL ||
		    strstr(fault, cases[i].fault) != NULL)))
			fprintf(stderr, "\tcase %zu\n", i);
	}
}

/* A circle of up to 16 rows is told of at each, wherever its rows stand. */
static void
test_circles(void)
{
	struct ug_lexicon_row rows[64];

	for (unsigned of = 1; of <= 20; of++) {
		size_t n = 0;

		/* Each node has a row that context decides before its own. */
		for (unsigned i = 0; i < of; i++) {
			rows[n++] = (struct ug_lexicon_row){ "x", 2 * i + 1,
				100, UG_TIER_C, 1, "" };
			rows[n++] = (struct ug_lexicon_row){ "x", 2 * i + 1,
				2 * ((i + 1) % of) + 1, UG_TIER_B, 1, "" };
			rows[n++] = (struct ug_lexicon_row){ "y", 2 * i + 2,
				200 + i, UG_TIER_B, 1, "" };
		}
		for (size_t at = 0; at < n; at++) {
			const char *const fault = ug_lexicon_fault(rows, n,
			    at);

			CHECK("circle", (fault != NULL) == (at % 3 == 1 &&
			    of <= 16));
			CHECK("undo", fault == NULL || strstr(fault, "undo") !=
			    NULL);
		}
		/* It is none if one of them is left out. */
		rows[3 * (of / 2) + 1].original = 0;
		for (size_t at = 0; at < n; at++)
			CHECK("no circle", ug_lexicon_fault(rows, n, at) ==
			    NULL);
	}
}

/* --version and reports name the lexicon that was compiled in. */
static void
test_component(void)
{
	const char *name;
	char lexicon[32];
	bool found = false;
	size_t i;

	snprintf(lexicon, sizeof(lexicon), "lexicon %08X",
	    (unsigned)ug_lexicon_version);
	for (i = 0; (name = ungarble_component(i)) != NULL; i++) {
		CHECK("not empty", name[0] != '\0');
		found = found || strcmp(name, lexicon) == 0;
	}
	CHECK(lexicon, found);
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_component();
	test_matches();
	test_rows();
	test_rules();
	test_compounds();
	test_faults();
	test_circles();
	return check_done(argv[0]);
}
