/*
 * history.h - what a stream's legacy records said of their encoding
 *
 * Kept by blocks like memory.h: a record may know what was said in its own
 * block so far and in the one before.  Only a record that is sure by its own
 * bytes has a say.
 */
#ifndef UG_HISTORY_H
#define UG_HISTORY_H

#include "detect/detector.h"

/* A record counts so much, shared by the encodings that read it alike. */
#define UG_HISTORY_RECORD 16

struct ug_block_history {
	unsigned encodings[UG_ENCODINGS_MAX];
	unsigned languages[UG_LANGUAGES_MAX];
	unsigned n_records;
	const struct ug_encoding *latest; /* of the last one beyond ASCII */
};

struct ug_history {
	struct ug_block_history now, before;
	uint64_t block;
};

/* Start from { .block = 0 }. */

/*
 * A record that starts at byte `in_at` of the stream comes next.  Returns
 * whether it is the first one of its block.
 */
bool ug_history_enter(struct ug_history *history, uint64_t in_at);

/* A record was read so, for sure. */
void ug_history_learn(struct ug_history *history,
    const struct ug_reading_of *readings, size_t n);

/* Records that had a say. */
unsigned ug_history_len(const struct ug_history *history);

/* What they let one expect. */
void ug_history_expect(const struct ug_history *history,
    struct ug_expectation *expected);

/* The encoding of most of them, or NULL. */
const struct ug_encoding *ug_history_main(const struct ug_history *history);

/* The encoding of the last record beyond ASCII, or NULL. */
const struct ug_encoding *ug_history_latest(const struct ug_history *history);

#endif /* UG_HISTORY_H */
