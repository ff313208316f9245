/*
 * history.h - what a stream's legacy records said of their encoding
 *
 * Kept by blocks like memory.h: a record may know what was said in its own
 * block so far and in the one before.  A record says, by its own bytes alone,
 * which encodings read it well.
 */
#ifndef UG_HISTORY_H
#define UG_HISTORY_H

#include "detect/detector.h"

/* The last ones that are kept of a block. */
#define UG_HISTORY_MAX 128

/* Encodings, by their numbers. */
struct ug_encoding_set {
	uint64_t bits[UG_ENCODINGS_MAX / 64];
};

struct ug_block_history {
	struct ug_encoding_set read[UG_HISTORY_MAX]; /* each record's */
	size_t language[UG_HISTORY_MAX];
	uint64_t behind[UG_ENCODINGS_MAX]; /* hundredths of a nat, of all */
	unsigned n_records;               /* so far */
	unsigned n_usual;                 /* others: `only` reads them */
	const struct ug_encoding *latest; /* of the last one beyond ASCII */
	const struct ug_encoding *alone;  /* what that is by itself */
	const struct ug_encoding *only;   /* as of ug_history_only() */
	unsigned only_at;                 /* n_records when that was found
	                                   * out */
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

/* A record was read so.  What is expected has no part in it. */
void ug_history_learn(struct ug_history *history,
    const struct ug_reading_of *readings, size_t n);

/* So many records more fitted what ug_history_only() is. */
void ug_history_usual(struct ug_history *history, unsigned n);

/*
 * The last record beyond ASCII is in that encoding, and in the other one for
 * the next block, for which what was expected does not count.
 */
void ug_history_note(struct ug_history *history,
    const struct ug_encoding *latest, const struct ug_encoding *alone);

/* What was noted since the block was entered is of the one before. */
void ug_history_note_before(struct ug_history *history);

/* The best of readings if nothing is expected; n > 0. */
const struct ug_reading_of *ug_history_best(
    const struct ug_reading_of *readings, size_t n);

/* Records that are kept. */
size_t ug_history_len(const struct ug_history *history);

/*
 * The encoding that reads all records of this block so far, if there are enough
 * of them and one does; else NULL.
 */
const struct ug_encoding *ug_history_only(struct ug_history *history);

/* What they let one expect. */
void ug_history_expect(const struct ug_history *history,
    struct ug_expectation *expected);

/* The encoding of most of them, or NULL. */
const struct ug_encoding *ug_history_main(const struct ug_history *history);

/* A number for what is kept. */
uint64_t ug_history_state(const struct ug_history *history);

/* The encoding of the last record beyond ASCII, or NULL. */
const struct ug_encoding *ug_history_latest(const struct ug_history *history);

#endif /* UG_HISTORY_H */
