/*
 * ops.h - the ops of a block, as they are found
 *
 * Neighbours of one kind become one op, across pieces.
 */
#ifndef UG_JOURNAL_OPS_H
#define UG_JOURNAL_OPS_H

#include "codec.h"
#include "format.h"

/* Initialise buf.alloc and put.alloc, then ug_ops_start(). */
struct ug_ops {
	struct ug_buf buf; /* ops that are done */
	struct ug_buf put; /* bytes of the one that is not, if it is a PUT */
	enum ug_journal_op kind;
	uint64_t n;        /* of it; with nothing in `put`, 0: there is none */
	size_t run;        /* its codec */
	size_t used;       /* the codec that runs are in */
	struct ug_codec *codecs; /* n_codecs */
	size_t cap_codecs, n_codecs;
	size_t numbers[UG_JOURNAL_CODECS]; /* as the journal has them */
	size_t n_numbers;
};

/* A block starts. */
void ug_ops_start(struct ug_ops *ops);

/*
 * The number of the codec of that label, in this block.  UG_JOURNAL_CODECS:
 * there is none, or no room.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_ops_codec(struct ug_ops *ops, const char *label,
    size_t *codec);

UG_CHECK enum ungarble_err ug_ops_copy(struct ug_ops *ops, size_t n);
UG_CHECK enum ungarble_err ug_ops_run(struct ug_ops *ops, size_t codec,
    size_t n);
UG_CHECK enum ungarble_err ug_ops_put(struct ug_ops *ops, size_t n,
    const char *bytes, size_t len);

/* Write what is not done yet to `buf`. */
UG_CHECK enum ungarble_err ug_ops_end(struct ug_ops *ops);

void ug_ops_free(struct ug_ops *ops);

#endif /* UG_JOURNAL_OPS_H */
