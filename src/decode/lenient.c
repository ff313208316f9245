/*
 * lenient.c - what is not UTF-8 but has one meaning all the same
 *
 * CESU-8 (Unicode Technical Report 26; Java, Oracle, MySQL's utf8) writes the
 * two halves of a surrogate pair as three bytes each, and Java's "modified
 * UTF-8" writes NUL in two bytes, so that strings hold no zero byte:
 *
 *	ED A0 BD ED B8 80  ->  U+1F600
 *	C0 80              ->  U+0000
 *
 * Left alone: a half without the other, and all other overlong forms, which
 * only attackers write.
 */
#include "lenient.h"

#include "base/text.h"

/* Whether s[0..2] is a surrogate: from A0 on a high, from B0 on a low one. */
static bool
lenient_is_half(const unsigned char *s, unsigned from)
{
	return s[0] == 0xED && s[1] >= from && s[1] < from + 0x10 &&
	    ug_char_is_tail(s[2]);
}

size_t
ug_lenient_next(const unsigned char *bytes, size_t len, uint32_t *c,
    const char **rule)
{
	if (len >= 2 && bytes[0] == 0xC0 && bytes[1] == 0x80) {
		*c = 0;
		*rule = "decode/utf-8-overlong";
		return 2;
	}
	if (len >= 6 && lenient_is_half(bytes, 0xA0) &&
	    lenient_is_half(bytes + 3, 0xB0)) {
		*c = 0x10000 + ((uint32_t)(bytes[1] & 0x0F) << 16 |
		    (uint32_t)(bytes[2] & 0x3F) << 10 |
		    (uint32_t)(bytes[4] & 0x0F) << 6 | (bytes[5] & 0x3Fu));
		*rule = "decode/cesu-8";
		return 6;
	}
	return 0;
}
