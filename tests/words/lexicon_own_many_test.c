/*
 * lexicon_own_many_test.c - however many rows there are, each is found by its
 * key, as it was written
 */
#include "words/lexicon_own_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

static struct ug_own *
own_new(const char *rows, size_t len)
{
	struct ug_own_fault fault;
	struct ug_own *own;

	if (!CHECK(rows, ug_own_new(&own, (struct ug_text){ rows, len },
	    &ug_alloc_libc, &fault) == UNGARBLE_OK)) {
		fprintf(stderr, "\tline %zu: %s\n", fault.line, fault.what);
		exit(1);
	}
	return own;
}

/* The first row of what a text begins with; *len tokens; *n it has in all. */
static const struct ug_own_row *
match(const struct ug_own *own, const char *s, size_t *len, size_t *n)
{
	const struct ug_text text = { s, strlen(s) };
	struct ug_token tokens[16];
	struct ug_tokens walk;

	*n = 0;
	ug_tokens_start(&walk, text, 0);
	while (*n < 16 && ug_tokens_next(&walk, &tokens[*n]))
		++*n;
	return ug_own_match(own, text, tokens, *n, len);
}

/* A word of letters for a number, "waaa", "waab" and so on. */
static void
name(char *s, unsigned i)
{
	s[0] = 'w';
	for (unsigned k = 4; k > 1; k--, i /= 26)
		s[k - 1] = (char)('a' + i % 26);
	s[4] = '\0';
}

/* So many rows, every fifth of them of two words. */
static void
check_many(unsigned n)
{
	char *const rows = malloc((size_t)n * 40 + 1), *end = rows;
	struct ug_own *own;
	char word[8], key[16];

	if (!CHECK("memory", rows != NULL))
		return;
	*rows = '\0';
	for (unsigned i = 0; i < n; i++) {
		name(word, i);
		end += sprintf(end, "%s%s\tcat %u%s", word, i % 5 == 0 ?
		    " unit" : "", i, i + 1 < n ? "\n" : "");
	}
	own = own_new(rows, (size_t)(end - rows));
	for (unsigned i = 0; i < n + 20; i++) {
		const struct ug_own_row *row;
		char original[16];
		size_t len, tokens;

		name(word, i);
		snprintf(key, sizeof(key), "%s%s", word, i % 5 == 0 ?
		    " unit" : "");
		snprintf(original, sizeof(original), "cat %u", i);
		row = match(own, key, &len, &tokens);
		CHECK(key, (row != NULL) == (i < n));
		if (row == NULL)
			continue;
		CHECK(key, len == tokens && row->line == i + 1 &&
		    strcmp(row->original, original) == 0 &&
		    ug_own_next(own, row) == NULL);
		if (i % 5 == 0)
			CHECK("half a key", match(own, word, &len, &tokens) ==
			    NULL && len == 0);
	}
	ug_own_free(own);
	free(rows);
}

/* A key has its rows in their order, those that are gone left out. */
static void
test_same(void)
{
	static const char rows[] = "wombat\tcat\nwombat\tdog\nwombat\tcow\n"
	    "wombat\tdog\tname\nwombat\themlock\n-wombat\tcow\n";
	static const struct {
		const char *original;
		size_t line;
	} want[] = { { "cat", 1 }, { "dog", 4 }, { "hemlock", 5 } };
	struct ug_own *const own = own_new(rows, strlen(rows));
	size_t len, n, i = 0;
	const struct ug_own_row *row = match(own, "wombat", &len, &n);

	for (; row != NULL && i < 3; row = ug_own_next(own, row), i++)
		CHECK(want[i].original, row->line == want[i].line &&
		    strcmp(row->original, want[i].original) == 0);
	CHECK("three", i == 3 && row == NULL);
	ug_own_free(own);
}

/* What a row says of itself, and what it leaves open. */
static void
test_columns(void)
{
	static const char *const kinds[] = { "own", "word", "phrase", "name",
		"demonym", "number", "contraction", "split", "reordered",
		"leak", "doubled" };
	static const char *const tiers[] = { "A0", "A", "B", "C", "D" };

	for (unsigned i = 0; i < 99; i++) {
		const unsigned prior = i + 1;
		char text[80], kind[24];
		const struct ug_own_row *row;
		struct ug_own *own;
		size_t len, n;

		snprintf(text, sizeof(text), " wombat \t cat\t %s\t%s \t%u\t \t"
		    "me\r\n", kinds[i % 11], tiers[i % 5], prior);
		snprintf(kind, sizeof(kind), "words/%s", kinds[i % 11]);
		own = own_new(text, strlen(text));
		row = match(own, "wombat", &len, &n);
		CHECK(text, row != NULL && strcmp(row->kind, kind) == 0 &&
		    row->pair.tier == i % 5 && row->pair.prior == prior &&
		    strcmp(row->original, "cat") == 0 && row->rule[0] == '\0');
		ug_own_free(own);
	}

	struct ug_own *const own = own_new("wombat\tcat", 10);
	size_t len, n;
	const struct ug_own_row *const row = match(own, "wombat", &len, &n);

	CHECK("by itself", row != NULL && strcmp(row->kind, "words/own") ==
	    0 && row->pair.tier == UG_TIER_B && row->pair.prior == 95);
	ug_own_free(own);
}

/* Odds are even, and those of a prior are as sure as it is. */
static void
test_odds(void)
{
	int last = -1000;

	for (unsigned p = 1; p < 100; p++) {
		const struct ug_own_row row = { .pair = {
			.prior = (uint8_t)p } };
		const struct ug_own_row other = { .pair = {
			.prior = (uint8_t)(100 - p) } };
		const int score = ug_own_score(&row);

		CHECK("even", score == -ug_own_score(&other));
		CHECK("they rise", score >= last);
		if (score > last && p > 50) {
			CHECK("less", ug_own_percent(score - 1) == p - 1);
			CHECK("other way", ug_own_percent(-score) ==
			    100 - ug_own_percent(score));
		}
		CHECK("as sure", ug_own_percent(score) + 1 >= p &&
		    ug_own_percent(score) <= p + 1);
		last = score;
	}
	CHECK("half", ug_own_percent(0) == 50);
	CHECK("never all", ug_own_percent(75) == 99 &&
	    ug_own_percent(10000) == 99 && ug_own_percent(-10000) == 1);
}

/* Capitals of each of eight words count by themselves. */
static void
test_capitals(void)
{
	static const char *const words[] = { "wombat", "Wombat", "WOMBAT" };

	for (unsigned i = 0; i < 8; i++) {
		for (unsigned how = 0; how < 3; how++) {
			char rows[100] = "";
			const struct ug_own_row *row;
			struct ug_own *own;
			size_t len, n;

			for (unsigned k = 0; k < 8; k++) {
				strcat(rows, k == i ? words[how] : "cat");
				strcat(rows, k < 7 ? " " : "");
			}
			strcat(rows, "\tdog");
			own = own_new(rows, strlen(rows));
			*strchr(rows, '\t') = '\0';
			row = match(own, rows, &len, &n);
			CHECK(rows, row != NULL && len == 8 &&
			    row->pair.title == (how == 1 ? 1 << i : 0) &&
			    row->pair.upper == (how == 2 ? 1 << i : 0));
			ug_own_free(own);
		}
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (unsigned n = 1; n < 70; n++)
		check_many(n);
	check_many(1000);
	check_many(5000);
	test_same();
	test_columns();
	test_odds();
	test_capitals();
	return check_done(argv[0]);
}
