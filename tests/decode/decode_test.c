/*
 * decode_test.c - rows, the source map on random bytes, memory that runs out
 */
#include <stdlib.h>

#include "check.h"
#include "decode/decode.h"
#include "decode_rows.h"
#include "encodings/by_label.h"
#include "map_check.h"
#include "random.h"

/* ---- rows ---- */

static void
test_rows(struct ug_decoder *decoder, struct ug_decoded *out)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct decode_row *const row = &rows[i];
		const unsigned char *const in =
		    (const unsigned char *)row->in.s;
		const uint64_t in_at = UINT64_C(1) << 40;

		ug_decoder_reset(decoder);

		const enum ungarble_err err = ug_decode(decoder,
		    by_label(row->from), by_label(row->stray), in, row->in.len,
		    in_at, out);

		CHECK(row->name, err == UNGARBLE_OK);
		CHECK(row->name, ug_text_equal(row->out,
		    (struct ug_text){ out->text.s, out->text.len }));
		CHECK(row->name, out->n_strays == row->n_strays &&
		    out->n_invalid == row->n_invalid);
		CHECK(row->name, map_is_exact(decoder, out,
		    by_label(row->from), in, row->in.len, in_at));
		if (row->rule != NULL)
			CHECK(row->name, out->n_strays > 0 &&
			    out->strays[0].rule != NULL &&
			    strcmp(out->strays[0].rule, row->rule) == 0);
	}
}

/* ---- every encoding, on random bytes ---- */

/* Bytes that decoders look at closely come more often. */
static unsigned char
random_byte(uint64_t *seed)
{
	static const unsigned char dear[] = { 0x1B, '$', '(', ')', 'B', 'J',
		'I', 'A', '~', '{', '}', 0x0E, 0x0F, '0', '9', 0x80, 0x81,
		0x8E, 0x8F, 0xA1, 0xC0, 0xC2, 0xE2, 0xED, 0xF0, 0xFE, 0xFF,
		0xA0, 0xB0, 0xD8, 0xDC, 0, '\n' };
	const uint64_t roll = random_next(seed);

	return roll % 3 == 0 ? dear[roll / 4 % sizeof(dear)] :
	    (unsigned char)(roll >> 4);
}

static void
test_random(struct ug_decoder *decoder, struct ug_decoded *out)
{
	const struct ug_encoding *encoding;
	const struct ug_encoding *const stray = by_label("windows-1257");
	unsigned char in[64];
	uint64_t seed = 7;

	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++) {
		unsigned wrong = 0;

		for (unsigned round = 0; round < 4000; round++) {
			const size_t len = round % sizeof(in);

			for (size_t j = 0; j < len; j++)
				in[j] = random_byte(&seed);
			wrong += ug_decode(decoder, encoding,
			    round % 2 == 0 ? stray : NULL, in, len, round,
			    out) != UNGARBLE_OK ||
			    !map_is_exact(decoder, out, encoding, in, len,
				round);
		}
		CHECK(encoding->name, wrong == 0);
	}
}

/* ---- what else can go wrong ---- */

static void *
resize_counting(void *user, void *ptr, size_t size)
{
	unsigned *const left = user;

	if (size == 0) {
		free(ptr);
		return NULL;
	}
	if (*left == 0)
		return NULL;
	--*left;
	return realloc(ptr, size);
}

static void
test_no_memory(const char *label, const unsigned char *in, size_t len)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	unsigned n = 0;

	for (; err == UNGARBLE_ENOMEM && n < 1000; n++) {
		unsigned left = n;
		const struct ug_alloc alloc = { resize_counting, &left };
		struct ug_decoder *decoder;
		struct ug_decoded out;

		ug_decoded_init(&out, &alloc);
		err = ug_decoder_new(&decoder, &alloc);
		CHECK(label, (err == UNGARBLE_OK) == (decoder != NULL));
		if (err == UNGARBLE_OK)
			err = ug_decode(decoder, by_label(label), NULL, in,
			    len, 0, &out);
		ug_decoder_free(decoder);
		ug_decoded_free(&out);
	}
	CHECK(label, err == UNGARBLE_OK && n > 2);
}

/* As realloc(); what is not given back yet counts. */
static void *
resize_kept(void *user, void *ptr, size_t size)
{
	size_t *const counts = user; /* kept, asked for */

	counts[0] += ptr == NULL && size > 0;
	counts[0] -= ptr != NULL && size == 0;
	counts[1] += size > 0;
	if (size > 0)
		return realloc(ptr, size);
	free(ptr);
	return NULL;
}

/* What one record takes the next ones need no more of; all is given back. */
static void
test_no_more_memory(const char *label, const unsigned char *in, size_t len)
{
	size_t counts[2] = { 0, 0 }, first = 0;
	const struct ug_alloc alloc = { resize_kept, counts };
	struct ug_decoder *decoder;
	struct ug_decoded out;

	ug_decoded_init(&out, &alloc);
	if (!CHECK(label, ug_decoder_new(&decoder, &alloc) == UNGARBLE_OK))
		return;
	for (unsigned i = 0; i < 40; i++) {
		CHECK(label, ug_decode(decoder, by_label(label), NULL, in, len,
		    0, &out) == UNGARBLE_OK);
		first = i == 0 ? counts[1] : first;
	}
	CHECK(label, counts[1] == first);
	ug_decoder_free(decoder);
	ug_decoded_free(&out);
	CHECK(label, counts[0] == 0);
}

static void
test_trouble(struct ug_decoder *decoder, struct ug_decoded *out)
{
	static const char *const labels[] = { "utf-8", "utf-16", "utf-32be",
		"windows-1252", "big5", "iso-2022-jp", "iso-2022-cn-ext" };
	const struct ug_encoding none = { .name = "none",
		.kind = UG_MULTI_BYTE, .converter = "no such converter" };
	unsigned char in[512];
	uint64_t seed = 3;

	for (size_t i = 0; i < sizeof(in); i++)
		in[i] = random_byte(&seed);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		test_no_memory(labels[i], in, sizeof(in));
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		test_no_more_memory(labels[i], in, sizeof(in));
	CHECK("no converter", ug_decode(decoder, &none, NULL, in, 1, 0, out) ==
	    UNGARBLE_ECONVERTER);
	CHECK("still none", ug_decode(decoder, &none, NULL, in, 1, 0, out) ==
	    UNGARBLE_ECONVERTER);
	CHECK("binary is not decoded", ug_decode(decoder, &ug_binary, NULL, in,
	    1, 0, out) == UNGARBLE_EMISUSE);
}

/* A record that a converter reads starts anew. */
static void
test_state(struct ug_decoder *decoder, struct ug_decoded *out)
{
	static const char *const shifts[] = { "\x1B$)A\x0E",
		"\x1B$)A\x0EVP", "\x1B$)A\x0EVP\xFF\xFF" };
	const struct ug_encoding *const from = by_label("iso-2022-cn-ext");

	for (size_t i = 0; i < sizeof(shifts) / sizeof(*shifts); i++) {
		CHECK(shifts[i], ug_decode(decoder, from, NULL,
		    (const unsigned char *)shifts[i], strlen(shifts[i]), 0,
		    out) == UNGARBLE_OK && out->map.n > 0);
		CHECK(shifts[i], ug_decode(decoder, from, NULL,
		    (const unsigned char *)"F|", 2, 9, out) == UNGARBLE_OK &&
		    out->text.len == 2 && memcmp(out->text.s, "F|", 2) == 0);
	}
}

int
main(int argc, char *argv[])
{
	struct ug_decoder *decoder;
	struct ug_decoded out;

	(void)argc;
	ug_decoded_init(&out, &ug_alloc_libc);
	if (ug_decoder_new(&decoder, &ug_alloc_libc) != UNGARBLE_OK)
		return 1;
	test_rows(decoder, &out);
	test_random(decoder, &out);
	test_state(decoder, &out);
	test_trouble(decoder, &out);
	ug_decoder_free(decoder);
	ug_decoded_free(&out);
	return check_done(argv[0]);
}
