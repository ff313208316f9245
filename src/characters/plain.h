/*
 * plain.h - is a line plainly text of some language?
 *
 * Of a line that is, nothing needs to be looked for that it may have been: no
 * reading of it would be found likelier.
 */
#ifndef UG_PLAIN_H
#define UG_PLAIN_H

#include "base/buf.h"
#include "base/text.h"
#include "model/model.h"

/* What was looked up before, by script; all 0 at first but `alloc`. */
struct ug_plain {
	struct ug_plain_rows *rows[UG_N_SCRIPTS];
	const struct ug_alloc *alloc;
};

void ug_plain_free(struct ug_plain *plain);

/*
 * Is the line plain?  One that is not may be as clean; so may one that there
 * was no memory to look at.
 */
bool ug_plain_is(struct ug_plain *plain, struct ug_text line);

/* The same of a line of East Asia. */
bool ug_plain_east(struct ug_text line);

#endif /* UG_PLAIN_H */
