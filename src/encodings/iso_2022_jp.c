/*
 * iso_2022_jp.c - WHATWG's decoder for ISO-2022-JP
 *
 * Escape sequences say what the bytes after them are, until the next:
 *
 *	ESC $ B 46 7C ESC ( B  ->  U+65E5
 *
 * WHATWG Encoding Standard (2024-09-18), 12.2.1.  Line ends are malformed in
 * two-byte mode, and so is an escape sequence that follows another directly:
 * it could hide the letters between.
 */
#include <stdbool.h>

#include "multi_byte.h"
#include "multi_byte_index.h"

#define ESC 0x1B

/* States; the standard's output flag is another bit. */
enum jp_mode {
	JP_ASCII, /* where a record starts */
	JP_ROMAN,
	JP_KATAKANA,
	JP_KANJI
};

#define JP_MODE 3u
#define JP_ESCAPED 4u /* an escape sequence came, and no character since */

static struct ug_char
jp_escape(const unsigned char *s, size_t len, unsigned *state)
{
	static const struct {
		char second, third;
		unsigned char mode;
	} sequences[] = {
		{ '(', 'B', JP_ASCII },
		{ '(', 'J', JP_ROMAN },
		{ '(', 'I', JP_KATAKANA },
		{ '$', '@', JP_KANJI },
		{ '$', 'B', JP_KANJI },
	};

	for (size_t i = 0; i < sizeof(sequences) / sizeof(*sequences); i++) {
		if (len < 3 || s[1] != sequences[i].second ||
		    s[2] != sequences[i].third)
			continue;

		const bool again = (*state & JP_ESCAPED) != 0;

		*state = sequences[i].mode | JP_ESCAPED;
		return (struct ug_char){ 3, again ? UG_MALFORMED : UG_SILENT,
			0 };
	}
	*state &= JP_MODE;
	return (struct ug_char){ 1, UG_MALFORMED, 0 };
}

static struct ug_char
jp_kanji(const unsigned char *s, size_t len)
{
	uint32_t c;

	if (s[0] < 0x21 || s[0] > 0x7E)
		return (struct ug_char){ 1, UG_MALFORMED, 0 };
	if (len < 2 || s[1] == ESC)
		return (struct ug_char){ 1, UG_MALFORMED, 0 };
	if (s[1] < 0x21 || s[1] > 0x7E)
		return (struct ug_char){ 2, UG_MALFORMED, 0 };
	c = ug_jis0208[(s[0] - 0x21) * 94 + s[1] - 0x21];
	return (struct ug_char){ 2, c != 0 ? c : UG_MALFORMED, 0 };
}

struct ug_char
ug_iso_2022_jp_next(const unsigned char *bytes, size_t len, unsigned *state)
{
	const unsigned mode = *state & JP_MODE;
	const unsigned byte = bytes[0];
	uint32_t c = byte;

	if (byte == ESC)
		return jp_escape(bytes, len, state);
	*state = mode;
	if (mode == JP_KANJI)
		return jp_kanji(bytes, len);
	if (mode == JP_KATAKANA) {
		c = byte >= 0x21 && byte <= 0x5F ? 0xFF61 - 0x21 + byte :
		    UG_MALFORMED;
		return (struct ug_char){ 1, c, 0 };
	}
	if (byte >= 0x80 || byte == 0x0E || byte == 0x0F)
		c = UG_MALFORMED;
	else if (mode == JP_ROMAN && byte == 0x5C)
		c = 0xA5;
	else if (mode == JP_ROMAN && byte == 0x7E)
		c = 0x203E;
	return (struct ug_char){ 1, c, 0 };
}
