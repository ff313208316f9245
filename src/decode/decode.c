/*
 * decode.c - from bytes of a known encoding to text and its source map
 *
 * A record is read from its start to its end, whatever came before it, unless
 * its encoding has shifts that go on from record to record.  Characters of one
 * length, in input and text, make one run of the map:
 *
 *	UTF-8, strays windows-1252   na C3 AF ve caf E9 .  ->  naïve café.
 *
 * In UTF-8 a malformed byte stands alone, and is read in the stray encoding,
 * unless it may be what is left of a character: a byte 80..BF beside another
 * malformed one, one with such a byte behind it, one at the end of the input.
 */
#include "decode.h"

#include "base/utf8.h"
#include "converter.h"
#include "decoded.h"
#include "encodings/multi_byte.h"
#include "encodings/pair_table.h"
#include "lenient.h"
#include "single_byte.h"
#include "units.h"


struct decode_slot {
	const struct ug_encoding *encoding;
	struct ug_converter *converter;
};

struct ug_decoder {
	const struct ug_alloc *alloc;
	struct decode_slot *slots; /* converters that were opened */
	size_t n, cap;
	struct ug_byte_table bytes;
	struct ug_pair_table *pairs[UG_ISO_2022_JP]; /* NULL: none yet */
	const struct ug_encoding *stream; /* stateful, read last; or NULL */
	unsigned state;            /* what its last record ended in */
};

enum ungarble_err
ug_decoder_new(struct ug_decoder **decoder, const struct ug_alloc *alloc)
{
	*decoder = ug_new(alloc, sizeof(**decoder));
	if (*decoder == NULL)
		return UNGARBLE_ENOMEM;
	**decoder = (struct ug_decoder){ .alloc = alloc };
	return UNGARBLE_OK;
}

void
ug_decoder_free(struct ug_decoder *decoder)
{
	if (decoder == NULL)
		return;
	for (size_t i = 0; i < decoder->n; i++)
		ug_converter_close(decoder->slots[i].converter);
	for (size_t i = 0; i < UG_ISO_2022_JP; i++)
		ug_release(decoder->alloc, decoder->pairs[i]);
	ug_byte_table_free(&decoder->bytes, decoder->alloc);
	ug_release(decoder->alloc, decoder->slots);
	ug_release(decoder->alloc, decoder);
}

void
ug_decoder_reset(struct ug_decoder *decoder)
{
	decoder->stream = NULL;
}

/* The state in which the next record of a stateful encoding starts. */
static unsigned
decode_state(const struct ug_decoder *decoder,
    const struct ug_encoding *encoding)
{
	return decoder->stream == encoding ? decoder->state : 0;
}

size_t
ug_decoder_whole(const struct ug_decoder *decoder,
    const struct ug_encoding *encoding, const unsigned char *bytes, size_t len)
{
	unsigned state = decode_state(decoder, encoding);
	size_t at = 0, end = 0;

	if (encoding->kind != UG_STATEFUL || encoding->converter != NULL)
		return len;
	while (at < len) {
		unsigned alone = state;
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, bytes + at, len - at, &state);

		if (found.c == UG_INCOMPLETE)
			break;
		/* Is it the same without what comes behind? */
		if (ug_multi_byte_next(encoding->decoder, bytes + at,
		    found.len, &alone).c == found.c)
			end = at + found.len;
		at += found.len;
	}
	return end;
}

/* The encoding's converter, opened if this is its first record. */
static enum ungarble_err
decode_converter(struct ug_decoder *decoder, const struct ug_encoding *encoding,
    struct ug_converter **converter)
{
	void *slots = decoder->slots;
	enum ungarble_err err;

	for (size_t i = 0; i < decoder->n; i++) {
		if (decoder->slots[i].encoding == encoding) {
			*converter = decoder->slots[i].converter;
			return UNGARBLE_OK;
		}
	}
	err = ug_reserve(decoder->alloc, &slots, &decoder->cap,
	    decoder->n + 1, sizeof(*decoder->slots));
	decoder->slots = slots;
	if (err == UNGARBLE_OK)
		err = ug_converter_open(converter, encoding->converter);
	if (err != UNGARBLE_OK)
		return err;
	decoder->slots[decoder->n++] =
	    (struct decode_slot){ encoding, *converter };
	return UNGARBLE_OK;
}

/*
 * What the malformed byte bytes[at] means in `stray`, or 0 if it is no stray
 * but part of a character.  `beside`: what comes before is malformed too.
 */
static uint32_t
decode_stray(const struct ug_encoding *stray, const unsigned char *bytes,
    size_t len, size_t at, bool beside)
{
	uint32_t c;

	if (stray->kind != UG_SINGLE_BYTE || stray->lower != NULL)
		return 0;
	if (ug_char_is_tail(bytes[at]) ? beside : at + 1 == len)
		return 0;
	if (at + 1 < len && ug_char_is_tail(bytes[at + 1]))
		return 0;
	c = stray->upper[bytes[at] - 0x80];
	if (c < 0xA0 || c == UG_UNDEFINED || (c >= 0xE000 && c < 0xF900))
		return 0;
	return c;
}

static enum ungarble_err
decode_utf8(const struct ug_encoding *stray, const unsigned char *bytes,
    size_t len, uint64_t in_at, struct ug_decoded *out)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = 0, bad_end = SIZE_MAX;

	while (at < len && err == UNGARBLE_OK) {
		const size_t good = ug_utf8_prefix(bytes + at, len - at, NULL);
		const char *rule = NULL;
		uint32_t c = 0;
		size_t n = 0;

		err = ug_decoded_verbatim(out, in_at + at, bytes + at, good);
		at += good;
		if (at == len || err != UNGARBLE_OK)
			break;
		if (stray != NULL)
			n = ug_lenient_next(bytes + at, len - at, &c, &rule);
		if (n == 0) {
			uint32_t meant = 0;

			n = ug_utf8_malformed(bytes + at, len - at);
			if (n == 1 && stray != NULL)
				meant = decode_stray(stray, bytes, len, at,
				    at == bad_end);
			if (meant != 0) {
				c = meant;
				rule = stray->rule;
			}
			bad_end = at + n;
		}
		err = rule == NULL ?
		    ug_decoded_malformed(out, in_at + at, bytes + at, n) :
		    ug_decoded_stray(out, in_at + at, n, c, rule);
		at += n;
	}
	return err;
}

/* Write down what a multi-byte decoder or a converter found. */
static enum ungarble_err
decode_put(struct ug_decoded *out, uint64_t in_at, const unsigned char *bytes,
    struct ug_char found)
{
	if (found.c == UG_SILENT)
		return ug_decoded_silent(out, in_at, found.len);
	if (found.c == UG_MALFORMED || found.c == UG_INCOMPLETE)
		return ug_decoded_malformed(out, in_at, bytes, found.len);
	if (found.second != 0)
		return ug_decoded_pair(out, in_at, found.len, found.c,
		    found.second);
	return ug_decoded_char(out, in_at, found.len, found.c);
}

/* The pairs of bytes that were met in an encoding, none if it is a new one. */
static struct ug_pair_table *
decode_pairs(struct ug_decoder *d, enum ug_multi_byte decoder)
{
	struct ug_pair_table **const pairs = &d->pairs[decoder];

	if (*pairs == NULL) {
		*pairs = ug_new(d->alloc, sizeof(**pairs));
		if (*pairs != NULL)
			ug_pair_table_set(*pairs, decoder);
	}
	return *pairs;
}

/* Decode the ASCII and most of the pairs of bytes that come next, at *at. */
static enum ungarble_err
decode_plain(struct ug_pair_table *pairs, const unsigned char *bytes,
    size_t len, uint64_t in_at, struct ug_decoded *out, size_t *at)
{
	char *const to = out->text.s + out->text.len;
	const uint64_t from = in_at + *at;
	struct ug_text text = { to, 0 };

	*at += ug_multi_byte_plain(pairs, bytes + *at, len - *at, to,
	    &text.len);
	out->text.len += text.len;
	if (out->map.n > 0 || *at < len)
		return ug_map_add_text(&out->map, from, text, 2);
	ug_map_defer(&out->map, from, text.len, 2);
	return UNGARBLE_OK;
}

static enum ungarble_err
decode_multi_byte(struct ug_decoder *d, enum ug_multi_byte decoder,
    const unsigned char *bytes, size_t len, uint64_t in_at,
    struct ug_decoded *out)
{
	struct ug_pair_table *const pairs = decode_pairs(d, decoder);
	enum ungarble_err err = pairs == NULL ? UNGARBLE_ENOMEM :
	    ug_decoded_reserve(out, len);
	unsigned state = 0;
	size_t at = 0;

	while (at < len && err == UNGARBLE_OK) {
		err = decode_plain(pairs, bytes, len, in_at, out, &at);
		if (at == len || err != UNGARBLE_OK)
			break;

		const struct ug_char found = ug_multi_byte_next(decoder,
		    bytes + at, len - at, &state);

		err = decode_put(out, in_at + at, bytes + at, found);
		at += found.len;
	}
	return err;
}

static enum ungarble_err
decode_stateful(struct ug_decoder *decoder, const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len, uint64_t in_at,
    struct ug_decoded *out)
{
	enum ungarble_err err = ug_decoded_reserve(out, len);
	size_t at = 0;

	decoder->state = decode_state(decoder, encoding);
	decoder->stream = encoding;
	while (at < len && err == UNGARBLE_OK) {
		const struct ug_char found = ug_multi_byte_next(
		    encoding->decoder, bytes + at, len - at, &decoder->state);

		err = decode_put(out, in_at + at, bytes + at, found);
		at += found.len;
	}
	return err;
}

static enum ungarble_err
decode_converted(struct ug_decoder *decoder, const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len, uint64_t in_at,
    struct ug_decoded *out)
{
	struct ug_converter *converter;
	enum ungarble_err err = decode_converter(decoder, encoding, &converter);
	size_t at = 0;

	if (err != UNGARBLE_OK)
		return err;
	ug_converter_reset(converter);
	while (at < len && err == UNGARBLE_OK) {
		const struct ug_char found = ug_converter_next(converter,
		    bytes + at, len - at);

		err = decode_put(out, in_at + at, bytes + at, found);
		at += found.len;
	}
	return err;
}

enum ungarble_err
ug_decode(struct ug_decoder *decoder, const struct ug_encoding *encoding,
    const struct ug_encoding *stray, const unsigned char *bytes, size_t len,
    uint64_t in_at, struct ug_decoded *out)
{
	ug_decoded_clear(out);
	switch (encoding->kind) {
	case UG_UTF8:
		return decode_utf8(encoding == &ug_cesu_8 ? encoding : stray,
		    bytes, len, in_at, out);
	case UG_UTF16LE:
	case UG_UTF16BE:
	case UG_UTF32LE:
	case UG_UTF32BE:
		return ug_units_decode(encoding->kind, bytes, len, in_at, out);
	case UG_SINGLE_BYTE:
		return ug_single_byte_decode(&decoder->bytes, encoding,
		    bytes, len, in_at, out);
	case UG_MULTI_BYTE:
	case UG_STATEFUL:
		if (encoding->decoder == UG_CONVERTER)
			return decode_converted(decoder, encoding, bytes, len,
			    in_at, out);
		if (encoding->kind == UG_STATEFUL)
			return decode_stateful(decoder, encoding, bytes, len,
			    in_at, out);
		return decode_multi_byte(decoder, encoding->decoder, bytes,
		    len, in_at, out);
	case UG_BINARY:
		break;
	}
	return UNGARBLE_EMISUSE;
}
