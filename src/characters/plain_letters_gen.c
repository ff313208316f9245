/*
 * plain_letters_gen.c - prints plain_letters_table.h: the letters beyond ASCII
 * that languages write, and write often, as the model has them
 *
 *	plain_letters_gen > plain_letters_table.h
 *
 * A new model.bin calls for it: make tables.
 */
#include <stdio.h>

#include "base/hash.h"
#include "base/least.h"
#include "plain_rows.h"

/* By hand. */
#define USUAL   720  /* what a letter costs somewhere in its language; */
#define COMMON  880  /* one that is common costs that behind so many others, */
#define BEHIND  12   /* and some more */
#define PROBES  64   /* letters behind which that is looked for */
#define LETTERS 1024 /* of a script, at most */

/* The small letters of a script; returns how many. */
static size_t
letters_of(unsigned script, struct ug_glyph *letters)
{
	size_t n = 0;

	for (uint32_t c = 'a'; c <= UG_PLAIN_LAST && n < LETTERS; c++) {
		const struct ug_glyph glyph = ug_glyph_of(c);

		if (glyph.script == script && glyph.class != UG_UPPER &&
		    ug_glyph_is_letter(glyph))
			letters[n++] = glyph;
	}
	return n;
}

/* What a letter is to a language: what it costs behind others. */
struct look {
	uint64_t hash;
	int least;
	size_t behind; /* how many it costs no more than COMMON */
};

/* A letter's languages, a bit each. */
struct letter {
	uint64_t usual, common;
};

static struct look
letter_look(size_t language, const struct ug_glyph *letters, size_t n,
    struct ug_glyph glyph)
{
	struct look look = { UG_HASH, 0, 0 };

	if (glyph.class == UG_UPPER)
		glyph.class = UG_LOWER;
	look.least = ug_pair_cost(language, UG_GLYPH_EDGE, glyph);
	look.hash = ug_hash(look.hash, (uint64_t)look.least);
	for (size_t i = 0; i < n && i < PROBES; i++) {
		const int cost = ug_pair_cost(language, letters[i], glyph);

		look.hash = ug_hash(look.hash, (uint64_t)cost);
		look.least = UG_MIN(cost, look.least);
		look.behind += cost <= COMMON;
	}
	return look;
}

/* Add a language, as a bit, to the letters beyond ASCII that it has. */
static void
language_add(size_t language, uint64_t bit, const struct ug_glyph *letters,
    size_t n, struct letter *found)
{
	const unsigned script = ug_language_script(language);
	static struct look looks[LETTERS];

	for (size_t i = 0; i < n; i++)
		looks[i] = letter_look(language, letters, n, letters[i]);
	for (uint32_t c = 0x80; c <= UG_PLAIN_LAST; c++) {
		const struct ug_glyph glyph = ug_glyph_of(c);
		const struct look look = letter_look(language, letters, n,
		    glyph);
		size_t alike = 0;

		if (glyph.script != script || !ug_glyph_is_letter(glyph))
			continue;
		/* Rare letters are one to the model. */
		for (size_t i = 0; i < n; i++)
			alike += looks[i].hash == look.hash;
		if (look.least > USUAL || alike > 2)
			continue;
		found[c].usual |= bit;
		found[c].common |= look.behind > BEHIND ? bit : 0;
	}
}

/* Print the letters of a script. */
static void
script_print(unsigned script)
{
	struct ug_glyph letters[LETTERS];
	const size_t n = letters_of(script, letters);
	struct letter found[UG_PLAIN_LAST + 1] = { { 0 } };
	size_t first, n_languages;

	if (!ug_plain_languages(script, &first, &n_languages))
		return;
	for (size_t l = 0; l < n_languages; l++)
		if (*ug_language_code(first + l) != '\0')
			language_add(first + l, (uint64_t)1 << l, letters, n,
			    found);
	for (uint32_t c = 0x80; c <= UG_PLAIN_LAST; c++)
		if (found[c].usual != 0)
			printf("\t{ 0x%X, %u, 0x%llX, 0x%llX },\n",
			    (unsigned)c, script,
			    (unsigned long long)found[c].usual,
			    (unsigned long long)found[c].common);
}

int
main(void)
{
	printf("/* Made by plain_letters_gen.c from model.bin; do not edit. */"
	    "\n\n/* A letter, its script, and its languages, a bit each. */\n"
	    "static const struct {\n\tuint16_t c;\n\tuint8_t script;\n"
	    "\tuint64_t usual, common;\n} plain_letters[] = {\n");
	for (unsigned script = 1; script < UG_N_SCRIPTS; script++)
		if (script != UG_CJK)
			script_print(script);
	printf("};\n");
	return 0;
}
