/*
 * kept.c - a copy of the input, from what was last put out on
 */
#include "kept.h"

enum ungarble_err
ug_kept_add(struct ug_kept *kept, const void *bytes, size_t len)
{
	/* Moved seldom: each time at most as much as was taken since. */
	if (kept->from >= kept->buf.len - kept->from) {
		ug_buf_shift(&kept->buf, kept->from);
		kept->from = 0;
	}
	return ug_buf_add(&kept->buf, bytes, len);
}

const char *
ug_kept_take(struct ug_kept *kept, uint64_t at)
{
	kept->from += (size_t)(at - kept->at);
	kept->at = at;
	return kept->buf.s + kept->from;
}
