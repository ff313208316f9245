/*
 * johab.c - Johab: every Hangul syllable from its parts
 *
 * KS X 1001:1992, annex 3; Microsoft's code page 1361.  A syllable is a bit and
 * three fives, the initial, the vowel, and the final:
 *
 *	D0 65  =  1 10100 00011 00101  ->  U+D55C
 *
 * Where two of the three are fillers, it is that one letter.  The other
 * characters of KS X 1001 lie two rows to a lead byte, and are EUC-KR's.
 *
 * 5C is a backslash here, as Microsoft has it, not a won sign.
 */
#include "multi_byte.h"
#include "multi_byte_index.h"

#define NONE   (-2)
#define FILLER (-1)

#define N_VOWELS 21
#define N_FINALS 28 /* "none" among them */

/* Which initial, vowel or final five bits are, as Unicode counts them. */
struct johab_parts {
	int initial, vowel, final;
};

static struct johab_parts
johab_parts(unsigned pair)
{
	const int i = pair >> 10 & 31, v = pair >> 5 & 31, f = pair & 31;
	struct johab_parts parts = { NONE, NONE, NONE };

	if (i >= 1 && i <= 20)
		parts.initial = i - 2;
	/* The first two of each eight are no vowels. */
	if (v >= 2 && v <= 29 && v % 8 >= 2)
		parts.vowel = v - 3 - v / 8 * 2;
	if (f >= 1 && f <= 29 && f != 18)
		parts.final = f < 18 ? f - 1 : f - 2;
	return parts;
}

/* A letter that stands alone, or 0. */
static uint32_t
johab_letter(struct johab_parts parts)
{
	static const uint16_t initials[] = { 0x3131, 0x3132, 0x3134, 0x3137,
		0x3138, 0x3139, 0x3141, 0x3142, 0x3143, 0x3145, 0x3146,
		0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D,
		0x314E };
	static const uint16_t finals[] = { 0x3000, 0x3131, 0x3132, 0x3133,
		0x3134, 0x3135, 0x3136, 0x3137, 0x3139, 0x313A, 0x313B,
		0x313C, 0x313D, 0x313E, 0x313F, 0x3140, 0x3141, 0x3142,
		0x3144, 0x3145, 0x3146, 0x3147, 0x3148, 0x314A, 0x314B,
		0x314C, 0x314D, 0x314E };

	if (parts.initial == FILLER && parts.vowel == FILLER)
		return finals[parts.final];
	if (parts.final != 0)
		return 0;
	if (parts.initial == FILLER)
		return 0x314F + (uint32_t)parts.vowel;
	return parts.vowel == FILLER ? initials[parts.initial] : 0;
}

/* The character of a pair below D8, or 0. */
static uint32_t
johab_hangul(unsigned pair)
{
	const struct johab_parts parts = johab_parts(pair);

	if (parts.initial == NONE || parts.vowel == NONE ||
	    parts.final == NONE)
		return 0;
	if (parts.initial == FILLER || parts.vowel == FILLER)
		return johab_letter(parts);
	return (uint32_t)(0xAC00 +
	    (parts.initial * N_VOWELS + parts.vowel) * N_FINALS + parts.final);
}

/* The character of KS X 1001 for a lead byte from D9 on, or 0. */
static uint32_t
johab_other(unsigned lead, unsigned trail)
{
	unsigned row, column;

	if (lead < 0xD9 || lead > 0xF9 || trail == 0xFF || trail < 0x31 ||
	    (trail > 0x7E && trail < 0x91))
		return 0;
	/* Rows 1 and 42 start there. */
	row = lead < 0xE0 ? (lead - 0xD9) * 2 + 1 : (lead - 0xE0) * 2 + 42;
	column = trail - (trail < 0x91 ? 0x31 : 0x43);
	if (column >= 94) {
		column -= 94;
		row++;
	}
	/* Letters of Hangul have been read above. */
	if (row == 4 && column < 51)
		return 0;
	return ug_euc_kr[(row + 0xA0 - 0x81) * 190 + column + 0xA1 - 0x41];
}

struct ug_char
ug_johab_next(const unsigned char *bytes, size_t len)
{
	const unsigned lead = bytes[0];
	uint32_t c = 0;

	if (lead < 0x84 || lead > 0xF9 || len < 2)
		return (struct ug_char){ 1, UG_MALFORMED, 0 };
	c = lead < 0xD4 ? johab_hangul(lead << 8 | bytes[1]) :
	    johab_other(lead, bytes[1]);
	if (c != 0)
		return (struct ug_char){ 2, c, 0 };
	return (struct ug_char){ bytes[1] < 0x80 ? 1 : 2, UG_MALFORMED, 0 };
}
