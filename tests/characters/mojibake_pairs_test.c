/*
 * mojibake_pairs_test.c - what is looked up is what the model says
 */
#include "characters/mojibake_pairs.h"

#include <stdlib.h>

#include "base/least.h"
#include "check.h"
#include "characters/mojibake.h"

/* Letters, signs and what is lost, of many scripts: more pairs than room. */
static const uint32_t chars[] = {
	'a', 'e', 'n', 'Z', 'T', 'x', 'q', ' ', '\n', '.', ',', '!', '\'', '"',
	'-', '(', '7', '&', 0x80, 0x9D, 0xA0, 0xA9, 0xAB, 0xB0, 0xBB, 0xC2,
	0xC3, 0xDF, 0xE2, 0xE9, 0xF1, 0xFC, 0xFE, 0x105, 0x142, 0x159, 0x15F,
	0x1A1, 0x1EA5, 0x3B1, 0x3C2, 0x3A9, 0x410, 0x43E, 0x44F, 0x456, 0x458,
	0x561, 0x5D0, 0x5E9, 0x627, 0x644, 0x6CC, 0x905, 0x915, 0x995, 0xA15,
	0xE01, 0xE32, 0x10D0, 0x1208, 0x1780, 0x2013, 0x2014, 0x2019, 0x201C,
	0x201E, 0x20AC, 0x2122, 0x2500, 0x2588, 0x3001, 0x3042, 0x30A2, 0x4E00,
	0x4E2D, 0x56FD, 0xAC00, 0xD55C, 0xE000, 0xFB01, 0xFF01, UG_REPLACEMENT,
	0x1F600, 0x20000,
};
#define N_CHARS (sizeof(chars) / sizeof(*chars))

_Static_assert(N_CHARS * N_CHARS > 2 * UG_MOJIBAKE_PAIRS, "no room for all");

static struct ug_mojibake_pairs *pairs;
static size_t found[2]; /* languages, of all; and of those of a script */

/* Is a pair what the model says of it? */
static bool
pair_good(struct ug_glyph a, struct ug_glyph b)
{
	const struct ug_mojibake_pair *const pair = ug_mojibake_pair(pairs, a,
	    b);

	const int least = a.class == UG_LOST ? UG_MOJIBAKE_W(AFTER_LOST) :
	    b.class == UG_LOST ? UG_MOJIBAKE_W(LOST) : ug_pair_least(a, b);
	const int kept = least + UG_MOJIBAKE_W(OTHER);

	if (pair->least != least ||
	    pair->lost != (a.class == UG_LOST || b.class == UG_LOST) ||
	    pair->kept != (kept < UG_MOJIBAKE_W(ANYTHING) ? kept :
	    UG_MOJIBAKE_W(ANYTHING)))
		return false;
	for (size_t l = 0; l < ug_n_languages(); l++)
		if (*ug_language_code(l) != '\0' &&
		    ug_mojibake_pair_cost(pair, ug_mojibake_tongue(l)) !=
		    ug_pair_cost(l, a, b))
			return false;
	return true;
}

/* All of them, in lines of `len`; more than there is room for, and again. */
static void
test_pairs(size_t len)
{
	size_t good = 0, kept = 0;

	ug_mojibake_pairs_init(pairs, UG_MOJIBAKE_SLOTS);
	for (size_t i = 0; i < 2 * N_CHARS * N_CHARS; i++) {
		const struct ug_glyph a = ug_glyph_of(chars[i / N_CHARS %
		    N_CHARS]);
		const struct ug_glyph b = ug_glyph_of(chars[i % N_CHARS]);

		if (i % len == 0)
			ug_mojibake_pairs_line(pairs);
		good += pair_good(a, b);
		kept += ug_mojibake_pair_find(pairs, a, b) != 0;
	}
	CHECK("pairs are the model's", good == 2 * N_CHARS * N_CHARS);
	CHECK("as many are kept as there is room for",
	    len < 100 ? kept == good : kept < good && kept > 1000);
}

/* A pair that is kept stays where it is as long as the line lasts. */
static void
test_number(void)
{
	const struct ug_glyph a = ug_glyph_of('a'), b = ug_glyph_of('b');

	ug_mojibake_pairs_init(pairs, UG_MOJIBAKE_SLOTS);
	ug_mojibake_pairs_line(pairs);
	const uint16_t number = ug_mojibake_pair_find(pairs, a, b);

	for (size_t i = 0; i < N_CHARS * N_CHARS; i++)
		ug_mojibake_pair(pairs, ug_glyph_of(chars[i / N_CHARS]),
		    ug_glyph_of(chars[i % N_CHARS]));
	CHECK("its number", number != 0 && ug_mojibake_pair_find(pairs, a,
	    b) == number);
	ug_mojibake_pairs_line(pairs);
	CHECK("all are forgotten", pairs->n == 1);
}

/* How many slots a line gets, by what was met before. */
static void
test_slots(void)
{
	static const struct {
		size_t n_slots, n; /* there are, and so many pairs; or 0 */
		size_t len, want;
	} rows[] = {
		{ 0, 0, 0, 128 }, { 0, 0, 64, 128 }, { 0, 0, 65, 256 },
		{ 0, 0, 128, 256 }, { 0, 0, 129, 512 }, { 0, 0, 1024, 2048 },
		{ 0, 0, 1025, 4096 }, { 0, 0, 2049, 4096 },
		{ 0, 0, SIZE_MAX, 4096 },
		{ 256, 1, 0, 256 }, { 256, 1, 128, 256 }, { 256, 1, 129, 512 },
		{ 256, 96, 0, 256 }, { 256, 97, 0, 1024 },
		{ 256, 97, 512, 1024 }, { 256, 97, 513, 2048 },
		{ 4096, 1536, 0, 4096 }, { 4096, 2048, 9999, 4096 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (rows[i].n_slots != 0)
			ug_mojibake_pairs_init(pairs, rows[i].n_slots);
		pairs->n = rows[i].n;
		CHECK("slots", ug_mojibake_pairs_slots(rows[i].n_slots != 0 ?
		    pairs : NULL, rows[i].len) == rows[i].want);
		if (rows[i].n_slots == 0)
			continue;
		/* Where little room is left all is forgotten. */
		ug_mojibake_pairs_line(pairs);
		CHECK("forgotten", pairs->n == (rows[i].n > rows[i].n_slots /
		    8 * 3 ? 1 : rows[i].n));
		CHECK("line", pairs->line == 1);
	}
}

/* In the memory that so many slots take there are half as many pairs. */
static void
test_room(size_t n_slots)
{
	struct ug_mojibake_pairs *const all = pairs;
	size_t kept = 0, good = 0;

	pairs = malloc(ug_mojibake_pairs_size(n_slots));
	if (!CHECK("memory", pairs != NULL)) {
		pairs = all;
		return;
	}
	ug_mojibake_pairs_init(pairs, n_slots);
	CHECK("nothing", pairs->n_slots == n_slots && pairs->n == 1 &&
	    pairs->line == 0 && pairs->sum_line == 0);
	ug_mojibake_pairs_line(pairs);
	for (size_t i = 0; i < N_CHARS * N_CHARS; i++) {
		const uint32_t c = chars[i % N_CHARS];
		const struct ug_glyph a = ug_glyph_of(chars[i / N_CHARS]);
		const struct ug_glyph b = ug_glyph_of(c);

		kept = UG_MAX(kept, ug_mojibake_pair_find(pairs, a, b));
		good += pair_good(a, b) && ug_mojibake_met(pairs, c)->c == c;
	}
	CHECK("all are good", good == N_CHARS * N_CHARS);
	CHECK("half of them are used", kept == n_slots / 2 - 1 &&
	    pairs->n == n_slots / 2);
	free(pairs);
	pairs = all;
}

static void
test_met(void)
{
	size_t good = 0;

	ug_mojibake_pairs_init(pairs, UG_MOJIBAKE_SLOTS);
	for (uint32_t c = 0; c < 0x30000; c++)
		for (uint32_t other = 0; other < 2; other++) {
			const struct ug_mojibake_met *const met =
			    ug_mojibake_met(pairs, c ^ other * 0x400);
			const struct ug_glyph glyph = ug_glyph_of(c ^
			    other * 0x400);

			good += met->c == (c ^ other * 0x400) &&
			    ug_mojibake_key(met->glyph, met->glyph) ==
			    ug_mojibake_key(glyph, glyph) &&
			    met->bytes == ug_mojibake_char(c ^ other * 0x400);
		}
	CHECK("characters are the model's", good == 2 * 0x30000);
}

/* Do a sum's languages of a script, or all, cost as in the tally? */
static bool
sum_good(struct ug_mojibake_sum *sum, const struct ug_tally *tally,
    unsigned script)
{
	const struct ug_tally *const its = ug_mojibake_sum_tally(sum);

	for (size_t l = 0; l < ug_n_languages(); l++)
		if ((script == UG_NO_SCRIPT ||
		    ug_language_script(l) == script) &&
		    ug_tally_cost(its, l) != ug_tally_cost(tally, l))
			return false;
	return true;
}

/* The language that a text reads like most, by what it costs in each. */
static size_t
best_of(const struct ug_tally *part, const struct ug_tally *rest, int percent)
{
	int costs[UG_LANGUAGES_MAX], beside[UG_LANGUAGES_MAX];
	size_t best = SIZE_MAX;
	int64_t least = INT64_MAX;

	ug_tally_costs(part, costs);
	ug_tally_costs(rest, beside);
	for (size_t l = 0; l < ug_n_languages(); l++) {
		const int64_t cost = costs[l] + (int64_t)beside[l] * percent /
		    100;

		if (costs[l] == UG_NO_LANGUAGE || cost >= least)
			continue;
		best = l;
		least = cost;
	}
	return best;
}

/* A sum is the tally of the same pairs, of as many as one takes. */
static void
test_sum(unsigned seed, size_t n)
{
	static const unsigned scripts[] = { UG_NO_SCRIPT, UG_LATIN,
		UG_CYRILLIC, UG_CJK };
	const size_t kinds = seed % 3 == 0 ? 8 : seed % 3 == 1 ? 48 : N_CHARS;

	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
		const unsigned script = scripts[i];
		struct ug_mojibake_sum sums[2];
		struct ug_tally tallies[2];
		struct ug_glyph last = UG_GLYPH_EDGE;

		srand(seed);
		ug_mojibake_pairs_init(pairs, UG_MOJIBAKE_SLOTS);
		for (size_t k = 0; k < 2; k++) {
			ug_mojibake_sum_init(&sums[k], pairs, script);
			ug_tally_init(&tallies[k]);
		}
		for (size_t k = 0; k < n; k++) {
			const struct ug_glyph glyph = ug_glyph_of(
			    chars[(size_t)rand() % kinds]);

			ug_mojibake_sum_add(&sums[k % 3 / 2],
			    ug_mojibake_pair(pairs, last, glyph));
			ug_tally_add(&tallies[k % 3 / 2], last, glyph, 1);
			last = glyph;
		}
		CHECK("a sum is a tally", sum_good(&sums[0], &tallies[0],
		    script) && sum_good(&sums[1], &tallies[1], script));

		const size_t best = ug_tally_best(&sums[0].tally,
		    &sums[1].tally, 40, script);

		found[script != UG_NO_SCRIPT] += best != SIZE_MAX;
		CHECK("the language", best == best_of(&tallies[0], &tallies[1],
		    40) || (best == SIZE_MAX && script != UG_NO_SCRIPT));
	}
}

int
main(void)
{
	pairs = malloc(ug_mojibake_pairs_size(UG_MOJIBAKE_SLOTS));
	if (!CHECK("memory", pairs != NULL))
		return check_done("mojibake_pairs_test");
	test_pairs(50);
	test_pairs(10000);
	test_number();
	test_met();
	test_slots();
	for (size_t n = 128; n <= UG_MOJIBAKE_SLOTS; n *= 2)
		test_room(n);
	for (unsigned seed = 0; seed < 20; seed++)
		test_sum(seed, 1 + seed * seed * 10);
	CHECK("languages are found", found[0] == 20 && found[1] > 0);
	free(pairs);
	return check_done("mojibake_pairs_test");
}
