/*
 * stream_part.h - a stream that is a part of a longer one
 */
#ifndef UG_STREAM_PART_H
#define UG_STREAM_PART_H

#include "output/told.h"
#include "ungarble.h"

struct ug_stream_part {
	bool is;               /* it is one */
	bool leads;            /* it has not come to its start yet */
	bool guesses;          /* where the first record starts */
	uint64_t from;         /* it is fed from there on */
	uint64_t end;          /* UINT64_MAX: that of the input */
	struct ug_told silent; /* takes what comes before the start */
};

/* Read opts.part_start and those behind it.  EOPTION. */
enum ungarble_err ug_stream_part_open(struct ungarble *ug);

/* As ungarble_feed(), ungarble_finish(). */
enum ungarble_err ug_stream_part_feed(struct ungarble *ug, const void *data,
    size_t len);
enum ungarble_err ug_stream_part_finish(struct ungarble *ug);

/* Tell the caller of a finding, but for one before the start; `user`: ug. */
int ug_stream_part_tell_finding(void *user,
    const struct ungarble_finding *finding);

#endif /* UG_STREAM_PART_H */
