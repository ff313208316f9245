/*
 * units.c - UTF-16 and UTF-32
 *
 * Malformed are a surrogate without its other half, what lies beyond U+10FFFF,
 * and what is left of a unit or a pair that the input's end cut short:
 *
 *	3D D8 00 DE  ->  U+1F600          3D D8 41 00  ->  U+FFFD A
 *
 * A byte order mark is a character here.  WHATWG Encoding Standard, 14.4;
 * Unicode 15.0, 3.9, D90.
 */
#include "units.h"

#include "base/least.h"
#include "decoded.h"


static bool
is_surrogate(uint32_t c)
{
	return c >= 0xD800 && c < 0xE000;
}

/* The character at s[0..len), or U+FFFD with *bad set; its length in *used. */
static uint32_t
utf16_next(enum ug_encoding_kind kind, const unsigned char *s, size_t len,
    size_t *used, bool *bad)
{
	const uint32_t high = len < 2 ? 0 : ug_unit_at(kind, s);

	*bad = false;
	*used = UG_MIN(len, 2);
	if (len >= 2 && !is_surrogate(high))
		return high;
	if (len >= 4 && high < 0xDC00) {
		const uint32_t low = ug_unit_at(kind, s + 2);

		if (low >= 0xDC00 && low < 0xE000) {
			*used = 4;
			return 0x10000 + ((high - 0xD800) << 10) +
			    (low - 0xDC00);
		}
	} else if (len < 4 && len >= 2 && high < 0xDC00) {
		*used = len;
	}
	*bad = true;
	return UG_REPLACEMENT;
}

static uint32_t
utf32_next(enum ug_encoding_kind kind, const unsigned char *s, size_t len,
    size_t *used, bool *bad)
{
	const uint32_t c = len < 4 ? UG_REPLACEMENT : ug_unit_at(kind, s);

	*used = UG_MIN(len, 4);
	*bad = len < 4 || c > 0x10FFFF || is_surrogate(c);
	return *bad ? UG_REPLACEMENT : c;
}

enum ungarble_err
ug_units_decode(enum ug_encoding_kind kind, const unsigned char *bytes,
    size_t len, uint64_t in_at, struct ug_decoded *out)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t used;

	for (size_t at = 0; at < len && err == UNGARBLE_OK; at += used) {
		bool bad;
		const uint32_t c = ug_unit_len(kind) == 2 ?
		    utf16_next(kind, bytes + at, len - at, &used, &bad) :
		    utf32_next(kind, bytes + at, len - at, &used, &bad);

		err = bad ?
		    ug_decoded_malformed(out, in_at + at, bytes + at, used) :
		    ug_decoded_char(out, in_at + at, used, c);
	}
	return err;
}
