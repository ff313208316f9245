/*
 * decoding_test.c - what bytes of no sense are decoded to, in each encoding,
 * and what characters are encoded to
 *
 * Escapes, shifts and leading bytes at random, in records that go on in the
 * state of those before: text, map and strays.  Encodings that ICU reads are
 * left out: ICU may change.  See digest.h for what the numbers are.
 */
#include "digest.h"

#include "decode/decode.h"
#include "encodings/encode.h"
#include "encodings/encodings.h"

static uint64_t seed = 1;

static unsigned
draw(unsigned n)
{
	return (unsigned)(random_next(&seed) % n);
}

static const char *const escapes[] = { "\033$B", "\033(B", "\033(J", "\033(I",
	"\033$@", "\033$(D", "\033$)C", "\033$)A", "\033$)G", "\033$*H",
	"\033N", "\033O", "\033.A", "\033$", "\033", "\016", "\017", "~{", "~}",
	"~~", "~\n", "~", "+AGE-", "+", "-", "+-", "+2D3eAA-", "+//8-", "+ZeVn",
	"\r\n", "\n", " ", "abc", "\xED\xA0\xBD\xED\xB8\x80", "\xC0\x80",
	"\xEF\xBB\xBF", "\xF4\x90\x80\x80", "\x8E\xA2\xA1\xA1", "\x8F\xB0\xA1",
	"\x84\x31\xA4\x37", "\xE3\x32\x9A\x35", "\xD8\x3D\xDE\0",
	"\x3D\xD8\0\xDE", "\0\0\xFE\xFF" };

/* Bytes of one record; their kinds are more alike than not. */
static size_t
draw_bytes(unsigned char *bytes, size_t room)
{
	const unsigned kind = draw(5), odd = 2 + draw(8);
	size_t len = 0;

	while (len + 8 < room && draw(40) > 0) {
		const char *const escape = escapes[draw(sizeof(escapes) /
		    sizeof(*escapes))];
		const size_t n = strlen(escape);

		if (draw(odd) == 0) {
			memcpy(bytes + len, escape, n);
			len += n;
			continue;
		}
		bytes[len++] = (unsigned char)(kind == 0 ? draw(256) :
		    kind == 1 ? 0x21 + draw(0x5E) : kind == 2 ?
		    0xA1 + draw(0x5E) : kind == 3 ? 0x81 + draw(0x7E) :
		    draw(3) == 0 ? 0x30 + draw(10) : 0x81 + draw(0x7E));
	}
	return len;
}

static void
decoded_add(uint64_t *digest, struct ug_decoded *out, uint64_t in_at,
    size_t len)
{
	const struct ug_text text = { out->text.s, out->text.len };

	CHECK("settle", ug_map_settle(&out->map, text) == UNGARBLE_OK);
	CHECK("all of it", len == 0 || out->map.in_end == in_at + len);
	digest_add_bytes(digest, text.s, text.len);
	digest_add(digest, out->n_invalid);
	for (size_t i = 0; i < out->n_strays; i++) {
		const struct ug_stray *const stray = &out->strays[i];

		digest_add(digest, stray->in_at);
		digest_add(digest, stray->in_len);
		digest_add(digest, stray->text_at);
		digest_add(digest, stray->text_len);
	}
	for (size_t at = 0; at < text.len; at += 1 + draw(6)) {
		uint64_t from, n;

		ug_map_source(&out->map, at, 1, &from, &n);
		digest_add(digest, from);
		digest_add(digest, n);
	}
}

static uint64_t
decoding_of(const struct ug_encoding *encoding)
{
	struct ug_decoder *decoder;
	struct ug_decoded out;
	unsigned char bytes[160];
	uint64_t digest = 0, in_at = 0;

	ug_decoded_init(&out, &ug_alloc_libc);
	if (!CHECK(encoding->name, ug_decoder_new(&decoder, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return 0;
	for (unsigned i = 0; i < 250; i++) {
		const size_t len = draw_bytes(bytes, sizeof(bytes));
		const size_t whole = ug_decoder_whole(decoder, encoding, bytes,
		    len);

		if (draw(12) == 0)
			ug_decoder_reset(decoder);
		out.invalid = (enum ungarble_invalid)draw(4);
		CHECK(encoding->name, ug_decode(decoder, encoding,
		    draw(2) == 0 ? &ug_windows_1252 : NULL, bytes, len, in_at,
		    &out) == UNGARBLE_OK);
		digest_add(&digest, whole);
		decoded_add(&digest, &out, in_at, len);
		in_at += len;
	}
	ug_decoded_free(&out);
	ug_decoder_free(decoder);
	return digest;
}

/* The bytes of some characters of each plane; encodings with state have none. */
static uint64_t
encoding_of(const struct ug_encoding *encoding)
{
	uint64_t digest = 0;

	for (uint32_t c = draw(7); c < 0x20000; c += 1 + draw(c < 0x600 ? 2 :
	    60)) {
		unsigned char bytes[UG_ENCODED_MAX];
		const size_t n = ug_encode_char(encoding, c, bytes);

		digest_add_bytes(&digest, (const char *)bytes, n);
	}
	return digest;
}

int
main(int argc, char *argv[])
{
	const struct ug_encoding *encoding;
	uint64_t decoded = 0, encoded = 0;

	(void)argc;
	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++) {
		if (encoding->kind == UG_BINARY || encoding->converter != NULL)
			continue;
		seed = 1;
		digest_add(&decoded, decoding_of(encoding));
		if (encoding->kind == UG_SINGLE_BYTE ||
		    (encoding->kind == UG_MULTI_BYTE &&
		    encoding->decoder != UG_JOHAB &&
		    encoding->decoder != UG_EUC_TW))
			digest_add(&encoded, encoding_of(encoding));
	}
	digest_check("decoding", decoded, UINT64_C(0x89A85E6D7CF9F9A4));
	digest_check("encoding", encoded, UINT64_C(0x506783153FBD4E14));
	return check_done(argv[0]);
}
