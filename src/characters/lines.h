/*
 * lines.h - a text line by line, for passes that look at lines
 */
#ifndef UG_LINES_H
#define UG_LINES_H

#include "edit/pass.h"

/* Look at a line that starts at `at`. */
typedef enum ungarble_err ug_line_find(const struct ug_scope *scope,
    struct ug_text line, size_t at, struct ug_edits *edits);

/*
 * Call find() with each line of the text, its end included, and with where it
 * starts in the text; lines beyond 64 KiB or so come in pieces, cut at spaces
 * if they have any.  Behind each the scratch is emptied.  Returns the first
 * error.
 */
UG_CHECK enum ungarble_err ug_lines_find(const struct ug_scope *scope,
    struct ug_text text, struct ug_edits *edits, ug_line_find *find);

/* The same, for what leaves a text alone that an earlier pass changed. */
UG_CHECK enum ungarble_err ug_lines_find_first(const struct ug_scope *scope,
    struct ug_text text, struct ug_edits *edits, ug_line_find *find);

#endif /* UG_LINES_H */
