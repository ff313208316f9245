/*
 * glance_blank.h - a closer look at a blank, for glance.c
 */
#ifndef UG_GLANCE_BLANK_H
#define UG_GLANCE_BLANK_H

#include "base/text.h"

/* Whether anything can be seen at the start of a text that starts so. */
static inline bool
ug_glance_may_start(char c)
{
	return c == 'M' || c == 'D' || c == '"' || c == '\'' || c == '(' ||
	    c == '[' || (unsigned char)c >= 0x80;
}

/* What can be seen at the start of a text: several of enum ug_glance_cue. */
unsigned ug_glance_start(struct ug_text text);

/*
 * The titles that stand behind marks, as at a blank.  Where what is behind a
 * blank is beyond ASCII they are seen so, as most of it is letters.
 */
unsigned ug_glance_wide_titles(struct ug_text text);

/* All that can be seen at a blank. */
unsigned ug_glance_blank(struct ug_text text, size_t blank);

/* Whether words there are copies of those before; `like` is of a trace. */
bool ug_glance_again(struct ug_text text, size_t blank, uint64_t like);

#endif /* UG_GLANCE_BLANK_H */
