/*
 * shape.c - how common the characters of multi-byte encodings are
 *
 * Each sorts its characters into rows by how common they are, so that bytes
 * alone tell much:
 *
 *	A4 A2 in EUC-JP: row 4, kana.  A4 20: no character.
 *
 * What is a character the decoder says.
 *
 * GB 2312, JIS X 0208, KS X 1001 and Big5 for the levels.
 */
#include "shape.h"

#include "../encodings/multi_byte.h"

struct ug_mb_shape {
	enum ug_multi_byte decoder;

	/* The class of a character beyond ASCII that is s[0..n). */
	enum ug_mb_class (*class)(const unsigned char *s, size_t n);
};

static bool
mb_between(unsigned char byte, unsigned char low, unsigned char high)
{
	return byte >= low && byte <= high;
}

/* Rows of GB 2312, each of 94 characters from A1 to FE. */
static enum ug_mb_class
mb_gb18030(const unsigned char *s, size_t n)
{
	if (n != 2 || s[1] < 0xA1)
		return UG_MB_OTHER;
	if (s[0] == 0xA1 || s[0] == 0xA3)
		return UG_MB_PUNCTUATION;
	if (mb_between(s[0], 0xB0, 0xD7))
		return UG_MB_COMMON;
	return mb_between(s[0], 0xD8, 0xF7) ? UG_MB_SECOND : UG_MB_OTHER;
}

static enum ug_mb_class
mb_big5(const unsigned char *s, size_t n)
{
	(void)n;
	if (s[0] == 0xA1)
		return UG_MB_PUNCTUATION;
	if (mb_between(s[0], 0xA4, 0xC6))
		return UG_MB_COMMON;
	return mb_between(s[0], 0xC9, 0xF9) ? UG_MB_SECOND : UG_MB_OTHER;
}

static enum ug_mb_class
mb_euc_jp(const unsigned char *s, size_t n)
{
	if (s[0] == 0x8E)
		return UG_MB_HALF_KANA;
	if (n != 2)
		return UG_MB_OTHER;
	if (s[0] == 0xA1 || s[0] == 0xA3)
		return UG_MB_PUNCTUATION;
	if (s[0] == 0xA4 || s[0] == 0xA5)
		return UG_MB_KANA;
	if (mb_between(s[0], 0xB0, 0xCF))
		return UG_MB_COMMON;
	return mb_between(s[0], 0xD0, 0xF4) ? UG_MB_SECOND : UG_MB_OTHER;
}

static enum ug_mb_class
mb_shift_jis(const unsigned char *s, size_t n)
{
	if (n == 1)
		return s[0] == 0x80 ? UG_MB_OTHER : UG_MB_HALF_KANA;
	if (s[0] == 0x81 || (s[0] == 0x82 && s[1] < 0x59))
		return UG_MB_PUNCTUATION;
	if (s[0] == 0x82 && s[1] < 0x9F)
		return UG_MB_OTHER;
	if (s[0] == 0x82 || (s[0] == 0x83 && s[1] < 0x9F))
		return UG_MB_KANA;
	if (mb_between(s[0], 0x88, 0x98))
		return UG_MB_COMMON;
	return mb_between(s[0], 0x99, 0xEA) ? UG_MB_SECOND : UG_MB_OTHER;
}

static enum ug_mb_class
mb_euc_kr(const unsigned char *s, size_t n)
{
	(void)n;
	if (s[1] < 0xA1)
		return UG_MB_OTHER;
	if (mb_between(s[0], 0xB0, 0xC8))
		return UG_MB_HANGUL;
	if (s[0] == 0xA1 || s[0] == 0xA3)
		return UG_MB_PUNCTUATION;
	return mb_between(s[0], 0xCA, 0xFD) ? UG_MB_SECOND : UG_MB_OTHER;
}

/* Whole syllables, and rows of KS X 1001 two to a lead byte. */
static enum ug_mb_class
mb_johab(const unsigned char *s, size_t n)
{
	(void)n;
	if (mb_between(s[0], 0x88, 0xD3))
		return UG_MB_HANGUL;
	if (s[0] == 0xD9)
		return UG_MB_PUNCTUATION;
	return s[0] >= 0xE0 ? UG_MB_SECOND : UG_MB_OTHER;
}

static enum ug_mb_class
mb_euc_tw(const unsigned char *s, size_t n)
{
	if (n == 4)
		return s[1] < 0xA3 ? UG_MB_SECOND : UG_MB_OTHER;
	if (s[0] == 0xA1)
		return UG_MB_PUNCTUATION;
	return s[0] >= 0xC4 ? UG_MB_COMMON : UG_MB_OTHER;
}

/* The length of the character beyond ASCII at s[0..len), or 0. */
static size_t
mb_len(enum ug_multi_byte decoder, const unsigned char *s, size_t len)
{
	struct ug_char found;
	unsigned state = 0;

	found = ug_multi_byte_next(decoder, s, len, &state);
	return found.c == UG_MALFORMED ? 0 : found.len;
}

const struct ug_mb_shape *
ug_mb_shape_of(const struct ug_encoding *encoding)
{
	static const struct ug_mb_shape shapes[] = {
		{ UG_BIG5, mb_big5 },
		{ UG_EUC_JP, mb_euc_jp },
		{ UG_EUC_KR, mb_euc_kr },
		{ UG_EUC_TW, mb_euc_tw },
		{ UG_GB18030, mb_gb18030 },
		{ UG_JOHAB, mb_johab },
		{ UG_SHIFT_JIS, mb_shift_jis },
	};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (encoding->kind == UG_MULTI_BYTE &&
		    encoding->decoder == shapes[i].decoder)
			return &shapes[i];
	return NULL;
}

size_t
ug_mb_next(const struct ug_mb_shape *shape, const unsigned char *s, size_t len,
    enum ug_mb_class *class)
{
	size_t n;

	if (s[0] < 0x80) {
		*class = UG_MB_ASCII;
		return 1;
	}
	n = mb_len(shape->decoder, s, len);
	*class = n == 0 ? UG_MB_BROKEN : shape->class(s, n);
	return n == 0 ? 1 : n;
}
