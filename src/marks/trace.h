/*
 * trace.h - which words of a text stand where the same ones may have stood
 *
 * Only the letters on both sides of each blank are compared, two pairs of them
 * for each copy:
 *
 *	the big red boat big red boat	g r, d b  and again  g r, d b
 */
#ifndef UG_TRACE_H
#define UG_TRACE_H

#include "base/letters.h"

struct ug_trace {
	uint64_t last; /* a hash of each of the last eight, the latest lowest */
	uint64_t like; /* which of them the last one was like */
};

/*
 * Add a blank by the bytes around it.  Of copies of three to eight words, the
 * upper bit of that byte is set which counts the blanks back to the same place.
 */
static inline uint64_t
ug_trace_add(struct ug_trace *trace, unsigned char before, unsigned char behind)
{
	const uint64_t from_third = UINT64_C(0x8080808080800000);
	const uint64_t hash = (before * 37u + behind) & 0xFF;
	const uint64_t unlike = trace->last ^ UG_EACH_BYTE * hash;

	/* A byte over one that is 0 may count as well. */
	const uint64_t like = (unlike - UG_EACH_BYTE) & ~unlike & from_third;
	const uint64_t copied = like & trace->like;

	trace->last = trace->last << 8 | hash;
	trace->like = like;
	return copied;
}

#endif /* UG_TRACE_H */
