/*
 * score.h - how badly a sample reads in an encoding
 */
#ifndef UG_DETECT_SCORE_H
#define UG_DETECT_SCORE_H

#include "../encodings/encodings.h"
#include "sample.h"

/* What a sample costs as text of an encoding, by language. */
struct ug_score {
	struct ug_tally tally;
	unsigned n_broken;  /* bytes or sequences that stand for nothing */
};

/* The part of it that all encodings share whose lower half is ASCII. */
void ug_score_ascii(const struct ug_sample *sample, struct ug_tally *tally);

/*
 * A first look at a sample as text of a single-byte encoding: what its pairs of
 * classes cost.
 */
int ug_score_classes(const struct ug_encoding *encoding,
    struct ug_sample *sample);

/* A second look: the least that it can cost, as far as that is below `limit`. */
int ug_score_least(const struct ug_encoding *encoding,
    struct ug_sample *sample, int limit);

/*
 * Score a sample.  `ascii` is what ug_score_ascii() gave.  Costs of one sample
 * compare across encodings.  It is no matter how much what costs more than
 * `limit` does.
 */
void ug_score(const struct ug_encoding *encoding,
    struct ug_sample *sample, const struct ug_tally *ascii, int limit,
    struct ug_score *score);

#endif /* UG_DETECT_SCORE_H */
