/*
 * codec.c - encodings both ways, a character at a time, for the garbler
 */
#include "codec.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "detect/encode.h"
#include "encodings/multi_byte.h"

static struct codec *
codec_add(struct codecs *codecs, const char *name, enum codec_kind kind)
{
	struct codec *const codec = &codecs->list[codecs->n++];

	if (codecs->n == sizeof(codecs->list) / sizeof(*codecs->list))
		abort();
	*codec = (struct codec){ .name = name, .kind = kind };
	if (kind != CODEC_UTF8)
		codec->bytes = calloc(0x10000, sizeof(*codec->bytes));
	if (kind != CODEC_UTF8 && codec->bytes == NULL)
		abort();
	return codec;
}

static void
codec_put(struct codec *codec, uint32_t c, uint32_t bytes)
{
	if (c < 0x10000 && codec->bytes[c] == 0)
		codec->bytes[c] = bytes;
}

static void
single_add(struct codecs *codecs, const char *name,
    const struct ug_encoding *encoding)
{
	struct codec *const codec = codec_add(codecs, name, CODEC_SINGLE);

	for (uint32_t i = 0; i < 256; i++) {
		const uint32_t c = encoding == NULL ? i :
		    ug_single_byte(encoding, (unsigned char)i);

		codec->undefined[i] = c == UG_UNDEFINED;
		codec->chars[i] = codec->undefined[i] ? i : c;
	}
	for (uint32_t i = 1; i < 256; i++)
		if (!codec->undefined[i])
			codec_put(codec, codec->chars[i], i);
	/* A byte that stands for nothing comes back, too. */
	for (uint32_t i = 1; i < 256; i++)
		codec_put(codec, codec->chars[i], i);
}

static void
multi_walk(struct codec *codec, const unsigned char *bytes, size_t len)
{
	unsigned state = 0;
	uint32_t packed = 0;
	const struct ug_char c = ug_multi_byte_next(codec->decoder, bytes, len,
	    &state);

	if (c.len != len || c.second != 0 || c.c >= UG_INCOMPLETE)
		return;
	for (size_t i = 0; i < len; i++)
		packed = packed << 8 | bytes[i];
	codec_put(codec, c.c, packed);
}

/* Four bytes of GB 18030, for what is in the Basic Multilingual Plane. */
static void
multi_walk_four(struct codec *codec)
{
	for (unsigned i = 0; i < 4 * 12600; i++) {
		const unsigned char bytes[4] = {
			(unsigned char)(0x81 + i / 12600),
			(unsigned char)(0x30 + i / 1260 % 10),
			(unsigned char)(0x81 + i / 10 % 126),
			(unsigned char)(0x30 + i % 10)
		};

		multi_walk(codec, bytes, 4);
	}
}

static void
multi_add(struct codecs *codecs, const struct ug_encoding *encoding)
{
	struct codec *const codec = codec_add(codecs, encoding->name,
	    CODEC_MULTI);

	codec->decoder = encoding->decoder;
	for (unsigned i = 1; i < 256; i++)
		multi_walk(codec, (unsigned char[]){ (unsigned char)i }, 1);
	for (unsigned i = 0x8000; i < 0x10000; i++)
		multi_walk(codec, (unsigned char[]){ (unsigned char)(i >> 8),
		    (unsigned char)i }, 2);
	for (unsigned i = 0xA1A1; codec->decoder == UG_EUC_JP && i < 0x10000;
	    i++)
		multi_walk(codec, (unsigned char[]){ 0x8F,
		    (unsigned char)(i >> 8), (unsigned char)i }, 3);
	if (strcmp(encoding->name, "gb18030") == 0)
		multi_walk_four(codec);
}

static bool
encoding_is_ascii(const struct ug_encoding *encoding)
{
	for (unsigned char i = ' '; i < 0x7F; i++)
		if (ug_single_byte(encoding, i) != i)
			return false;
	return true;
}

struct codecs *
codecs_new(void)
{
	struct codecs *const codecs = calloc(1, sizeof(*codecs));
	const struct ug_encoding *encoding;

	if (codecs == NULL)
		abort();
	codec_add(codecs, "UTF-8", CODEC_UTF8);
	single_add(codecs, "ISO-8859-1", NULL);
	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++) {
		const char *const name = encoding->name;

		if (strcmp(name, "x-user-defined") == 0)
			continue;
		if (encoding->kind == UG_SINGLE_BYTE &&
		    encoding_is_ascii(encoding))
			single_add(codecs, name, encoding);
		else if (encoding->kind == UG_MULTI_BYTE &&
		    encoding->decoder != UG_CONVERTER)
			multi_add(codecs, encoding);
	}
	return codecs;
}

void
codecs_free(struct codecs *codecs)
{
	for (size_t i = 0; i < codecs->n; i++)
		free(codecs->list[i].bytes);
	free(codecs);
}

const struct codec *
codec_by_name(const struct codecs *codecs, const char *name)
{
	for (size_t i = 0; i < codecs->n; i++)
		if (strcmp(codecs->list[i].name, name) == 0)
			return &codecs->list[i];
	return NULL;
}

bool
codec_encode(const struct codec *codec, struct ug_text text,
    struct ug_buf *out)
{
	out->len = 0;
	if (codec->kind == CODEC_UTF8) {
		encode_add(out, text.s, text.len);
		return true;
	}
	for (size_t at = 0; at < text.len;) {
		const uint32_t c = ug_text_next(text, &at);
		const uint32_t packed = c < 0x10000 ? codec->bytes[c] : 0;
		bool started = false;

		if (packed == 0)
			return false;
		for (int shift = 24; shift >= 0; shift -= 8) {
			const char byte = (char)(packed >> shift);

			started |= byte != 0;
			if (started)
				encode_add(out, &byte, 1);
		}
	}
	return true;
}

static bool
decode_undefined(enum codec_undefined undefined, struct ug_buf *out)
{
	if (undefined == CODEC_REPLACE)
		encode_put(out, 0xFFFD);
	if (undefined == CODEC_QUESTION)
		encode_put(out, '?');
	return undefined != CODEC_KEEP;
}

static bool
multi_decode(const struct codec *codec, const unsigned char *bytes, size_t len,
    enum codec_undefined undefined, struct ug_buf *out)
{
	unsigned state = 0;

	for (size_t at = 0; at < len;) {
		const struct ug_char c = ug_multi_byte_next(codec->decoder,
		    bytes + at, len - at, &state);

		at += c.len;
		if (c.c >= UG_INCOMPLETE) {
			if (!decode_undefined(undefined, out))
				return false;
			continue;
		}
		encode_put(out, c.c);
		if (c.second != 0)
			encode_put(out, c.second);
	}
	return true;
}

bool
codec_decode(const struct codec *codec, const unsigned char *bytes, size_t len,
    enum codec_undefined undefined, struct ug_buf *out)
{
	out->len = 0;
	if (codec->kind == CODEC_MULTI)
		return multi_decode(codec, bytes, len, undefined, out);
	if (codec->kind == CODEC_UTF8) {
		if (ug_utf8_prefix(bytes, len, NULL) != len)
			return false;
		encode_add(out, bytes, len);
		return true;
	}
	for (size_t at = 0; at < len; at++) {
		const uint32_t c = codec->chars[bytes[at]];

		if (undefined != CODEC_KEEP && c >= 0x80 && c < 0xA0)
			decode_undefined(undefined, out);
		else
			encode_put(out, c);
	}
	return true;
}
