/*
 * repetition.h - whether words that stand twice in a row are meant to
 */
#ifndef UG_REPETITION_H
#define UG_REPETITION_H

#include "prose.h"

/* Whether words [i, i + n), which follow once more at once, may be meant. */
bool ug_repetition_meant(const struct ug_prose *prose, size_t i, size_t n);

#endif /* UG_REPETITION_H */
