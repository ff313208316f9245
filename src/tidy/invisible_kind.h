/*
 * invisible_kind.h - kinds of characters that are looked for; for invisible.c
 * and its parts
 */
#ifndef UG_TIDY_INVISIBLE_KIND_H
#define UG_TIDY_INVISIBLE_KIND_H

#include "base/text.h"

/* Whether a control of direction: U+202A..U+202E, U+2066..U+2069. */
static inline bool
ug_turns(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Whether it has no width, and scripts need it or join words with it. */
static inline bool
ug_has_no_width(uint32_t c)
{
	return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF ||
	    c == 0x180E;
}

static inline bool
ug_is_filler(uint32_t c)
{
	return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

/* A letter of Latin, near enough. */
static inline bool
ug_is_latin(uint32_t c)
{
	return ug_ascii_is_letter(c) || (c >= 0xC0 && c < 0x250 && c != 0xD7 &&
	    c != 0xF7);
}

/* Whether an identifier may hold it. */
static inline bool
ug_names(uint32_t c)
{
	return ug_is_latin(c) || (c >= '0' && c <= '9') || c == '_';
}

/* The character that ends before `at`, or starts there; 0 if there is none. */
static inline uint32_t
ug_char_before(struct ug_text text, size_t at)
{
	return at > 0 ? ug_text_prev(text, &at) : 0;
}

static inline uint32_t
ug_char_at(struct ug_text text, size_t at)
{
	return at < text.len ? ug_text_next(text, &at) : 0;
}

/*
 * Whether the controls of direction in a line show it otherwise than it is:
 * see invisible_bidi.c.
 */
bool ug_line_is_turned(struct ug_text line);

/*
 * Whether the letter text.s[at], of Greek or Cyrillic, stands in a Latin word
 * that it seems to belong to: see invisible_alike.c.  It tells for all letters
 * up to *end.
 */
bool ug_letter_deceives(struct ug_text text, size_t at, size_t *end);

#endif /* UG_TIDY_INVISIBLE_KIND_H */
