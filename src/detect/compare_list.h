/*
 * compare_list.h - the candidates that may read a sample, by how they read it
 */
#ifndef UG_DETECT_COMPARE_LIST_H
#define UG_DETECT_COMPARE_LIST_H

#include "compare.h"

#define UG_ALIKE_NONE UG_ENCODINGS_MAX /* behind the last one of alike */

/* See what the bytes of the sample are that were not met before. */
void ug_compare_meet(struct ug_comparison *c);

/* List those candidates, none of them scored. */
void ug_compare_list(struct ug_comparison *c);

/* How many bytes of the sample may stand for nothing. */
unsigned ug_compare_broken_max(const struct ug_comparison *c);

/* What a reading costs beside its text, alone and as expected. */
int ug_compare_alone(const struct ug_comparison *c,
    const struct ug_reading_of *r);
int ug_compare_expected(const struct ug_comparison *c,
    const struct ug_reading_of *r);

#endif /* UG_DETECT_COMPARE_LIST_H */
