/*
 * invisible_alike_test.c - letters of other scripts in Latin words
 */
#include "tidy/invisible_kind.h"

#include "check.h"

#define A_LIKE "\u0430" /* looks like Latin's */
#define YA     "\u044F" /* does not */

#define AROUND   256 /* bytes on either side that are looked at */
#define WORD_MAX 128

static const struct {
	const char *name;
	struct ug_text text;
	size_t at;
	bool deceives;
} rows[] = {
	{ "amid", UG_LIT("pay" A_LIKE "l"), 3, true },
	{ "two Latin ones and one", UG_LIT("ab" A_LIKE), 2, true },
	{ "as many", UG_LIT("a" A_LIKE), 1, false },
	{ "as many, two", UG_LIT("ab" A_LIKE A_LIKE), 2, false },
	{ "three and two", UG_LIT("abc" A_LIKE A_LIKE), 3, true },
	{ "one that looks like none", UG_LIT("pay" A_LIKE YA "llll"), 3,
	  false },
	{ "of a format", UG_LIT("%li" A_LIKE), 3, false },
	{ "not of one", UG_LIT("% li" A_LIKE), 4, true },
	{ "a word before", UG_LIT(A_LIKE " pay" A_LIKE "l"), 6, false },
	{ "a word behind", UG_LIT("pay" A_LIKE "l " A_LIKE), 3, false },
	{ "and a stop", UG_LIT("pay" A_LIKE "l " A_LIKE "."), 3, false },
	{ "another such word", UG_LIT("pay" A_LIKE "l b" A_LIKE), 3, true },
	{ "a letter of no word",
	  UG_LIT("pay" A_LIKE "l b" YA "c"), 3, false },
	{ "accents are Latin", UG_LIT("\u00E9\u00E8" A_LIKE), 4, true },
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t end = 0;

		CHECK(rows[i].name, ug_letter_deceives(rows[i].text,
		    rows[i].at, &end) == rows[i].deceives && end > 0);
	}
}

/* `n` of one character, then a text. */
static struct ug_text
many(char *s, char c, size_t n, const char *then)
{
	memset(s, c, n);
	memcpy(s + n, then, strlen(then) + 1);
	return (struct ug_text){ s, n + strlen(then) };
}

/* How far around the word a letter counts that is at home. */
static void
check_around(void)
{
	char s[2 * AROUND + 64];
	struct ug_text text;
	size_t end;

	for (size_t n = AROUND - 3; n < AROUND + 3; n++) {
		memcpy(s, "pay" A_LIKE "l", 6);
		text = many(s + 6, ' ', n, YA);
		text = (struct ug_text){ s, text.len + 6 };
		CHECK("behind", ug_letter_deceives(text, 3, &end) ==
		    (n >= AROUND) && end == 6);
		memcpy(s, YA, 2);
		text = many(s + 2, ' ', n, "pay" A_LIKE "l");
		text = (struct ug_text){ s, text.len + 2 };
		CHECK("before", ug_letter_deceives(text, n + 5, &end) ==
		    (n > AROUND - 2) && end == text.len);
	}
}

/* Of a long word, so much on either side of the letter. */
static void
check_long(void)
{
	char s[2 * WORD_MAX + 64];
	struct ug_text text;
	size_t end;

	for (size_t n = WORD_MAX - 2; n < WORD_MAX + 3; n++) {
		s[0] = '%';
		text = many(s + 1, 'a', n, A_LIKE);
		text = (struct ug_text){ s, text.len + 1 };
		CHECK("to the left", ug_letter_deceives(text, n + 1, &end) ==
		    (n > WORD_MAX) && end == text.len);
		memcpy(s, "ab" A_LIKE, 4);
		text = many(s + 4, 'a', n, "");
		text = (struct ug_text){ s, text.len + 4 };
		CHECK("to the right", ug_letter_deceives(text, 2, &end) &&
		    end == (n + 2 < WORD_MAX ? n + 4 : WORD_MAX + 2));
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_around();
	check_long();
	return check_done(argv[0]);
}
