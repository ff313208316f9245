/*
 * plain.h - is a line plainly text of the language that lines before it are in?
 *
 * Of a line that is, nothing needs to be looked for that it may have been: no
 * reading of it would be found likelier.
 */
#ifndef UG_PLAIN_H
#define UG_PLAIN_H

#include "base/buf.h"
#include "base/text.h"
#include "model/model.h"

/* Which language that is; all 0 at first but `alloc`. */
struct ug_plain {
	uint64_t block;        /* edit/memory.h; nothing is known of others */
	size_t language, lead; /* that leads, by so many characters */
	bool known;            /* `tables` are those of a language that leads,
	                        * or did until another one does for sure */
	struct ug_plain_tables *tables; /* or NULL; the caller frees them */
	const struct ug_alloc *alloc;
};

/* Records of a block come next. */
void ug_plain_enter(struct ug_plain *plain, uint64_t block);

/*
 * A line that nobody knew to be plain was in a language, by `n_chars` beyond
 * ASCII.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_plain_learn(struct ug_plain *plain,
    size_t language, size_t n_chars);

/* Is the line plain?  One that is not may be as clean. */
bool ug_plain_is(struct ug_plain *plain, struct ug_text line);

#endif /* UG_PLAIN_H */
