/*
 * slips.h - whether a text shows that machines have moved its marks
 *
 * Writers slip too, and their slips are theirs.  Where a rule could mend one,
 * it asks for more damage around; or, if writers rarely slip so, that the text
 * has not been sound for long.
 */
#ifndef UG_SLIPS_H
#define UG_SLIPS_H

#include "edit/pass.h"

/* Whether marks of quotation stand here as no writer sets them. */
bool ug_slips_here(struct ug_text text);

/*
 * Whether what the rule found is not the only damage: the record was repaired
 * otherwise, or has signs, or one of eight records before that have marks.
 */
bool ug_slips_around(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits);

/* Whether it is, and many records before have marks without a sign. */
bool ug_slips_alone(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits);

/* Note for later records what `cues` of a text show of its marks.  ENOMEM. */
UG_CHECK enum ungarble_err ug_slips_note(unsigned cues,
    struct ug_edits *edits);

#endif /* UG_SLIPS_H */
