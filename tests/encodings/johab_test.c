/*
 * johab_test.c - every pair of bytes, beside the C library's converter
 *
 * Rows come first, since that may be missing.  It reads no finals that are
 * initials, too, where they stand alone, nor the euro sign; the postal mark,
 * U+327E, is missing from WHATWG's index of EUC-KR, and so here.
 */
#include <iconv.h>

#include <string.h>

#include "check.h"
#include "encodings/multi_byte.h"

static const struct row {
	const char *name, *bytes;
	size_t len;
	uint32_t c;
} rows[] = {
	{ "a syllable", "\xD0\x65", 2, 0xD55C },
	{ "the first", "\x88\x61", 2, 0xAC00 },
	{ "the last", "\xD3\xBD", 2, 0xD7A3 },
	{ "an initial", "\x88\x41", 2, 0x3131 },
	{ "a vowel", "\x84\x61", 2, 0x314F },
	{ "a final of two letters", "\x84\x44", 2, 0x3133 },
	{ "initial and final", "\x88\x42", 1, UG_MALFORMED },
	{ "no vowel", "\x8B\xC1", 2, UG_MALFORMED },
	{ "a symbol", "\xD9\x31", 2, 0x3000 },
	{ "its second row", "\xD9\xA1", 2, 0x21D2 },
	{ "the euro sign", "\xD9\xE6", 2, 0x20AC },
	{ "the first Hanja", "\xE0\x31", 2, 0x4F3D },
	{ "the last Hanja", "\xF9\xFE", 2, 0x8A70 },
	{ "between the two ranges", "\xE0\x7F", 1, UG_MALFORMED },
	{ "a letter of row 4", "\xDA\xA1", 2, UG_MALFORMED },
	{ "user-defined", "\xD8\x31", 1, UG_MALFORMED },
	{ "no lead byte", "\xDF\xA1", 2, UG_MALFORMED },
	{ "ASCII", "\\", 1, '\\' },
	{ "cut", "\xD0", 1, UG_MALFORMED },
	{ "line end", "\xD0\n", 1, UG_MALFORMED },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *const row = &rows[i];
		unsigned state = 0;
		const struct ug_char found = ug_multi_byte_next(UG_JOHAB,
		    (const unsigned char *)row->bytes, strlen(row->bytes),
		    &state);

		CHECK(row->name, found.len == row->len && found.c == row->c &&
		    found.second == 0);
	}
}

/* What the C library reads, 0 if it reads nothing. */
static uint32_t
library(iconv_t cd, unsigned pair)
{
	char in[2] = { (char)(pair >> 8), (char)pair };
	unsigned char out[8] = { 0 };
	char *from = in, *to = (char *)out;
	size_t n_in = 2, n_out = sizeof(out);

	if (iconv(cd, &from, &n_in, &to, &n_out) == (size_t)-1) {
		iconv(cd, NULL, NULL, NULL, NULL);
		return 0;
	}
	return (uint32_t)(out[0] << 8 | out[1]);
}

static void
test_all(void)
{
	const iconv_t cd = iconv_open("UTF-16BE", "JOHAB");
	unsigned n = 0, more = 0;

	if (cd == (iconv_t)-1) {
		printf("johab_test: the C library has no Johab\n");
		return;
	}
	for (unsigned pair = 0x8000; pair <= 0xFFFF; pair++) {
		const unsigned char bytes[] = { (unsigned char)(pair >> 8),
			(unsigned char)pair };
		const uint32_t theirs = library(cd, pair);
		unsigned state = 0;
		const struct ug_char found = ug_multi_byte_next(UG_JOHAB,
		    bytes, 2, &state);
		const uint32_t ours = found.c == UG_MALFORMED ? 0 : found.c;
		char what[32];

		snprintf(what, sizeof(what), "%04X: %04X, %04X", pair,
		    (unsigned)ours, (unsigned)theirs);
		if (theirs != 0 && theirs != 0x327E)
			CHECK(what, ours == theirs && found.len == 2);
		else
			more += ours != 0;
		n += theirs != 0;
	}
	iconv_close(cd);
	printf("johab_test: %u characters, %u more here\n", n, more);
	CHECK("not many more", n > 17000 && more < 64);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_rows();
	test_all();
	return check_done(argv[0]);
}
