/*
 * probation.h - is it text at all?  Found out before anything is written
 */
#ifndef UG_PROBATION_H
#define UG_PROBATION_H

#include "records/records.h"

/* Initialise bytes.alloc, and `open` to whether there is one at all. */
struct ug_probation {
	bool open;
	struct ug_buf bytes; /* held back */
	uint64_t at;         /* of the stream: what is no text starts there */
};

/*
 * Hold back what was fed.  Once what is held is known to start text, `open` is
 * false and `bytes` may go their way.  `records` is what will cut them; it
 * stays as it is.  EBINARY if it is no text; ENOMEM, ECONVERTER.
 */
UG_CHECK enum ungarble_err ug_probation_feed(struct ug_probation *probation,
    const struct ug_records *records, const void *bytes, size_t len);

/* Decide on what has been fed.  Errors as of ug_probation_feed(). */
UG_CHECK enum ungarble_err ug_probation_end(struct ug_probation *probation,
    const struct ug_records *records);

#endif /* UG_PROBATION_H */
