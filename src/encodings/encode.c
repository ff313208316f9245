/*
 * encode.c - from characters to bytes: the inverse of what decoders do
 *
 * A multi-byte encoding's index is turned around by encode_table_gen.c: from a
 * character to its pointer, of which the bytes are made as the WHATWG Encoding
 * Standard (2024-09-18) says for encoders.  But what those write for another's
 * sake (U+00A5 as 5C) is left aside, and what they refuse to write though all
 * decoders read it (JIS X 0212, the HKSCS) is written:
 *
 *	Shift_JIS  U+7E8A  ->  FA 5C, not ED 40
 */
#include "encode.h"

#include <stdbool.h>
#include <string.h>

#include "multi_byte_index.h"

#include "encode_table.h"

#define NONE UINT32_MAX

static unsigned
encode_count(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) +
	    (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (unsigned)(bits * UG_EACH_BYTE >> 56);
}

/* The number of `c` in a map, or NONE. */
static uint32_t
encode_find(const struct encode_map *map, uint32_t c)
{
	const uint64_t bit = UINT64_C(1) << c % ENCODE_BLOCK;
	unsigned block;

	/* Plane 2 follows on plane 0. */
	if (c >= 0x10000)
		c = c >> 16 == 2 ? c - 0x10000 : NONE;
	if (c / ENCODE_BLOCK >= map->n)
		return NONE;
	block = map->blocks[c / ENCODE_BLOCK];
	if ((encode_has[block] & bit) == 0)
		return NONE;
	return map->numbers[encode_first[block] +
	    encode_count(encode_has[block] & (bit - 1))];
}

static size_t
encode_two(unsigned char *bytes, uint32_t lead, uint32_t trail)
{
	bytes[0] = (unsigned char)lead;
	bytes[1] = (unsigned char)trail;
	return 2;
}

/* ---- for each encoding: a character U+0080 or above */

static size_t
encode_shift_jis(uint32_t c, unsigned char *bytes)
{
	uint32_t pointer, lead, trail;

	if (c == 0x80 || (c >= 0xFF61 && c <= 0xFF9F)) {
		bytes[0] = (unsigned char)(c == 0x80 ? c : c - 0xFF61 + 0xA1);
		return 1;
	}
	if (c >= 0xE000 && c <= 0xE757) {
		pointer = c - 0xE000 + 8836;
	} else {
		pointer = encode_find(&encode_map_jis0208, c);
		if (pointer == NONE)
			return 0;
		if (pointer >= ENCODE_NEC_IBM &&
		    pointer < ENCODE_NEC_IBM + ENCODE_N_NEC_IBM)
			pointer = encode_nec_ibm[pointer - ENCODE_NEC_IBM];
	}
	lead = pointer / 188;
	trail = pointer % 188;
	return encode_two(bytes, lead + (lead < 0x1F ? 0x81 : 0xC1),
	    trail + (trail < 0x3F ? 0x40 : 0x41));
}

static size_t
encode_euc_jp(uint32_t c, unsigned char *bytes)
{
	uint32_t pointer;

	if (c >= 0xFF61 && c <= 0xFF9F)
		return encode_two(bytes, 0x8E, c - 0xFF61 + 0xA1);
	pointer = encode_find(&encode_map_jis0208, c);
	/* Beyond 94 rows there is Shift_JIS alone. */
	if (pointer < UG_N_PLANE)
		return encode_two(bytes, pointer / 94 + 0xA1,
		    pointer % 94 + 0xA1);
	pointer = encode_find(&encode_map_jis0212, c);
	if (pointer == NONE)
		return 0;
	bytes[0] = 0x8F;
	return 1 + encode_two(bytes + 1, pointer / 94 + 0xA1,
	    pointer % 94 + 0xA1);
}

static size_t
encode_euc_kr(uint32_t c, unsigned char *bytes)
{
	const uint32_t pointer = encode_find(&encode_map_euc_kr, c);

	return pointer == NONE ? 0 :
	    encode_two(bytes, pointer / 190 + 0x81, pointer % 190 + 0x41);
}

static size_t
encode_big5(uint32_t c, unsigned char *bytes)
{
	const uint32_t pointer = encode_find(&encode_map_big5, c);
	const uint32_t trail = pointer % 157;

	return pointer == NONE ? 0 : encode_two(bytes, pointer / 157 + 0x81,
	    trail + (trail < 0x3F ? 0x40 : 0x62));
}

/* The pointer to two bytes, or NONE. */
static uint32_t
encode_gb18030_pair(uint32_t c)
{
	uint32_t low = 0, high = ENCODE_N_GBK_3;

	if (c < ug_gb18030[0] || c > ug_gb18030[ENCODE_N_GBK_3 - 1])
		return encode_find(&encode_map_gb18030, c);
	while (high - low > 1) {
		const uint32_t mid = low + (high - low) / 2;

		if (ug_gb18030[mid] <= c)
			low = mid;
		else
			high = mid;
	}
	return ug_gb18030[low] == c ? low :
	    encode_find(&encode_map_gb18030, c);
}

/* 5, "index gb18030 ranges pointer"; NONE: it has none. */
static uint32_t
encode_gb18030_ranges(uint32_t c)
{
	size_t low = 0, high = ENCODE_N_RANGES;
	uint32_t pointer, end;

	if (c >= 0x10000)
		return c > 0x10FFFF ? NONE : c - 0x10000 + 189000;
	if (c == 0xE7C7)
		return 7457;
	while (high - low > 1) {
		const size_t mid = low + (high - low) / 2;

		if (ug_gb18030_ranges[mid].c <= c)
			low = mid;
		else
			high = mid;
	}
	pointer = ug_gb18030_ranges[low].pointer + c -
	    ug_gb18030_ranges[low].c;
	end = low + 1 < ENCODE_N_RANGES ?
	    ug_gb18030_ranges[low + 1].pointer : 39420;
	return pointer < end ? pointer : NONE;
}

static size_t
encode_gb18030(uint32_t c, bool gbk, unsigned char *bytes)
{
	uint32_t pointer, trail;

	if (gbk && c == 0x20AC) {
		bytes[0] = 0x80;
		return 1;
	}
	pointer = encode_gb18030_pair(c);
	trail = pointer % 190;
	if (pointer != NONE)
		return encode_two(bytes, pointer / 190 + 0x81,
		    trail + (trail < 0x3F ? 0x40 : 0x41));
	pointer = encode_gb18030_ranges(c);
	if (pointer == NONE)
		return 0;
	encode_two(bytes, pointer / 12600 + 0x81,
	    pointer / 1260 % 10 + 0x30);
	return 2 + encode_two(bytes + 2, pointer / 10 % 126 + 0x81,
	    pointer % 10 + 0x30);
}

static size_t
encode_single_byte(const struct ug_encoding *encoding, uint32_t c,
    unsigned char *bytes)
{
	if (c >= UG_UNDEFINED)
		return 0;
	if (c < 0x80 && encoding->lower == NULL) {
		bytes[0] = (unsigned char)c;
		return 1;
	}
	for (unsigned i = 0; i < 128; i++) {
		if (encoding->upper[i] == c)
			bytes[0] = (unsigned char)(0x80 + i);
		else if (encoding->lower != NULL && encoding->lower[i] == c)
			bytes[0] = (unsigned char)i;
		else
			continue;
		return 1;
	}
	return 0;
}

static size_t
encode_multi_byte(const struct ug_encoding *encoding, uint32_t c,
    unsigned char *bytes)
{
	switch (encoding->decoder) {
	case UG_BIG5:
		return encode_big5(c, bytes);
	case UG_EUC_JP:
		return encode_euc_jp(c, bytes);
	case UG_EUC_KR:
		return encode_euc_kr(c, bytes);
	case UG_GB18030:
		return encode_gb18030(c, strcmp(encoding->name, "GBK") == 0,
		    bytes);
	case UG_SHIFT_JIS:
		return encode_shift_jis(c, bytes);
	default:
		return 0;
	}
}

size_t
ug_encode_char(const struct ug_encoding *encoding, uint32_t c,
    unsigned char bytes[UG_ENCODED_MAX])
{
	if (encoding->kind == UG_SINGLE_BYTE)
		return encode_single_byte(encoding, c, bytes);
	if (encoding->kind != UG_MULTI_BYTE ||
	    encoding->decoder == UG_JOHAB || encoding->decoder == UG_EUC_TW)
		return 0;
	if (c < 0x80) {
		bytes[0] = (unsigned char)c;
		return 1;
	}
	return encode_multi_byte(encoding, c, bytes);
}

/* ---- readers */

static const char *const encode_iso_8859_1_labels[] = { "iso-8859-1", NULL };
static const char *const encode_iso_8859_9_labels[] = { "iso-8859-9", NULL };

/* Those that are not in the list, in the order of their numbers. */
static const struct ug_encoding encode_own[] = {
	{ "ISO-8859-1", UG_SINGLE_BYTE, "decode/iso-8859-1",
	    encode_iso_8859_1, NULL, UG_CONVERTER, NULL,
	    encode_iso_8859_1_labels },
	{ "ISO-8859-9", UG_SINGLE_BYTE, "decode/iso-8859-9",
	    encode_iso_8859_9, NULL, UG_CONVERTER, NULL,
	    encode_iso_8859_9_labels },
};

size_t
ug_n_readers(void)
{
	return ENCODE_N_READERS;
}

const struct ug_encoding *
ug_reader(size_t i)
{
	if (i >= ENCODE_N_READERS)
		return NULL;
	if (encode_order[i] < ENCODE_OWN)
		return ug_encoding_at(encode_order[i]);
	return &encode_own[encode_order[i] - ENCODE_OWN];
}

const unsigned char *
ug_reader_bytes(uint32_t c)
{
	const uint32_t row = encode_find(&encode_map_readers, c);

	return row == NONE ? NULL : encode_bytes[row];
}
