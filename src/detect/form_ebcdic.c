/*
 * form_ebcdic.c - bytes in which a space is 40
 *
 *	C1 95 40 96 93 84 40 94 81 95  ->  An old man
 *
 * No other encoding has a text whose words stand between 40 (an @ of ASCII, or
 * half a character) with neither 20 nor 0A in it.  Where most of the rest is in
 * the places of letters, digits and common signs that all Latin code pages
 * share, that is sure; Greek and Hebrew letters are elsewhere.
 */
#include <string.h>

#include "base/utf8.h"
#include "form.h"

#define SPACE 0x40

/* By hand. */
#define EBCDIC_MIN 8          /* bytes */
#define SPACE_PERCENT 4       /* the longest words in a short line leave 4.5 */
#define OTHERS_PER_FOREIGN 8  /* spaces to one 20 or 0A: C1 controls here */
#define LATIN_PERCENT 70      /* fewer letters, digits and signs: a maybe */
#define UTF8_ENOUGH 16        /* bytes that start like that are UTF-8 */

/* a-i, j-r, s-z, each with its capital letters 40 further; digits. */
static bool
ebcdic_is_latin(unsigned char byte)
{
	const unsigned char low = byte & 0x0F, high = byte & 0xF0;

	if (high == 0xF0)
		return low <= 9;
	if (high == 0xA0 || high == 0xE0)
		return low >= 2 && low <= 9;
	return (high == 0x80 || high == 0x90 || high == 0xC0 || high == 0xD0) &&
	    low >= 1 && low <= 9;
}

static bool
ebcdic_is_sign(unsigned char byte)
{
	switch (byte) {
	case 0x05: /* tab */
	case 0x0D: case 0x15: case 0x25: /* line ends */
	case 0x4B: case 0x6B: case 0x5E: case 0x7A: /* . , ; : */
	case 0x4D: case 0x5D: case 0x60: case 0x61: /* ( ) - / */
	case 0x7D: case 0x7F: case 0x6F: /* ' " ? */
		return true;
	default:
		return false;
	}
}

/* Whether too few bytes are spaces: of most text in ASCII hardly any. */
static bool
ebcdic_lacks_spaces(const unsigned char *bytes, size_t len)
{
	const unsigned char *const end = bytes + len;
	size_t n = 0;

	while ((bytes = memchr(bytes, SPACE, (size_t)(end - bytes))) != NULL) {
		n++;
		bytes++;
	}
	return n * 100 < len * SPACE_PERCENT;
}

enum ug_ebcdic
ug_detect_ebcdic(const unsigned char *bytes, size_t len)
{
	size_t n_spaces = 0, n_foreign = 0, n_latin = 0, n_odd = 0;
	bool ascii;
	const size_t prefix = ug_utf8_prefix(bytes, len, &ascii);

	if (len < EBCDIC_MIN || prefix == len || (!ascii &&
	    prefix >= UTF8_ENOUGH) || ebcdic_lacks_spaces(bytes, len))
		return UG_EBCDIC_NO;
	for (size_t at = 0; at < len; at++) {
		n_spaces += bytes[at] == SPACE;
		n_foreign += bytes[at] == ' ' || bytes[at] == '\n';
		n_latin += ebcdic_is_latin(bytes[at]) ||
		    ebcdic_is_sign(bytes[at]);
		n_odd += bytes[at] != 0x05 && bytes[at] != 0x15 &&
		    ug_form_is_odd(bytes[at]);
	}
	if (n_foreign * OTHERS_PER_FOREIGN > n_spaces ||
	    n_odd * OTHERS_PER_FOREIGN > n_spaces)
		return UG_EBCDIC_NO;
	return (n_latin + n_spaces) * 100 >= len * LATIN_PERCENT
	    ? UG_EBCDIC_YES : UG_EBCDIC_MAYBE;
}

bool
ug_detect_is_ebcdic(const struct ug_encoding *encoding)
{
	return encoding->kind == UG_SINGLE_BYTE && encoding->lower != NULL &&
	    encoding->lower[SPACE] == ' ';
}
