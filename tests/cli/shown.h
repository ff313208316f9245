/*
 * shown.h - what is added to an output that holds it, read by a test
 */
#ifndef SHOWN_H
#define SHOWN_H

#include <stdbool.h>
#include <string.h>

#include "cli/io.h"

/* Nothing is flushed: what is tested is shorter than it holds. */
static struct cli_out out = { .fd = 2 };

/* All that was added since is this. */
static inline bool
shown(const char *wanted)
{
	const bool same = out.len == strlen(wanted) &&
	    memcmp(out.bytes, wanted, out.len) == 0;

	if (!same)
		fprintf(stderr, "wanted: %s\ngot:    %.*s\n", wanted,
		    (int)out.len, out.bytes);
	out.len = 0;
	return same;
}

/* What was added, as a string. */
static inline const char *
shown_text(void)
{
	out.bytes[out.len < sizeof(out.bytes) ? out.len : 0] = '\0';
	return out.bytes;
}

/* How often something is in it. */
static inline size_t
shown_times(const char *part)
{
	size_t n = 0;

	for (const char *at = shown_text(); (at = strstr(at, part)) != NULL; at++)
		n++;
	return n;
}

#endif /* SHOWN_H */
