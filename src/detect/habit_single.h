/*
 * habit_single.h - whether a record reads as text of a single-byte encoding,
 * and as well as in any other
 */
#ifndef UG_DETECT_HABIT_SINGLE_H
#define UG_DETECT_HABIT_SINGLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "encodings/encodings.h"
#include "model/model.h"
#include "score.h"

#define UG_HABIT_LANES 64   /* of the encoding at hand, and of others */
#define UG_HABIT_ROWS  2048 /* pairs that are known at a time */

struct ug_habit_single {
	const struct ug_encoding *lanes[UG_HABIT_LANES]; /* n_lanes of them */
	size_t languages[UG_HABIT_LANES]; /* in which; SIZE_MAX: any */
	size_t n_lanes;
	int16_t start[UG_HABIT_LANES];
	bool met[256];          /* bytes of which that is known: */
	struct ug_glyph glyphs[256][UG_HABIT_LANES];
	int16_t signs[256][UG_HABIT_LANES]; /* ug_sign_least() of those */
	struct ug_signs signs_met;
	/* Of pairs of bytes, the first one lowest. */
	int16_t own[0x10000];   /* far below any: not known */
	uint16_t row[0x10000];  /* 0: not known */
	size_t n_rows;
	int16_t rows[UG_HABIT_ROWS][UG_HABIT_LANES];
};

/* From now on records of that encoding fit: of one byte. */
void ug_habit_single_set(struct ug_habit_single *single,
    const struct ug_encoding *encoding);

/*
 * Whether the characters of a record are such as some language has together,
 * and no other encoding reads it much better.
 */
bool ug_habit_single_fits(struct ug_habit_single *single,
    const unsigned char *bytes, size_t len);

#endif /* UG_DETECT_HABIT_SINGLE_H */
