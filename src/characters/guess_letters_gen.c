/*
 * guess_letters_gen.c - prints guess_letters_table.h: the letters beyond ASCII
 * that each language writes, as the model has it
 *
 *	guess_letters_gen > guess_letters_table.h
 *
 * A new model.bin calls for it: make tables.
 */
#include <stdio.h>
#include <string.h>

#include "base/least.h"
#include "guess.h"

/* By hand. */
#define FIRST 0xAA /* letters that are tried */
#define LAST  UG_GUESS_LAST

/* Is it to the model what a letter of ASCII is, as U+0130 is `i`? */
static bool
letter_ascii(struct ug_glyph glyph)
{
	for (uint32_t a = 'a'; a <= 'z'; a++)
		if (glyph.script == UG_LATIN &&
		    glyph.symbol == ug_glyph_of(a).symbol)
			return true;
	return false;
}

/* What a letter costs a language where it costs least. */
static int
letter_cost(size_t language, struct ug_glyph letter)
{
	static const char probes[] = "aeioulnrst";
	const unsigned script = ug_language_script(language);
	int least = UG_GUESS_WRITTEN;

	if (script == UG_LATIN)
		least = ug_pair_cost(language, UG_GLYPH_EDGE, letter);
	for (const char *p = probes; *p != '\0'; p++) {
		const int cost = ug_pair_cost(language,
		    ug_glyph_of((uint32_t)*p), letter);

		least = UG_MIN(cost, least);
	}
	return least;
}

/* Find the letters of a language; returns how many. */
static size_t
letters_find(size_t language, uint32_t *letters)
{
	size_t n = 0;

	/* Some numbers have no language. */
	if (*ug_language_code(language) == '\0')
		return 0;
	for (uint32_t c = FIRST; c <= LAST; c++) {
		const struct ug_glyph glyph = ug_glyph_of(c);

		if (ug_glyph_is_letter(glyph) && !letter_ascii(glyph) &&
		    glyph.script == ug_language_script(language) &&
		    letter_cost(language, glyph) <= UG_GUESS_WRITTEN)
			letters[n++] = c;
	}
	return n;
}

int
main(void)
{
	static uint32_t letters[UG_LANGUAGES_MAX][LAST + 1];
	size_t n[UG_LANGUAGES_MAX], at[UG_LANGUAGES_MAX], all = 0;

	printf("/* Made by guess_letters_gen.c from model.bin; do not edit. */"
	    "\n\nstatic const uint16_t guess_letters[] = {");
	for (size_t l = 0; l < ug_n_languages(); l++) {
		size_t same = 0;

		n[l] = letters_find(l, letters[l]);
		/* Languages of one script may write the same. */
		while (same < l && (n[same] != n[l] || memcmp(letters[same],
		    letters[l], n[l] * sizeof(**letters)) != 0))
			same++;
		at[l] = same < l ? at[same] : all;
		for (size_t i = 0; same == l && i < n[l]; i++, all++)
			printf("%s0x%X,", i % 9 == 0 ? "\n\t" : " ",
			    (unsigned)letters[l][i]);
	}
	printf("\n};\n\n/* Where those of a language start, and how many. */\n"
	    "static const uint16_t guess_letters_of[][2] = {");
	for (size_t l = 0; l < ug_n_languages(); l++)
		printf("%s{ %zu, %zu },", l % 4 == 0 ? "\n\t" : " ", at[l],
		    n[l]);
	printf("\n};\n");
	return 0;
}
