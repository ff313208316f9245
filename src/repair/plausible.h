/*
 * plausible.h - how far a text is from what people write
 *
 * Costs are in thousandths of a nat: the cost of a text is -1000 ln P(text).
 * Only differences mean something: what a repair gains is the cost of the text
 * before it less the cost after it.
 */
#ifndef UG_PLAUSIBLE_H
#define UG_PLAUSIBLE_H

#include "../text.h"

/* What the scorer remembers of the characters read so far; 0: a new line. */
typedef unsigned ug_plausible_state;

/* The cost of `c` behind *state, which moves past it. */
int ug_plausible_next(ug_plausible_state *state, uint32_t c);

/* The script that `c` is of; 0: it is a sign. */
unsigned ug_plausible_script(uint32_t c);

/* Is `c` of some script: a letter, not a sign? */
bool ug_plausible_letter(uint32_t c);

/* How rare `c` is among its like: signs, small letters of Latin-1... */
int ug_plausible_rarity(uint32_t c);

#endif /* UG_PLAUSIBLE_H */
