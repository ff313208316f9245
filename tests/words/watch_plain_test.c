/*
 * watch_plain_test.c - the same of what machines without vectors see
 */
#define UG_BLOCK_PLAIN

#include "words/watch_lanes.h"

static bool
plain_is_there(void)
{
	return true;
}

static const struct ug_watch_way watch_plain = { "no vectors", plain_is_there,
	read_part };

/* In place of the library's, the first of which may well have vectors. */
const struct ug_watch_way *const ug_watch_ways[] = { &watch_plain };

#include "watch_random_test.c"
