/*
 * glance.h - one quick look at a text: what rules could find anything in it
 */
#ifndef UG_GLANCE_H
#define UG_GLANCE_H

#include "../text.h"

/* What was seen; a text without it has no such thing. */
enum ug_cue {
	UG_CUE_STOP = 1 << 0,       /* a stop or comma behind a blank, or before
	                             * a small letter */
	UG_CUE_COPY = 1 << 1,       /* a mark that copies may stand at */
	UG_CUE_BLANKED = 1 << 2,    /* an s or a t by itself */
	UG_CUE_SAID = 1 << 3,       /* " said", " told " and such */
	UG_CUE_TITLE = 1 << 4,      /* Mr, Mrs, Ms, Dr */
	UG_CUE_NAMES = 1 << 5,      /* a name that ends in s before a name */
	UG_CUE_SLURRED = 1 << 6,    /* " wont ", " Im " */
	UG_CUE_QUOTE = 1 << 7,      /* " */
	UG_CUE_APOSTROPHE = 1 << 8, /* ' */
	UG_CUE_WIDE = 1 << 9,       /* other than ASCII */
	UG_CUE_LIKE = 1 << 10       /* words that start like those before */
};

/* Several of enum ug_cue. */
unsigned ug_glance(struct ug_text text);

#endif /* UG_GLANCE_H */
