/*
 * history.h - what a stream's legacy records said of their encoding
 *
 * Kept by blocks like memory.h: a record may know what was said in its own
 * block so far and in the one before, and a block's word rests on its own bytes
 * alone.
 */
#ifndef UG_HISTORY_H
#define UG_HISTORY_H

#include "detect/detect.h"

/* Bytes of legacy records that settle a verdict, and for the whole block. */
#define UG_SAMPLE_ENOUGH 1024
#define UG_SAMPLE_MAX    8192

struct ug_block_history {
	struct ug_buf sample;
	struct ug_verdict verdict;        /* encoding is NULL: none yet */
	const struct ug_encoding *latest; /* of the last one beyond ASCII */
};

struct ug_history {
	struct ug_block_history now, before;
	uint64_t block;
};

void ug_history_init(struct ug_history *history, const struct ug_alloc *alloc);
void ug_history_free(struct ug_history *history);

/*
 * A record that starts at byte `in_at` of the stream comes next.  Returns
 * whether it is the first one of its block.
 */
bool ug_history_enter(struct ug_history *history, uint64_t in_at);

/* The bytes of a legacy record speak for their block.  ENOMEM. */
UG_CHECK enum ungarble_err ug_history_learn(struct ug_history *history,
    const struct ug_candidates *candidates, const unsigned char *bytes,
    size_t len);

/*
 * What the stream says of a legacy record's encoding; NULL if nothing yet.
 * *own tells the block's own word from that of the block before.
 */
struct ug_verdict ug_history_verdict(const struct ug_history *history,
    bool *own);

/* The encoding of the last record beyond ASCII, or NULL. */
const struct ug_encoding *ug_history_latest(const struct ug_history *history);

/* Add to a sample as much of `bytes` as it has use for.  ENOMEM. */
UG_CHECK enum ungarble_err ug_sample_add(struct ug_buf *sample,
    const unsigned char *bytes, size_t len);

/* What a sample says, or one record if the sample is empty.  ENOMEM. */
UG_CHECK enum ungarble_err ug_sample_judge(const struct ug_buf *sample,
    const struct ug_candidates *candidates, const unsigned char *record,
    size_t len, struct ug_verdict *verdict);

#endif /* UG_HISTORY_H */
