/*
 * escape_left.h - what looks like escapes and is left alone
 *
 * Each _end() returns where what starts at text.s[at] ends, or `at` if nothing
 * of the kind starts there.
 */
#ifndef UG_ESCAPE_LEFT_H
#define UG_ESCAPE_LEFT_H

#include "base/text.h"

/* Of ASCII, line ends among them. */
bool ug_escape_space(char c);

/* Any byte beyond ASCII is one of a letter. */
bool ug_escape_letter(char c);

/* The encoded word of a header. */
size_t ug_escape_word_end(struct ug_text text, size_t at);

/* The class of a regular expression, if a range of escapes is in it. */
size_t ug_escape_class_end(struct ug_text text, size_t at);

/* A path of Windows, by its first backslash; the next space is at token_end. */
size_t ug_escape_path_end(struct ug_text text, size_t at, size_t token_end);

/* Is the `=` at text.s[at] that of a query, an option or a formula? */
bool ug_escape_assigns(struct ug_text text, size_t at);

#endif /* UG_ESCAPE_LEFT_H */
