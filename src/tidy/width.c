/*
 * width.c - characters of full and half width become those of usual width
 *
 *	U+FF21 U+FF11      ->  A1
 *	U+FF76 U+FF9E      ->  U+30AC   KA with its voiced mark, one character
 *
 * As Unicode decomposes what is <wide> or <narrow>, but that a mark which
 * stands alone becomes the one that stands alone.
 *
 * Left alone: U+3000, a space that Chinese and Japanese use as such; the Hangul
 * filler.
 */
#include "replace.h"

#define VOICED      0xFF9E
#define HALF_VOICED 0xFF9F

/* From U+FF61 on. */
static const uint16_t width_katakana[] = {
	0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3, 0x30A5,
	0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2, 0x30A4,
	0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5,
	0x30B7, 0x30B9, 0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8,
	0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE, 0x30CF, 0x30D2, 0x30D5, 0x30D8,
	0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6, 0x30E8,
	0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3, 0x309B, 0x309C,
};

/* From U+FFE0 on; 0: none. */
static const uint16_t width_signs[] = {
	0xA2, 0xA3, 0xAC, 0xAF, 0xA6, 0xA5, 0x20A9, 0, 0x2502, 0x2190, 0x2191,
	0x2192, 0x2193, 0x25A0, 0x25CB,
};

/* Jamo of half width: where they stand, where they go. */
static const struct {
	uint16_t first, last, to;
} width_jamo[] = {
	{ 0xFFA1, 0xFFBE, 0x3131 }, { 0xFFC2, 0xFFC7, 0x314F },
	{ 0xFFCA, 0xFFCF, 0x3155 }, { 0xFFD2, 0xFFD7, 0x315B },
	{ 0xFFDA, 0xFFDC, 0x3161 },
};

/* What a character of another width is; 0: it is none. */
static uint32_t
width_usual(uint32_t c)
{
	if (c < 0xFF01 || c > 0xFFEE)
		return 0;
	if (c <= 0xFF5E)
		return c - 0xFEE0;
	if (c >= 0xFFE0)
		return width_signs[c - 0xFFE0];
	if (c >= 0xFF61 && c <= HALF_VOICED)
		return width_katakana[c - 0xFF61];
	for (size_t i = 0; i < sizeof(width_jamo) / sizeof(*width_jamo); i++) {
		if (c >= width_jamo[i].first && c <= width_jamo[i].last)
			return width_jamo[i].to + (c - width_jamo[i].first);
	}
	return 0;
}

/* A letter of katakana with the mark behind it as one; 0: there is none. */
static uint32_t
width_voiced(uint32_t letter, uint32_t mark)
{
	const bool of_ha = letter >= 0x30CF && letter <= 0x30DB &&
	    (letter - 0x30CF) % 3 == 0;

	if (mark == HALF_VOICED)
		return of_ha ? letter + 2 : 0;
	if (mark != VOICED)
		return 0;
	if (letter == 0x30A6)
		return 0x30F4;
	if (letter == 0x30EF || letter == 0x30F2)
		return letter + 8;
	if (of_ha || (letter >= 0x30AB && letter <= 0x30C1 &&
	    (letter & 1) == 1) || letter == 0x30C4 || letter == 0x30C6 ||
	    letter == 0x30C8)
		return letter + 1;
	return 0;
}

static struct ug_replaced
width_look(struct ug_text text, size_t at)
{
	size_t next = at;
	const uint32_t c = ug_text_next(text, &next);
	const uint32_t usual = width_usual(c);
	uint32_t voiced = 0;
	struct ug_replaced r = { .rule = NULL };

	if (usual == 0)
		return r;
	r = ug_replace_by(text, at, usual, c <= 0xFF60 || c >= 0xFFE0 ?
	    "width/wide" : "width/narrow");
	if (next < text.len)
		voiced = width_voiced(usual, ug_text_next(text, &next));
	if (c > 0xFF60 && voiced != 0) {
		r.used = next - at;
		r.len = ug_put_char(voiced, r.out);
	}
	return r;
}

static enum ungarble_err
width_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return ug_replace(text, edits, width_look);
}

const struct ug_pass ug_pass_width = {
	.fix = { "width", "tidy",
	    "characters of full and half width, made usual", 0 },
	.find = width_find,
	.tidies = true,
};
