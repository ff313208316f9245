/*
 * glance_look.c - looks at a text as every machine can
 */
#include "glance_lanes.h"

static bool
plain_is_there(void)
{
	return true;
}

static const struct ug_glance_way glance_plain = { "plain", plain_is_there,
	look_blocks, look_copied };

const struct ug_glance_way *const ug_glance_ways[] = {
#ifndef UG_BLOCK_PLAIN
	&ug_glance_avx2,
#endif
	&glance_plain
};
