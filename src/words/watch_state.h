/*
 * watch_state.h - what is done with the words of a text; for watch.c and
 * watch_texts.c
 */
#ifndef UG_WATCH_STATE_H
#define UG_WATCH_STATE_H

#include "watch.h"
#include "watch_read.h"

/* Read the next part of a text, in the best way there is. */
void ug_watch_read(const struct ug_watch *watch, struct ug_watch_part *part,
    struct ug_text text, size_t at);

/*
 * Note what is known of the word *word, of the pair it ends, and of three; the
 * two before are there, and watch->n counts it.  Returns sights.
 */
unsigned ug_watch_note(struct ug_watch *watch, const uint32_t *word);

#endif /* UG_WATCH_STATE_H */
