/*
 * plain_east.c - is a line plainly text of East Asia?
 *
 *	U+4ECA U+65E5 U+306F          plain, in Japanese
 *	U+4ECA U+65E5 U+7E3A U+5EC5   not: kana in UTF-8, read as Shift_JIS.
 *	                              Hardly anybody writes the last two
 *
 * That goes by how many characters a language hardly knows: wrong readings pick
 * theirs from all over the tables.
 */
#include "plain.h"

/* By hand. */
#define LEAST 4  /* characters of East Asia that tell */
#define RARE  3  /* ideographs of which one may be rare */
#define RUN   3  /* characters that stand between letters of ASCII, */
#define LATIN 8  /* of which there are no more for each */

#define CHARACTERS ((size_t)0x10000) /* that are looked up */

/* Is it a sign that is written beside ideographs? */
static bool
sign_usual(uint32_t c)
{
	unsigned class;

	switch (c) {
	case 0xB7: case 0x2014: case 0x2018: case 0x2019: case 0x201C:
	case 0x201D: case 0x2022: case 0x2026:
		return true;
	default:
		class = c >= 0x3000 && c <= 0xFF60 ? ug_glyph_of(c).class :
		    UG_OTHER;
		return class == UG_CJK_STOP || class == UG_WIDE;
	}
}

static bool
is_kana(uint32_t c)
{
	return c >= 0x3040 && c < 0x3100;
}

/*
 * What a character of three bytes is, looked up once: languages that hardly
 * know it, those of ug_ideograph_rare(), and
 */
#define KANA  0x10
#define SIGN  0x20 /* that is usual */
#define EAST  0x40 /* of East Asia */
#define KNOWN 0x80 /* it was looked up */

/* One for each of those languages, in sixteen bits; kana are not counted. */
#define IN(rare)  ((uint64_t)((rare) & 1) | (uint64_t)((rare) & 2) << 15 | \
	(uint64_t)((rare) & 4) << 30 | (uint64_t)((rare) & 8) << 45)
#define IN4(rare) IN(rare), IN(rare + 1), IN(rare + 2), IN(rare + 3)

static const uint64_t rare_in[2 * KANA] = {
	IN4(0), IN4(4), IN4(8), IN4(12),
};

/* What was seen of a line. */
struct look {
	size_t n, n_kana;  /* characters of East Asia */
	uint64_t rare;     /* those but kana by language, in sixteen bits */
	unsigned not;      /* languages that have not its kana */
	size_t letters;    /* of ASCII */
};

static uint8_t
east_kind(uint32_t c)
{
	const unsigned kind = KNOWN | (is_kana(c) ? KANA : 0);

	if (c < 0x3040 || ug_glyph_of(c).class != UG_IDEOGRAPH)
		return (uint8_t)(KNOWN | (sign_usual(c) ? SIGN : 0));
	/* Of half the width is what Shift_JIS makes. */
	return (uint8_t)(c >= 0xFF00 ? KNOWN :
	    kind | EAST | ug_ideograph_rare(c));
}

/*
 * Do characters of East Asia, fewer than RUN, stand before line.s[at] behind a
 * letter of ASCII?  All of them were looked up.
 */
static bool
east_amid_letters(const uint8_t *kinds, struct ug_text line, size_t at)
{
	for (unsigned n = 0; n < RUN && at > 0; n++) {
		const uint32_t c = ug_text_prev(line, &at);

		if (c < 0x80)
			return ug_ascii_is_letter(c);
		if ((kinds[c] & EAST) == 0)
			return false;
	}
	return false;
}

/* Take the byte of ASCII at line.s[at].  False: the line is not plain. */
static bool
look_ascii(struct look *look, const uint8_t *kinds, struct ug_text line,
    size_t at)
{
	const unsigned char c = (unsigned char)line.s[at];
	const bool behind = at > 0 && (unsigned char)line.s[at - 1] >= 0x80;

	if (ug_ascii_is_letter(c)) {
		look->letters++;
		return !behind || !east_amid_letters(kinds, line, at);
	}
	return c != '&' && c != '\\' && c != 0x7F &&
	    (c >= ' ' || c == '\t' || c == '\n' || c == '\r');
}

/* Take the characters of a line.  False: it is not plain. */
static bool
look_line(struct look *look, uint8_t *kinds, struct ug_text line)
{
	for (size_t at = 0; at < line.len; ) {
		const unsigned char *const s =
		    (const unsigned char *)line.s + at;
		unsigned kind;
		size_t c;

		if (s[0] < 0x80) {
			if (!look_ascii(look, kinds, line, at++))
				return false;
			continue;
		}
		if (s[0] < 0xE0 || s[0] >= 0xF0) {
			if (!sign_usual(ug_text_next(line, &at)))
				return false;
			continue;
		}
		c = (size_t)(s[0] & 15) << 12 | (size_t)(s[1] & 63) << 6 |
		    (s[2] & 63u);
		kind = kinds[c];
		if (kind == 0)
			kind = kinds[c] = east_kind((uint32_t)c);
		at += 3;
		if ((kind & EAST) == 0) {
			if ((kind & SIGN) == 0)
				return false;
			continue;
		}
		look->n++;
		look->n_kana += kind / KANA & 1;
		look->rare += rare_in[kind & (2 * KANA - 1)];
		look->not |= (kind & KANA) != 0 ? kind : 0;
	}
	return true;
}

bool
ug_plain_east(struct ug_plain *plain, struct ug_text line)
{
	struct look look = { .n = 0 };

	if (plain->east == NULL) {
		plain->east = ug_new(plain->alloc, CHARACTERS);
		plain->no_memory |= plain->east == NULL;
		if (plain->east == NULL)
			return false;
		memset(plain->east, 0, CHARACTERS);
	}
	if (!look_line(&look, plain->east, line))
		return false;
	for (unsigned l = 0; l < 4; l++)
		if ((look.not >> l & 1) == 0 &&
		    (look.rare >> 16 * l & 0xFFFF) * RARE <=
		    look.n - look.n_kana)
			return look.n >= LEAST &&
			    look.letters <= look.n * LATIN;
	return false;
}
