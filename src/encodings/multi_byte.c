/*
 * multi_byte.c - WHATWG's decoders for East Asian encodings, and EUC-TW
 *
 * WHATWG Encoding Standard (2024-09-18), 10 to 13: each function here is the
 * handler of one decoder, turned from a state machine fed with bytes into a
 * look at the next few.  Where the standard restores an ASCII byte, so that an
 * attacker cannot hide it behind a lead byte, that byte is not taken:
 *
 *	Shift_JIS  81 22  ->  U+FFFD "
 *	           81 FD  ->  U+FFFD
 */
#include "multi_byte.h"

#include <stdbool.h>
#include <string.h>

#include "base/bytes.h"
#include "multi_byte_index.h"
#include "seven_bit.h"

static bool
in_range(unsigned byte, unsigned low, unsigned high)
{
	return byte >= low && byte <= high;
}

/* The character c, or if that is 0 a malformed one that spares ASCII. */
static struct ug_char
multi_byte_pair(uint32_t c, unsigned trail)
{
	if (c != 0)
		return (struct ug_char){ 2, c, 0 };
	return (struct ug_char){ trail < 0x80 ? 1 : 2, UG_MALFORMED, 0 };
}

static const struct ug_char multi_byte_bad = { 1, UG_MALFORMED, 0 };

/*
 * For each decoder: the character that its two bytes at `s` stand for by the
 * index, or 0.  None looks at the second byte before the first one allows it.
 */

/* 12.3.1.  The index spans user-defined characters, read as private use. */
static inline uint32_t
shift_jis_pair(const unsigned char *s)
{
	unsigned pointer;

	if (!in_range(s[0], 0x81, 0x9F) && !in_range(s[0], 0xE0, 0xFC))
		return 0;
	if (!in_range(s[1], 0x40, 0xFC) || s[1] == 0x7F)
		return 0;
	pointer = (s[0] - (s[0] < 0xA0 ? 0x81u : 0xC1u)) * 188 +
	    s[1] - (s[1] < 0x7F ? 0x40u : 0x41u);
	return in_range(pointer, 8836, 10715) ? 0xE000 - 8836 + pointer :
	    ug_jis0208[pointer];
}

static inline uint32_t
euc_jp_pair(const unsigned char *s)
{
	if (!in_range(s[0], 0xA1, 0xFE) || !in_range(s[1], 0xA1, 0xFE))
		return 0;
	return ug_jis0208[(s[0] - 0xA1) * 94 + s[1] - 0xA1];
}

static inline uint32_t
euc_kr_pair(const unsigned char *s)
{
	if (!in_range(s[0], 0x81, 0xFE) || !in_range(s[1], 0x41, 0xFE))
		return 0;
	return ug_euc_kr[(s[0] - 0x81) * 190 + s[1] - 0x41];
}

static inline uint32_t
gb18030_pair(const unsigned char *s)
{
	if (!in_range(s[0], 0x81, 0xFE) || !in_range(s[1], 0x40, 0xFE) ||
	    s[1] == 0x7F)
		return 0;
	return ug_gb18030[(s[0] - 0x81u) * 190 + s[1] -
	    (s[1] < 0x7F ? 0x40u : 0x41u)];
}

static inline uint32_t
big5_pair(const unsigned char *s)
{
	unsigned pointer;

	if (!in_range(s[0], 0x81, 0xFE) ||
	    (!in_range(s[1], 0x40, 0x7E) && !in_range(s[1], 0xA1, 0xFE)))
		return 0;
	pointer = (s[0] - 0x81u) * 157 + s[1] - (s[1] < 0x7F ? 0x40u : 0x62u);
	return ug_big5[pointer] |
	    (uint32_t)ug_bytes_bit(ug_big5_plane2, pointer) << 17;
}

/* EUC-TW's: CNS 11643 without WHATWG.  Two bytes are of its first plane. */
static inline uint32_t
euc_tw_pair(const unsigned char *s)
{
	unsigned pointer;

	if (!in_range(s[0], 0xA1, 0xFE) || !in_range(s[1], 0xA1, 0xFE))
		return 0;
	pointer = (s[0] - 0xA1u) * 94 + s[1] - 0xA1u;
	return ug_cns[pointer] |
	    (uint32_t)ug_bytes_bit(ug_cns_plane2, pointer) << 17;
}

/* 12.3.1 */
static struct ug_char
shift_jis_next(const unsigned char *s, size_t len)
{
	const unsigned lead = s[0];

	if (lead == 0x80)
		return (struct ug_char){ 1, lead, 0 };
	if (in_range(lead, 0xA1, 0xDF))
		return (struct ug_char){ 1, 0xFF61 - 0xA1 + lead, 0 };
	if (lead == 0xA0 || lead > 0xFC || len < 2)
		return multi_byte_bad;
	return multi_byte_pair(shift_jis_pair(s), s[1]);
}

/* 12.1.1, three bytes: 8F, then JIS X 0212. */
static struct ug_char
euc_jp_next_0212(const unsigned char *s, size_t len)
{
	uint32_t c = 0;

	if (len < 3)
		return (struct ug_char){ len, UG_MALFORMED, 0 };
	if (in_range(s[2], 0xA1, 0xFE))
		c = ug_jis0212[(s[1] - 0xA1) * 94 + s[2] - 0xA1];
	if (c != 0)
		return (struct ug_char){ 3, c, 0 };
	return (struct ug_char){ s[2] < 0x80 ? 2 : 3, UG_MALFORMED, 0 };
}

static struct ug_char
euc_jp_next(const unsigned char *s, size_t len)
{
	const unsigned lead = s[0];

	if (!(lead == 0x8E || lead == 0x8F || in_range(lead, 0xA1, 0xFE)) ||
	    len < 2)
		return multi_byte_bad;
	if (lead == 0x8F && in_range(s[1], 0xA1, 0xFE))
		return euc_jp_next_0212(s, len);
	if (lead == 0x8E && in_range(s[1], 0xA1, 0xDF))
		return (struct ug_char){ 2, 0xFF61u - 0xA1 + s[1], 0 };
	return multi_byte_pair(euc_jp_pair(s), s[1]);
}

/* 13.1.1 */
static struct ug_char
euc_kr_next(const unsigned char *s, size_t len)
{
	if (!in_range(s[0], 0x81, 0xFE) || len < 2)
		return multi_byte_bad;
	return multi_byte_pair(euc_kr_pair(s), s[1]);
}

/* EUC-TW's, two bytes or, with the plane behind 8E, four. */
static struct ug_char
euc_tw_next(const unsigned char *s, size_t len)
{
	const bool four = s[0] == 0x8E;
	const size_t want = four ? 4 : 2, at = want - 2;
	unsigned slot = 0, pointer;
	uint32_t c;

	if (!four && !in_range(s[0], 0xA1, 0xFE))
		return multi_byte_bad;
	for (size_t i = 1; i < want; i++) {
		if (i == len)
			return (struct ug_char){ len, UG_MALFORMED, 0 };
		if (!in_range(s[i], 0xA1, 0xFE))
			return (struct ug_char){ s[i] < 0x80 ? i : i + 1,
				UG_MALFORMED, 0 };
	}
	if (four && s[1] != 0xAF && s[1] > 0xA7)
		return (struct ug_char){ 4, UG_MALFORMED, 0 };
	if (four)
		slot = s[1] == 0xAF ? 7 : s[1] - 0xA1u;
	pointer = slot * UG_N_PLANE + (s[at] - 0xA1u) * 94 + s[at + 1] - 0xA1u;
	c = ug_cns[pointer];
	if (ug_bytes_bit(ug_cns_plane2, pointer))
		c |= 0x20000;
	return (struct ug_char){ want, c != 0 ? c : UG_MALFORMED, 0 };
}

/* 11.1.1.  Four pairs stand for a letter and a combining mark. */
static struct ug_char
big5_next(const unsigned char *s, size_t len)
{
	if (!in_range(s[0], 0x81, 0xFE) || len < 2)
		return multi_byte_bad;
	switch (s[0] << 8 | s[1]) {
	case 0x8862:
		return (struct ug_char){ 2, 0xCA, 0x304 };
	case 0x8864:
		return (struct ug_char){ 2, 0xCA, 0x30C };
	case 0x88A3:
		return (struct ug_char){ 2, 0xEA, 0x304 };
	case 0x88A5:
		return (struct ug_char){ 2, 0xEA, 0x30C };
	default:
		return multi_byte_pair(big5_pair(s), s[1]);
	}
}

/* The character that a four-byte pointer stands for, or 0.  5. */
static uint32_t
gb18030_ranges(uint32_t pointer)
{
	size_t low = 0, high = ug_n_gb18030_ranges;

	if (pointer >= 189000)
		return pointer > 1237575 ? 0 : pointer - 189000 + 0x10000;
	if (pointer > 39419)
		return 0;
	if (pointer == 7457)
		return 0xE7C7;
	while (high - low > 1) {
		const size_t mid = low + (high - low) / 2;

		if (ug_gb18030_ranges[mid].pointer <= pointer)
			low = mid;
		else
			high = mid;
	}
	return ug_gb18030_ranges[low].c + pointer -
	    ug_gb18030_ranges[low].pointer;
}

/* 10.2.1, four bytes: a digit comes second. */
static struct ug_char
gb18030_next_four(const unsigned char *s, size_t len)
{
	const bool cut = len < 4 && (len < 3 || in_range(s[2], 0x81, 0xFE));
	uint32_t c;

	if (cut)
		return (struct ug_char){ len, UG_MALFORMED, 0 };
	if (!in_range(s[2], 0x81, 0xFE) || !in_range(s[3], 0x30, 0x39))
		return multi_byte_bad;
	c = gb18030_ranges((s[0] - 0x81u) * 12600 + (s[1] - 0x30u) * 1260 +
	    (s[2] - 0x81u) * 10 + s[3] - 0x30u);
	return (struct ug_char){ 4, c != 0 ? c : UG_MALFORMED, 0 };
}

static struct ug_char
gb18030_next(const unsigned char *s, size_t len)
{
	if (s[0] == 0x80)
		return (struct ug_char){ 1, 0x20AC, 0 };
	if (s[0] == 0xFF || len < 2)
		return multi_byte_bad;
	if (in_range(s[1], 0x30, 0x39))
		return gb18030_next_four(s, len);
	return multi_byte_pair(gb18030_pair(s), s[1]);
}

/* The decoders whose bytes 00..7F are ASCII. */
static struct ug_char
multi_byte_next(enum ug_multi_byte decoder, const unsigned char *bytes,
    size_t len)
{
	if (bytes[0] < 0x80)
		return (struct ug_char){ 1, bytes[0], 0 };
	switch (decoder) {
	case UG_BIG5:
		return big5_next(bytes, len);
	case UG_EUC_JP:
		return euc_jp_next(bytes, len);
	case UG_EUC_KR:
		return euc_kr_next(bytes, len);
	case UG_EUC_TW:
		return euc_tw_next(bytes, len);
	case UG_GB18030:
		return gb18030_next(bytes, len);
	case UG_JOHAB:
		return ug_johab_next(bytes, len);
	case UG_SHIFT_JIS:
		return shift_jis_next(bytes, len);
	default:
		return multi_byte_bad;
	}
}

struct ug_char
ug_multi_byte_next(enum ug_multi_byte decoder, const unsigned char *bytes,
    size_t len, unsigned *state)
{
	switch (decoder) {
	case UG_ISO_2022_JP:
		return ug_iso_2022_jp_next(bytes, len, state);
	case UG_ISO_2022_KR:
		return ug_iso_2022_kr_next(bytes, len, state);
	case UG_ISO_2022_CN:
		return ug_iso_2022_cn_next(bytes, len, state);
	case UG_HZ:
		return ug_hz_next(bytes, len, state);
	case UG_UTF_7:
		return ug_utf_7_next(bytes, len, state);
	default:
		return multi_byte_next(decoder, bytes, len);
	}
}

uint32_t
ug_multi_byte_pair(enum ug_multi_byte decoder, const unsigned char *pair)
{
	switch (decoder) {
	case UG_BIG5:
		return big5_pair(pair);
	case UG_EUC_JP:
		return euc_jp_pair(pair);
	case UG_EUC_KR:
		return euc_kr_pair(pair);
	case UG_EUC_TW:
		return euc_tw_pair(pair);
	case UG_GB18030:
		return gb18030_pair(pair);
	case UG_SHIFT_JIS:
		return shift_jis_pair(pair);
	default:
		return 0;
	}
}
