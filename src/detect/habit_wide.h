/*
 * habit_wide.h - whether a record reads as text of a multi-byte encoding, and
 * better than in any other of them
 */
#ifndef UG_DETECT_HABIT_WIDE_H
#define UG_DETECT_HABIT_WIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "encodings/encodings.h"

struct ug_habit_wide {
	enum ug_multi_byte decoder;
	size_t language;              /* that its texts are in */
	size_t chinese, japanese;     /* as of ug_language_code() */
	/*
	 * Of a pair of bytes, the first one above and without its upper bit:
	 * sixteen bits for each encoding, every other one; 0: not known.
	 */
	struct ug_wide_costs {
		uint64_t even, odd;
	} costs[0x8000];
};

/* From now on records of that encoding fit: of several bytes, no shifts. */
void ug_habit_wide_set(struct ug_habit_wide *wide,
    enum ug_multi_byte decoder);

/*
 * Whether a record, or the first part of a long one, is well-formed in that
 * encoding, its characters are those of
 * the language it is there for, and no other encoding reads it nearly so well.
 */
bool ug_habit_wide_fits(struct ug_habit_wide *wide,
    const unsigned char *bytes, size_t len);

#endif /* UG_DETECT_HABIT_WIDE_H */
