/*
 * habit.h - whether a record is what a stream's records are, by a quick look
 */
#ifndef UG_DETECT_HABIT_H
#define UG_DETECT_HABIT_H

#include <stdbool.h>

#include "encodings/encodings.h"

struct ug_habit {
	const struct ug_encoding *encoding; /* NULL: none yet */
	unsigned char costs[256][256];      /* of pairs of bytes; 0: not
	                                     * known */
};

/* From now on records of that encoding fit. */
void ug_habit_set(struct ug_habit *habit, const struct ug_encoding *encoding);

/*
 * Whether a record reads as text of the encoding does, so that it need not be
 * searched what else it may be.
 */
bool ug_habit_fits(struct ug_habit *habit, const unsigned char *bytes,
    size_t len);

#endif /* UG_DETECT_HABIT_H */
