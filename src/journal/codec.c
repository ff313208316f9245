/*
 * codec.c - from text back to the bytes that it was read from
 */
#include "codec.h"

#include <string.h>

#include "base/hash.h"
#include "encodings/encode.h"

/* ---- single bytes */

/* The slot of a character, or the free one where it would be. */
static size_t
codec_slot(const struct ug_codec *codec, uint32_t c)
{
	size_t slot = ug_mix(c) >> 23;

	while (codec->slots[slot].used && codec->slots[slot].c != c)
		slot = (slot + 1) % UG_CODEC_SLOTS;
	return slot;
}

/* Of two bytes that stand for one character, the lower one counts. */
static void
codec_open_single(struct ug_codec *codec)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		const uint32_t c = ug_single_byte(codec->encoding,
		    (unsigned char)byte);
		struct ug_codec_slot *const slot =
		    &codec->slots[codec_slot(codec, c)];

		if (c != UG_UNDEFINED && !slot->used)
			*slot = (struct ug_codec_slot){ (uint16_t)c,
				(uint8_t)byte, true };
	}
}

/* ---- bytes that are read */

static bool
codec_open_read(struct ug_codec *codec, const char *name)
{
	size_t i = 0;

	while (ug_reader(i) != NULL && strcmp(ug_reader(i)->name, name) != 0)
		i++;
	if (ug_reader(i) == NULL)
		return false;
	for (unsigned byte = 0x80; byte < 256; byte++) {
		struct ug_codec_read *const read = &codec->read[byte - 0x80];
		uint32_t c = ug_single_byte(ug_reader(i), (unsigned char)byte);
		const unsigned char *bytes;

		if (c == UG_UNDEFINED)
			c = byte;
		bytes = ug_reader_bytes(c);
		if (bytes != NULL && bytes[i] == byte)
			read->len = (uint8_t)ug_put_char(c, read->s);
	}
	return true;
}

/* A character beyond ASCII. */
static size_t
codec_read_char(const struct ug_codec *codec, uint32_t c, char *bytes)
{
	char utf8[4];
	const size_t n = ug_put_char(c, utf8);
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		const struct ug_codec_read *const read =
		    &codec->read[(unsigned char)utf8[i] - 0x80];

		if (read->len == 0)
			return 0;
		memcpy(bytes + len, read->s, read->len);
		len += read->len;
	}
	return len;
}

/* Whether the i-th reader has these for n bytes of a character. */
static bool
codec_reads(size_t i, const char *text, const unsigned char *const *read,
    size_t n)
{
	while (n > 0 && read[n - 1][i] == (unsigned char)text[n - 1])
		n--;
	return n == 0;
}

const char *
ug_codec_reader(struct ug_text text, struct ug_text garbled)
{
	const size_t n = ug_char_len((unsigned char)text.s[0]);
	const unsigned char *read[4];
	size_t at = 0;

	if (n == 1)
		return NULL;
	for (size_t k = 0; k < n; k++) {
		if (at == garbled.len)
			return NULL;
		read[k] = ug_reader_bytes(ug_text_next(garbled, &at));
		if (read[k] == NULL)
			return NULL;
	}
	for (size_t i = 0; i < ug_n_readers(); i++)
		if (codec_reads(i, text.s, read, n))
			return ug_reader(i)->name;
	return NULL;
}

/* ---- code units */

static size_t
codec_units(enum ug_encoding_kind kind, uint32_t c, char *bytes)
{
	const bool wide = kind == UG_UTF32LE || kind == UG_UTF32BE;
	const bool big = kind == UG_UTF16BE || kind == UG_UTF32BE;
	const size_t len = wide || c >= 0x10000 ? 4 : 2;
	uint32_t units = c;

	if (!wide && c >= 0x10000) {
		const uint32_t high = 0xD7C0 + (c >> 10),
		    low = 0xDC00 + (c & 0x3FF);

		units = big ? high << 16 | low : low << 16 | high;
	}
	for (size_t i = 0; i < len; i++)
		bytes[i] = (char)(units >> 8 * (big ? len - 1 - i : i));
	return len;
}

/* ---- all */

bool
ug_codec_has(const struct ug_encoding *encoding)
{
	char bytes[UG_ENCODED_MAX];

	switch (encoding->kind) {
	case UG_UTF16LE:
	case UG_UTF16BE:
	case UG_UTF32LE:
	case UG_UTF32BE:
	case UG_SINGLE_BYTE:
		return true;
	case UG_MULTI_BYTE:
		return ug_encode_char(encoding, 'a',
		    (unsigned char *)bytes) > 0;
	default:
		return false;
	}
}

bool
ug_codec_open(struct ug_codec *codec, const char *label, size_t len)
{
	const size_t n_read = sizeof(UG_CODEC_READ) - 1;

	if (len >= sizeof(codec->label) || memchr(label, '\0', len) != NULL)
		return false;
	memset(codec, 0, sizeof(*codec));
	memcpy(codec->label, label, len);
	if (strncmp(codec->label, UG_CODEC_READ, n_read) == 0)
		return codec_open_read(codec, codec->label + n_read);
	codec->encoding = ug_encoding_by_label(label, len);
	if (codec->encoding == NULL || !ug_codec_has(codec->encoding))
		return false;
	if (codec->encoding->kind == UG_SINGLE_BYTE)
		codec_open_single(codec);
	return true;
}

bool
ug_codec_extends_ascii(const struct ug_codec *codec)
{
	const struct ug_encoding *const encoding = codec->encoding;

	return encoding == NULL || encoding->kind == UG_MULTI_BYTE ||
	    (encoding->kind == UG_SINGLE_BYTE && encoding->lower == NULL);
}

size_t
ug_codec_char(const struct ug_codec *codec, uint32_t c,
    char bytes[UG_CODEC_CHAR])
{
	size_t slot;

	if (codec->encoding == NULL) {
		bytes[0] = (char)c;
		return c < 0x80 ? 1 : codec_read_char(codec, c, bytes);
	}
	switch (codec->encoding->kind) {
	case UG_SINGLE_BYTE:
		slot = codec_slot(codec, c);
		bytes[0] = (char)codec->slots[slot].byte;
		return codec->slots[slot].used;
	case UG_MULTI_BYTE:
		return ug_encode_char(codec->encoding, c,
		    (unsigned char *)bytes);
	default:
		return codec_units(codec->encoding->kind, c, bytes);
	}
}
