/*
 * mojibake_char.c - what characters are in single-byte encodings
 *
 *	U+00BC  ->  BC in windows-1252, where it can follow a lead byte
 */
#include "mojibake.h"

#include "mojibake_table.h"

_Static_assert(MOJIBAKE_N == UG_MOJIBAKE_MAX,
    "one mask bit, one byte for each");

const char *const ug_mojibake_rules[UG_MOJIBAKE_MAX] = MOJIBAKE_RULES;
const uint8_t ug_mojibake_rank[UG_MOJIBAKE_MAX] = MOJIBAKE_RANK;
const uint32_t ug_mojibake_lossy = MOJIBAKE_LOSSY;
const uint32_t ug_mojibake_nbsp = MOJIBAKE_NBSP;

const struct ug_mojibake_char *
ug_mojibake_char(uint32_t c)
{
	if (c < 0x80 || c > 0xFFFF)
		return &mojibake_chars[0];
	return &mojibake_chars[mojibake_page[mojibake_index[
	    c / MOJIBAKE_PAGE]][c % MOJIBAKE_PAGE]];
}
