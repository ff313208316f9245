/*
 * retell.h - tells and writes what another output has kept
 */
#ifndef UG_RETELL_H
#define UG_RETELL_H

#include "output.h"

/* How what was kept stands to the stream. */
struct ug_retold {
	struct ug_output *out;  /* it comes next there */
	uint64_t number;        /* of records, before the first one of who kept
	                         * it: what is to be added to its numbers */
	const char *in;         /* of the stream, from byte in_at on: all that
	                         * the records are made of */
	uint64_t in_at;
};

/* Tell and write what was handed to told->full().  ESTOPPED. */
UG_CHECK enum ungarble_err ug_retell(const struct ug_retold *retold,
    const struct ug_buf *kept);

#endif /* UG_RETELL_H */
