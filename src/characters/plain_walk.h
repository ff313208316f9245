/*
 * plain_walk.h - takes characters of which nothing is to be said but what they
 * cost behind one another: most of a line
 */
#ifndef UG_PLAIN_WALK_H
#define UG_PLAIN_WALK_H

#include "base/text.h"
#include "plain_rows.h"

#define UG_PLAIN_PART 2048 /* characters that are judged at once, by hand */

/* What was seen of characters. */
struct ug_plain_seen {
	uint64_t numbers; /* of the last four, the very last lowest */
	uint64_t good;    /* languages that write all of them, */
	uint64_t odd;     /* and of those that seldom write some */
	int n;
	size_t beyond;    /* those that are not ASCII */
	struct ug_plain_sum sum;
};

/* A way to walk. */
struct ug_plain_way {
	const char *name;
	bool (*there)(void); /* whether this machine has what it needs */

	/*
	 * Take the characters of the line from line.s[at] on whose rows are
	 * simple, up to UG_PLAIN_PART of them in all, of which there are less;
	 * none of three bytes, where a script has few.  rows->starts is there.
	 * Returns where the next one is.
	 */
	size_t (*walk)(const struct ug_plain_rows *rows,
	    struct ug_plain_seen *seen, struct ug_text line, size_t at);
};

/* The best one first; the last one, "plain", is always there. */
extern const struct ug_plain_way *const ug_plain_ways[];
extern const struct ug_plain_way ug_plain_avx2;

#endif /* UG_PLAIN_WALK_H */
