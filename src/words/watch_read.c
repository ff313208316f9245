/*
 * watch_read.c - the words of a text by their keys, as every machine can
 */
#include "watch_lanes.h"

static bool
plain_is_there(void)
{
	return true;
}

static const struct ug_watch_way watch_plain = { "plain", plain_is_there,
	read_part };

const struct ug_watch_way *const ug_watch_ways[] = {
#ifndef UG_BLOCK_PLAIN
	&ug_watch_avx2,
#endif
	&watch_plain
};
