/*
 * lexicon_own.h - rows that the caller adds to the lexicon, or takes from it
 *
 * They are written as lexicon.tsv has them, and hold for one stream.
 */
#ifndef UG_LEXICON_OWN_H
#define UG_LEXICON_OWN_H

#include "base/buf.h"
#include "base/text.h"

struct ug_own;

/* What is wrong with rows. */
struct ug_own_fault {
	size_t line;           /* counted from 1 */
	const char *what;      /* Static; NULL: nothing */
};

/*
 * Read rows[0..len).  *own is NULL if there are none, or on failure: ENOMEM,
 * EOPTION with *fault.
 */
UG_CHECK enum ungarble_err ug_own_new(struct ug_own **own, struct ug_text rows,
    const struct ug_alloc *alloc, struct ug_own_fault *fault);
void ug_own_free(struct ug_own *own);

#endif /* UG_LEXICON_OWN_H */
