/*
 * glance.h - one quick look at a text: what rules could find anything in it
 */
#ifndef UG_GLANCE_H
#define UG_GLANCE_H

#include "../text.h"

/* What was seen; a text without it has no such thing. */
enum ug_glance_cue {
	UG_GLANCE_STOP = 1 << 0,       /* a stop or comma behind a blank, or before
	                             * a small letter */
	UG_GLANCE_COPY = 1 << 1,       /* a mark that copies may stand at */
	UG_GLANCE_BLANKED = 1 << 2,    /* an s or a t by itself */
	UG_GLANCE_SAID = 1 << 3,       /* " said", " told " and such */
	UG_GLANCE_TITLE = 1 << 4,      /* Mr, Mrs, Ms, Dr */
	UG_GLANCE_NAMES = 1 << 5,      /* a name that ends in s before a name */
	UG_GLANCE_SLURRED = 1 << 6,    /* " wont ", " Im " */
	UG_GLANCE_QUOTE = 1 << 7,      /* " */
	UG_GLANCE_APOSTROPHE = 1 << 8, /* ' */
	UG_GLANCE_WIDE = 1 << 9,       /* other than ASCII */
	UG_GLANCE_LIKE = 1 << 10       /* words that start like those before */
};

/* Several of enum ug_glance_cue. */
unsigned ug_glance(struct ug_text text);

#endif /* UG_GLANCE_H */
