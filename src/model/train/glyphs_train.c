/*
 * glyphs_train.c - the classes of characters, and their numbers
 */
#include <string.h>
#include <uchar.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "train.h"

#define SEEN_MIN 5 /* a letter seen less often has no number of its own */

struct ug_glyph train_glyphs[TRAIN_BMP];
size_t train_n_signs;

struct range {
	uint32_t first, last;
	enum ug_class class;
};

/* Signs by range; the first that fits counts. */
static const struct range ranges[] = {
	{ 0x09, 0x0D, UG_SPACE }, { 0x20, 0x20, UG_SPACE },
	{ 0x00, 0x1F, UG_CONTROL }, { 0x7F, 0x7F, UG_CONTROL },
	{ 0x80, 0x9F, UG_C1 },
	{ '!', '!', UG_STOP }, { '"', '"', UG_QUOTE },
	{ '$', '$', UG_CURRENCY }, { '\'', '\'', UG_APOSTROPHE },
	{ '(', '(', UG_OPEN }, { ')', ')', UG_CLOSE },
	{ ',', ',', UG_STOP }, { '-', '-', UG_HYPHEN }, { '.', '.', UG_STOP },
	{ '/', '/', UG_SLASH }, { ':', ';', UG_STOP }, { '<', '<', UG_OPEN },
	{ '>', '>', UG_CLOSE }, { '?', '?', UG_STOP }, { '[', '[', UG_OPEN },
	{ '\\', '\\', UG_SLASH }, { ']', ']', UG_CLOSE },
	{ '{', '{', UG_OPEN }, { '}', '}', UG_CLOSE },
	{ '#', '#', UG_MARKUP }, { '%', '&', UG_MARKUP },
	{ '*', '+', UG_MARKUP }, { '=', '=', UG_MARKUP },
	{ '@', '@', UG_MARKUP }, { '^', '`', UG_MARKUP },
	{ '|', '|', UG_MARKUP }, { '~', '~', UG_MARKUP },
	{ 0xA0, 0xA0, UG_NBSP }, { 0x202F, 0x202F, UG_NBSP },
	{ 0xA1, 0xA1, UG_INVERTED }, { 0xBF, 0xBF, UG_INVERTED },
	{ 0xA2, 0xA5, UG_CURRENCY }, { 0x20A0, 0x20CF, UG_CURRENCY },
	{ 0x192, 0x192, UG_CURRENCY }, { 0xE3F, 0xE3F, UG_CURRENCY },
	{ 0xA7, 0xA7, UG_SECTION }, { 0xB6, 0xB6, UG_SECTION },
	{ 0x2020, 0x2021, UG_SECTION }, { 0xA6, 0xA6, UG_OTHER },
	{ 0xA9, 0xA9, UG_TRADE }, { 0xAE, 0xAE, UG_TRADE },
	{ 0x2122, 0x2122, UG_TRADE }, { 0xAA, 0xAA, UG_ORDINAL },
	{ 0xBA, 0xBA, UG_ORDINAL }, { 0x2116, 0x2116, UG_ORDINAL },
	{ 0xB0, 0xB0, UG_DEGREE }, { 0xAB, 0xAB, UG_LEFT_GUILLEMET },
	{ 0xBB, 0xBB, UG_RIGHT_GUILLEMET },
	{ 0x2039, 0x2039, UG_LEFT_GUILLEMET },
	{ 0x203A, 0x203A, UG_RIGHT_GUILLEMET },
	{ 0xA8, 0xA8, UG_ACCENT }, { 0xAF, 0xAF, UG_ACCENT },
	{ 0xB4, 0xB4, UG_ACCENT }, { 0xB8, 0xB8, UG_ACCENT },
	{ 0x2C6, 0x2C7, UG_ACCENT }, { 0x2D8, 0x2DD, UG_ACCENT },
	{ 0x384, 0x385, UG_ACCENT }, { 0xB7, 0xB7, UG_MIDDLE_DOT },
	{ 0x387, 0x387, UG_MIDDLE_DOT }, { 0x2022, 0x2022, UG_BULLET },
	{ 0xB2, 0xB3, UG_POWER }, { 0xB9, 0xB9, UG_POWER },
	{ 0xBC, 0xBE, UG_FRACTION }, { 0x2070, 0x209F, UG_POWER },
	{ 0x2150, 0x218F, UG_FRACTION }, { 0xAD, 0xAD, UG_SOFT_HYPHEN },
	{ 0xAC, 0xAC, UG_MATH }, { 0xB1, 0xB1, UG_MATH },
	{ 0xD7, 0xD7, UG_MATH }, { 0xF7, 0xF7, UG_MATH },
	{ 0x2044, 0x2044, UG_MATH }, { 0x2200, 0x22FF, UG_MATH },
	{ 0x2A00, 0x2AFF, UG_MATH }, { 0x27C0, 0x27EF, UG_MATH },
	{ 0xB5, 0xB5, UG_MICRO }, { 0x2018, 0x2018, UG_LEFT_SINGLE },
	{ 0x2019, 0x2019, UG_CURLY_APOSTROPHE },
	{ 0x2BB, 0x2BC, UG_CURLY_APOSTROPHE },
	{ 0x201A, 0x201A, UG_LOW_QUOTE }, { 0x201E, 0x201E, UG_LOW_QUOTE },
	{ 0x201C, 0x201C, UG_LEFT_DOUBLE },
	{ 0x201D, 0x201D, UG_RIGHT_DOUBLE },
	{ 0x2010, 0x2011, UG_HYPHEN }, { 0x2012, 0x2015, UG_DASH },
	{ 0x2212, 0x2212, UG_DASH }, { 0x2026, 0x2026, UG_ELLIPSIS },
	{ 0x2500, 0x259F, UG_BOX }, { 0x2320, 0x2321, UG_BOX },
	{ 0x2190, 0x21FF, UG_SHAPE }, { 0x2300, 0x23FF, UG_SHAPE },
	{ 0x25A0, 0x27BF, UG_SHAPE }, { 0x2900, 0x297F, UG_SHAPE },
	{ 0x2B00, 0x2BFF, UG_SHAPE }, { 0x3001, 0x3003, UG_CJK_STOP },
	{ 0x3008, 0x3020, UG_CJK_STOP }, { 0x3030, 0x303F, UG_CJK_STOP },
	{ 0x30FB, 0x30FB, UG_CJK_STOP }, { 0xFF61, 0xFF65, UG_CJK_STOP },
	{ 0x3200, 0x33FF, UG_WIDE }, { 0xFF01, 0xFF5E, UG_WIDE },
	{ 0xFFE0, 0xFFE6, UG_WIDE }, { 0x3000, 0x3000, UG_SPACE },
	{ 0x200B, 0x200F, UG_INVISIBLE }, { 0x202A, 0x202E, UG_INVISIBLE },
	{ 0x2060, 0x206F, UG_INVISIBLE }, { 0xFEFF, 0xFEFF, UG_INVISIBLE },
	{ 0xFE00, 0xFE0F, UG_INVISIBLE }, { 0x2000, 0x200A, UG_NBSP },
	{ 0x60C, 0x60C, UG_STOP }, { 0x61B, 0x61B, UG_STOP },
	{ 0x61F, 0x61F, UG_STOP }, { 0x6D4, 0x6D4, UG_STOP },
	{ 0xFFFD, 0xFFFD, UG_LOST }, { 0xE000, 0xF8FF, UG_PRIVATE },
};

static const struct {
	UScriptCode icu;
	enum ug_script script;
} scripts[] = {
	{ USCRIPT_LATIN, UG_LATIN }, { USCRIPT_GREEK, UG_GREEK },
	{ USCRIPT_CYRILLIC, UG_CYRILLIC }, { USCRIPT_ARMENIAN, UG_ARMENIAN },
	{ USCRIPT_HEBREW, UG_HEBREW }, { USCRIPT_ARABIC, UG_ARABIC },
	{ USCRIPT_DEVANAGARI, UG_DEVANAGARI }, { USCRIPT_BENGALI, UG_BENGALI },
	{ USCRIPT_GURMUKHI, UG_GURMUKHI }, { USCRIPT_GUJARATI, UG_GUJARATI },
	{ USCRIPT_ORIYA, UG_ORIYA }, { USCRIPT_TAMIL, UG_TAMIL },
	{ USCRIPT_TELUGU, UG_TELUGU }, { USCRIPT_KANNADA, UG_KANNADA },
	{ USCRIPT_MALAYALAM, UG_MALAYALAM }, { USCRIPT_SINHALA, UG_SINHALA },
	{ USCRIPT_THAI, UG_THAI }, { USCRIPT_LAO, UG_LAO },
	{ USCRIPT_TIBETAN, UG_TIBETAN }, { USCRIPT_MYANMAR, UG_MYANMAR },
	{ USCRIPT_GEORGIAN, UG_GEORGIAN }, { USCRIPT_ETHIOPIC, UG_ETHIOPIC },
	{ USCRIPT_KHMER, UG_KHMER }, { USCRIPT_HAN, UG_CJK },
	{ USCRIPT_HIRAGANA, UG_CJK }, { USCRIPT_KATAKANA, UG_CJK },
	{ USCRIPT_HANGUL, UG_CJK }, { USCRIPT_BOPOMOFO, UG_CJK },
};

static enum ug_script
glyph_script(uint32_t c)
{
	UErrorCode error = U_ZERO_ERROR;
	const UScriptCode icu = uscript_getScript((UChar32)c, &error);

	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
		if (scripts[i].icu == icu)
			return scripts[i].script;
	/* The mark that lengthens a vowel is common to two kana. */
	if (c == 0x30FC || c == 0xFF70)
		return UG_CJK;
	if (icu == USCRIPT_INHERITED)
		return c >= 0x64B && c <= 0x655 ? UG_ARABIC : UG_LATIN;
	if (icu == USCRIPT_COMMON && c == 0x640)
		return UG_ARABIC;
	return UG_RARE_SCRIPT;
}

struct ug_glyph
train_classify(uint32_t c)
{
	const int8_t category = u_charType((UChar32)c);
	struct ug_glyph glyph = { UG_OTHER, UG_NO_SCRIPT, 0 };

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++) {
		if (c >= ranges[i].first && c <= ranges[i].last) {
			glyph.class = (uint8_t)ranges[i].class;
			return glyph;
		}
	}
	if (category == U_DECIMAL_DIGIT_NUMBER) {
		glyph.class = UG_DIGIT;
		return glyph;
	}
	if (u_isalpha((UChar32)c) || category == U_NON_SPACING_MARK ||
	    category == U_COMBINING_SPACING_MARK ||
	    category == U_MODIFIER_LETTER) {
		glyph.script = (uint8_t)glyph_script(c);
		glyph.class = glyph.script == UG_CJK ? UG_IDEOGRAPH :
		    category == U_UPPERCASE_LETTER ||
		    category == U_TITLECASE_LETTER ? UG_UPPER :
		    category == U_LOWERCASE_LETTER ? UG_LOWER :
		    glyph.script == UG_LATIN &&
		    category == U_NON_SPACING_MARK ? UG_COMBINING :
		    UG_CASELESS;
	} else if (c >= 0x1F000) {
		glyph.class = UG_EMOJI;
	}
	return glyph;
}

uint32_t
train_fold(uint32_t c)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar from[2], to[32];
	int32_t n;

	/* Forms that letters of Arabic take, of full and half width. */
	if (c >= 0xFB50 && c <= 0xFEFC) {
		from[0] = (UChar)c;
		n = unorm2_normalize(unorm2_getNFKCInstance(&error), from, 1,
		    to, 32, &error);
		if (U_SUCCESS(error) && n > 0) {
			if (to[0] != ' ')
				c = to[0];
		}
	}
	return (uint32_t)u_tolower((UChar32)c);
}

void
train_number(const long *counts)
{
	unsigned n_symbols[UG_N_SCRIPTS] = { 0 };

	train_n_signs = 2;
	for (uint32_t c = 0; c < TRAIN_BMP; c++) {
		struct ug_glyph *const glyph = &train_glyphs[c];

		*glyph = train_classify(c);
		if (ug_glyph_is_letter(*glyph)) {
			if (glyph->script == UG_CJK)
				glyph->symbol = (uint16_t)c;
			else if (train_fold(c) == c && counts[c] >= SEEN_MIN &&
			    n_symbols[glyph->script] + 2 < TRAIN_SYMBOLS_MAX)
				glyph->symbol = (uint16_t)
				    ++n_symbols[glyph->script];
		} else if (glyph->class != UG_SPACE &&
		    glyph->class != UG_CONTROL &&
		    glyph->class != UG_C1 && glyph->class != UG_LOST) {
			const bool known = counts[c] >= SEEN_MIN ||
			    c < 0x100 || glyph->class == UG_BOX;

			glyph->symbol = known &&
			    train_n_signs < TRAIN_SIGNS_MAX ?
			    (uint16_t)train_n_signs++ : 1;
		}
	}
	for (uint32_t c = 0; c < TRAIN_BMP; c++) {
		const uint32_t folded = train_fold(c);

		if (folded != c && folded < TRAIN_BMP &&
		    ug_glyph_is_letter(train_glyphs[c]) &&
		    train_glyphs[folded].script == train_glyphs[c].script)
			train_glyphs[c].symbol = train_glyphs[folded].symbol;
		else if (folded != c && folded < TRAIN_BMP && c >= 0xFB50 &&
		    train_glyphs[folded].script != UG_NO_SCRIPT)
			train_glyphs[c] = train_glyphs[folded];
	}
}

size_t
train_spell_old(uint32_t c, uint32_t old[2])
{
	static const char16_t romanian[][2] = {
		{ 0x218, 0x15E }, { 0x219, 0x15F }, { 0x21A, 0x162 },
		{ 0x21B, 0x163 },
	};
	static const char16_t tones[] = { 0x300, 0x301, 0x303, 0x309, 0x323 };
	UErrorCode error = U_ZERO_ERROR;
	UChar parts[8];
	int32_t n;

	old[0] = c;
	for (size_t i = 0; i < 4; i++)
		if (romanian[i][0] == c)
			old[0] = romanian[i][1];
	if (c < 0xC0 || c >= TRAIN_BMP)
		return 1;
	n = unorm2_getRawDecomposition(unorm2_getNFCInstance(&error),
	    (UChar32)c, parts, 8, &error);
	for (size_t i = 0; n == 2 && i < 5; i++)
		if (parts[1] == tones[i]) {
			old[0] = parts[0];
			old[1] = parts[1];
			return 2;
		}
	return 1;
}
