/*
 * differ.h - how the output of a piece differs from its input, as ops
 */
#ifndef UG_JOURNAL_DIFFER_H
#define UG_JOURNAL_DIFFER_H

#include "ops.h"

/* Initialise `ops` as ug_ops says, and nothing else. */
struct ug_differ {
	struct ug_ops ops;
	uint16_t *units;     /* what the output is in the codec */
	size_t cap_units;
	size_t read;         /* the codec that bytes were last read in */
};

/*
 * Add ops that make `in` of `out`, neither longer than UG_JOURNAL_PIECE.
 * `encoding` is what `in` may be in; a wrong one costs room, no more.  Takes
 * time in proportion to the bytes.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_differ_add(struct ug_differ *differ,
    struct ug_text in, struct ug_text out, const char *encoding);

/* Whether there is little room for codecs in this block. */
bool ug_differ_full(const struct ug_differ *differ);

void ug_differ_free(struct ug_differ *differ);

#endif /* UG_JOURNAL_DIFFER_H */
