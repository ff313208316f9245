/*
 * coded.c - sentences of own.tsv in the encodings of their languages
 */
#include "coded.h"

#include <string.h>

#include "detect/detect.h"
#include "detect/encode.h"
#include "random.h"

bool
coded_open(struct coded *coded)
{
	const struct ug_buf empty = { .alloc = &ug_alloc_libc };

	coded->all = coded->plain = coded->made = empty;
	coded->codecs = codecs_new();
	coded->n_lines = own_read("tests/detect/own.tsv", coded->lines,
	    &coded->all);
	return coded->n_lines > 0;
}

void
coded_close(struct coded *coded)
{
	ug_buf_free(&coded->all);
	ug_buf_free(&coded->plain);
	ug_buf_free(&coded->made);
	codecs_free(coded->codecs);
}

/* ---- in an encoding ---- */

/* What stands for a run of pairs, in the seven bits of each of its bytes. */
static const struct coded_shift {
	const char *name, *codec, *start, *in, *out;
} shifts[] = {
	{ "ISO-2022-JP", "EUC-JP", "", "\033$B", "\033(B" },
	{ "ISO-2022-KR", "EUC-KR", "\033$)C", "\016", "\017" },
	{ "ISO-2022-CN", "gb18030", "\033$)A", "\016", "\017" },
	{ "HZ-GB-2312", "gb18030", "", "~{", "~}" },
};

static bool
coded_shifts(struct coded *coded, const struct coded_shift *shift,
    struct ug_text text, struct bytes *out)
{
	const struct codec *const codec = codec_by_name(coded->codecs,
	    shift->codec);
	struct ug_buf *const made = &coded->made;
	bool shifted = false;

	if (!codec_encode(codec, text, made))
		return false;
	for (size_t i = 0; i < made->len; i++)
		if ((made->s[i] & 0x80) != 0 &&
		    (unsigned char)made->s[i] < 0xA1)
			return false;
	bytes_string(out, shift->start);
	for (size_t i = 0; i < made->len; i++) {
		const bool high = (made->s[i] & 0x80) != 0;

		if (high != shifted)
			bytes_string(out, high ? shift->in : shift->out);
		shifted = high;
		bytes_add(out, &(char){ made->s[i] & 0x7F }, 1);
	}
	if (shifted)
		bytes_string(out, shift->out);
	return true;
}

static void
coded_base64(const struct ug_buf *units, struct bytes *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0, n_bits = 0;

	for (size_t i = 0; i < units->len || n_bits > 0;) {
		const bool more = i < units->len;

		if (n_bits < 6) {
			bits = more ? bits << 8 | (unsigned char)units->s[i++] :
			    bits << (6 - n_bits);
			n_bits = more ? n_bits + 8 : 6;
		}
		n_bits -= 6;
		bytes_add(out, &digits[bits >> n_bits & 63], 1);
	}
}

/* RFC 2152: what is not ASCII in UTF-16 in base64, between + and -. */
static void
coded_utf7(struct coded *coded, struct ug_text text, struct bytes *out)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		const bool high = (text.s[at] & 0x80) != 0;

		for (end = at; end < text.len &&
		    ((text.s[end] & 0x80) != 0) == high;)
			end++;
		if (high) {
			encode(ug_text_part(text, at, end - at), &ug_utf16be,
			    &coded->made);
			bytes_string(out, "+");
			coded_base64(&coded->made, out);
			bytes_string(out, "-");
		}
		for (size_t i = at; i < end && !high; i++) {
			bytes_add(out, &text.s[i], 1);
			if (text.s[i] == '+')
				bytes_string(out, "-");
		}
	}
}

static bool
coded_add(struct coded *coded, const struct ug_encoding *encoding,
    struct ug_text text, struct bytes *out)
{
	const struct codec *const codec = codec_by_name(coded->codecs,
	    encoding->name);
	struct ug_buf *const made = &coded->made;

	if (encoding->decoder == UG_UTF_7) {
		coded_utf7(coded, text, out);
		return true;
	}
	for (size_t i = 0; i < sizeof(shifts) / sizeof(*shifts); i++)
		if (strcmp(shifts[i].name, encoding->name) == 0)
			return coded_shifts(coded, &shifts[i], text, out);
	if (encoding->kind == UG_SINGLE_BYTE) {
		encode_plain(text, encoding, &coded->plain);
		text = (struct ug_text){ coded->plain.s, coded->plain.len };
	}
	if (encoding->kind == UG_MULTI_BYTE ?
	    codec == NULL || !codec_encode(codec, text, made) :
	    !encode(text, encoding, made))
		return false;
	bytes_add(out, made->s, made->len);
	return true;
}

void
coded_text(struct coded *coded, const struct ug_encoding *encoding,
    const char *text, struct bytes *out)
{
	coded_add(coded, encoding, (struct ug_text){ text, strlen(text) },
	    out);
}

/* ---- drawn ---- */

static enum coded_kind
coded_kind(const struct ug_encoding *encoding)
{
	return ug_unit_len(encoding->kind) > 1 ? CODED_UNITS :
	    encoding->kind == UG_STATEFUL ? CODED_SHIFTS :
	    ug_detect_is_ebcdic(encoding) ? CODED_EBCDIC : CODED_RECORDS;
}

/* One of those of a language at random; NULL if it has none. */
static const struct ug_encoding *
coded_encoding(const char *language, uint64_t *seed, enum coded_kind kind)
{
	const struct ug_encoding *found[64];
	size_t n = 0;

	for (size_t row = 0; row < own_n_encodings; row++) {
		const char *list = own_encodings[row].labels;
		struct ug_text label;

		while (own_has(own_encodings[row].languages, language) &&
		    own_word(&list, &label)) {
			found[n] = ug_encoding_by_label(label.s, label.len);
			n += found[n] != NULL && coded_kind(found[n]) == kind;
		}
	}
	return n == 0 ? NULL : found[random_next(seed) % n];
}

void
coded_pick(const struct coded *coded, uint64_t *seed, enum coded_kind kind,
    struct coded_from *from)
{
	const struct own_line *const lines = coded->lines;

	do {
		size_t at = (size_t)(random_next(seed) % coded->n_lines);
		const char *const language = lines[at].language;

		while (at > 0 && strcmp(lines[at - 1].language, language) == 0)
			at--;
		from->first = at;
		while (at < coded->n_lines &&
		    strcmp(lines[at].language, language) == 0)
			at++;
		from->n = at - from->first;
		from->encoding = coded_encoding(language, seed, kind);
	} while (from->encoding == NULL);
}

/* The start of a character of a text at random. */
static size_t
coded_at(struct ug_text text, uint64_t *seed)
{
	size_t at = (size_t)(random_next(seed) % (text.len + 1));

	while (at > 0 && at < text.len && (text.s[at] & 0xC0) == 0x80)
		at--;
	return at;
}

void
coded_piece(struct coded *coded, const struct coded_from *from, uint64_t *seed,
    struct bytes *out)
{
	const uint64_t how = random_next(seed) % 6;
	struct ug_text text = coded->lines[from->first +
	    random_next(seed) % from->n].text;

	if (how < 3) {
		const size_t a = coded_at(text, seed), b = coded_at(text, seed);
		const size_t start = a < b ? a : b, end = a < b ? b : a;

		text = ug_text_part(text, start, end - start);
	}
	if (how == 0 && text.len > 24)
		for (text.len = 24; (text.s[text.len] & 0xC0) == 0x80;)
			text.len--;
	if (!coded_add(coded, from->encoding, text, out) || how < 5)
		return;
	coded_text(coded, from->encoding, " ", out);
	coded_add(coded, from->encoding, coded->lines[from->first +
	    random_next(seed) % from->n].text, out);
}

void
coded_spoil(struct bytes *bytes, size_t from, uint64_t *seed)
{
	static const unsigned char odd[] = { 0x00, 0x01, 0x0C, 0x1A, 0x1B,
		0x7F, 0x80, 0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9F, 0xA0, 0xA1,
		0xC2, 0xE0, 0xEF, 0xF0, 0xFE, 0xFF };
	const uint64_t how = random_next(seed) % 5;
	const char byte = (char)(random_next(seed) % 2 == 0 ?
	    odd[random_next(seed) % sizeof(odd)] : random_next(seed) % 256);
	size_t at = from;

	if (bytes->len == from)
		return;
	at += (size_t)(random_next(seed) % (bytes->len - from));
	if (how >= 2)  /* one more */
		bytes_add(bytes, &byte, 1);
	if (how == 0) {
		bytes->s[at] = byte;
	} else if (how == 1) {
		memmove(bytes->s + at, bytes->s + at + 1, --bytes->len - at);
	} else {
		memmove(bytes->s + at + 1, bytes->s + at, bytes->len - 1 - at);
		if (how > 2)
			bytes->s[at] = byte;
	}
}
