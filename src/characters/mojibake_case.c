/*
 * mojibake_case.c - small letters and capitals of mojibake
 *
 * A text that is put in capitals or small letters after it was misread has its
 * bytes changed, as far as they are letters:
 *
 *	U+00C3 U+00A9  ->  U+00E3 U+00A9   in small letters
 *	U+00E2 U+20AC  ->  U+00C2 U+20AC   in capitals
 *
 * What is restored has to be written like the rest.  Latin, Greek and Cyrillic
 * as far as single-byte encodings go; anything else has no case here.
 */
#include "mojibake.h"

uint32_t
ug_mojibake_small(uint32_t c)
{
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 0x20;
	if (c == 0x178)
		return 0xFF;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c + (c & 1);
	return c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x138 ? c | 1 : c;
}

static uint32_t
capital_latin(uint32_t c)
{
	if (ug_ascii_is_lower(c))
		return c - 0x20;
	if (c >= 0xE0 && c <= 0xFE && c != 0xF7)
		return c - 0x20;
	if (c == 0xFF)
		return 0x178;
	if (c == 0x131)
		return 'I';
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c - !(c & 1);
	if (c == 0x192)
		return 0x191;
	if (c == 0x1A1 || c == 0x1B0)
		return c - 1;
	return c >= 0x100 && c <= 0x177 && c != 0x138 && c != 0x149 ?
	    c & ~1u : c;
}

uint32_t
ug_mojibake_capital(uint32_t c)
{
	if (c == 0x3AC)
		return 0x386;
	if (c >= 0x3AD && c <= 0x3AF)
		return c - 0x25;
	if (c == 0x3C2)
		return 0x3A3;
	if (c >= 0x3B1 && c <= 0x3CB)
		return c - 0x20;
	if (c == 0x3CC)
		return 0x38C;
	if (c == 0x3CD || c == 0x3CE)
		return c - 0x3F;
	if (c >= 0x430 && c <= 0x44F)
		return c - 0x20;
	return c >= 0x450 && c <= 0x45F ? c - 0x50 : capital_latin(c);
}
