/*
 * watch_key.h - where words and pairs of words are looked up by who watches
 *
 * A word is a run of ASCII letters, its case left out; a pair is two of them
 * behind one another, whatever stands between; three are a pair and a word.
 */
#ifndef UG_WATCH_KEY_H
#define UG_WATCH_KEY_H

#include "cue_key.h"

#define UG_WATCH_BITS 18       /* of the filter, 32 in a word */
#define UG_WATCH_PLACE_BITS 15 /* of the table behind it */
#define UG_WATCH_UNIT 8        /* of evidence, in hundredths of a nat */

/* What the table tells: evidence in units, and */
#define UG_WATCH_EVIDENCE 63u
#define UG_WATCH_OTHER 64u /* a phrase of another spinner may begin */
#define UG_WATCH_SURE 128u /* a key may be there that needs no gate */
#define UG_WATCH_MORE 256u /* a third word may tell */
#define UG_WATCH_LAST 512u /* with UG_WATCH_END: a phrase may go on behind it */

/* What stands for the second word of a pair where the text ends. */
#define UG_WATCH_END UINT32_C(0x5BD1E995)

/* By the ug_cue_key() of a word in lower case. */
static inline uint32_t
ug_watch_mix(uint64_t key)
{
	return (uint32_t)(ug_mix_64(key) >> 32);
}

static inline uint32_t
ug_watch_pair(uint32_t first, uint32_t second)
{
	return first * 9 + second;
}

/* The word of the filter that a key is in, and its two bits there. */
static inline uint32_t
ug_watch_cell(uint32_t key)
{
	return key >> (32 - (UG_WATCH_BITS - 5));
}

static inline uint32_t
ug_watch_cell_bits(uint32_t key)
{
	return UINT32_C(1) << (key & 31) | UINT32_C(1) << (key >> 5 & 31);
}

/* Whether it is, in a filter of such words. */
static inline bool
ug_watch_bit(const uint32_t *bits, uint32_t key)
{
	return (ug_watch_cell_bits(key) & ~bits[ug_watch_cell(key)]) == 0;
}

#endif /* UG_WATCH_KEY_H */
