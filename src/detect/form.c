/*
 * form.c - UTF-16 and UTF-32 without a mark, and what is no text
 *
 * A stream that holds what records of bytes never hold is read in each of the
 * wide forms, and each reading is weighed against the bytes as they stand:
 *
 *	6F 00 6E 00 65 00 0A 00  ->  UTF-16LE
 *
 * Text with a few stray NULs or controls stays what it is.  So do all legacy
 * encodings: without a NUL or a control none of the wide forms is considered,
 * however well the pairs of bytes would read as ideographs.
 */
#include <string.h>

#include "../utf8.h"
#include "detect.h"

/* Points, ten to the nat: what a unit costs that a text has here and there. */
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

/* The same for bytes. */
enum {
	COST_BYTE_ASCII = 27,
	COST_BYTE_HIGH = 33, /* as in pairs that are ideographs */
	COST_BYTE_RARE = 70, /* controls that text may hold, but seldom does */
	COST_BYTE_ODD = 110
};

#define MARGIN 60      /* points by which a wide form must win */
#define ODD_MIN 4      /* fewer odd bytes never make a binary */
#define ODD_PERCENT 4  /* random bytes have 10 % */

/* One such unit in so many is damage, more are evidence against the form. */
#define CHARS_PER_BAD 64
#define CHARS_PER_CONTROL 8

#define CHARS_ENOUGH 8

static bool
form_is_odd(unsigned char byte)
{
	/* Bell to carriage return, shift out and in, SUB, escape. */
	const unsigned long plain = 1ul << 0x07 | 1ul << 0x08 | 1ul << 0x09 |
	    1ul << 0x0A | 1ul << 0x0B | 1ul << 0x0C | 1ul << 0x0D |
	    1ul << 0x0E | 1ul << 0x0F | 1ul << 0x1A | 1ul << 0x1B;

	return byte < 0x20 && (plain >> byte & 1) == 0;
}

bool
ug_detect_odd(const unsigned char *bytes, size_t len)
{
	for (size_t at = 0; at < len; at++)
		if (form_is_odd(bytes[at]))
			return true;
	return false;
}

struct form_block {
	uint32_t first, last;
	int cost;
};

/* What texts are made of; between the blocks: COST_BAD. */
static const struct form_block blocks[] = {
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

static int
form_char_cost(uint32_t c)
{
	if (c < 0x80) {
		if (c == 0)
			return COST_BAD;
		if (c == 0x7F || form_is_odd((unsigned char)c))
			return COST_CONTROL;
		return COST_ASCII;
	}
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++) {
		if (c > blocks[i].last)
			continue;
		if (c < blocks[i].first)
			return COST_BAD;
		/* A NUL that is the low half of something is a stray one. */
		return (c & 0xFF) == 0 && c != 0x3000 && c != 0x4E00
		    ? COST_RARE : blocks[i].cost;
	}
	return COST_BAD;
}

struct form_reading {
	const struct ug_encoding *encoding;
	long long cost;
	size_t n_chars, n_controls, n_bad;
	size_t n_high;  /* units beyond FF */
	size_t n_pairs; /* of those: made of two ASCII characters */
	size_t n_ascii; /* units that are ASCII */
	size_t n_lines; /* units made of a line end and an ASCII character */
	uint32_t row;   /* the upper bits of the first unit beyond ASCII */
	bool one_row;   /* shared by all of those */
};

static bool
form_is_ascii_pair(uint32_t c)
{
	/* Row 30 is kana. */
	return c <= 0xFFFF && c >> 8 != 0x30 &&
	    c >> 8 >= ' ' && c >> 8 < 0x7F &&
	    (c & 0xFF) >= ' ' && (c & 0xFF) < 0x7F;
}

static void
form_read(struct form_reading *reading, const unsigned char *bytes, size_t len)
{
	const enum ug_encoding_kind kind = reading->encoding->kind;
	const size_t size = ug_unit_len(kind);

	for (size_t at = 0; at + size <= len; at += size) {
		uint32_t c = ug_unit_at(kind, bytes + at);
		int cost;

		if (size == 2 && c >= 0xD800 && c < 0xDC00 && at + 4 <= len) {
			const uint32_t low = ug_unit_at(kind, bytes + at + 2);

			if (low >= 0xDC00 && low < 0xE000) {
				c = 0x10000 + ((c - 0xD800) << 10) +
				    (low - 0xDC00);
				at += 2;
			}
		}
		cost = form_char_cost(c);
		reading->n_high += c > 0xFF;
		reading->n_pairs += c > 0xFF && form_is_ascii_pair(c);
		reading->n_ascii += c < 0x80;
		reading->n_lines += c < 0x8000 && (c & 0x80) == 0 &&
		    c > 0xFF && (c >> 8 == '\n' || (c & 0xFF) == '\n');
		if (c >= 0x80) {
			if (reading->n_ascii == reading->n_chars)
				reading->row = c >> 8;
			reading->one_row = reading->one_row &&
			    reading->row == c >> 8;
		}
		reading->cost += cost;
		reading->n_chars++;
		reading->n_controls += cost == COST_CONTROL;
		reading->n_bad += cost == COST_BAD;
	}
	/* What is left over at the end of a whole stream is damage. */
	reading->cost += len % size == 0 ? 0 : COST_BYTE_ODD;
}

/*
 * Not if units are bad, or if what is beyond Latin-1 would mostly be ASCII in
 * pairs: of ideographs, a quarter is.  A few units must be ASCII or of one
 * alphabet.
 */
static bool
form_is_text(const struct form_reading *reading)
{
	return reading->n_chars >= 2 &&
	    reading->n_bad <= reading->n_chars / CHARS_PER_BAD &&
	    reading->n_controls <= reading->n_chars / CHARS_PER_CONTROL &&
	    (reading->n_pairs * 2 <= reading->n_high ||
	    reading->n_pairs * 8 <= reading->n_chars) &&
	    (reading->n_chars >= CHARS_ENOUGH || (reading->n_lines == 0 &&
	    (reading->one_row || reading->n_ascii * 2 >= reading->n_chars)));
}

static long long
form_byte_cost(const unsigned char *bytes, size_t len, size_t *n_odd)
{
	long long cost = 0;

	*n_odd = 0;
	for (size_t at = 0; at < len; at++) {
		if (form_is_odd(bytes[at])) {
			cost += COST_BYTE_ODD;
			++*n_odd;
		} else if (bytes[at] >= 0x80) {
			cost += COST_BYTE_HIGH;
		} else {
			cost += bytes[at] >= ' ' || (bytes[at] >= '\t' &&
			    bytes[at] <= '\r') || bytes[at] == 0x1B
			    ? COST_BYTE_ASCII : COST_BYTE_RARE;
		}
	}
	return cost;
}

/* How formats begin that are often met where text was meant. */
static bool
form_has_magic(const unsigned char *bytes, size_t len)
{
	static const struct {
		const char *bytes;
		size_t len;
	} magics[] = {
#define MAGIC(literal) { literal, sizeof(literal) - 1 }
		MAGIC("\x7F" "ELF"), MAGIC("\x89PNG\r\n\x1A\n"),
		MAGIC("\x1F\x8B\x08"), MAGIC("\xFF\xD8\xFF"), MAGIC("GIF8"),
		MAGIC("PK\x03\x04"), MAGIC("%PDF-"), MAGIC("BZh"),
		MAGIC("\xFD" "7zXZ\0"), MAGIC("\x28\xB5\x2F\xFD"),
		MAGIC("\xCA\xFE\xBA\xBE"), MAGIC("\xCF\xFA\xED\xFE"),
		MAGIC("7z\xBC\xAF\x27\x1C"), MAGIC("SQLite format 3\0"),
		MAGIC("\0asm"), MAGIC("OggS\0"), MAGIC("ID3\3"),
		MAGIC("!<arch>\n"), MAGIC("\xDE\x12\x04\x95"),
		MAGIC("\x95\x04\x12\xDE"),
#undef MAGIC
	};

	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++)
		if (len >= magics[i].len &&
		    memcmp(bytes, magics[i].bytes, magics[i].len) == 0)
			return true;
	return false;
}

/* Whether the odd bytes are lone NULs that stand between names or fields. */
static bool
form_has_separators(const unsigned char *bytes, size_t len, size_t n_odd)
{
	size_t n_nul = 0;

	for (size_t at = 0; at < len; at++) {
		if (bytes[at] != 0)
			continue;
		if (at + 1 < len && bytes[at + 1] == 0)
			return false;
		n_nul++;
	}
	return n_nul == n_odd && n_nul <= len / 3;
}

static bool
form_is_binary(const unsigned char *bytes, size_t len, size_t n_odd)
{
	if (n_odd == 0)
		return false;
	if (form_has_magic(bytes, len))
		return true;
	return n_odd >= ODD_MIN && n_odd > len * ODD_PERCENT / 100 &&
	    !form_has_separators(bytes, len, n_odd);
}

/* 99 where the margin is a hundred points and more, 75 where it is least. */
static unsigned
form_confidence(long long margin)
{
	if (margin < 0)
		margin = 0;
	return margin >= 100 ? 99 : 75 + (unsigned)margin / 4;
}

/*
 * Whether the bytes are UTF-8 that goes beyond ASCII: a wide form hardly ever
 * is, whatever NULs stand in between.  The last character may be cut short.
 */
static bool
form_is_utf8(const unsigned char *bytes, size_t len)
{
	bool ascii;
	const size_t prefix = ug_utf8_prefix(bytes, len, &ascii);

	return !ascii && len - prefix < 4 && (prefix == len ||
	    ug_utf8_malformed(bytes + prefix, len - prefix) == len - prefix);
}

struct ug_verdict
ug_detect_form(const unsigned char *bytes, size_t len)
{
	struct form_reading readings[] = {
		{ .encoding = &ug_utf32le, .one_row = true },
		{ .encoding = &ug_utf32be, .one_row = true },
		{ .encoding = &ug_utf16le, .one_row = true },
		{ .encoding = &ug_utf16be, .one_row = true },
	};
	struct ug_verdict verdict = { NULL, UNGARBLE_BY_VALIDITY, 0, NULL };
	size_t n_odd;
	long long best = form_byte_cost(bytes, len, &n_odd) - MARGIN;
	long long second = best;

	if (n_odd == 0 || (form_is_utf8(bytes, len) &&
	    !form_has_magic(bytes, len)))
		return verdict;
	for (size_t i = 0; i < sizeof(readings) / sizeof(*readings); i++) {
		struct form_reading *const reading = &readings[i];

		form_read(reading, bytes, len);
		if (!form_is_text(reading))
			continue;
		if (reading->cost < best) {
			second = best;
			best = reading->cost;
			verdict.encoding = reading->encoding;
		} else if (reading->cost < second) {
			second = reading->cost;
		}
	}
	if (form_has_magic(bytes, len))
		verdict.encoding = &ug_binary;
	if (verdict.encoding != NULL && verdict.encoding != &ug_binary)
		verdict.confidence = form_confidence(second - best);
	else if (form_is_binary(bytes, len, n_odd)) {
		verdict.encoding = &ug_binary;
		verdict.confidence = 95;
	}
	return verdict;
}
