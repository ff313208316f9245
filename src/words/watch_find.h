/*
 * watch_find.h - what is known of words to those who watch, and of pairs
 */
#ifndef UG_WATCH_FIND_H
#define UG_WATCH_FIND_H

#include "base/text.h"
#include "watch_key.h"

/* The filter of what more than that a third word may tell is known of. */
extern const uint32_t *const ug_watch_filter;

/* Whether a word, a pair or three may be in the filter, by their key. */
static inline bool
ug_watch_may_be(uint32_t key)
{
	return ug_watch_bit(ug_watch_filter, key);
}

/* What is known of them: see watch_key.h.  Most often nothing. */
unsigned ug_watch_find(uint32_t key);

/* The same, but that a third word may tell. */
static inline unsigned
ug_watch_tells(uint32_t key)
{
	return ug_watch_may_be(key) ? ug_watch_find(key) : 0;
}

/* The same of `word` behind a pair, or of UG_WATCH_END. */
static inline unsigned
ug_watch_find_third(uint32_t pair, uint32_t word)
{
	const uint32_t triple = ug_watch_pair(pair, word);

	return ug_watch_may_be(triple) &&
	    (ug_watch_find(pair) & UG_WATCH_MORE) != 0 ?
	    ug_watch_find(triple) : 0;
}

/*
 * Whether what may begin a phrase at the end of lines.s[from..end), with the
 * words before `last`, does not go on in the next line, which is there.  Where
 * tags or marks that phrases have stand between words the tokens tell.
 */
bool ug_watch_breaks_off(struct ug_text lines, size_t from, size_t end,
    const uint32_t *last);

#endif /* UG_WATCH_FIND_H */
