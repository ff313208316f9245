/*
 * utf7.c - whether a record of ASCII is UTF-7
 *
 *	A, a plus sign, AOk-, and so on   yes: U+00E9
 *	i++; n = a+b-1;                   no: b is no UTF-16
 *	Cloud+API-based                   no: a word, and nothing else
 *
 * Every block must be whole units of sane UTF-16 with zero bits behind, and all
 * of them together must be more than chance: each says how many bits a plus
 * sign with anything behind it would have had to guess.
 *
 * RFC 2152.
 */
#include <string.h>

#include "base/least.h"
#include "common.h"
#include "encodings/seven_bit.h"
#include "escapes.h"
#include "form.h"

/* Bits of evidence for it; set by hand but for BITS_LENGTH. */
#define BITS_ENOUGH 13
#define BITS_CLOSED 3 /* the block ends with a hyphen */
#define BITS_LENGTH 1 /* three lengths in eight are possible */
#define BITS_OTHER  5 /* against it: text has one such character in 30 */
#define BITS_LAST   20 /* not counted where it ends the line, as base64 does */

#define UNITS_MAX 256 /* of 16 bits, that are looked at in a record */

/* What all blocks of the record hold, as UTF-16BE. */
struct utf7 {
	unsigned char units[2 * UNITS_MAX];
	size_t n;
	size_t n_direct; /* of them: letters and digits of ASCII */
	size_t n_beyond; /* beyond ASCII */
	long bits;
};

/*
 * How many bits it takes to guess a character of this kind out of 65536; those
 * that are left are four in five of all.
 */
static int
utf7_bits(uint32_t c)
{
	static const struct { uint32_t first, last; int bits; } kinds[] = {
		{ 0x00A0, 0x00FF, 9 }, { 0x0100, 0x06FF, 5 },
		{ 0x0900, 0x0EFF, 5 }, { 0x1E00, 0x1FFF, 7 },
		{ 0x2010, 0x203F, 10 }, { 0x20A0, 0x20BF, 11 },
		{ 0x3000, 0x30FF, 8 }, { 0xD83C, 0xD83E, 14 },
		{ 0xDC00, 0xDFFF, 0 }, { 0xFF01, 0xFF5F, 9 },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (c >= kinds[i].first && c <= kinds[i].last)
			return kinds[i].bits;
	return c < 0x80 ? 0 : ug_common(c) != 0 ? 3 : -BITS_OTHER;
}

/*
 * Whether a block could be a word or a number: capitals, small letters, digits.
 */
static bool
utf7_is_word(const unsigned char *s, size_t len)
{
	size_t n_upper = 0, n_lower = 0, n_digits = 0;

	for (size_t at = 0; at < len; at++) {
		n_upper += ug_ascii_is_upper(s[at]);
		n_lower += ug_ascii_is_lower(s[at]);
		n_digits += ug_ascii_is_digit(s[at]);
	}
	/* A capital may start it. */
	return n_upper == len || n_lower == len || n_digits == len ||
	    (n_lower + 1 == len && ug_ascii_is_upper(s[0]));
}

static void
utf7_put(struct utf7 *utf7, uint32_t unit, long *bits)
{
	*bits += utf7_bits(unit);
	if (utf7->n == UNITS_MAX)
		return;
	utf7->n_direct += ug_ascii_is_alnum(unit);
	utf7->n_beyond += unit >= 0x80;
	utf7->units[2 * utf7->n] = (unsigned char)(unit >> 8);
	utf7->units[2 * utf7->n + 1] = (unsigned char)unit;
	utf7->n++;
}

/*
 * Take the `n` characters of base64 of a block; whether they are whole units.
 */
static bool
utf7_take(struct utf7 *utf7, const unsigned char *s, size_t n, long *bits)
{
	uint32_t sextets = 0;
	unsigned have = 0;

	for (size_t at = 0; at < n; at++) {
		sextets = sextets << 6 | ug_base64_digit(s[at]);
		have += 6;
		if (have >= 16) {
			have -= 16;
			utf7_put(utf7, sextets >> have & 0xFFFF, bits);
			sextets &= (1u << have) - 1;
		}
	}
	*bits += (long)have;
	return have < 6 && sextets == 0;
}

/*
 * Take a block from behind its plus sign on; its length with the hyphen, or 0
 * if it is none.
 */
static size_t
utf7_block(struct utf7 *utf7, const unsigned char *s, size_t len)
{
	long bits = BITS_LENGTH;
	size_t n = 0;

	while (n < len && ug_base64_digit(s[n]) != UG_NO_BASE64)
		n++;
	if (n == 0)
		return len > 0 && s[0] == '-' ? 1 : 0;
	if (!utf7_take(utf7, s, n, &bits))
		return 0;
	if (n < len && s[n] == '-')
		bits += BITS_CLOSED;
	else if (n == len || s[n] < ' ' || s[n] == '=')
		bits -= UG_MAX(0, UG_MIN(bits, BITS_LAST));
	if (bits < 0 || !utf7_is_word(s, n))
		utf7->bits += bits;
	return n + (n < len && s[n] == '-');
}

static bool
utf7_is_sane(const struct utf7 *utf7)
{
	struct ug_wide wide;

	ug_wide_read(&wide, &ug_utf16be, utf7->units, 2 * utf7->n);
	return wide.n_bad == 0 && wide.n_controls == 0 &&
	    wide.n_rare * 8 <= wide.n_chars &&
	    utf7->n_direct * 4 <= utf7->n && utf7->n_beyond > 0;
}

/* Whether all bytes have a plain form in UTF-7, and are ASCII. */
static bool
utf7_is_plain(const unsigned char *bytes, size_t len)
{
	for (size_t at = 0; at < len; at++)
		if (bytes[at] >= 0x7F || bytes[at] == '~' ||
		    bytes[at] == '\\' || bytes[at] == UG_ESC)
			return false;
	return true;
}

bool
ug_detect_utf7(const unsigned char *bytes, size_t len)
{
	const unsigned char *const end = bytes + len, *s = bytes;
	struct utf7 utf7;

	utf7.n = utf7.n_direct = utf7.n_beyond = 0;
	utf7.bits = 0;
	while ((s = memchr(s, '+', (size_t)(end - s))) != NULL) {
		const size_t n = utf7_block(&utf7, s + 1,
		    (size_t)(end - s) - 1);

		if (n == 0)
			return false;
		s += n + 1;
	}
	return utf7.bits >= BITS_ENOUGH && utf7_is_sane(&utf7) &&
	    utf7_is_plain(bytes, len);
}
