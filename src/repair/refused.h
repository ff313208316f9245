/*
 * refused.h - edits that the caller did not want, not to be proposed again
 */
#ifndef UG_REFUSED_H
#define UG_REFUSED_H

#include "base/buf.h"
#include "edit/work.h"

struct ug_refusal {
	uint64_t in_at, in_len, after;
	const char *rule;
};

/* Those of the record at hand. */
struct ug_refused {
	struct ug_refusal *v;
	size_t n, cap;
	const struct ug_alloc *alloc;
};

/* Was an edit like that refused?  `after` is what it puts there. */
bool ug_refused_has(const struct ug_refused *refused,
    const struct ug_done *done, struct ug_text after);

/* It was.  ENOMEM. */
UG_CHECK enum ungarble_err ug_refused_add(struct ug_refused *refused,
    const struct ug_done *done, struct ug_text after);

#endif /* UG_REFUSED_H */
