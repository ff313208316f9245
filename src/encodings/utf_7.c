/*
 * utf_7.c - UTF-7: UTF-16 in base64, between + and what is no base64
 *
 *	Hi Mom -+Jjo--!  ->  Hi Mom -(U+263A)-!
 *
 * RFC 2152.  Malformed are half a surrogate pair, a code unit cut short, bits
 * that are set behind the last one, a plus sign without base64 behind it, and
 * bytes beyond ASCII.  All of ASCII may stand for itself.
 */
#include <stdbool.h>

#include "seven_bit.h"

/* The state: whether in base64, and the bits that are left of its last byte. */
#define IN_BASE64 1u
#define N_BITS(state) ((state) >> 1 & 7)
#define BITS(state) ((state) >> 4)
#define STATE(n, bits) (IN_BASE64 | (n) << 1 | (bits) << 4)

unsigned
ug_base64_digit(unsigned char byte)
{
	if (ug_ascii_is_upper(byte))
		return byte - 'A';
	if (ug_ascii_is_lower(byte))
		return byte - 'a' + 26u;
	if (ug_ascii_is_digit(byte))
		return byte - '0' + 52u;
	return byte == '+' ? 62 : byte == '/' ? 63 : UG_NO_BASE64;
}

/*
 * Read a code unit as a character, with *state moved on behind it.  No bytes
 * are taken where there is no base64.
 */
static struct ug_char
utf_7_unit(const unsigned char *s, size_t len, unsigned *state)
{
	unsigned n = N_BITS(*state), bits = BITS(*state);
	size_t at = 0;

	for (; n < 16; at++) {
		const unsigned digit = at < len ? ug_base64_digit(s[at]) : 0;

		if (at == len)
			return (struct ug_char){ at, UG_INCOMPLETE, 0 };
		if (digit == UG_NO_BASE64)
			return (struct ug_char){ at, UG_MALFORMED, 0 };
		bits = bits << 6 | digit;
		n += 6;
	}
	n -= 16;
	*state = STATE(n, bits & ((1u << n) - 1));
	return (struct ug_char){ at, bits >> n, 0 };
}

static bool
utf_7_is_half(uint32_t c, uint32_t first)
{
	return c >= first && c < first + 0x400;
}

/* A character of base64, or what ends it. */
static struct ug_char
utf_7_base64(const unsigned char *s, size_t len, unsigned *state)
{
	struct ug_char found = utf_7_unit(s, len, state);
	const unsigned behind = *state;

	if (found.c == UG_MALFORMED || found.c == UG_INCOMPLETE)
		return found;
	if (utf_7_is_half(found.c, 0xD800)) {
		const struct ug_char low = utf_7_unit(s + found.len,
		    len - found.len, state);

		if (low.c == UG_INCOMPLETE)
			return (struct ug_char){ len, UG_INCOMPLETE, 0 };
		if (utf_7_is_half(low.c, 0xDC00)) {
			found.c = 0x10000 + ((found.c - 0xD800) << 10) +
			    (low.c - 0xDC00);
			found.len += low.len;
		} else {
			*state = behind;
		}
	}
	if (found.c >= 0xD800 && found.c < 0xE000)
		found.c = UG_MALFORMED;
	/* Behind the last one nothing may be left. */
	if (BITS(*state) != 0 && found.len == len)
		found.c = UG_INCOMPLETE;
	else if (BITS(*state) != 0 &&
	    ug_base64_digit(s[found.len]) == UG_NO_BASE64)
		found.c = UG_MALFORMED;
	return found;
}

/* What starts with a plus sign. */
static struct ug_char
utf_7_plus(const unsigned char *s, size_t len, unsigned *state)
{
	if (len < 2)
		return (struct ug_char){ 1, UG_INCOMPLETE, 0 };
	if (s[1] == '-')
		return (struct ug_char){ 2, '+', 0 };
	if (ug_base64_digit(s[1]) == UG_NO_BASE64)
		return (struct ug_char){ 1, UG_MALFORMED, 0 };
	*state = STATE(0u, 0u);
	return (struct ug_char){ 1, UG_SILENT, 0 };
}

struct ug_char
ug_utf_7_next(const unsigned char *bytes, size_t len, unsigned *state)
{
	if (*state != 0 && ug_base64_digit(bytes[0]) != UG_NO_BASE64) {
		const struct ug_char found = utf_7_base64(bytes, len, state);

		if (found.c == UG_INCOMPLETE)
			*state = 0;
		return found;
	}
	if (*state != 0) {
		*state = 0;
		if (bytes[0] == '-')
			return (struct ug_char){ 1, UG_SILENT, 0 };
	}
	if (bytes[0] == '+')
		return utf_7_plus(bytes, len, state);
	return (struct ug_char){ 1, bytes[0] < 0x80 ? bytes[0] : UG_MALFORMED,
		0 };
}
