/*
 * stream.h - what tests may do to a stream that callers may not
 */
#ifndef UG_STREAM_H
#define UG_STREAM_H

#include "ungarble.h"

/*
 * Say, before the first byte is fed, that the stream starts at byte `at` of a
 * longer one, in the middle of things: line ends and the form are as given, and
 * what comes before the first record end belongs to others and is dropped.
 */
void ug_stream_start_at(struct ungarble *ug, uint64_t at, int cr_ends_lines);

/* See ug_hold_set_low_water(). */
void ug_stream_set_low_water(struct ungarble *ug, int hundredths);

#endif /* UG_STREAM_H */
