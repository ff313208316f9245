/*
 * apply.h - a block's ops, from output to input
 */
#ifndef UG_JOURNAL_APPLY_H
#define UG_JOURNAL_APPLY_H

#include "codec.h"
#include "format.h"

/* Codecs, kept from block to block.  Initialise `alloc` and nothing else. */
struct ug_codecs {
	struct ug_codec *items; /* cap; how many count, the block says */
	size_t cap;
	const struct ug_alloc *alloc;
};

/*
 * Append to `in` what the ops make of `out`, all of it; no more than in_len
 * bytes.  EJOURNAL if they do not fit; ENOMEM.
 */
UG_CHECK enum ungarble_err ug_apply(struct ug_codecs *codecs,
    struct ug_cursor ops, struct ug_text out, size_t in_len,
    struct ug_buf *in);

#endif /* UG_JOURNAL_APPLY_H */
