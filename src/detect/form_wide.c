/*
 * form_wide.c - how well bytes read as UTF-16 or UTF-32
 *
 *	6F 00 6E 00 65 00  ->  three letters         (UTF-16LE)
 *	6F 00 6E 00 65 00  ->  U+6F00 U+6E00 U+6500: no text has such (UTF-16BE)
 *
 * Each character has a cost by the block it is in; of ideographs and syllables
 * those in daily use are cheap.
 */
#include "base/least.h"
#include "common.h"
#include "form.h"

/* Points: what a character costs that a text has here and there. */
enum {
	COST_ASCII = 32,
	COST_LETTER = 45,  /* of an alphabet other than ASCII's */
	COST_SIGN = 55,
	COST_KANA = 45,
	COST_IDEOGRAPH = 66,
	COST_RARE = 110,   /* assigned, but seldom seen */
	COST_CONTROL = 130,
	COST_BAD = 300     /* unassigned, or half of a pair */
};

/* By hand: one such unit in so many is damage, more speak against the form. */
#define CHARS_PER_BAD 64
#define CHARS_PER_CONTROL 8
#define CHARS_PER_RARE 8

#define CHARS_ENOUGH 8 /* by hand; a few more units may be of any kind */

struct wide_block {
	uint32_t first, last;
	int cost;
};

/* What texts are made of; between the blocks: COST_BAD. */
static const struct wide_block blocks[] = {
	{ 0x00A0, 0x00BF, COST_SIGN },
	{ 0x00C0, 0x024F, COST_LETTER },
	{ 0x0250, 0x02FF, COST_RARE },
	{ 0x0300, 0x036F, COST_SIGN },
	{ 0x0370, 0x052F, COST_LETTER },
	{ 0x0531, 0x058F, COST_LETTER },
	{ 0x0591, 0x06FF, COST_LETTER },
	{ 0x0700, 0x08FF, COST_RARE },
	{ 0x0900, 0x0DFF, COST_LETTER },
	{ 0x0E01, 0x0EDF, COST_LETTER },
	{ 0x0F00, 0x109F, COST_LETTER },
	{ 0x10A0, 0x10FF, COST_LETTER },
	{ 0x1100, 0x139F, COST_SIGN },
	{ 0x13A0, 0x177F, COST_RARE },
	{ 0x1780, 0x18AF, COST_LETTER },
	{ 0x18B0, 0x1DFF, COST_RARE },
	{ 0x1E00, 0x1FFE, COST_LETTER },
	{ 0x2000, 0x203E, COST_SIGN },
	{ 0x203F, 0x2064, COST_RARE },
	{ 0x2066, 0x206F, COST_RARE },
	{ 0x2070, 0x209C, COST_RARE },
	{ 0x20A0, 0x20BF, COST_SIGN },
	{ 0x2100, 0x214F, COST_SIGN },
	{ 0x2150, 0x218B, COST_RARE },
	{ 0x2190, 0x22FF, COST_SIGN },
	{ 0x2300, 0x2BFF, COST_RARE },
	{ 0x2C00, 0x2DFF, COST_RARE },
	{ 0x2E00, 0x2FDF, COST_RARE },
	{ 0x3000, 0x303F, COST_KANA },
	{ 0x3041, 0x30FF, COST_KANA },
	{ 0x3105, 0x33FF, COST_RARE },
	{ 0x3400, 0x4DBF, COST_RARE },
	{ 0x4E00, 0x9FFF, COST_IDEOGRAPH },
	{ 0xA000, 0xABFF, COST_RARE },
	{ 0xAC00, 0xD7A3, COST_IDEOGRAPH },
	{ 0xF900, 0xFAFF, COST_RARE },
	{ 0xFB00, 0xFDCF, COST_RARE },
	{ 0xFDF0, 0xFDFF, COST_RARE },
	{ 0xFE00, 0xFEFC, COST_RARE },
	{ 0xFEFF, 0xFEFF, COST_SIGN },
	{ 0xFF01, 0xFFEF, COST_SIGN },
	{ 0xFFF9, 0xFFFD, COST_RARE },
	{ 0x10000, 0x1BFFF, COST_RARE },
	{ 0x1D000, 0x1D7FF, COST_RARE },
	{ 0x1F000, 0x1FAFF, COST_IDEOGRAPH },
	{ 0x20000, 0x2FA1F, COST_RARE },
	{ 0x30000, 0x3134F, COST_RARE },
	{ 0xE0001, 0xE01EF, COST_RARE },
};

/* The cost of a character beyond ASCII. */
static int
wide_block_cost(uint32_t c)
{
	size_t low = 0, high = sizeof(blocks) / sizeof(*blocks);

	while (low < high) {
		const size_t middle = (low + high) / 2;

		if (c > blocks[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof(blocks) / sizeof(*blocks) || c < blocks[low].first)
		return COST_BAD;
	/* A NUL that is the low half of something is a stray one. */
	return (c & 0xFF) == 0 && c != 0x3000 && c != 0x4E00 ? COST_RARE :
	    blocks[low].cost;
}

static bool
wide_is_printable(uint32_t byte)
{
	return byte >= ' ' && byte < 0x7F;
}

/* Count a character beyond U+00FF. */
static void
wide_count_high(struct ug_wide *wide, uint32_t c)
{
	const uint32_t upper = c >> 8, lower = c & 0xFF;

	wide->n_high++;
	if (c > 0xFFFF)
		return;
	/* Row 30 is kana. */
	wide->n_pairs += upper != 0x30 && wide_is_printable(upper) &&
	    wide_is_printable(lower);
	wide->n_mixed += upper >= 0x80 ? wide_is_printable(lower) :
	    lower >= 0x80 && wide_is_printable(upper);
	wide->n_ends += upper == '\n' || lower == '\n';
	wide->n_lines += upper < 0x80 && lower < 0x80 &&
	    (upper == '\n' || lower == '\n');
}

/* Ideographs and syllables, and how many of them each kind of text has. */
struct wide_kinds {
	size_t n, n_simplified, n_traditional, n_japanese, n_hangul;
};

static void
wide_count_kind(struct wide_kinds *kinds, uint32_t c)
{
	const unsigned common = ug_common(c);

	kinds->n++;
	kinds->n_simplified += (common & UG_COMMON_SIMPLIFIED) != 0;
	kinds->n_traditional += (common & UG_COMMON_TRADITIONAL) != 0;
	kinds->n_japanese += (common & UG_COMMON_JAPANESE) != 0;
	kinds->n_hangul += (common & UG_COMMON_HANGUL) != 0;
}

static void
wide_count(struct ug_wide *wide, uint32_t c, uint32_t *last, uint32_t *row,
    struct wide_kinds *kinds)
{
	int cost = COST_ASCII;

	if (c >= 0x80)
		cost = wide_block_cost(c);
	else if (c == 0)
		cost = COST_BAD;
	else if (c == 0x7F || ug_form_is_odd((unsigned char)c))
		cost = COST_CONTROL;
	if (c >= 0x80) {
		if (wide->n_ascii == wide->n_chars)
			*row = c >> 8;
		wide->one_row = wide->one_row && *row == c >> 8;
	}
	if (c > 0xFF)
		wide_count_high(wide, c);
	if (cost == COST_IDEOGRAPH && c <= 0xFFFF)
		wide_count_kind(kinds, c);
	wide->ascending = wide->ascending && (wide->n_chars == 0 || c > *last);
	*last = c;
	wide->n_ascii += c < 0x80;
	wide->n_latin += c <= 0xFF;
	wide->n_spaces += c == ' ' || (c >= '\t' && c <= '\r');
	wide->cost += cost;
	wide->n_chars++;
	wide->n_controls += cost == COST_CONTROL;
	wide->n_bad += cost == COST_BAD;
	wide->n_rare += cost == COST_RARE && c <= 0xFFFF;
}

void
ug_wide_read(struct ug_wide *wide, const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len)
{
	const enum ug_encoding_kind kind = encoding->kind;
	const size_t size = ug_unit_len(kind);
	struct wide_kinds kinds = { 0 };
	uint32_t last = 0, row = 0;

	*wide = (struct ug_wide){
		.encoding = encoding,
		.one_row = true,
		.ascending = true,
	};
	for (size_t at = 0; at + size <= len; at += size) {
		uint32_t c = ug_unit_at(kind, bytes + at);

		if (size == 2 && c >= 0xD800 && c < 0xDC00 && at + 4 <= len) {
			const uint32_t low = ug_unit_at(kind, bytes + at + 2);

			if (low >= 0xDC00 && low < 0xE000) {
				c = 0x10000 + ((c - 0xD800) << 10) +
				    (low - 0xDC00);
				at += 2;
			}
		}
		wide_count(wide, c, &last, &row, &kinds);
	}

	const size_t n_common = kinds.n_hangul + UG_MAX(kinds.n_japanese,
	    UG_MAX(kinds.n_simplified, kinds.n_traditional));

	wide->n_rare += kinds.n - n_common;
	wide->cost += (long long)(kinds.n - n_common) *
	    (COST_RARE - COST_IDEOGRAPH);
	/* What is left over at the end of a whole stream is damage. */
	wide->cost += len % size == 0 ? 0 : UG_COST_ODD;
}

/*
 * Single characters with NULs between are rather a list of names than text,
 * unless there are many; and if they ascend.
 */
static bool
wide_is_list(const struct ug_wide *wide)
{
	return wide->n_latin == wide->n_chars && wide->n_spaces == 0 &&
	    (wide->n_chars < CHARS_ENOUGH || wide->ascending);
}

/*
 * Whether it is none of what two ASCII characters at a time make, with NULs
 * between some of them.  Of ideographs, a quarter is two ASCII characters, and
 * more are half ASCII; few are such that texts hardly have them.
 */
static bool
wide_is_no_ascii(const struct ug_wide *wide)
{
	if (wide->n_rare > wide->n_chars / CHARS_PER_RARE && !wide->one_row)
		return false;
	return wide->n_pairs * 2 <= wide->n_high ||
	    wide->n_pairs * 8 <= wide->n_chars ||
	    wide->n_mixed * 8 >= wide->n_high;
}

/* Whether a few units are ASCII or of one alphabet; more need not be. */
static bool
wide_is_enough(const struct ug_wide *wide)
{
	return wide->n_chars >= CHARS_ENOUGH || (wide->n_lines == 0 &&
	    (wide->one_row || wide->n_ascii * 2 >= wide->n_chars));
}

/* Of UTF-32, one unit is as good as certain. */
bool
ug_wide_is_text(const struct ug_wide *wide)
{
	/* Where each unit holds an LF, it is bytes, one a line. */
	if (wide->n_chars < 2 || wide->n_ends == wide->n_chars ||
	    wide->n_bad > wide->n_chars / CHARS_PER_BAD ||
	    wide->n_controls > wide->n_chars / CHARS_PER_CONTROL)
		return false;
	return ug_unit_len(wide->encoding->kind) > 2 ||
	    (wide_is_no_ascii(wide) && wide_is_enough(wide) &&
	    !wide_is_list(wide));
}

bool
ug_detect_maybe_wide(const unsigned char *bytes, size_t len)
{
	/* An LF that ends an even number of bytes is a lower half. */
	const enum ug_encoding_kind kind = len % 2 == 0 ? UG_UTF16BE :
	    UG_UTF16LE;

	for (size_t at = 0; at + 2 <= len; at += 2)
		if (ug_common(ug_unit_at(kind, bytes + at)) == 0)
			return false;
	return len >= 2;
}
