/*
 * score.h - how badly evidence reads in an encoding
 */
#ifndef UG_DETECT_SCORE_H
#define UG_DETECT_SCORE_H

#include "../encodings/encodings.h"
#include "evidence.h"

#define UG_SCORE_BROKEN 160 /* for each sequence that stands for nothing */

/*
 * The cost in points, ten to the nat, of the evidence as text of a single-byte
 * or multi-byte encoding.  Costs of one evidence compare across encodings.
 */
int ug_score(const struct ug_encoding *encoding,
    const struct ug_evidence *evidence);

/* The same where it is known to be single-byte. */
int ug_score_single(const struct ug_encoding *encoding,
    const struct ug_evidence *evidence);

/* What an encoding costs for being seldom met. */
int ug_score_prior(const struct ug_encoding *encoding);

#endif /* UG_DETECT_SCORE_H */
