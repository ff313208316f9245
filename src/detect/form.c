/*
 * form.c - UTF-16 and UTF-32 without a mark, and what is no text
 *
 * A stream that holds what records of bytes never hold is read in each of the
 * wide forms, and each reading is weighed against the bytes as they stand:
 *
 *	6F 00 6E 00 65 00 0A 00  ->  UTF-16LE
 *
 * Text with a few stray NULs or controls stays what it is.  So do all legacy
 * encodings: without a NUL or a control a wide form is considered only where
 * the bytes are text in none of those, however well they read as ideographs.
 */
#include <string.h>

#include "form.h"
#include "base/least.h"
#include "base/utf8.h"

/* What a byte costs, in points. */
enum {
	COST_BYTE_ASCII = 27,
	COST_BYTE_HIGH = 33, /* as in pairs that are ideographs */
	COST_BYTE_RARE = 70  /* controls that text may hold, but seldom does */
};

/* All set by hand. */
#define MARGIN 60      /* points by which a wide form must win */
#define ODD_MIN 4      /* fewer odd bytes never make a binary */
#define ODD_PERCENT 4  /* random bytes have 10 % */

#define NONSENSE_MIN 16     /* bytes that must be seen to call them that */
#define NONSENSE_PERCENT 40 /* of them beside one of the other half */
#define PURE_MIN 8          /* characters */
#define CHARS_PER_STRANGE 16 /* a rare one among so many may be */

/* Points by which bytes must win where the stream has a wide form. */
#define LEAVE_MARGIN 200
#define LEAVE_MARGIN_CHAR 15 /* and for each character */
#define LEAVE_MIN 4         /* characters */
#define LEAVE_ASCII_MIN 16  /* bytes: a wide record ends with a NUL */

bool
ug_detect_odd(const unsigned char *bytes, size_t len)
{
	for (size_t at = 0; at < len; at++)
		if (ug_form_is_odd(bytes[at]))
			return true;
	return false;
}

/* What the bytes cost as they stand; *n_odd of them are odd. */
static long long
form_byte_cost(const unsigned char *bytes, size_t len, size_t *n_odd)
{
	long long cost = 0;

	*n_odd = 0;
	for (size_t at = 0; at < len; at++) {
		if (ug_form_is_odd(bytes[at])) {
			cost += UG_COST_ODD;
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

#define TAR_AT    257 /* POSIX.1, pax: ustar Interchange Format */
#define TAR_MAGIC "ustar"

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

	/* An archive of texts is one all the same. */
	if (len >= TAR_AT + sizeof(TAR_MAGIC) - 1 && memcmp(bytes + TAR_AT,
	    TAR_MAGIC, sizeof(TAR_MAGIC) - 1) == 0)
		return true;
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
	return n_nul == n_odd;
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
	margin = UG_MAX(margin, 0);
	return margin >= 100 ? 99 : 75 + (unsigned)margin / 4;
}

/*
 * Whether the bytes are UTF-8 that goes beyond ASCII: a wide form hardly ever
 * is, whatever NULs stand in between.
 */
static bool
form_is_utf8(const unsigned char *bytes, size_t len)
{
	bool ascii;

	return ug_utf8_is(bytes, len, &ascii) && !ascii;
}

/* Whether a multi-byte encoding reads the bytes; the last may be cut short. */
static bool
form_is_multi_byte(const unsigned char *bytes, size_t len)
{
	const struct ug_encoding *encoding;

	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++)
		if (encoding->kind == UG_MULTI_BYTE &&
		    (ug_detect_valid(encoding, bytes, len) ||
		    ug_detect_valid(encoding, bytes, len - 1)))
			return true;
	return false;
}

/*
 * Whether the bytes are text in no encoding that has ASCII: half of them are
 * ASCII and half are not, in no order, and they are no pairs.
 */
static bool
form_is_nonsense(const unsigned char *bytes, size_t len)
{
	size_t n_changes = 0;

	for (size_t at = 1; at < len; at++)
		n_changes += (bytes[at] ^ bytes[at - 1]) >> 7;
	return len >= NONSENSE_MIN &&
	    n_changes * 100 >= len * NONSENSE_PERCENT &&
	    !form_is_multi_byte(bytes, len);
}

/* Whether a wide reading has nothing that speaks against it. */
static bool
form_is_pure(const struct ug_wide *wide)
{
	return wide->n_chars >= PURE_MIN && wide->n_bad == 0 &&
	    wide->n_controls == 0 &&
	    wide->n_rare <= wide->n_chars / CHARS_PER_STRANGE;
}

static const struct ug_encoding *const wides[] = {
	&ug_utf32le, &ug_utf32be, &ug_utf16le, &ug_utf16be,
};

/*
 * The wide form that costs least, and less than `limit` (a pure one may cost
 * `slack` more); NULL if none.
 */
static const struct ug_encoding *
form_cheapest(const unsigned char *bytes, size_t len, long long limit,
    long long slack, unsigned *confidence)
{
	const struct ug_encoding *found = NULL;
	long long best = limit + slack, second = best;

	for (size_t i = 0; i < sizeof(wides) / sizeof(*wides); i++) {
		struct ug_wide wide;

		ug_wide_read(&wide, wides[i], bytes, len);
		if (!ug_wide_is_text(&wide) ||
		    (wide.cost >= limit && !form_is_pure(&wide)))
			continue;
		if (wide.cost < best) {
			second = best;
			best = wide.cost;
			found = wides[i];
		} else if (wide.cost < second) {
			second = wide.cost;
		}
	}
	*confidence = form_confidence(second - best);
	return found;
}

struct ug_verdict
ug_detect_form(const unsigned char *bytes, size_t len)
{
	struct ug_verdict verdict = { NULL, UNGARBLE_BY_VALIDITY, 0, NULL };
	const bool magic = form_has_magic(bytes, len);
	size_t n_odd;
	const long long cost = form_byte_cost(bytes, len, &n_odd);

	if (form_is_utf8(bytes, len) && !magic)
		return verdict;
	if (n_odd > 0 && !magic)
		verdict.encoding = form_cheapest(bytes, len, cost - MARGIN,
		    MARGIN, &verdict.confidence);
	/* Where bytes are nonsense, any pure reading is better. */
	if (verdict.encoding == NULL && !magic && form_is_nonsense(bytes, len))
		verdict.encoding = form_cheapest(bytes, len, 0, cost * 2,
		    &verdict.confidence);
	if (verdict.encoding == NULL && form_is_binary(bytes, len, n_odd)) {
		verdict.encoding = &ug_binary;
		verdict.confidence = 95;
	}
	return verdict;
}

/*
 * Whether one of the first units is of Latin-1, as spaces and line ends are,
 * and none is a NUL: other forms hardly ever have that.
 */
static bool
form_has_latin(enum ug_encoding_kind kind, const unsigned char *bytes,
    size_t len)
{
	const size_t size = ug_unit_len(kind);
	bool found = false;

	for (size_t at = 0; at + size <= len && at < 8 * size; at += size) {
		const uint32_t c = ug_unit_at(kind, bytes + at);

		if (c == 0)
			return false;
		found = found || c < 0x100;
	}
	return found;
}

static bool
form_stays_wide(const struct ug_encoding *form, const unsigned char *bytes,
    size_t len)
{
	struct ug_wide here;
	unsigned confidence;
	size_t n_odd;

	if (form_has_latin(form->kind, bytes, len))
		return true;
	ug_wide_read(&here, form, bytes, len);
	if (here.n_chars < LEAVE_MIN)
		return true;
	if (form_is_utf8(bytes, len) || (len >= LEAVE_ASCII_MIN &&
	    !ug_detect_odd(bytes, len) &&
	    ug_utf8_prefix(bytes, len, NULL) == len))
		return false;

	const long long limit = here.cost - LEAVE_MARGIN -
	    LEAVE_MARGIN_CHAR * (long long)here.n_chars;
	const long long cost = form_byte_cost(bytes, len, &n_odd);

	return (n_odd > 0 || cost > limit) &&
	    form_cheapest(bytes, len, limit, 0, &confidence) == NULL;
}

/* EBCDIC has neither a space nor an LF where ASCII has them. */
static bool
form_stays_ebcdic(const unsigned char *bytes, size_t len)
{
	const struct ug_verdict other = ug_detect_form(bytes, len);

	if (other.encoding != NULL && other.encoding != &ug_binary)
		return false;
	return len < LEAVE_MIN || (memchr(bytes, ' ', len) == NULL &&
	    memchr(bytes, '\n', len) == NULL) ||
	    len - ug_utf8_prefix(bytes, len, NULL) >= 4;
}

bool
ug_detect_stays(const struct ug_encoding *form, const unsigned char *bytes,
    size_t len)
{
	return ug_unit_len(form->kind) > 1 ? form_stays_wide(form, bytes, len) :
	    form_stays_ebcdic(bytes, len);
}
