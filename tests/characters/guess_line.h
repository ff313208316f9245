/*
 * guess_line.h - a line for guesses, of characters in UTF-8
 */
#ifndef GUESS_LINE_H
#define GUESS_LINE_H

#include <string.h>

#include "characters/guess.h"

#define GUESS_LINE_MAX 5000

/* The text, no longer than that, as a line; with an edge on both sides. */
static inline void
guess_line_of(struct ug_text text, struct ug_guess_line *line,
    struct ug_guess_char chars[GUESS_LINE_MAX + 2])
{
	size_t n = 0;

	*line = (struct ug_guess_line){ .chars = chars };
	chars[n++] = (struct ug_guess_char){ '\n', 0, UG_GLYPH_EDGE };
	for (size_t at = 0; at < text.len; n++) {
		const uint32_t start = (uint32_t)at;
		const uint32_t c = ug_text_next(text, &at);

		chars[n] = (struct ug_guess_char){ c, start, ug_glyph_of(c) };
	}
	chars[n] = (struct ug_guess_char){ '\n', (uint32_t)text.len,
		UG_GLYPH_EDGE };
	line->n = n;
}

#endif /* GUESS_LINE_H */
