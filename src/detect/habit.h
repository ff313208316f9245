/*
 * habit.h - whether a record is what a stream's records are, by a quick look
 */
#ifndef UG_DETECT_HABIT_H
#define UG_DETECT_HABIT_H

#include "habit_single.h"
#include "habit_wide.h"

/* Start from { .encoding = NULL }, whatever the rest. */
struct ug_habit {
	const struct ug_encoding *encoding; /* NULL: none yet */
	union {
		struct ug_habit_single single;
		struct ug_habit_wide wide;
	} of;
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
