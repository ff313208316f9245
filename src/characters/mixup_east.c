/*
 * mixup_east.c - what encodings of East Asia have for a character
 */
#include <string.h>

#include "mixup.h"
#include "mixup_pairs.h"

#define IBM_KANJI (0x5C - 0x40) /* the first of Shift_JIS, behind FA40 */

/* What a character is in other tables of East Asian encodings; 0: itself. */
static uint32_t
twin_of(uint32_t c)
{
	static const uint16_t twins[][2] = {
		{ 0xA2, 0xFFE0 }, { 0xA3, 0xFFE1 }, { 0xA5, 0x5C },
		{ 0xAC, 0xFFE2 }, { 0x2014, 0x2015 }, { 0x2015, 0x2014 },
		{ 0x2016, 0x2225 }, { 0x203E, 0x7E }, { 0x2212, 0xFF0D },
		{ 0x301C, 0xFF5E },
	};

	for (size_t i = 0; i < sizeof(twins) / sizeof(*twins); i++)
		if (twins[i][0] == c)
			return twins[i][1];
	return 0;
}

/*
 * What Shift_JIS has for `c`; 0: nothing.  Bytes that it leaves undefined stand
 * for characters in most programs, and kanji of IBM's that it has twice have
 * their other place in the other variant of the reader.
 */
static size_t
shift_jis_bytes(const struct ug_coding *reader, uint32_t c,
    unsigned char *bytes)
{
	size_t len;

	if (c == 0xA0 || c == 0xF8F1 || c == 0xF8F2) {
		*bytes = (unsigned char)(c == 0xA0 ? c : c - 0xF8F1 + 0xFD);
		return 1;
	}
	len = ug_encode_char(reader->encoding, c, bytes);
	if (reader->other && len == 2 && bytes[0] >= 0xFA) {
		const unsigned trail = bytes[1] - (bytes[1] > 0x7E ? 0x41u :
		    0x40u);
		const unsigned at = (bytes[0] - 0xFAu) * 188 + trail;

		if (at >= IBM_KANJI) {
			const unsigned to = (at - IBM_KANJI) % 188;

			bytes[0] = (unsigned char)(0xED +
			    (at - IBM_KANJI) / 188);
			bytes[1] = (unsigned char)(to + (to > 0x3E ? 0x41 :
			    0x40));
		}
	}
	return len;
}

/* What the reader's own table has for `c`; 0: nothing. */
static size_t
table_bytes(const struct ug_coding *reader, uint32_t c, unsigned char *bytes)
{
	return reader->encoding->decoder == UG_SHIFT_JIS ?
	    shift_jis_bytes(reader, c, bytes) :
	    ug_encode_char(reader->encoding, c, bytes);
}

/* What an East Asian reader has for `c`; 0: nothing. */
static size_t
east_bytes(const struct ug_coding *reader, uint32_t c, unsigned char *bytes)
{
	size_t len;

	if (c == UG_REPLACEMENT) {
		*bytes = UG_MIXUP_LOST_BYTE;
		return 1;
	}
	len = table_bytes(reader, c, bytes);
	return len > 0 || twin_of(c) == 0 ? len :
	    table_bytes(reader, twin_of(c), bytes);
}

size_t
ug_mixup_east(struct ug_mixup_pairs *pairs, const struct ug_coding *reader,
    uint32_t c, unsigned char bytes[UG_ENCODED_MAX])
{
	const uint32_t key = c | (uint32_t)(reader->encoding->decoder * 2 +
	    reader->other) << 24;
	struct ug_mixup_code *code;

	if (pairs == NULL)
		return east_bytes(reader, c, bytes);
	code = &pairs->codes[(key ^ key >> 21) %
	    UG_MIXUP_CODES];
	if (code->key != key) {
		code->key = key;
		code->len = (uint8_t)east_bytes(reader, c, code->bytes);
	}
	memcpy(bytes, code->bytes, sizeof(code->bytes));
	return code->len;
}
