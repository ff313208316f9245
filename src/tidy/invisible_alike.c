/*
 * invisible_alike.c - a Greek or Cyrillic letter in a Latin word
 *
 *	say U+041D ello   a function that is not sayHello
 *
 * All such letters of the word look like Latin ones, and there are more that
 * are Latin; and nothing around is written in Greek or Cyrillic, where somebody
 * may have typed on the wrong keyboard.
 *
 * Left alone: letters that look like none of Latin, as in units and formulas.
 */
#include "invisible_kind.h"

#define AROUND   256 /* bytes on either side, by hand */
#define WORD_MAX 128

static bool
alike_is_foreign(uint32_t c)
{
	return c >= 0x0370 && c < 0x0530;
}

static bool
alike_is_alike(uint32_t c)
{
	static const uint16_t alike[] = {
		0x0391, 0x0392, 0x0395, 0x0396, 0x0397, 0x0399, 0x039A, 0x039C,
		0x039D, 0x039F, 0x03A1, 0x03A4, 0x03A5, 0x03A7, 0x03BF, 0x0405,
		0x0406, 0x0408, 0x0410, 0x0412, 0x0415, 0x041A, 0x041C, 0x041D,
		0x041E, 0x0420, 0x0421, 0x0422, 0x0425, 0x0430, 0x0435, 0x043E,
		0x0440, 0x0441, 0x0443, 0x0445, 0x0455, 0x0456, 0x0458, 0x04BB,
		0x0501, 0x051B, 0x051D,
	};

	for (size_t i = 0; i < sizeof(alike) / sizeof(*alike); i++) {
		if (alike[i] == c)
			return true;
	}
	return false;
}

static bool
alike_is_word(uint32_t c)
{
	return ug_is_latin(c) || alike_is_foreign(c);
}

/* What the letters of a word are. */
struct alike_word {
	bool latin, foreign;
};

/* Whether a word that ends is all Greek or Cyrillic; the next one starts. */
static bool
alike_ends_foreign(struct alike_word *word)
{
	const bool foreign = word->foreign && !word->latin;

	*word = (struct alike_word){ false, false };
	return foreign;
}

/*
 * Whether something else is Greek or Cyrillic near text[from, to): a word, or a
 * letter that looks like none of Latin.  Other words of two scripts are not.
 */
static bool
alike_is_at_home(struct ug_text text, size_t from, size_t to)
{
	size_t at = from > AROUND ? from - AROUND : 0;
	const size_t end = text.len - to > AROUND ? to + AROUND : text.len;
	struct alike_word word = { false, false };

	while (ug_char_is_tail(text.s[at]))
		at++;
	while (at < end) {
		uint32_t c = ' ';

		if (at == from)
			at = to;
		else
			c = ug_text_next(text, &at);
		if (alike_is_foreign(c) && !alike_is_alike(c))
			return true;
		word.latin |= ug_is_latin(c);
		word.foreign |= alike_is_foreign(c);
		if (!alike_is_word(c) && alike_ends_foreign(&word))
			return true;
	}
	return alike_ends_foreign(&word);
}

bool
ug_letter_deceives(struct ug_text text, size_t at, size_t *end)
{
	size_t from = at, to = at, n_latin = 0, n_foreign = 0;

	while (from > 0 && at - from < WORD_MAX &&
	    alike_is_word(ug_char_before(text, from)))
		(void)ug_text_prev(text, &from);
	while (to < text.len && to - at < WORD_MAX &&
	    alike_is_word(ug_char_at(text, to)))
		(void)ug_text_next(text, &to);
	*end = to;
	for (size_t i = from; i < to; ) {
		const uint32_t c = ug_text_next(text, &i);

		n_latin += ug_is_latin(c);
		n_foreign += !ug_is_latin(c);
		if (!ug_is_latin(c) && !alike_is_alike(c))
			return false;
	}
	/* %li of a printing function, and a unit behind it. */
	if (ug_char_before(text, from) == '%')
		return false;
	return n_latin > n_foreign && n_latin > 1 &&
	    !alike_is_at_home(text, from, to);
}
