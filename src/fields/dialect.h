/*
 * dialect.h - how what a field says is written
 */
#ifndef UG_DIALECT_H
#define UG_DIALECT_H

#include "base/text.h"

#define UG_DIALECT_CHAR 12 /* bytes that a character is written with at most */

struct ug_dialect {
	char escape;   /* what is not written as itself starts with it, and what
	                * ends a line; or 0 */

	/*
	 * What is written at text.s[*at], which is there; *at moves past it.
	 * *escaped: not as itself.
	 */
	uint32_t (*read)(struct ug_text text, size_t *at, bool *escaped);

	/*
	 * Write a character to out[UG_DIALECT_CHAR]; what is beyond ASCII as
	 * ASCII if `ascii` and there is a way, with letters in upper case if
	 * `upper`.  Returns its length.
	 */
	size_t (*write)(uint32_t c, bool ascii, bool upper, char *out);
};

/* Strings of JSON; values of CSV in quotes, and without; text with lines. */
extern const struct ug_dialect ug_dialect_json, ug_dialect_quoted,
    ug_dialect_plain, ug_dialect_text;

/*
 * What the text says, written to `out`, in which there is room for text.len
 * bytes, and which may be where the text is.  Returns its length.
 */
size_t ug_dialect_says(const struct ug_dialect *dialect, struct ug_text text,
    char *out);

#endif /* UG_DIALECT_H */
