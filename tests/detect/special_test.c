/*
 * special_test.c - inputs that detectors are known to get wrong, through the
 * stream and through ungarble_guess(); and whatever is guessed decodes
 */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "check.h"
#include "decode/decode.h"
#include "detect/detect.h"
#include "encode.h"
#include "own.h"
#include "random.h"
#include "special.h"
#include "ungarble.h"

struct seen {
	struct ug_buf out;
	const char *encodings; /* as a row's */
	unsigned n_spans, n_foreign;
};

static int
out_take(void *user, const char *bytes, size_t len)
{
	struct seen *const seen = user;

	encode_add(&seen->out, bytes, len);
	return 0;
}

static int
span_take(void *user, const struct ungarble_span *span)
{
	struct seen *const seen = user;

	seen->n_spans++;
	seen->n_foreign += seen->encodings != NULL &&
	    span->ascii_len < span->in_len &&
	    !own_has(seen->encodings, span->encoding);
	if (seen->n_foreign == 1 && seen->encodings != NULL)
		fprintf(stderr, "  is %s, not %s\n", span->encoding,
		    seen->encodings);
	return 0;
}

static bool
is_text(const struct special *row, const struct ug_buf *text,
    const struct ug_buf *out)
{
	const struct ug_text found = { out->s, out->len };

	return ug_text_equal(found, (struct ug_text){ text->s, text->len }) ||
	    (row->other != NULL && row->make == NULL && ug_text_equal(found,
	    (struct ug_text){ row->other, strlen(row->other) }));
}

static void
stream_check(const struct special *row, const struct ug_buf *bytes,
    const struct ug_buf *text)
{
	struct seen seen = { .out = { .alloc = &ug_alloc_libc },
		.encodings = row->encodings };
	struct ungarble_options options = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	options.fixes = "encoding";
	options.write = out_take;
	options.span = span_take;
	options.user = &seen;
	err = ungarble_open(&ug, &options);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, bytes->s, bytes->len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	CHECK(row->name, err == UNGARBLE_OK);
	ungarble_close(ug);
	CHECK(row->name, is_text(row, text, &seen.out));
	CHECK(row->name, seen.n_spans > 0 && seen.n_foreign == 0);
	ug_buf_free(&seen.out);
}

/* The bytes as that encoding, by its name, has them. */
static void
read_as(const char *encoding, const struct ug_buf *bytes, struct ug_buf *out)
{
	const struct ug_encoding *const found =
	    ug_encoding_by_label(encoding, strlen(encoding));

	out->len = 0;
	if (found == NULL)
		encode_add(out, bytes->s, bytes->len);
	else
		encode_back(found, (const unsigned char *)bytes->s, bytes->len,
		    out);
}

static void
guess_check(const struct special *row, const struct ug_buf *bytes,
    const struct ug_buf *text)
{
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	struct ungarble_guess guess = { .encoding = "none" };
	size_t n = 0;

	CHECK(row->name, ungarble_guess(bytes->s, bytes->len, NULL, &guess, 1,
	    &n) == UNGARBLE_OK && n == 1 && guess.margin == 0 &&
	    guess.confidence <= 100);
	if (strcmp(guess.encoding, "US-ASCII") == 0)
		guess.encoding = "UTF-8";
	if (row->encodings != NULL && !CHECK(row->name,
	    own_has(row->encodings, guess.encoding)))
		fprintf(stderr, "  guessed %s, not %s\n", guess.encoding,
		    row->encodings);
	/* Of a stray byte, and a cut, the stream knows more. */
	read_as(guess.encoding, bytes, &out);
	if (row->make == NULL || row->encodings == NULL ||
	    strcmp(row->encodings, "UTF-8") != 0)
		CHECK(row->name, is_text(row, text, &out));
	ug_buf_free(&out);
}

static void
test_specials(void)
{
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	size_t wrong = 0;

	for (size_t i = 0; i < n_specials; i++) {
		const unsigned long failed = check_failed;

		special_make(&specials[i], &bytes, &text);
		stream_check(&specials[i], &bytes, &text);
		if (!specials[i].mixed)
			guess_check(&specials[i], &bytes, &text);
		wrong += check_failed > failed;
	}
	printf("special rows: %zu, right %zu\n", n_specials,
	    n_specials - wrong);
	ug_buf_free(&bytes);
	ug_buf_free(&text);
}

#define GUESSES_MAX 100

/* Whether the guess reads all of the bytes. */
static bool
decodes(const struct ungarble_guess *guess, const unsigned char *bytes,
    size_t len)
{
	const struct ug_encoding *const encoding =
	    ug_encoding_by_label(guess->encoding, strlen(guess->encoding));
	struct ug_decoder *decoder;
	struct ug_decoded decoded;
	bool whole;

	if (strcmp(guess->encoding, "binary") == 0)
		return true;
	if (encoding == NULL ||
	    ug_decoder_new(&decoder, &ug_alloc_libc) != UNGARBLE_OK)
		return false;
	ug_decoded_init(&decoded, &ug_alloc_libc);
	whole = ug_decode(decoder, encoding, NULL, bytes, len, 0, &decoded) ==
	    UNGARBLE_OK && (decoded.n_invalid == 0 ||
	    (encoding == &ug_utf8 && ug_detect_is_utf8(bytes, len)));
	ug_decoded_free(&decoded);
	ug_decoder_free(decoder);
	return whole;
}

static void
guesses_check(const unsigned char *bytes, size_t len)
{
	struct ungarble_guess guesses[GUESSES_MAX];
	size_t n = 0;
	unsigned sum = 0;

	CHECK("guesses", ungarble_guess(bytes, len, NULL, guesses, GUESSES_MAX,
	    &n) == UNGARBLE_OK && n > 0 && n <= GUESSES_MAX);
	for (size_t i = 0; i < n; i++) {
		if (!CHECK("the answer decodes the input",
		    decodes(&guesses[i], bytes, len)))
			fprintf(stderr, "  %s, %zu bytes from %02X\n",
			    guesses[i].encoding, len, bytes[0]);
		CHECK("likeliest first", i == 0 ||
		    guesses[i].margin >= guesses[i - 1].margin);
		sum += guesses[i].confidence;
	}
	CHECK("confidence adds up", sum <= 100);
	CHECK("no margin of the first", n == 0 || guesses[0].margin == 0);
}

/* Short bytes of all kinds: ASCII with few others, others alone. */
static void
test_answers(void)
{
	uint64_t state = 7;
	unsigned char bytes[40];

	for (unsigned round = 0; round < 4000; round++) {
		const unsigned high = 1 + round % 8;
		const size_t len = 1 + round % sizeof(bytes);

		for (size_t i = 0; i < len; i++) {
			unsigned c = random_next(&state) & 0xFF;

			if (c % 8 >= high || c < 0x20)
				c = 'a' + c % 26;
			bytes[i] = (unsigned char)c;
		}
		guesses_check(bytes, len);
	}
}

int
main(void)
{
	test_specials();
	test_answers();
	return check_done("special_test");
}
