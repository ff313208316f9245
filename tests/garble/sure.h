/*
 * sure.h - kinds of damage that can be nothing else
 *
 * An enumerated set: each with a number of garbled characters that tell enough,
 * in a line that is garbled as a whole and has every byte.
 */
#ifndef SURE_H
#define SURE_H

#include "draw.h"

struct sure_kind {
	const char *languages;  /* NULL: any */
	const char *from, *as;
	unsigned layers;
	unsigned least;         /* garbled characters in a line */
	unsigned most;          /* lines of a thousand that may come out
	                         * wrong */
};

extern const struct sure_kind sure_kinds[];
extern const size_t sure_n_kinds;

/*
 * A line of kind `kind` in a language it is made for, to damage->line.  False
 * if what was drawn is not sure; try again.
 */
bool sure_draw(const struct codecs *codecs,
    const struct draw_sentences *sentences, size_t kind, uint64_t *seed,
    struct damage *damage);

/* Its plan. */
bool sure_plan(const struct codecs *codecs, size_t kind,
    struct damage_plan *plan);

#endif /* SURE_H */
