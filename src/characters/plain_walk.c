/*
 * plain_walk.c - what characters cost, as every machine can find out
 */
#include "plain_lanes.h"

static bool
plain_is_there(void)
{
	return true;
}

static const struct ug_plain_way plain_way = { "plain", plain_is_there,
	plain_walk };

const struct ug_plain_way *const ug_plain_ways[] = {
#ifndef UG_BLOCK_PLAIN
	&ug_plain_avx2,
#endif
	&plain_way
};
