/*
 * habit.c - whether a record is what a stream's records are, by a quick look
 *
 * The pairs of characters beyond ASCII cost, in the language that each suits
 * best, little in a text that is read right:
 *
 *	"\xEC\xE8\xF0" in windows-1251: a word   in KOI8-R: small before capital
 *
 * A table holds the cost of each pair of bytes, as it was met first.  Of
 * multi-byte encodings the first characters of a record are read.
 */
#include "habit.h"

#include <string.h>

#include "encodings/multi_byte.h"
#include "model/weights.h"
#include "score.h"

#define STEP       10  /* hundredths of a nat in one of the table */
#define CHARS_MAX  48  /* that are read of a record in several bytes each */

void
ug_habit_set(struct ug_habit *habit, const struct ug_encoding *encoding)
{
	if (habit->encoding == encoding)
		return;
	habit->encoding = encoding;
	memset(habit->costs, 0, sizeof(habit->costs));
}

/* The cost of a byte behind another, at least 1. */
static unsigned char
habit_cost(const struct ug_encoding *encoding, unsigned char a,
    unsigned char b)
{
	const int cost = ug_pair_least(
	    ug_score_glyph(ug_single_byte(encoding, a)),
	    ug_score_glyph(ug_single_byte(encoding, b))) / STEP + 1;

	return cost > 255 ? 255 : (unsigned char)cost;
}

static bool
habit_fits_single(struct ug_habit *habit, const unsigned char *bytes,
    size_t len)
{
	unsigned char a = ' ';
	unsigned sum = 0, n = 0;

	for (size_t i = 0; i <= len; i++) {
		const unsigned char b = i < len ? bytes[i] : ' ';

		if (((a | b) & 0x80) != 0) {
			unsigned char *const cost = &habit->costs[a][b];

			if (*cost == 0)
				*cost = habit_cost(habit->encoding, a, b);
			sum += *cost;
			n++;
		}
		a = b;
	}
	return sum * STEP <= n * UG_W(FITS_PAIR) + UG_W(FITS_MORE);
}

static bool
habit_fits_multi(const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len)
{
	struct ug_glyph a = UG_GLYPH_EDGE;
	unsigned sum = 0, n = 0, state = 0;

	for (size_t at = 0; at < len && n < CHARS_MAX; ) {
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, bytes + at, len - at, &state);
		const struct ug_glyph b = ug_glyph_of(found.c);

		if (found.c == UG_MALFORMED || b.class == UG_LOST)
			return false;
		if (bytes[at] >= 0x80) {
			sum += (unsigned)ug_pair_least(a, b) / STEP;
			n++;
		}
		a = b;
		at += found.len;
	}
	return sum * STEP <= n * UG_W(FITS_WIDE) + UG_W(FITS_WIDE_MORE);
}

bool
ug_habit_fits(struct ug_habit *habit, const unsigned char *bytes, size_t len)
{
	if (habit->encoding->kind == UG_SINGLE_BYTE)
		return habit_fits_single(habit, bytes, len);
	return habit->encoding->kind == UG_MULTI_BYTE &&
	    habit->encoding->decoder != UG_CONVERTER &&
	    habit_fits_multi(habit->encoding, bytes, len);
}
