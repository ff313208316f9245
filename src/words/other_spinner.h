/*
 * other_spinner.h - phrases of spinners that the lexicon does not know
 */
#ifndef UG_OTHER_SPINNER_H
#define UG_OTHER_SPINNER_H

#include "edit/work.h"
#include "gate.h"
#include "other_phrase.h"

#define UG_OTHER_NEAR UG_SPIN_WINDOW /* tokens: such phrases count together */
#define UG_OTHER_DISTINCT 2 /* of them make a finding of each */

struct ug_cues;
struct ug_other;

/* Who is told of findings. */
struct ug_other_setup {
	int (*finding)(void *user, const struct ungarble_finding *finding);
	void *user;
	bool no_memory;     /* phrases of one record count together */
	const struct ug_alloc *alloc;
};

UG_CHECK enum ungarble_err ug_other_new(struct ug_other **other,
    const struct ug_other_setup *setup);
void ug_other_free(struct ug_other *other);

/*
 * See the next record, or piece of one.  `cues` are those of its text, with
 * others.wanted set for it and all before; or NULL.  `other` may be NULL.
 * ENOMEM, ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_other_see(struct ug_other *other,
    const struct ug_record *record, struct ug_work *work,
    const struct ug_cues *cues);

/*
 * Whether what was seen counts together with what stands in the next record, or
 * may go on there: then it must be seen.
 */
bool ug_other_waits(struct ug_other *other);

#endif /* UG_OTHER_SPINNER_H */
