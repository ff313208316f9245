/*
 * json_escape.h - what stands in strings of JSON, and how it is written there
 *
 *	caf\u00e9 \"x\"   as it is written
 *	caf\u00E9 "x"     what it says
 */
#ifndef UG_JSON_ESCAPE_H
#define UG_JSON_ESCAPE_H

#include "base/text.h"

/*
 * What stands at text.s[*at], which is there: an escape, or one character that
 * stands for itself; *at moves past it.  So does a backslash that starts no
 * escape, and an escape of half a character.
 */
uint32_t ug_json_char(struct ug_text text, size_t *at, bool *escaped);

/*
 * What the text says, written to `out`, in which there is room for text.len
 * bytes.  Returns its length.
 */
size_t ug_json_unescape(struct ug_text text, char *out);

#define UG_JSON_CHAR_MAX 12 /* bytes that a character is written with */

/*
 * Write a character to `out`, so that a string may have it: escaped if it must
 * be, and beyond ASCII if `ascii`; with letters in upper case if `upper`.
 * Returns its length.
 */
size_t ug_json_put_char(uint32_t c, bool ascii, bool upper, char *out);

#endif /* UG_JSON_ESCAPE_H */
