/*
 * encode.c - puts text into an encoding, for tests and benches of detection
 *
 * WHATWG's multi-byte encodings are iconv's under the name of what Windows has
 * for them.  Who uses it compares what encode_back() makes of the bytes, so a
 * character that the two map otherwise drops out.
 */
#define _POSIX_C_SOURCE 200809L
#include <iconv.h>
#include <stdlib.h>
#include <unicode/unorm2.h>

#include "encode.h"
#include "decode/decode.h"

void
encode_add(struct ug_buf *out, const void *bytes, size_t len)
{
	if (ug_buf_add(out, bytes, len) != UNGARBLE_OK)
		abort();
}

void
encode_put(struct ug_buf *out, uint32_t c)
{
	char utf8[4];

	encode_add(out, utf8, ug_put_char(c, utf8));
}

/* The byte that stands for `c`, -1 if there is none. */
static int
encode_byte(const struct ug_encoding *encoding, uint32_t c)
{
	if (encoding->lower == NULL && c < 0x80)
		return (int)c;
	for (int i = 0; i < 128 && encoding->lower != NULL; i++)
		if (encoding->lower[i] == c)
			return i;
	for (int i = 0; i < 128; i++)
		if (encoding->upper[i] == c && c != UG_UNDEFINED)
			return 128 + i;
	return -1;
}

static void
encode_unit(enum ug_encoding_kind kind, uint32_t unit, struct ug_buf *out)
{
	const unsigned n = (unsigned)ug_unit_len(kind);
	const bool big = kind == UG_UTF16BE || kind == UG_UTF32BE;

	for (unsigned i = 0; i < n; i++) {
		const unsigned shift = 8 * (big ? n - 1 - i : i);

		encode_add(out, &(char){ (char)(unit >> shift) }, 1);
	}
}

static void
encode_units(struct ug_text text, enum ug_encoding_kind kind,
    struct ug_buf *out)
{
	for (size_t at = 0; at < text.len;) {
		const uint32_t c = ug_text_next(text, &at);

		if (ug_unit_len(kind) == 4 || c < 0x10000) {
			encode_unit(kind, c, out);
			continue;
		}
		encode_unit(kind, 0xD7C0 + (c >> 10), out);
		encode_unit(kind, 0xDC00 + (c & 0x3FF), out);
	}
}

static bool
encode_iconv(struct ug_text text, const char *name, struct ug_buf *out)
{
	const size_t room = 8 * text.len + 64;
	size_t in_left = text.len, out_left = room, lost;
	char *in = (char *)(uintptr_t)text.s, *to;
	const iconv_t cd = iconv_open(name, "UTF-8");

	if (cd == (iconv_t)-1)
		return false;
	if (ug_buf_reserve(out, room) != UNGARBLE_OK)
		abort();
	to = out->s + out->len;
	lost = iconv(cd, &in, &in_left, &to, &out_left);
	if (lost == 0)
		lost = iconv(cd, NULL, NULL, &to, &out_left);
	out->len += room - out_left;
	iconv_close(cd);
	return lost == 0;
}

/* GB 2312 between ~{ and ~}, a tilde doubled; what iconv lacks. */
static bool
encode_hz(struct ug_text text, struct ug_buf *out)
{
	struct ug_buf gb = { .alloc = &ug_alloc_libc };
	bool shifted = false;
	const bool fits = encode_iconv(text, "GB2312", &gb);

	for (size_t i = 0; i < gb.len; i++) {
		const bool high = (gb.s[i] & 0x80) != 0;

		if (high != shifted)
			encode_add(out, high ? "~{" : "~}", 2);
		shifted = high;
		encode_add(out, &(char){ (char)(gb.s[i] & 0x7F) }, 1);
		if (gb.s[i] == '~')
			encode_add(out, "~", 1);
	}
	if (shifted)
		encode_add(out, "~}", 2);
	ug_buf_free(&gb);
	return fits;
}

static const struct {
	const char *name, *iconv;
} encode_names[] = {
	{ "Shift_JIS", "CP932" },
	{ "EUC-KR", "CP949" },
	{ "GBK", "CP936" },
	{ "Big5", "CP950" },
};

bool
encode(struct ug_text text, const struct ug_encoding *encoding,
    struct ug_buf *out)
{
	const char *name = encoding->name;

	out->len = 0;
	if (ug_unit_len(encoding->kind) > 1) {
		encode_units(text, encoding->kind, out);
		return true;
	}
	if (encoding->kind == UG_UTF8) {
		encode_add(out, text.s, text.len);
		return true;
	}
	for (size_t at = 0; encoding->kind == UG_SINGLE_BYTE &&
	    at < text.len;) {
		const int byte = encode_byte(encoding, ug_text_next(text, &at));

		if (byte < 0)
			return false;
		encode_add(out, &(char){ (char)byte }, 1);
	}
	if (encoding->kind == UG_SINGLE_BYTE)
		return true;
	if (strcmp(name, "HZ-GB-2312") == 0)
		return encode_hz(text, out);
	for (size_t i = 0; i < sizeof(encode_names) / sizeof(*encode_names);
	    i++)
		if (strcmp(name, encode_names[i].name) == 0)
			return encode_iconv(text, encode_names[i].iconv, out);
	return encode_iconv(text, name, out);
}

bool
encode_named(struct ug_text text, const char *label, struct ug_buf *out)
{
	const struct ug_encoding *const encoding =
	    ug_encoding_by_label(label, strlen(label));

	out->len = 0;
	return encoding != NULL ? encode(text, encoding, out) :
	    encode_iconv(text, label, out);
}

static bool
encode_fits(uint32_t c, const struct ug_encoding *encoding)
{
	struct ug_buf scratch = { .alloc = &ug_alloc_libc };
	char utf8[4];
	bool fits;

	if (encoding->kind == UG_SINGLE_BYTE)
		return encode_byte(encoding, c) >= 0;
	fits = encode((struct ug_text){ utf8, ug_put_char(c, utf8) }, encoding,
	    &scratch);
	ug_buf_free(&scratch);
	return fits;
}

static const struct {
	uint32_t c;
	const char *plain;
} encode_plains[] = {
	{ 0x2018, "'" }, { 0x2019, "'" }, { 0x2032, "'" }, { 0x201A, "'" },
	{ 0x201C, "\"" }, { 0x201D, "\"" }, { 0x201E, "\"" }, { 0x2033, "\"" },
	{ 0xAB, "\"" }, { 0xBB, "\"" },
	{ 0x2013, "-" }, { 0x2014, "-" }, { 0x2026, "..." }, { 0x20AC, "EUR" },
	{ 0x152, "OE" }, { 0x153, "oe" }, { 0x200C, "" },
	/* Romanian as its encodings had it before 2001. */
	{ 0x218, "Ş" }, { 0x219, "ş" }, { 0x21A, "Ţ" }, { 0x21B, "ţ" },
	/* Persian as Arabic encodings have it. */
	{ 0x6CC, "ي" }, { 0x6A9, "ك" },
	/* Vietnamese: the mark of the tone comes last. */
	{ 0x1EAC, "Â\u0323" }, { 0x1EAD, "â\u0323" }, { 0x1EB6, "Ă\u0323" },
	{ 0x1EB7, "ă\u0323" }, { 0x1EC6, "Ê\u0323" }, { 0x1EC7, "ê\u0323" },
	{ 0x1ED8, "Ô\u0323" }, { 0x1ED9, "ô\u0323" },
};

/* Letter and mark, if the encoding has both. */
static bool
encode_apart(uint32_t c, const struct ug_encoding *encoding,
    struct ug_buf *out)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *const nfc = unorm2_getNFCInstance(&status);
	UChar parts[8];
	int32_t n;

	if (U_FAILURE(status))
		abort();
	n = unorm2_getRawDecomposition(nfc, (UChar32)c, parts, 8, &status);
	if (U_FAILURE(status) || n != 2 || !encode_fits(parts[0], encoding) ||
	    !encode_fits(parts[1], encoding))
		return false;
	encode_put(out, parts[0]);
	encode_put(out, parts[1]);
	return true;
}

static void
encode_plain_char(uint32_t c, const struct ug_encoding *encoding,
    struct ug_buf *out)
{
	const size_t n = sizeof(encode_plains) / sizeof(*encode_plains);
	size_t i = 0;

	if (encode_fits(c, encoding)) {
		encode_put(out, c);
		return;
	}
	while (i < n && encode_plains[i].c != c)
		i++;
	if (i < n)
		encode_add(out, encode_plains[i].plain,
		    strlen(encode_plains[i].plain));
	else if (!encode_apart(c, encoding, out))
		encode_put(out, c);
}

void
encode_plain(struct ug_text text, const struct ug_encoding *encoding,
    struct ug_buf *out)
{
	out->len = 0;
	for (size_t at = 0; at < text.len;)
		encode_plain_char(ug_text_next(text, &at), encoding, out);
}

void
encode_back(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len, struct ug_buf *out)
{
	struct ug_decoder *decoder;
	struct ug_decoded decoded;

	ug_decoded_init(&decoded, &ug_alloc_libc);
	if (ug_decoder_new(&decoder, &ug_alloc_libc) != UNGARBLE_OK ||
	    ug_decode(decoder, encoding, NULL, bytes, len, 0, &decoded) !=
	    UNGARBLE_OK)
		abort();
	out->len = 0;
	encode_add(out, decoded.text.s, decoded.text.len);
	ug_decoded_free(&decoded);
	ug_decoder_free(decoder);
}
