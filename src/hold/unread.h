/*
 * unread.h - text that passed by without a look at all of its words
 */
#ifndef UG_UNREAD_H
#define UG_UNREAD_H

#include "base/buf.h"
#include "words/gate.h"
#include "words/watch.h"

/* All 0 at first. */
struct ug_unread {
	struct ug_watch watch;
	size_t len; /* what can be read later, of the text that passed last */
	bool gap;   /* more was left out than that */
};

/*
 * Let a record pass by of which ug_watch_see() told `sights`.  If `look`, or if
 * code may begin or end in it, its cues are read.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_unread_add(struct ug_unread *unread,
    struct ug_spin *spin, struct ug_text record, unsigned sights, bool look);

/*
 * Show the gate what it may need of the text before a record, the end of which
 * is `passed`.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_unread_catch_up(struct ug_unread *unread,
    struct ug_spin *spin, struct ug_text passed);

/* Another text starts, one of many. */
void ug_unread_enter_text(struct ug_unread *unread);

/* A block of the stream starts (see memory.h). */
void ug_unread_enter_block(struct ug_unread *unread);

#endif /* UG_UNREAD_H */
