/*
 * printable.c - bytes of others, made safe to show
 *
 * What may be shown is the library's to say: character by character, so that
 * nothing is cut however long the text is.
 */
#include <string.h>

#include "printable.h"
#include "ungarble.h"

/* Bytes of the character, or of what is left of one, at the start. */
static size_t
printable_len(const char *bytes, size_t len)
{
	const unsigned char lead = (unsigned char)bytes[0];
	const size_t wanted = lead < 0xC0 ? 1
	    : lead < 0xE0                 ? 2
	    : lead < 0xF0                 ? 3
					  : 4;
	size_t n = 1;

	while (n < wanted && n < len && cli_char_is_inner(bytes[n]))
		n++;
	return n;
}

/* The code point of a well-formed character. */
static uint32_t
printable_code(const char *bytes, size_t len)
{
	const unsigned char *s = (const unsigned char *)bytes;
	uint32_t code = len == 1 ? s[0] : s[0] & (0x7Fu >> len);

	for (size_t i = 1; i < len; i++)
		code = code << 6 | (s[i] & 0x3Fu);
	return code;
}

struct cli_char
cli_char_at(const char *bytes, size_t len)
{
	const size_t n = printable_len(bytes, len);
	char shown[32];

	if (ungarble_printable(bytes, n, 0, shown, sizeof(shown)) == n &&
	    memcmp(shown, bytes, n) == 0)
		return (struct cli_char){ CLI_CHAR_SHOWN, n,
			printable_code(bytes, n) };
	/* A byte that is no part of a character is shown as \xNN. */
	if ((unsigned char)bytes[0] < 0x80 || shown[1] == 'u')
		return (struct cli_char){ CLI_CHAR_HIDDEN, n,
			printable_code(bytes, n) };
	return (struct cli_char){ CLI_CHAR_BYTE, 1, (unsigned char)bytes[0] };
}

void
cli_out_masked(
    struct cli_out *out, const char *bytes, size_t len, bool is_bytes)
{
	for (size_t at = 0; at < len;) {
		const size_t n = printable_len(bytes + at, len - at);
		char shown[32];

		cli_out_add(out, shown,
		    ungarble_printable(
			bytes + at, n, is_bytes, shown, sizeof(shown)));
		at += n;
	}
}

void
cli_out_code(struct cli_out *out, uint32_t code)
{
	cli_out_string(out, "U+");
	cli_out_hex(out, code, code > 0xFFFFF ? 6 : code > 0xFFFF ? 5 : 4);
}
