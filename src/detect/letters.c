/*
 * letters.c - classes, scripts and lower case of the characters of single-byte
 * encodings
 *
 * Detection reads each candidate's text as words; it must know letters from
 * signs, capitals from small letters, and one script from another:
 *
 *	U+00C9 -> Latin, capital, U+00E9
 *
 * Characters that no single-byte encoding has are rare signs.
 *
 * Unicode 15.0, Scripts.txt and UnicodeData.txt.
 */
#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "letters.h"

static const char16_t opening[] = u"“‘„«¿¡‛‟";
static const char16_t closing[] = u"”»";
static const char16_t signs[] =
    u"…•·°§©®™€£¥№½¼¾²³±×ªº¢µ،؛؟ـ\u200C\u200D\u200E\u200F";

static struct ug_letter
letter_make(uint32_t fold, enum ug_script script, enum ug_class class)
{
	return (struct ug_letter){ (uint16_t)fold, (unsigned char)script,
	    (unsigned char)class };
}

static bool
letter_in(const char16_t *set, uint16_t c)
{
	while (*set != 0 && *set != c)
		set++;
	return *set != 0;
}

static struct ug_letter
letter_ascii(uint16_t c)
{
	if (c >= 'a' && c <= 'z')
		return letter_make(c, UG_LATIN, UG_LOWER);
	if (c >= 'A' && c <= 'Z')
		return letter_make(c + 0x20u, UG_LATIN, UG_UPPER);
	if (c >= '0' && c <= '9')
		return letter_make(c, UG_NO_SCRIPT, UG_DIGIT);
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return letter_make(c, UG_NO_SCRIPT, UG_SPACE);
	if (c < ' ' || c == 0x7F)
		return letter_make(c, UG_NO_SCRIPT, UG_CONTROL);
	return letter_make(c, UG_NO_SCRIPT, UG_PUNCTUATION);
}

/* Whether c is the capital of a pair of neighbours in Latin Extended. */
static bool
letter_latin_upper(uint16_t c)
{
	const bool even = c % 2 == 0;

	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ||
	    c == 0x1AF)
		return !even;
	return even && c != 0x138 && c != 0x1B0;
}

static struct ug_letter
letter_latin(uint16_t c)
{
	if (c < 0x100) {
		if (c >= 0xE0 || c == 0xDF)
			return letter_make(c, UG_LATIN, UG_LOWER);
		return letter_make(c + 0x20u, UG_LATIN, UG_UPPER);
	}
	if (c == 0x178)
		return letter_make(0xFF, UG_LATIN, UG_UPPER);
	if (c == 0x130)
		return letter_make(c, UG_LATIN, UG_UPPER);
	if (letter_latin_upper(c))
		return letter_make(c + 1u, UG_LATIN, UG_UPPER);
	return letter_make(c, UG_LATIN, UG_LOWER);
}

static struct ug_letter
letter_greek(uint16_t c)
{
	static const char16_t accented[] = u"ΆάΈέΉήΊίΌόΎύΏώ";

	for (size_t i = 0; accented[i] != 0; i += 2)
		if (accented[i] == c)
			return letter_make(accented[i + 1], UG_GREEK, UG_UPPER);
	if (c >= 0x391 && c <= 0x3AB)
		return letter_make(c + 0x20u, UG_GREEK, UG_UPPER);
	if (c >= 0x3AC || c == 0x390)
		return letter_make(c, UG_GREEK, UG_LOWER);
	return letter_make(c, UG_NO_SCRIPT, UG_RARE_SIGN);
}

static struct ug_letter
letter_cyrillic(uint16_t c)
{
	if (c < 0x410)
		return letter_make(c + 0x50u, UG_CYRILLIC, UG_UPPER);
	if (c < 0x430)
		return letter_make(c + 0x20u, UG_CYRILLIC, UG_UPPER);
	if (c < 0x460)
		return letter_make(c, UG_CYRILLIC, UG_LOWER);
	if (c % 2 == 0)
		return letter_make(c + 1u, UG_CYRILLIC, UG_UPPER);
	return letter_make(c, UG_CYRILLIC, UG_LOWER);
}

static struct ug_letter
letter_caseless(uint16_t c)
{
	if (c >= 0x5D0 && c <= 0x5F2)
		return letter_make(c, UG_HEBREW, UG_CASELESS);
	if (c >= 0x5B0 && c <= 0x5C2)
		return letter_make(c, UG_HEBREW, UG_COMBINING);
	if (c >= 0x64B && c <= 0x652)
		return letter_make(c, UG_ARABIC, UG_COMBINING);
	if ((c >= 0x621 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3))
		return letter_make(c, UG_ARABIC, UG_CASELESS);
	if (c == 0xE31 || (c >= 0xE34 && c <= 0xE3A) ||
	    (c >= 0xE47 && c <= 0xE4E))
		return letter_make(c, UG_THAI, UG_COMBINING);
	if (c >= 0xE01 && c <= 0xE46 && c != 0xE3F)
		return letter_make(c, UG_THAI, UG_CASELESS);
	if (c >= 0x300 && c <= 0x323)
		return letter_make(c, UG_LATIN, UG_COMBINING);
	return letter_make(c, UG_NO_SCRIPT, UG_RARE_SIGN);
}

static struct ug_letter
letter_sign(uint16_t c)
{
	enum ug_class class = UG_RARE_SIGN;

	if (c == 0xA0)
		class = UG_SPACE;
	else if (c == 0x2019)
		class = UG_APOSTROPHE;
	else if (c == 0x2013 || c == 0x2014)
		class = UG_DASH;
	else if (letter_in(opening, c))
		class = UG_OPENING;
	else if (letter_in(closing, c))
		class = UG_CLOSING;
	else if (letter_in(signs, c))
		class = UG_SIGN;
	else if (c >= 0x2500 && c <= 0x25A0)
		class = UG_BOX;
	else if ((c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900))
		class = UG_CONTROL;
	else if (c == 0xFFFF || c == 0xFFFD)
		class = UG_BROKEN;
	return letter_make(c, UG_NO_SCRIPT, class);
}

struct ug_letter
ug_letter_of(uint16_t c)
{
	if (c < 0x80)
		return letter_ascii(c);
	if (c >= 0xC0 && c < 0x100 && c != 0xD7 && c != 0xF7)
		return letter_latin(c);
	if (c == 0x192)
		return letter_make(c, UG_NO_SCRIPT, UG_RARE_SIGN);
	if ((c >= 0x100 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00))
		return letter_latin(c);
	if (c >= 0x386 && c <= 0x3CE && c != 0x387)
		return letter_greek(c);
	if (c >= 0x400 && c < 0x500)
		return letter_cyrillic(c);
	if ((c >= 0x300 && c < 0x324) || (c >= 0x5B0 && c < 0x5F3) ||
	    (c >= 0x621 && c < 0x6D4 && c != 0x640) ||
	    (c >= 0xE01 && c < 0xE4F))
		return letter_caseless(c);
	return letter_sign(c);
}
