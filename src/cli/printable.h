/*
 * printable.h - bytes of others, made safe to show
 */
#ifndef CLI_PRINTABLE_H
#define CLI_PRINTABLE_H

#include <stdbool.h>

#include "io.h"

enum cli_char_kind {
	CLI_CHAR_SHOWN,  /* as itself */
	CLI_CHAR_HIDDEN, /* a character, to be spelt out */
	CLI_CHAR_BYTE    /* no UTF-8 */
};

/* What stands at the start of some bytes. */
struct cli_char {
	enum cli_char_kind kind;
	size_t len;    /* 1 to 4 */
	uint32_t code; /* its code point, or the byte */
};

/* What stands for what is left out. */
#define CLI_ELLIPSIS "\xE2\x80\xA6"

/* Whether a byte is in the midst of a character of UTF-8. */
static inline bool
cli_char_is_inner(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* What bytes[0..len) starts with.  len > 0. */
struct cli_char cli_char_at(const char *bytes, size_t len);

/* Print as ungarble_printable() has it. */
void cli_out_masked(
    struct cli_out *out, const char *bytes, size_t len, bool is_bytes);

/* Print the number of a character: "U+00E9", "U+E0041". */
void cli_out_code(struct cli_out *out, uint32_t code);

#endif /* CLI_PRINTABLE_H */
