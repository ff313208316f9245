/*
 * trace.h - which runs of a text are like some before: a copy may stand there
 *
 * A run is what its bytes make of eight at most:
 *
 *	the price the steel the price	 ->	the fifth run is like the first
 */
#ifndef UG_TRACE_H
#define UG_TRACE_H

#include "../letters.h"

/*
 * A hash of 16 bits of each of the last eight runs, in halves; the one before
 * is lowest.
 */
struct ug_trace {
	uint64_t low, high;
	uint64_t before; /* which of them the last run was like */
};

/*
 * Add a run: whether it may stand in a copy of three words or more.  The third
 * run before is like it, or one further off, and then the one before it as well.
 */
static inline bool
ug_trace_add(struct ug_trace *trace, uint64_t bytes)
{
	const uint64_t third = UINT64_C(0x80) << 16, from = ~UINT64_C(0) << 16;
	const uint64_t hash = bytes * UINT64_C(0x9E3779B97F4A7C15) >> 48;
	const uint64_t low = hash & 0xFF, high = hash >> 8;
	uint64_t like = ug_letters_zero(trace->low ^ UG_EACH_BYTE * low) & from;
	bool copied = false;

	if (like != 0) {
		like &= ug_letters_zero(trace->high ^ UG_EACH_BYTE * high);
		copied = (like & (third | trace->before)) != 0;
	}
	trace->low = trace->low << 8 | low;
	trace->high = trace->high << 8 | high;
	trace->before = like;
	return copied;
}

#endif /* UG_TRACE_H */
