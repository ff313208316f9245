/*
 * keep.h - strings and patterns that no edit may touch
 */
#ifndef UG_KEEP_H
#define UG_KEEP_H

#include "edit/edit.h"

struct ug_keep;

/* What is wrong with rows. */
struct ug_keep_fault {
	size_t line;      /* counted from 1 */
	const char *what; /* Static; NULL: nothing */
};

/*
 * Read rows[0..len), as ungarble_options.keep has them.  *keep is NULL if there
 * are none, or on failure: ENOMEM, EOPTION with *fault.
 */
UG_CHECK enum ungarble_err ug_keep_new(struct ug_keep **keep,
    struct ug_text rows, const struct ug_alloc *alloc,
    struct ug_keep_fault *fault);
void ug_keep_free(struct ug_keep *keep);

/* Drop the edits of `text` that touch what is kept.  ENOMEM. */
UG_CHECK enum ungarble_err ug_keep_filter(struct ug_keep *keep,
    struct ug_text text, struct ug_edits *edits);

#endif /* UG_KEEP_H */
