/*
 * region.h - blocks of code that go over lines: what opens and closes them
 */
#ifndef UG_REGION_H
#define UG_REGION_H

#include "base/text.h"

struct ug_region {
	const char *open, *close; /* in lower case */
};

/*
 * Fences and requests of roff open at a line's first letter, the latter close
 * there too; tags open and close anywhere.  0 is none.
 */
extern const struct ug_region ug_regions[];

#define UG_REGION_FENCES 1 /* the first of them, */
#define UG_REGION_ROFF   3
#define UG_REGION_TAGS   6
#define UG_REGION_END    10

/*
 * The fence or request that opens at line.s[at], the first that is no blank of
 * a line which ends with the text; or 0.
 */
uint8_t ug_region_opens(struct ug_text line, size_t at);

/* Whether a line, text.s[at..] up to the text's end, closes a region. */
bool ug_region_closes(uint8_t region, struct ug_text line, size_t at);

/*
 * Whether any may open or close at text.s[at], which is `, ~, < or a full stop,
 * wherever in a line that is.
 */
bool ug_region_may_turn(struct ug_text text, size_t at);

#endif /* UG_REGION_H */
