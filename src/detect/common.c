/*
 * common.c - which ideographs and syllables are in daily use
 *
 * A text has hardly any that its national standard left for the second level;
 * of ideographs taken at random five in six are there, or in none at all:
 *
 *	U+4E0A  simplified, traditional, Japanese      U+4E5C  none
 */
#include "common.h"

#include "base/bytes.h"
#include "common_table.h"

static unsigned
common_bit(const uint32_t *words, uint32_t i, unsigned bit)
{
	return ug_words_bit(words, i) ? bit : 0;
}

unsigned
ug_common(uint32_t c)
{
	if (c >= 0x4E00 && c < 0xA000) {
		c -= 0x4E00;
		return common_bit(common_simplified, c, UG_COMMON_SIMPLIFIED) |
		    common_bit(common_traditional, c, UG_COMMON_TRADITIONAL) |
		    common_bit(common_japanese, c, UG_COMMON_JAPANESE);
	}
	if (c >= 0xAC00 && c < 0xD7A4)
		return common_bit(common_hangul, c - 0xAC00, UG_COMMON_HANGUL);
	return 0;
}
