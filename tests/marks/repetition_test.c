/*
 * repetition_test.c - words twice in a row: said so, or left by a machine
 */
#include "marks/repetition.h"

#include "prose_check.h"

static const struct {
	const char *name, *text;
	size_t at, n; /* words of the first */
	bool meant;
} rows[] = {
	{ "two words", "the ship left early today early today for town", 3, 2,
	  false },
	{ "a verb and its object", "he found early plans early plans then", 2,
	  2, false },
	{ "who", "people who are able to vote able to vote again", 3, 3,
	  true },
	{ "a clause inside", "ships built that carry heavy loads carry heavy "
	  "loads", 3, 3, true },
	{ "to", "what they came to do well do well", 4, 2, true },
	{ "from coast to coast", "went from coast to coast to coast", 2, 2,
	  true },
	{ "coast to coast", "went by coast to coast to coast", 2, 2, true },
	{ "a name", "he met New Boston New Boston twice", 2, 2, true },
	{ "and", "on went so and on so and on", 2, 3, true },
	{ "ends in a link", "state out of state out of town", 0, 3, true },
	{ "an article", "he saw the ship the ship left", 2, 2, true },
	{ "what a speaker says again", "he said please come please come", 2,
	  2, true },
	{ "a possessive", "late mayor's late mayor's ship", 0, 2, true },
	{ "a clause", "ships are found ships are found", 0, 3, true },
	{ "in a list", "large boats large boats small boats", 0, 2, true },
	{ "a list of others", "large boats large boats small ships", 0, 2,
	  false },
	{ "who, and how", "people who only are paid well are paid well", 3, 3,
	  true },
	{ "who, and a word that ends so", "people who fly are paid well are "
	  "paid well", 3, 3, false },
	{ "who, aside", "people who, abroad, are paid well are paid well", 3,
	  3, true },
	{ "short words tell no list", "red cat red cat big cat", 0, 2, false },
};

static void
look(size_t i, const struct ug_prose *prose)
{
	for (size_t k = 0; k < rows[i].n; k++)
		CHECK(rows[i].name, ug_prose_same(prose, rows[i].at + k,
		    rows[i].at + rows[i].n + k));
	CHECK(rows[i].name, ug_repetition_meant(prose, rows[i].at, rows[i].n)
	    == rows[i].meant);
}

/* Whether words[at..at + n) of a sentence of `count` such are meant. */
static bool
is_meant(const char *const *words, size_t count, size_t at, size_t n)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_prose prose;
	char text[600] = "";
	bool meant = false;

	for (size_t i = 0; i < count; i++) {
		strcat(text, i > 0 ? " " : "");
		strcat(text, words[i]);
	}
	if (CHECK(text, ug_prose_read(&prose, (struct ug_text){ text,
	    strlen(text) }, &scratch) == UNGARBLE_OK && prose.n == count))
		meant = ug_repetition_meant(&prose, at, n);
	ug_arena_free(&scratch);
	return meant;
}

/* Words of which none tells anything. */
static const char *const plain[] = { "ab", "cd", "ef", "gh", "jk", "lm", "mn",
	"np", "pq", "qr", "rs", "st", "tu", "uv", "vw", "wx", "xy", "yz", "ac",
	"bd", "ce", "df", "eg", "fh", "hj", "jl", "kn", "mp", "nq", "pr", "qs",
	"rt", "su", "tv", "uw", "vx", "wy", "xz", "ad", "be", "cf", "dg", "eh",
	"fj", "hk", "jm", "ln", "mq", "nr", "ps", "qt", "ru", "sv", "tw", "ux",
	"vy", "wz", "ae", "bf", "cg" };

#define N_PLAIN (sizeof(plain) / sizeof(*plain))

/* A list is told within twice as many words before and behind. */
static void
check_list(void)
{
	static const char *const alike[] = { "boats", "boat" };

	for (size_t n = 2; n <= 8; n++) {
		for (size_t k = 0; k < 2 * N_PLAIN; k++) {
			const char *words[N_PLAIN];
			const size_t at = 20, there = k / 2;

			memcpy(words, plain, sizeof(plain));
			memcpy(words + at + n, words + at, n * sizeof(*words));
			words[at + n - 1] = words[at + 2 * n - 1] =
			    alike[k % 2];
			if (there >= at && there < at + 2 * n)
				continue;
			CHECK("none", !is_meant(words, N_PLAIN, at, n));
			words[there] = alike[k % 2];
			CHECK("list", is_meant(words, N_PLAIN, at, n) ==
			    (k % 2 == 0 && there + 2 * n >= at &&
			    there < at + 4 * n));
		}
	}
}

/* What opens a clause counts right before it, or at three words; or aside. */
static void
check_clause(void)
{
	static const char *const verbs[] = { "ab", "left", "will", "wants" };

	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
		for (size_t far = 1; far < 7; far++) {
			const char *words[20];
			const bool verb = i >= 2;

			memcpy(words, plain + 20, sizeof(words));
			words[10] = words[12] = verbs[i];
			words[13] = words[11];
			words[10 - far] = "whose";
			CHECK(verbs[i], is_meant(words, 20, 10, 2) ==
			    (far == 1 || (!verb && far <= 3)));
			words[10 - far + 1] = far > 1 ? "badly" : words[10];
			CHECK("badly", is_meant(words, 20, 10, 2));
			words[10 - far + 1] = far > 1 ? "fly" : words[10];
			CHECK("fly", is_meant(words, 20, 10, 2) ==
			    (far == 1 || (!verb && far <= 3)));
			words[10 - far] = "town.";
		}
	}
}

/* Where each of some words tells: before the copy, in it, at its ends. */
static void
check_words(void)
{
	static const struct {
		const char *word;
		bool before, first, last, inside;
	} each[] = {
		{ "to", true, true, true, false },
		{ "of", false, true, true, false },
		{ "vs", false, true, true, false },
		{ "and", false, true, true, true },
		{ "or", false, true, true, true },
		{ "Bergen", false, true, true, true },
		{ "Ab", false, true, true, true },
		{ "no", false, true, false, false },
		{ "make", false, true, false, false },
		{ "every", false, true, false, false },
		{ "cap's", false, false, true, false },
		{ "cap\u2019s", false, false, true, false },
		{ "will", false, false, false, true },
		{ "who", true, true, false, false },
		{ "ab", false, false, false, false },
	};

	for (size_t i = 0; i < sizeof(each) / sizeof(*each); i++) {
		for (size_t where = 0; where < 4; where++) {
			const char *words[20];
			const size_t at = 8 + (where == 0 ? 0 : where == 1 ? 1 :
			    where == 2 ? 4 : 2);

			memcpy(words, plain + 20, sizeof(words));
			memcpy(words + 13, words + 9, 4 * sizeof(*words));
			words[at] = each[i].word;
			if (where > 0)
				words[at + 4] = each[i].word;
			CHECK(each[i].word, is_meant(words, 20, 9, 4) ==
			    (where == 0 ? each[i].before : where == 1 ?
			    each[i].first : where == 2 ? each[i].last :
			    each[i].inside));
		}
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_prose(i, (struct ug_text){ rows[i].text,
		    strlen(rows[i].text) }, look);
	check_list();
	check_clause();
	check_words();
	return check_done(argv[0]);
}
