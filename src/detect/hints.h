/*
 * hints.h - what the caller says of encodings, checked
 */
#ifndef UG_HINTS_H
#define UG_HINTS_H

#include "detect.h"

/* Candidates, and what they point to; stays where it is. */
struct ug_hints {
	const struct ug_encoding *from[UNGARBLE_FROM_MAX];
	char *languages;               /* "de,fr"; NULL: any */
	struct ug_candidates candidates;
};

/*
 * Copy the fields of *opts that the caller's header knew; the others become 0.
 * EOPTION if there are none.
 */
UG_CHECK enum ungarble_err ug_hints_copy(struct ungarble_options *mine,
    const struct ungarble_options *opts);

/*
 * Read from, fallback, languages and declared.  ENOMEM, EOPTION, ELABEL; free
 * with ug_hints_free() in any case.
 */
UG_CHECK enum ungarble_err ug_hints_parse(struct ug_hints *hints,
    const struct ungarble_options *opts, const struct ug_alloc *alloc);
void ug_hints_free(struct ug_hints *hints, const struct ug_alloc *alloc);

#endif /* UG_HINTS_H */
