/*
 * mojibake_line.h - a line as passes for mojibake see it, for tests
 */
#ifndef MOJIBAKE_LINE_H
#define MOJIBAKE_LINE_H

#include <stdlib.h>
#include <string.h>

#include "characters/mojibake.h"
#include "check.h"

static struct ug_arena scratch = { .alloc = &ug_alloc_libc };
static struct ug_mojibake_pairs *pairs;

/* First of all. */
static inline void
lines_start(void)
{
	pairs = malloc(ug_mojibake_pairs_size(UG_MOJIBAKE_SLOTS));
	if (pairs == NULL) {
		perror("malloc");
		exit(2);
	}
	ug_mojibake_pairs_init(pairs, UG_MOJIBAKE_SLOTS);
}

/* The line of a text, which lasts until the next one. */
static inline struct ug_mojibake_line
line_of(const char *text)
{
	struct ug_mojibake_line line = { .n = 0 };

	ug_arena_reset(&scratch);
	CHECK(text, ug_mojibake_line((struct ug_text){ text, strlen(text) },
	    pairs, &scratch, &line) == UNGARBLE_OK);
	return line;
}

static inline void
lines_end(void)
{
	free(pairs);
	ug_arena_free(&scratch);
}

#endif /* MOJIBAKE_LINE_H */
