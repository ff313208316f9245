/*
 * line.c - a line put together in a buffer that may be too short for it
 */
#include "line.h"

#include <string.h>

#include "base/least.h"

void
ug_line_bytes(struct ug_line *line, const char *bytes, size_t len)
{
	if (line->len < line->cap) {
		const size_t room = line->cap - line->len;

		memcpy(line->buf + line->len, bytes, UG_MIN(len, room));
	}
	line->len += len;
}

void
ug_line_add(struct ug_line *line, const char *string)
{
	ug_line_bytes(line, string, strlen(string));
}

static void
line_digits(struct ug_line *line, uint64_t n, unsigned base, unsigned digits)
{
	char reversed[32];
	size_t at = sizeof(reversed);

	do {
		reversed[--at] = "0123456789ABCDEF"[n % base];
		n /= base;
	} while (n > 0 || sizeof(reversed) - at < digits);
	ug_line_bytes(line, reversed + at, sizeof(reversed) - at);
}

void
ug_line_number(struct ug_line *line, uint64_t n)
{
	line_digits(line, n, 10, 1);
}

void
ug_line_hex(struct ug_line *line, uint32_t n, unsigned digits)
{
	line_digits(line, n, 16, digits);
}

size_t
ug_line_end(struct ug_line *line)
{
	if (line->cap > 0)
		line->buf[line->len < line->cap ? line->len :
		    line->cap - 1] = '\0';
	return line->len;
}
