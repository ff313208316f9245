/*
 * prose_test.c - words, sentences and what tells them
 */
#include "pieces.h"
#include "prose_check.h"

static const struct {
	const char *name;
	struct ug_text text;
	size_t n_words, n_sentences;
	bool english, quotes;
} rows[] = {
	{ "empty", UG_LIT(""), 0, 0, false, false },
	{ "marks only", UG_LIT(" ... \u201D\n"), 0, 0, false, true },
	{ "titles and states",
	  UG_LIT("Mr. Li of the U.S. met the others at 5 p.m. on the coast. It "
	  "was late."), 17, 2, true, false },
	{ "joined", UG_LIT("It can\u2019t be the rules-based 1,600."), 6, 1,
	  true, false },
	{ "a small letter after a stop", UG_LIT("The end. of it and the sea."),
	  7, 1, true, false },
	{ "other letters", UG_LIT("Der \u00C4rger w\u00E4hrt, "
	  "\u4E2D\u6587\u3002"),
	  4, 0, false, false },
	{ "single marks", UG_LIT("so 'Oui'"), 2, 0, false, true },
	{ "a single mark before", UG_LIT("'Oui'"), 1, 0, false, true },
	{ "an apostrophe", UG_LIT("l'or"), 1, 0, false, false },
	{ "guillemets", UG_LIT("\u00ABOui\u00BB"), 1, 0, false, true },
};

/* Each of the commonest words counts, in its own letters only. */
static void
test_common(void)
{
	static const char *const words[] = {
		"the", "of", "and", "to", "that", "with", "for", "was", "is",
		"by", "from", "this", "are", "in", "it", "as", "not", "at",
		"which", "on", "be", "have", "has", "his", "they", "The", "In",
		"It", "He", "But", "And", "we", "I", "you",
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		char text[64];

		for (int other = 0; other < 3; other++) {
			const int len = snprintf(text, sizeof(text),
			    "go %s%s of go", words[i],
			    other == 0 ? "" : other == 1 ? "x" : "\u2019");
			const bool same = other != 1;

			CHECK(text, ug_prose_english((struct ug_text){ text,
			    (size_t)len }) == same);
		}
	}
}

/* One word that is sure is enough, whatever letters the others have. */
static void
test_sure(void)
{
	static const char *const words[] = { "the", "of", "and", "with", "The",
		"is", NULL };

	for (size_t i = 0; words[i] != NULL; i++) {
		char text[64];
		const int len = snprintf(text, sizeof(text),
		    "it %s it. \u0416\u0438 3,4", words[i]);

		CHECK(text, ug_prose_english((struct ug_text){ text,
		    (size_t)len }) == (words[i + 1] != NULL));
	}
}

/* The first words decide, if there are enough of them. */
static void
test_first(void)
{
	static const struct {
		const char *name;
		size_t english, other;
		bool is;
	} mixed[] = {
		{ "few words, all", 4, 0, true },
		{ "few words, then others", 4, 60, false },
		{ "many words, then others", 36, 90, true },
		{ "others beyond the sample", 36, 400, true },
	};

	for (size_t i = 0; i < sizeof(mixed) / sizeof(*mixed); i++) {
		char text[4096];
		size_t len = 0;

		for (size_t k = 0; k < mixed[i].english + mixed[i].other; k++) {
			memcpy(text + len, k >= mixed[i].english ? "tres " :
			    k % 2 == 0 ? "town " : k % 4 == 1 ? "the  " :
			    "of   ", 5);
			len += 5;
		}
		CHECK(mixed[i].name, ug_prose_english((struct ug_text){ text,
		    len }) == mixed[i].is);
	}
}

/* The word around each letter, told without what stands before. */
static void
test_around(void)
{
	static const struct {
		struct ug_text text, word;
		size_t at;
	} around[] = {
		{ UG_LIT("a"), UG_LIT("a"), 0 },
		{ UG_LIT("the town"), UG_LIT("town"), 6 },
		{ UG_LIT("the U.S. town"), UG_LIT("U.S"), 6 },
		{ UG_LIT("the..town"), UG_LIT("town"), 5 },
		{ UG_LIT("'town"), UG_LIT("town"), 1 },
		{ UG_LIT("-'town'-"), UG_LIT("town"), 4 },
		{ UG_LIT("the town’s bay"), UG_LIT("town’s"), 11 },
		{ UG_LIT("the ’s bay"), UG_LIT("s"), 7 },
		{ UG_LIT("“Ärger-x”"), UG_LIT("Ärger-x"), 9 },
		{ UG_LIT("in 1,600-year"), UG_LIT("1,600-year"), 11 },
	};

	for (size_t i = 0; i < sizeof(around) / sizeof(*around); i++)
		CHECK(around[i].text.s, ug_text_equal(around[i].word,
		    ug_prose_around(around[i].text, around[i].at)));
}

/* The word around each of its letters and digits is the one that was read. */
static void
test_around_each(void)
{
	static const char *const pieces[] = { "a", "bc", "town", "U", ".", "-",
		"'", "\u2019", "s", " ", " ", ",", "1", "600", "\u00E9",
		"\u0416", "\u201C", "\u2014", "--", "''", "\n", "&", "_" };
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	uint64_t seed = 1;

	for (size_t i = 0; i < 5000; i++) {
		char s[80];
		const struct ug_text text = { s, 1 + random_next(&seed) % 60 };
		struct ug_prose prose;

		pieces_fill(s, text.len, PIECES(pieces), &seed);
		s[text.len] = '\0';
		CHECK(s, ug_prose_read(&prose, text, &scratch) == UNGARBLE_OK);
		for (size_t k = 0; k < prose.n; k++) {
			const struct ug_text word = ug_prose_word(&prose, k);

			for (size_t at = 0; at < word.len; at++)
				if (ug_ascii_is_letter(word.s[at]) ||
				    ug_ascii_is_digit(word.s[at]) ||
				    ug_text_has(word, at, UG_TEXT("\u00E9")) ||
				    ug_text_has(word, at, UG_TEXT("\u0416")))
					CHECK(s, ug_text_equal(word,
					    ug_prose_around(text,
					    prose.words[k].at + at)));
		}
		ug_arena_reset(&scratch);
	}
	ug_arena_free(&scratch);
}

static void
look(size_t i, const struct ug_prose *prose)
{
	size_t n = 0;

	for (size_t k = 0; k < prose->n; k++)
		n += ug_prose_stops(prose, k);
	CHECK(rows[i].name, prose->n == rows[i].n_words);
	CHECK(rows[i].name, n == rows[i].n_sentences);
	CHECK(rows[i].name,
	    ug_prose_english(rows[i].text) == rows[i].english);
	CHECK(rows[i].name, ug_prose_quotes(rows[i].text) == rows[i].quotes);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_prose(i, rows[i].text, look);
	test_common();
	test_sure();
	test_first();
	test_around();
	test_around_each();
	CHECK("other words", !ug_prose_english(UG_TEXT("Es ist ein Hut.")));
	return check_done(argv[0]);
}
