/*
 * blanked_twos.h - two blanks in a row, of which one may have been a mark
 */
#ifndef UG_BLANKED_TWOS_H
#define UG_BLANKED_TWOS_H

#include "prose.h"

/* Whether the gap after word `i` is one of `marks`, or none, and two blanks. */
bool ug_blank_twice(const struct ug_prose *prose, size_t i, const char *marks);

/* Whether two blanks stand between small words, and mostly one. */
bool ug_blank_amid(const struct ug_prose *prose);

/*
 * Whether the first of two blanks after word `i` was the mark of a plural, as
 * in "the states  rights": the same words stand so elsewhere.
 */
bool ug_blank_plural(const struct ug_prose *prose, size_t i);

#endif /* UG_BLANKED_TWOS_H */
