/*
 * mojibake_case_test.c - small letters and capitals, all of them against ICU
 */
#include "characters/mojibake.h"

#include <unicode/uchar.h>

#include "check.h"

static bool
within(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

/* Letters of single-byte encodings that have the other case in one. */
static bool
has_small(uint32_t c)
{
	return within(c, 0xC0, 0x17E) && c != 0x130;
}

static bool
has_capital(uint32_t c)
{
	return within(c, 'a', 'z') || within(c, 0xE0, 0x17E) || c == 0x192 ||
	    c == 0x1A1 || c == 0x1B0 || within(c, 0x3AC, 0x3AF) ||
	    within(c, 0x3B1, 0x3CE) || within(c, 0x430, 0x45F);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (uint32_t c = 0; c < 0x10000; c++) {
		char name[16];

		snprintf(name, sizeof(name), "U+%04X", (unsigned)c);
		CHECK(name, ug_mojibake_small(c) == (has_small(c) ?
		    (uint32_t)u_tolower((UChar32)c) : c));
		CHECK(name, ug_mojibake_capital(c) == (has_capital(c) ?
		    (uint32_t)u_toupper((UChar32)c) : c));
	}
	return check_done(argv[0]);
}
