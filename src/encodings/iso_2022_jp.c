/*
 * iso_2022_jp.c - WHATWG's decoder for ISO-2022-JP, and what others write
 *
 * Escape sequences say what the bytes after them are, until the next:
 *
 *	ESC $ B 46 7C ESC ( B  ->  U+65E5
 *
 * WHATWG Encoding Standard (2024-09-18), 12.2.1.  Line ends are malformed in
 * two-byte mode, and so is an escape sequence that follows another directly:
 * it could hide the letters between.
 *
 * What is malformed to WHATWG alone is read: JIS X 0212, GB 2312, KS X 1001 and
 * the part of JIS X 0213 that is JIS X 0208 (ISO-2022-JP-1, -2, -3; RFC 2237,
 * RFC 1554), and half-width katakana between SO and SI, up to the line's end.
 */
#include <stdbool.h>

#include "seven_bit.h"

/* States; the standard's output flag is another bit. */
enum jp_mode {
	JP_ASCII, /* where a stream starts */
	JP_ROMAN,
	JP_KATAKANA,
	JP_0208,
	JP_0212,
	JP_GB2312,
	JP_KSX1001
};

#define JP_MODE    7u
#define JP_ESCAPED 8u  /* an escape sequence came, and no character since */
#define JP_SHIFTED 16u /* SO */

static struct ug_char
jp_escape(const unsigned char *s, size_t len, unsigned *state)
{
	static const struct ug_escape known[] = {
		{ "(B", JP_ASCII }, { "(J", JP_ROMAN }, { "(I", JP_KATAKANA },
		{ "$@", JP_0208 }, { "$B", JP_0208 }, { "$A", JP_GB2312 },
		{ "$(B", JP_0208 }, { "$(C", JP_KSX1001 },
		{ "$(D", JP_0212 }, { "$(O", JP_0208 }, { "$(Q", JP_0208 },
		{ NULL, 0 },
	};
	const bool again = (*state & JP_ESCAPED) != 0;
	unsigned mode;
	struct ug_char found = ug_escape_next(known, s, len, &mode);

	if (found.c != UG_SILENT) {
		*state &= JP_MODE;
		return found;
	}
	*state = mode | JP_ESCAPED;
	if (again)
		found.c = UG_MALFORMED;
	return found;
}

/* WHATWG takes the second byte, whatever it is, unless it is ESC. */
static struct ug_char
jp_pair(const struct ug_plane *plane, const unsigned char *s, size_t len)
{
	struct ug_char found = ug_plane_next(plane, s, len);

	if (found.c == UG_MALFORMED && s[0] >= 0x21 && s[0] <= 0x7E &&
	    s[1] != UG_ESC)
		found.len = 2;
	return found;
}

static struct ug_char
jp_katakana(unsigned byte)
{
	return (struct ug_char){ 1, byte >= 0x21 && byte <= 0x5F ?
		0xFF61 - 0x21 + byte : UG_MALFORMED, 0 };
}

/* In a mode of one byte. */
static struct ug_char
jp_single(unsigned byte, unsigned *state)
{
	const unsigned mode = *state & JP_MODE;
	uint32_t c = byte;

	if (byte == (*state & JP_SHIFTED ? UG_SI : UG_SO) &&
	    mode != JP_KATAKANA) {
		*state ^= JP_SHIFTED;
		return (struct ug_char){ 1, UG_SILENT, 0 };
	}
	if (mode == JP_KATAKANA || (*state & JP_SHIFTED && byte > ' '))
		return jp_katakana(byte);
	if (byte == '\n')
		*state = mode;
	if (byte >= 0x80 || byte == UG_SO || byte == UG_SI)
		c = UG_MALFORMED;
	else if (mode == JP_ROMAN && byte == 0x5C)
		c = 0xA5;
	else if (mode == JP_ROMAN && byte == 0x7E)
		c = 0x203E;
	return (struct ug_char){ 1, c, 0 };
}

struct ug_char
ug_iso_2022_jp_next(const unsigned char *bytes, size_t len, unsigned *state)
{
	static const struct ug_plane *const planes[] = {
		[JP_0208] = &ug_plane_jis0208,
		[JP_0212] = &ug_plane_jis0212,
		[JP_GB2312] = &ug_plane_gb2312,
		[JP_KSX1001] = &ug_plane_ksx1001,
	};

	if (bytes[0] == UG_ESC)
		return jp_escape(bytes, len, state);
	*state &= ~JP_ESCAPED;
	if ((*state & JP_MODE) < JP_0208)
		return jp_single(bytes[0], state);
	return jp_pair(planes[*state & JP_MODE], bytes, len);
}
