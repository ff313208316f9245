/*
 * prose_check.h - rows of text, each read as prose and looked at
 */
#ifndef PROSE_CHECK_H
#define PROSE_CHECK_H

#include "check.h"
#include "marks/prose.h"

/* Read text `i` of a test's rows, then look at its words. */
static inline void
check_prose(size_t i, struct ug_text text,
    void (*look)(size_t i, const struct ug_prose *prose))
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_prose prose;

	if (CHECK(text.s, ug_prose_read(&prose, text, &scratch) ==
	    UNGARBLE_OK))
		look(i, &prose);
	ug_arena_free(&scratch);
}

#endif /* PROSE_CHECK_H */
