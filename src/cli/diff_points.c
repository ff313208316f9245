/*
 * diff_points.c - the code points of what differs in a line
 *
 *	-two words, the second of them changed
 *	+two words, and what it is now
 *	?U+00C3 U+00A9 -> U+00E9
 *
 * For eyes, and no part of a diff: one line, so as many as there is room for.
 */
#include <stdint.h>
#include <string.h>

#include "diff_points.h"
#include "printable.h"

#define POINTS_COLUMNS 72
#define POINTS_SIDE 4 /* of one side of a gap */

#define ARROW " \xE2\x86\x92 "

/* One of them, as it is put together. */
struct point_text {
	char s[CLI_DIFF_POINTS];
	size_t len, columns;
};

static void
point_add(struct point_text *text, const char *s, size_t columns)
{
	const size_t len = strlen(s);

	if (len > sizeof(text->s) - text->len)
		return;
	memcpy(text->s + text->len, s, len);
	text->len += len;
	text->columns += columns;
}

/* "U+00E9", of a byte "E9". */
static void
point_number(struct point_text *text, uint32_t number, bool is_byte)
{
	static const char digits[] = "0123456789ABCDEF";
	char s[9];
	size_t at = sizeof(s) - 1, least = is_byte ? 2 : 4;

	s[at] = '\0';
	for (; number > 0 || least > 0; number >>= 4, least -= least > 0)
		s[--at] = digits[number & 0xF];
	if (!is_byte) {
		s[--at] = '+';
		s[--at] = 'U';
	}
	point_add(text, s + at, sizeof(s) - 1 - at);
}

static void
point_side(struct point_text *text, struct cli_bytes bytes, bool is_bytes)
{
	size_t n = 0;

	if (bytes.len == 0)
		point_add(text, "nothing", 7);
	for (size_t at = 0; at < bytes.len; n++) {
		const struct cli_char one =
		    cli_char_at(bytes.s + at, bytes.len - at);
		const bool is_byte = is_bytes || one.kind == CLI_CHAR_BYTE;

		if (n > 0)
			point_add(text, " ", 1);
		if (n == POINTS_SIDE) {
			point_add(text, CLI_ELLIPSIS, 1);
			return;
		}
		point_number(text,
		    is_byte ? (unsigned char)bytes.s[at] : one.code, is_byte);
		at += is_byte ? 1 : one.len;
	}
}

/* Whether it is all as plain to see as code points are. */
static bool
points_plain(struct cli_bytes bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		if ((unsigned char)bytes.s[i] < 0x20 ||
		    (unsigned char)bytes.s[i] > 0x7E)
			return false;
	return true;
}

static bool
points_have(const struct cli_diff_points *points,
    const struct point_text *text)
{
	for (size_t i = 0; i + text->len <= points->len; i++)
		if (memcmp(points->s + i, text->s, text->len) == 0)
			return true;
	return false;
}

void
cli_diff_points_add(struct cli_diff_points *points, struct cli_bytes in,
    bool is_bytes, struct cli_bytes out)
{
	struct point_text text = { .len = 0 };

	if (points->full || (points_plain(in) && points_plain(out)))
		return;
	point_side(&text, in, is_bytes);
	point_add(&text, ARROW, 3);
	point_side(&text, out, false);
	if (points_have(points, &text))
		return;
	points->full = points->len > 0 &&
	    points->columns + 2 + text.columns > POINTS_COLUMNS;
	if (points->full) {
		memcpy(points->s + points->len, ", " CLI_ELLIPSIS, 5);
		points->len += 5;
		return;
	}
	if (points->len > 0) {
		memcpy(points->s + points->len, ", ", 2);
		points->len += 2;
		points->columns += 2;
	}
	memcpy(points->s + points->len, text.s, text.len);
	points->len += text.len;
	points->columns += text.columns;
}
