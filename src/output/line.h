/*
 * line.h - a line put together in a buffer that may be too short for it
 */
#ifndef UG_LINE_H
#define UG_LINE_H

#include "base/text.h"

struct ug_line {
	char *buf;
	size_t cap, len; /* len: of the whole line, written or not */
};

void ug_line_bytes(struct ug_line *line, const char *bytes, size_t len);
void ug_line_add(struct ug_line *line, const char *string);
void ug_line_number(struct ug_line *line, uint64_t n);

/* In hexadecimal, upper case, with at least so many digits. */
void ug_line_hex(struct ug_line *line, uint32_t n, unsigned digits);

/* As ungarble_printable() has it. */
void ug_line_text(struct ug_line *line, struct ug_text text, bool is_bytes);

/* Put the NUL behind what fits.  Returns the length of the whole. */
size_t ug_line_end(struct ug_line *line);

#endif /* UG_LINE_H */
