/*
 * mark.c - byte order marks
 *
 * A stream that starts with U+FEFF in one of the Unicode encodings says which:
 *
 *	EF BB BF     UTF-8
 *	FF FE        UTF-16LE, unless 00 00 follow
 *	FF FE 00 00  UTF-32LE
 *	FE FF        UTF-16BE
 *	00 00 FE FF  UTF-32BE
 *
 * FF FE 00 00 could as well be UTF-16LE that starts with U+0000; no text does.
 *
 * Unicode 15.0, 23.8, table 23-6.
 */
#include <string.h>

#include "base/least.h"
#include "detect.h"

struct mark {
	const struct ug_encoding *encoding;
	unsigned char bytes[4];
	size_t len;
};

/* Longer marks before their own beginnings. */
static const struct mark marks[] = {
	{ &ug_utf32le, { 0xFF, 0xFE, 0x00, 0x00 }, 4 },
	{ &ug_utf32be, { 0x00, 0x00, 0xFE, 0xFF }, 4 },
	{ &ug_utf8, { 0xEF, 0xBB, 0xBF }, 3 },
	{ &ug_utf16le, { 0xFF, 0xFE }, 2 },
	{ &ug_utf16be, { 0xFE, 0xFF }, 2 },
};

const struct ug_encoding *
ug_detect_mark(const unsigned char *bytes, size_t len, bool *more)
{
	*more = false;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		const size_t n = UG_MIN(len, marks[i].len);

		if (n != 0 && memcmp(bytes, marks[i].bytes, n) != 0)
			continue;
		if (n == marks[i].len)
			return marks[i].encoding;
		*more = true;
	}
	return NULL;
}
