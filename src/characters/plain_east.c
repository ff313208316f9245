/*
 * plain_east.c - is a line plainly text of East Asia?
 *
 *	U+4ECA U+65E5 U+306F          plain, in Japanese
 *	U+4ECA U+65E5 U+7E3A U+5EC5   not: kana in UTF-8, read as Shift_JIS.
 *	                              Hardly anybody writes the last two
 *
 * That goes by how many characters a language hardly knows: wrong readings pick
 * theirs from all over the tables.
 */
#include "plain.h"

/* By hand. */
#define LEAST 4  /* characters of East Asia that tell */
#define RARE  3  /* ideographs of which one may be rare */
#define RUN   3  /* characters that stand between letters of ASCII, */
#define LATIN 8  /* of which there are no more for each */

/* Is it a sign that is written beside ideographs? */
static bool
sign_usual(uint32_t c)
{
	unsigned class;

	switch (c) {
	case 0xB7: case 0x2014: case 0x2018: case 0x2019: case 0x201C:
	case 0x201D: case 0x2022: case 0x2026:
		return true;
	default:
		class = c >= 0x3000 && c <= 0xFF60 ? ug_glyph_of(c).class :
		    UG_OTHER;
		return class == UG_CJK_STOP || class == UG_WIDE;
	}
}

static bool
is_kana(uint32_t c)
{
	return c >= 0x3040 && c < 0x3100;
}

/* What was seen of a line; languages are those of ug_ideograph_rare(). */
struct look {
	size_t n, n_other;      /* characters of East Asia, and but kana */
	size_t rare[4];         /* those by language */
	unsigned not;           /* languages that have not its kana */
	size_t letters;         /* of ASCII */
	size_t run;             /* characters in a row, with the last one */
	bool letter, letter_before; /* of ASCII: the last one; before the run */
};

/* Take a character of East Asia. */
static void
look_east(struct look *look, uint32_t c)
{
	const unsigned rare = ug_ideograph_rare(c);

	look->n++;
	if (look->run++ == 0)
		look->letter_before = look->letter;
	if (is_kana(c)) {
		look->not |= rare;
		return;
	}
	look->n_other++;
	for (unsigned l = 0; l < 4; l++)
		look->rare[l] += rare >> l & 1;
}

bool
ug_plain_east(struct ug_text line)
{
	struct look look = { .n = 0 };

	for (size_t at = 0; at < line.len; ) {
		const uint32_t c = ug_text_next(line, &at);
		const bool letter = c < 0x80 && ug_ascii_is_letter(c);

		if (c >= 0x3040 && ug_glyph_of(c).class == UG_IDEOGRAPH) {
			/* Of half the width is what Shift_JIS makes. */
			if (c >= 0xFF00)
				return false;
			look_east(&look, c);
			continue;
		}
		if (letter && look.run > 0 && look.run < RUN &&
		    look.letter_before)
			return false;
		if (c >= 0x80 ? !sign_usual(c) : c == '&' || c == '\\' ||
		    c == 0x7F || (c < ' ' && c != '\t' && c != '\n' &&
		    c != '\r'))
			return false;
		look.run = 0;
		look.letter = letter;
		look.letters += letter;
	}
	for (unsigned l = 0; l < 4; l++)
		if ((look.not >> l & 1) == 0 &&
		    look.rare[l] * RARE <= look.n_other)
			return look.n >= LEAST &&
			    look.letters <= look.n * LATIN;
	return false;
}
