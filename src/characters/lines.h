/*
 * lines.h - a text line by line, for passes that look at lines
 */
#ifndef UG_LINES_H
#define UG_LINES_H

#include "edit/pass.h"

/*
 * Call find() with each line of the text, its end included, and with where it
 * starts in the text; lines beyond 64 KiB or so come in pieces, cut at spaces
 * if they have any.  Returns the first error.
 */
UG_CHECK enum ungarble_err ug_lines_find(const struct ug_scope *scope,
    struct ug_text text, struct ug_edits *edits,
    enum ungarble_err (*find)(const struct ug_scope *scope,
    struct ug_text line, size_t at, struct ug_edits *edits));

#endif /* UG_LINES_H */
