/*
 * glance_plain_test.c - the same of what machines without vectors see
 */
#define UG_BLOCK_PLAIN

#include "marks/glance.c"
#include "marks/glance_lanes.h"

static bool
plain_is_there(void)
{
	return true;
}

static const struct ug_glance_way glance_plain = { "no vectors",
	plain_is_there, look_blocks, look_copied };

/* In place of the library's, the first of which may well have vectors. */
const struct ug_glance_way *const ug_glance_ways[] = { &glance_plain };

#include "glance_random_test.c"
