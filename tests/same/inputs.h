/*
 * inputs.h - draws inputs from texts, and the options that they are run with
 */
#ifndef TESTS_SAME_INPUTS_H
#define TESTS_SAME_INPUTS_H

#include "told.h"

struct inputs {
	struct blob *texts;
	size_t n_texts;
	const struct library *lib; /* knows names of fixes and encodings */
	uint64_t seed;
};

/* Of every text there are this many inputs, with options of their own. */
#define INPUTS_WHOLE 12

/*
 * The input of that number, and how it is run: first all texts whole, then what
 * is drawn.  What *plan and *in hold is used again: both start as zero.
 */
void inputs_make(const struct inputs *inputs, uint64_t number,
    struct plan *plan, struct blob *in);

/* Draw all of a plan but its seed; `plan` is zero but for room. */
void plan_draw(struct plan *plan, const struct library *lib,
    const struct blob *in, uint64_t *state);

/* Let an input's lines, or several together, be fields of records. */
void fields_wrap(enum ungarble_fields kind, struct blob *in, uint64_t *state);

/* The options in words, `fixes=all confidence=50`. */
void plan_describe(const struct plan *plan, char *buf, size_t cap);

#endif
