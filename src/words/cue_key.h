/*
 * cue_key.h - where a word is looked up among those that keys are made of
 *
 * Words of eight bytes and less are their own key.  Longer ones may share one,
 * and are told apart by their hash.
 */
#ifndef UG_CUE_KEY_H
#define UG_CUE_KEY_H

#include "base/hash.h"
#include "base/letters.h"

#define UG_CUE_BITS 16        /* of the filter, of which few are set */
#define UG_CUE_PLACE_BITS 14  /* of the table behind it */
#define UG_STEP_BITS 17       /* the same, of steps from node to node */
#define UG_STEP_PLACE_BITS 15

/* Of a word of more than eight: its first and its last eight. */
static inline uint64_t
ug_cue_key_long(uint64_t first, uint64_t last)
{
	return first * 31 ^ last;
}

/* Of a word in lower case. */
static inline uint64_t
ug_cue_key(const char *s, size_t len)
{
	uint64_t key = 0;
	size_t i;

	if (len > 8)
		return ug_cue_key_long(ug_bytes_64(s),
		    ug_bytes_64(s + len - 8));
	for (i = 0; i < len; i++)
		key |= (uint64_t)(unsigned char)s[i] << 8 * i;
	return key;
}

/* The length of the letters at `at`, of which there are some, and their key. */
static inline size_t
ug_cue_word(struct ug_text text, size_t at, uint64_t *key)
{
	uint64_t bytes = ug_letters_at(text, at);
	uint64_t ends = ug_letters_end(bytes);
	size_t len = 8;

	bytes |= UG_EACH_BYTE * 0x20;
	if (ends != 0) {
		*key = bytes & ug_letters_below(ends);
		return ug_letters_count(ug_letters_below(ends));
	}
	while ((ends = ug_letters_end(ug_letters_at(text, at + len))) == 0)
		len += 8;
	len += ug_letters_count(ug_letters_below(ends));
	*key = len == 8 ? bytes : ug_cue_key_long(bytes,
	    ug_bytes_64(text.s + at + len - 8) | UG_EACH_BYTE * 0x20);
	return len;
}

/* The place of a key in the filter; the upper bits of it, in the table. */
static inline uint32_t
ug_cue_mix(uint64_t key)
{
	return (uint32_t)(ug_mix_64(key) >> (64 - UG_CUE_BITS));
}

/* The same for the step from a node along the cue of a number. */
static inline uint32_t
ug_step_mix(unsigned from, unsigned cue)
{
	return ug_mix((uint32_t)from << 16 | cue) >> (32 - UG_STEP_BITS);
}

#endif /* UG_CUE_KEY_H */
