/*
 * stop.h - where a stream stops, and whether another may go on for it
 *
 * A stream that begins within another, a block early, knows at the start of the
 * next block what the one that began before knows, as a rule (edit/memory.h).
 * Whether it does is held to be so if their marks are equal: a record starts
 * there for both, in the same form, and all that may decide about what follows
 * is the same.
 *
 *	block 1 | block 2 | block 3 | block 4 |
 *	the first stream  X its mark
 *	          another X its mark, and on it goes
 *
 * What outlives the start of a block, in any stage, belongs into the mark.
 */
#ifndef UG_STOP_H
#define UG_STOP_H

#include "encodings/verdict.h"
#include "ungarble.h"

/* All 0: none. */
struct ug_mark {
	uint64_t at;      /* the record that comes next starts there */
	uint64_t number;  /* of records that ended */
	uint64_t state;   /* equal if two agree; 0: cannot be told */
};

/*
 * The next record, of that form, starts where the stream is to stop (`stop_at`)
 * or behind it: decide all that was before it, and stop.  What is fed from then
 * on waits for ug_stream_resume().  A part that has fields stops where none of
 * them goes on, so perhaps not here: then ug->stopped stays false.
 */
enum ungarble_err ug_stream_stop(struct ungarble *ug, struct ug_verdict form);

/* The mark of a stream that has stopped. */
struct ug_mark ug_stream_mark(const struct ungarble *ug);

/* Go on, up to another place. */
enum ungarble_err ug_stream_resume(struct ungarble *ug, uint64_t stop_at);

#endif /* UG_STOP_H */
