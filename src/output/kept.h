/*
 * kept.h - a copy of the input, from what was last put out on
 */
#ifndef UG_KEPT_H
#define UG_KEPT_H

#include "base/buf.h"

/* Initialise buf.alloc and nothing else. */
struct ug_kept {
	struct ug_buf buf;
	size_t from;  /* what lies before it in `buf` was taken */
	uint64_t at;  /* the byte of the stream that stands there */
};

/* Append what was fed.  ENOMEM. */
UG_CHECK enum ungarble_err ug_kept_add(struct ug_kept *kept, const void *bytes,
    size_t len);

/*
 * The bytes that the stream has from `at` on, no less than was taken before.
 * Good until the next call, and as far as has been fed.
 */
const char *ug_kept_take(struct ug_kept *kept, uint64_t at);

#endif /* UG_KEPT_H */
