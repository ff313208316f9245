/*
 * prose_line.h - is this line prose?
 */
#ifndef UG_PROSE_LINE_H
#define UG_PROSE_LINE_H

#include "base/text.h"

/* What a byte is to the tokeniser. */
enum ug_prose_line_class {
	UG_CLASS_MARK, UG_CLASS_LOWER, UG_CLASS_UPPER, UG_CLASS_DIGIT,
	UG_CLASS_BLANK, UG_CLASS_LINE, UG_CLASS_HIGH
};

extern const uint8_t ug_prose_line_classes[256];

static inline enum ug_prose_line_class
ug_prose_line_class(char c)
{
	return (enum ug_prose_line_class)
	    ug_prose_line_classes[(unsigned char)c];
}

/* A letter, `_` among them. */
static inline bool
ug_prose_line_letter(char c)
{
	return ug_prose_line_class(c) == UG_CLASS_LOWER ||
	    ug_prose_line_class(c) == UG_CLASS_UPPER;
}

/* Whether the lower-case `word` stands at text.s[at], in any case. */
bool ug_prose_line_starts(struct ug_text text, size_t at, const char *word);

/* Whether it stands somewhere in text.s[at..end). */
bool ug_prose_line_finds(struct ug_text text, size_t at, size_t end,
    const char *word);

/*
 * Is text.s[at..end), a line without its end, quoted mail, code or a row of a
 * table?
 */
bool ug_prose_line_is_code(struct ug_text text, size_t at, size_t end);

#endif /* UG_PROSE_LINE_H */
