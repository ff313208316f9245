/*
 * detect_fuzz.c - what bytes may be, asked in all ways
 *
 * Answers are the same each time, the likeliest first, and confidences add up
 * to 100 at most.  An input that starts with a byte of 1..7 has two bytes of
 * options next.
 */
#include "detect/detect.h"
#include "fuzz.h"
#include "ungarble.h"

#define GUESSES 8

static struct ungarble_options
choose(struct fuzz_input *in)
{
	static const char *const languages[] = { NULL, "de", "ja", "ru" };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	const char *encoding;
	unsigned how;
	size_t n = 0;

	if (in->len == 0 || in->s[0] < 1 || in->s[0] > 7)
		return opts;
	(void)fuzz_byte(in);
	how = fuzz_byte(in);
	while (ungarble_encoding(n) != NULL)
		n++;
	encoding = ungarble_encoding(fuzz_byte(in) % n);
	opts.declared = how % 4 == 1 ? encoding : NULL;
	opts.fallback = how % 4 == 2 ? encoding : NULL;
	opts.from = how % 4 == 3 ? "windows-1251,shift_jis,iso-8859-2,utf-16le,"
	    "ibm037" : NULL;
	opts.languages = languages[how / 4 % 4];
	return opts;
}

static void
check_guesses(const struct ungarble_guess *guesses, size_t n, size_t cap)
{
	unsigned sum = 0;

	FUZZ_CHECK(n <= cap && (n > 0 || cap == 0));
	for (size_t i = 0; i < n; i++) {
		FUZZ_CHECK(guesses[i].encoding != NULL);
		FUZZ_CHECK(i > 0 || guesses[i].margin == 0);
		FUZZ_CHECK(i == 0 || guesses[i].margin >=
		    guesses[i - 1].margin);
		FUZZ_CHECK(i == 0 || guesses[i].confidence <=
		    guesses[i - 1].confidence);
		for (size_t j = 0; j < i; j++)
			FUZZ_CHECK(guesses[i].encoding != guesses[j].encoding);
		sum += guesses[i].confidence;
	}
	FUZZ_CHECK(sum <= 100);
}

static void
check_same(const struct ungarble_guess *a, const struct ungarble_guess *b,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		FUZZ_CHECK(a[i].encoding == b[i].encoding &&
		    a[i].language == b[i].language &&
		    a[i].reason == b[i].reason &&
		    a[i].confidence == b[i].confidence &&
		    a[i].margin == b[i].margin);
}

/* What the stages ask of the same bytes. */
static void
check_parts(const uint8_t *bytes, size_t len)
{
	const struct ug_verdict form = ug_detect_form(bytes, len);
	bool more;

	FUZZ_CHECK(form.confidence <= 100);
	(void)ug_detect_mark(bytes, len, &more);
	(void)ug_detect_odd(bytes, len);
	(void)ug_detect_maybe_wide(bytes, len);
	(void)ug_detect_is_utf8(bytes, len);
	(void)ug_detect_ebcdic(bytes, len);
	if (form.encoding != NULL && form.encoding->kind != UG_BINARY)
		(void)ug_detect_stays(form.encoding, bytes, len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in = { data, size };
	const struct ungarble_options opts = choose(&in);
	struct ungarble_guess guesses[GUESSES], again[GUESSES];
	uint8_t *const bytes = fuzz_copy(in.s, in.len);
	size_t n, n_again;

	FUZZ_CHECK(ungarble_guess(bytes, in.len, &opts, guesses, GUESSES,
	    &n) == UNGARBLE_OK);
	check_guesses(guesses, n, GUESSES);
	FUZZ_CHECK(ungarble_guess(bytes, in.len, &opts, again, GUESSES,
	    &n_again) == UNGARBLE_OK);
	FUZZ_CHECK(n == n_again);
	check_same(guesses, again, n);
	FUZZ_CHECK(ungarble_guess(bytes, in.len, &opts, again, 2, &n_again) ==
	    UNGARBLE_OK);
	FUZZ_CHECK(n_again == (n < 2 ? n : 2));
	check_same(guesses, again, n_again);
	check_parts(bytes, in.len);
	free(bytes);
	return 0;
}
