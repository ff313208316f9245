/*
 * stream.h - what tests may do to a stream that callers may not
 */
#ifndef UG_STREAM_H
#define UG_STREAM_H

#include "ungarble.h"

/*
 * Say, before the first byte is fed, that the stream is a part of a longer one:
 * it is fed from byte at - UG_RECORDS_LEAD on, and what starts before byte
 * `at`, a multiple of 32 KiB, belongs to others and is dropped.  Records are
 * bytes; lines end with CR if so said.  That is as the longer stream has it if
 * no form began before and goes on, and ISO-2022-KR was not announced: who
 * wants more must be told of those two.
 */
void ug_stream_start_at(struct ungarble *ug, uint64_t at, int cr_ends_lines);

/* Have each record go through the stages on its own. */
void ug_stream_set_no_stretches(struct ungarble *ug);

/* See ug_hold_set_low_water(). */
void ug_stream_set_low_water(struct ungarble *ug, int hundredths);

#endif /* UG_STREAM_H */
