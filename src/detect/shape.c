/*
 * shape.c - the shape of multi-byte encodings, and how common their characters
 * are
 *
 * Each has lead bytes and trail bytes of its own, and sorts its characters by
 * how common they are, so that bytes alone tell much:
 *
 *	A4 A2 in EUC-JP: row 4, kana.  A4 20: no character.
 *
 * Sequences that are assigned to nothing are broken, but for EUC-TW, where the
 * converter is left to say.
 *
 * WHATWG Encoding Standard, 10 to 13; GB 2312, JIS X 0208,
 * KS X 1001 and Big5 for the levels.
 */
#include <string.h>

#include "../encodings/multi_byte.h"
#include "shape.h"

struct ug_mb_shape {
	size_t (*next)(const unsigned char *s, size_t len,
	    enum ug_mb_class *class);
};

static bool
mb_between(unsigned char byte, unsigned char low, unsigned char high)
{
	return byte >= low && byte <= high;
}

static size_t
mb_one(enum ug_mb_class *class, enum ug_mb_class is)
{
	*class = is;
	return 1;
}

/* Rows of GB 2312, each of 94 characters from A1 to FE. */
static enum ug_mb_class
mb_gb_class(unsigned char lead, unsigned char trail)
{
	if (trail < 0xA1)
		return UG_MB_OTHER;
	if (lead == 0xA1 || lead == 0xA3)
		return UG_MB_PUNCTUATION;
	if (mb_between(lead, 0xB0, 0xD7))
		return UG_MB_COMMON;
	return mb_between(lead, 0xD8, 0xF7) ? UG_MB_SECOND : UG_MB_OTHER;
}

static size_t
mb_gb18030(const unsigned char *s, size_t len, enum ug_mb_class *class)
{
	if (s[0] < 0x80)
		return mb_one(class, UG_MB_ASCII);
	if (!mb_between(s[0], 0x81, 0xFE) || len < 2)
		return mb_one(class, UG_MB_BROKEN);
	if (mb_between(s[1], 0x30, 0x39)) {
		if (len < 4 || !mb_between(s[2], 0x81, 0xFE) ||
		    !mb_between(s[3], 0x30, 0x39))
			return mb_one(class, UG_MB_BROKEN);
		*class = UG_MB_OTHER;
		return 4;
	}
	if (!mb_between(s[1], 0x40, 0xFE) || s[1] == 0x7F ||
	    ug_gb18030[(s[0] - 0x81) * 190 + s[1] -
	    (s[1] < 0x7F ? 0x40 : 0x41)] == 0)
		return mb_one(class, UG_MB_BROKEN);
	*class = mb_gb_class(s[0], s[1]);
	return 2;
}

static size_t
mb_big5(const unsigned char *s, size_t len, enum ug_mb_class *class)
{
	if (s[0] < 0x80)
		return mb_one(class, UG_MB_ASCII);
	if (!mb_between(s[0], 0x87, 0xFE) || len < 2 ||
	    !(mb_between(s[1], 0x40, 0x7E) || mb_between(s[1], 0xA1, 0xFE)))
		return mb_one(class, UG_MB_BROKEN);
	if (ug_big5[(s[0] - 0x81) * 157 + s[1] -
	    (s[1] < 0x7F ? 0x40 : 0x62)] == 0)
		return mb_one(class, UG_MB_BROKEN);
	if (s[0] == 0xA1)
		*class = UG_MB_PUNCTUATION;
	else if (mb_between(s[0], 0xA4, 0xC6))
		*class = UG_MB_COMMON;
	else if (mb_between(s[0], 0xC9, 0xF9))
		*class = UG_MB_SECOND;
	else
		*class = UG_MB_OTHER;
	return 2;
}

static size_t
mb_euc_jp(const unsigned char *s, size_t len, enum ug_mb_class *class)
{
	if (s[0] < 0x80)
		return mb_one(class, UG_MB_ASCII);
	if (s[0] == 0x8E && len >= 2 && mb_between(s[1], 0xA1, 0xDF)) {
		*class = UG_MB_HALF_KANA;
		return 2;
	}
	if (s[0] == 0x8F && len >= 3 && mb_between(s[1], 0xA1, 0xFE) &&
	    mb_between(s[2], 0xA1, 0xFE) &&
	    ug_jis0212[(s[1] - 0xA1) * 94 + s[2] - 0xA1] != 0) {
		*class = UG_MB_OTHER;
		return 3;
	}
	if (!mb_between(s[0], 0xA1, 0xFE) || len < 2 ||
	    !mb_between(s[1], 0xA1, 0xFE) ||
	    ug_jis0208[(s[0] - 0xA1) * 94 + s[1] - 0xA1] == 0)
		return mb_one(class, UG_MB_BROKEN);
	if (s[0] == 0xA1 || s[0] == 0xA3)
		*class = UG_MB_PUNCTUATION;
	else if (s[0] == 0xA4 || s[0] == 0xA5)
		*class = UG_MB_KANA;
	else if (mb_between(s[0], 0xB0, 0xCF))
		*class = UG_MB_COMMON;
	else if (mb_between(s[0], 0xD0, 0xF4))
		*class = UG_MB_SECOND;
	else
		*class = UG_MB_OTHER;
	return 2;
}

/* Rows F0 to F9 are for private use. */
static bool
mb_has_sjis(unsigned char lead, unsigned char trail)
{
	const int pointer = (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 +
	    trail - (trail < 0x7F ? 0x40 : 0x41);

	return mb_between(lead, 0xF0, 0xF9) || ug_jis0208[pointer] != 0;
}

static size_t
mb_shift_jis(const unsigned char *s, size_t len, enum ug_mb_class *class)
{
	if (s[0] < 0x80)
		return mb_one(class, UG_MB_ASCII);
	if (mb_between(s[0], 0xA1, 0xDF))
		return mb_one(class, UG_MB_HALF_KANA);
	if (!mb_between(s[0], 0x81, 0xFC) || s[0] == 0xA0 || len < 2 ||
	    !mb_between(s[1], 0x40, 0xFC) || s[1] == 0x7F ||
	    !mb_has_sjis(s[0], s[1]))
		return mb_one(class, UG_MB_BROKEN);
	if (s[0] == 0x81 || (s[0] == 0x82 && s[1] < 0x59))
		*class = UG_MB_PUNCTUATION;
	else if (s[0] == 0x82 && s[1] < 0x9F)
		*class = UG_MB_OTHER;
	else if (s[0] == 0x82 || (s[0] == 0x83 && s[1] < 0x9F))
		*class = UG_MB_KANA;
	else if (mb_between(s[0], 0x88, 0x98))
		*class = UG_MB_COMMON;
	else if (mb_between(s[0], 0x99, 0xEA))
		*class = UG_MB_SECOND;
	else
		*class = UG_MB_OTHER;
	return 2;
}

static size_t
mb_euc_kr(const unsigned char *s, size_t len, enum ug_mb_class *class)
{
	if (s[0] < 0x80)
		return mb_one(class, UG_MB_ASCII);
	if (!mb_between(s[0], 0x81, 0xFE) || len < 2 ||
	    !mb_between(s[1], 0x41, 0xFE) ||
	    ug_euc_kr[(s[0] - 0x81) * 190 + s[1] - 0x41] == 0)
		return mb_one(class, UG_MB_BROKEN);
	if (s[1] >= 0xA1 && mb_between(s[0], 0xB0, 0xC8))
		*class = UG_MB_HANGUL;
	else if (s[1] >= 0xA1 && (s[0] == 0xA1 || s[0] == 0xA3))
		*class = UG_MB_PUNCTUATION;
	else if (s[1] >= 0xA1 && mb_between(s[0], 0xCA, 0xFD))
		*class = UG_MB_SECOND;
	else
		*class = UG_MB_OTHER;
	return 2;
}

static size_t
mb_euc_tw(const unsigned char *s, size_t len, enum ug_mb_class *class)
{
	if (s[0] < 0x80)
		return mb_one(class, UG_MB_ASCII);
	if (s[0] == 0x8E && len >= 4 && mb_between(s[1], 0xA1, 0xB0) &&
	    mb_between(s[2], 0xA1, 0xFE) && mb_between(s[3], 0xA1, 0xFE)) {
		*class = s[1] < 0xA3 ? UG_MB_SECOND : UG_MB_OTHER;
		return 4;
	}
	if (!mb_between(s[0], 0xA1, 0xFD) || len < 2 ||
	    !mb_between(s[1], 0xA1, 0xFE))
		return mb_one(class, UG_MB_BROKEN);
	if (s[0] == 0xA1)
		*class = UG_MB_PUNCTUATION;
	else
		*class = s[0] >= 0xC4 ? UG_MB_COMMON : UG_MB_OTHER;
	return 2;
}

const struct ug_mb_shape *
ug_mb_shape_of(const struct ug_encoding *encoding)
{
	static const struct ug_mb_shape shapes[] = {
		[UG_CONVERTER] = { NULL },
		[UG_BIG5] = { mb_big5 },
		[UG_EUC_JP] = { mb_euc_jp },
		[UG_EUC_KR] = { mb_euc_kr },
		[UG_GB18030] = { mb_gb18030 },
		[UG_ISO_2022_JP] = { NULL },
		[UG_SHIFT_JIS] = { mb_shift_jis },
	};
	static const struct ug_mb_shape euc_tw = { mb_euc_tw };

	if (strcmp(encoding->name, "EUC-TW") == 0)
		return &euc_tw;
	if (encoding->kind != UG_MULTI_BYTE ||
	    shapes[encoding->decoder].next == NULL)
		return NULL;
	return &shapes[encoding->decoder];
}

size_t
ug_mb_next(const struct ug_mb_shape *shape, const unsigned char *s, size_t len,
    enum ug_mb_class *class)
{
	return shape->next(s, len, class);
}
