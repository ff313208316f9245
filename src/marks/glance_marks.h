/*
 * glance_marks.h - what the marks of a text are cues of: of enum ug_glance_cue
 */
#ifndef UG_GLANCE_MARKS_H
#define UG_GLANCE_MARKS_H

#include "base/text.h"

/* The " or ' at text.s[at]. */
unsigned ug_glance_quote(struct ug_text text, size_t at);

/* Marks within ASCII. */
unsigned ug_glance_ascii(struct ug_text text);

/* Those beyond. */
unsigned ug_glance_wide(struct ug_text text);

#endif /* UG_GLANCE_MARKS_H */
