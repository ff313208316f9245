/*
 * vectors_utf8.h - struct ug_vectors' utf8(), for one kind of vector, which who
 * includes this defines
 *
 *	UG_LANE          bytes in one
 *	UG_LANE_TARGET   what a function that uses it is declared with
 *	lane             its type, and what is done with it: lane_load, _all,
 *	lane_table       _or, _and, _xor, _equal, _minus (never below 0), _upper
 *	                 (the upper half of each byte), _any, _beyond, _bits
 *
 * Almost all that can be wrong is seen in two bytes that follow one another:
 * the halves of the first one, and the upper half of the second, each have a
 * table of what may be wrong, and what is in all three of them is.  But for
 * one: two tails that follow one another are wrong just where no lead of three
 * or four bytes stands before them, and that is looked up apart.
 *
 * John Keiser and Daniel Lemire, "Validating UTF-8 in less than one instruction
 * per byte", 2020.
 */
#include <stdint.h>
#include <string.h>

#include "least.h"
#include "text.h"
#include "vectors.h"

/* What may be wrong of two bytes. */
#define SHORT     0x01 /* a lead, and no tail behind it */
#define LONG      0x02 /* ASCII, and a tail */
#define OVER_3    0x04 /* E0 80..9F */
#define LARGE     0x08 /* F4 90.. and above */
#define SURROGATE 0x10 /* ED A0..BF */
#define OVER_2    0x20 /* C0, C1 */
#define OVER_4    0x40 /* F0 80..8F; and F5.. 80..8F */
#define TAILS     0x80 /* a tail, and a tail */

#define ANYHOW (SHORT | LONG | TAILS) /* whatever the lower half */
#define BELOW  (LONG | OVER_2 | TAILS)  /* whatever tail it is */

static const uint8_t utf8_first_upper[16] = {
	LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG,
	TAILS, TAILS, TAILS, TAILS,
	SHORT | OVER_2, SHORT, SHORT | OVER_3 | SURROGATE,
	SHORT | LARGE | OVER_4
};

static const uint8_t utf8_first_lower[16] = {
	ANYHOW | OVER_2 | OVER_3 | OVER_4, ANYHOW | OVER_2, ANYHOW, ANYHOW,
	ANYHOW | LARGE, ANYHOW | LARGE | OVER_4, ANYHOW | LARGE | OVER_4,
	ANYHOW | LARGE | OVER_4, ANYHOW | LARGE | OVER_4,
	ANYHOW | LARGE | OVER_4, ANYHOW | LARGE | OVER_4,
	ANYHOW | LARGE | OVER_4, ANYHOW | LARGE | OVER_4,
	ANYHOW | LARGE | OVER_4 | SURROGATE, ANYHOW | LARGE | OVER_4,
	ANYHOW | LARGE | OVER_4
};

static const uint8_t utf8_second_upper[16] = {
	SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
	BELOW | OVER_3 | OVER_4, BELOW | OVER_3 | LARGE,
	BELOW | SURROGATE | LARGE, BELOW | SURROGATE | LARGE,
	SHORT, SHORT, SHORT, SHORT
};

/* What is wrong with the bytes from s on, not 0; those before are there. */
UG_LANE_TARGET static inline lane
lane_wrong(const unsigned char *s)
{
	const lane upper = lane_table(utf8_first_upper);
	const lane lower = lane_table(utf8_first_lower);
	const lane second = lane_table(utf8_second_upper);
	const lane before = lane_load(s - 1);
	const lane wrong = lane_and(lane_and(
	    lane_lookup(upper, lane_upper(before)),
	    lane_lookup(lower, lane_and(before, lane_all(0x0F)))),
	    lane_lookup(second, lane_upper(lane_load(s))));
	/* 80 and above behind E0.. by two, and behind F0.. by three. */
	const lane third = lane_minus(lane_load(s - 2), lane_all(0x60));
	const lane fourth = lane_minus(lane_load(s - 3), lane_all(0x70));

	return lane_xor(lane_and(lane_or(third, fourth), lane_all(0x80)),
	    wrong);
}

UG_LANE_TARGET static inline bool
block_is_wrong(const unsigned char *s)
{
	lane wrong = lane_wrong(s);

	for (unsigned i = UG_LANE; i < UG_UTF8_BLOCK; i += UG_LANE)
		wrong = lane_or(wrong, lane_wrong(s + i));
	return lane_any(wrong);
}

UG_LANE_TARGET static inline bool
block_is_beyond(const unsigned char *s)
{
	lane all = lane_load(s);

	for (unsigned i = UG_LANE; i < UG_UTF8_BLOCK; i += UG_LANE)
		all = lane_or(all, lane_load(s + i));
	return lane_beyond(all);
}

/* Whether the n bytes from `at` on, a block or the end, are not all ASCII. */
UG_LANE_TARGET static inline bool
blocks_are_beyond(const unsigned char *bytes, size_t at, size_t n)
{
	return n == UG_UTF8_BLOCK ? block_is_beyond(bytes + at) :
	    ug_text_ascii((struct ug_text){ (const char *)bytes + at, n }) < n;
}

/* Whether they are wrong; NULs stand for what is not there. */
UG_LANE_TARGET static inline bool
blocks_are_wrong(const unsigned char *bytes, size_t at, size_t n)
{
	unsigned char room[UG_UTF8_BEFORE + UG_UTF8_BLOCK] = { 0 };
	const size_t before = UG_MIN(at, UG_UTF8_BEFORE);

	if (before == UG_UTF8_BEFORE && n == UG_UTF8_BLOCK)
		return block_is_wrong(bytes + at);
	memcpy(room + UG_UTF8_BEFORE - before, bytes + at - before,
	    before + n);
	return block_is_wrong(room + UG_UTF8_BEFORE);
}

UG_LANE_TARGET static size_t
lanes_utf8(const unsigned char *bytes, size_t len, size_t *beyond)
{
	bool was_beyond = false;
	size_t at = 0;

	*beyond = SIZE_MAX;
	while (at < len) {
		const size_t n = UG_MIN(len - at, UG_UTF8_BLOCK);
		const bool is_beyond = blocks_are_beyond(bytes, at, n);

		if (is_beyond && *beyond == SIZE_MAX)
			*beyond = at + ug_text_ascii((struct ug_text){
			    (const char *)bytes + at, n });
		if ((is_beyond || was_beyond) && blocks_are_wrong(bytes, at, n))
			break;
		/* At the very end nothing would show what is cut short. */
		if (is_beyond && n == UG_UTF8_BLOCK && at + n == len &&
		    bytes[len - 1] >= 0x80)
			break;
		was_beyond = is_beyond;
		at += n;
	}
	return at;
}
