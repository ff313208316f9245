/*
 * printable_test.c - bytes one by one: what is shown, what is spelt out
 */
#define _XOPEN_SOURCE 700

#include "cli/printable.h"

#include <string.h>

#include "check.h"
#include "heard.h"
#include "ungarble.h"

static const struct {
	const char *bytes;
	size_t len; /* 0: all of them */
	struct cli_char wanted;
} rows[] = {
	{ "a", 0, { CLI_CHAR_SHOWN, 1, 'a' } },
	{ " ", 0, { CLI_CHAR_SHOWN, 1, ' ' } },
	{ "~b", 0, { CLI_CHAR_SHOWN, 1, '~' } },
	{ "\xC3\xA9", 0, { CLI_CHAR_SHOWN, 2, 0xE9 } },
	{ "\xDF\xBF", 0, { CLI_CHAR_SHOWN, 2, 0x7FF } },
	{ "\xE2\x82\xAC" "a", 0, { CLI_CHAR_SHOWN, 3, 0x20AC } },
	{ "\xEF\xBC\xA1", 0, { CLI_CHAR_SHOWN, 3, 0xFF21 } },
	{ "\xF0\x9F\x98\x80", 0, { CLI_CHAR_SHOWN, 4, 0x1F600 } },
	{ "\xF0\x9F\x98\x80\x80", 0, { CLI_CHAR_SHOWN, 4, 0x1F600 } },
	{ "\n", 0, { CLI_CHAR_HIDDEN, 1, '\n' } },
	{ "", 1, { CLI_CHAR_HIDDEN, 1, 0 } },
	{ "\x1B", 0, { CLI_CHAR_HIDDEN, 1, 0x1B } },
	{ "\x7F", 0, { CLI_CHAR_HIDDEN, 1, 0x7F } },
	{ "\xC2\x80", 0, { CLI_CHAR_HIDDEN, 2, 0x80 } },
	{ "\xC2\x9F", 0, { CLI_CHAR_HIDDEN, 2, 0x9F } },
	{ "\xE2\x80\x8B", 0, { CLI_CHAR_HIDDEN, 3, 0x200B } },
	{ "\xE2\x80\xAE", 0, { CLI_CHAR_HIDDEN, 3, 0x202E } },
	{ "\xF3\xA0\x80\x81", 0, { CLI_CHAR_HIDDEN, 4, 0xE0001 } },
	/* What is no character, byte by byte. */
	{ "\x80", 0, { CLI_CHAR_BYTE, 1, 0x80 } },
	{ "\xBF\xBF", 0, { CLI_CHAR_BYTE, 1, 0xBF } },
	{ "\xC0\x80", 0, { CLI_CHAR_BYTE, 1, 0xC0 } },
	{ "\xC3", 0, { CLI_CHAR_BYTE, 1, 0xC3 } },
	{ "\xC3\xA9", 1, { CLI_CHAR_BYTE, 1, 0xC3 } },
	{ "\xC3" "a", 0, { CLI_CHAR_BYTE, 1, 0xC3 } },
	{ "\xE2\x82", 0, { CLI_CHAR_BYTE, 1, 0xE2 } },
	{ "\xE2\x82\xAC", 2, { CLI_CHAR_BYTE, 1, 0xE2 } },
	{ "\xED\xA0\x80", 0, { CLI_CHAR_BYTE, 1, 0xED } },
	{ "\xF0\x9F\x98", 0, { CLI_CHAR_BYTE, 1, 0xF0 } },
	{ "\xF4\x90\x80\x80", 0, { CLI_CHAR_BYTE, 1, 0xF4 } },
	{ "\xFF", 0, { CLI_CHAR_BYTE, 1, 0xFF } },
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const size_t len = rows[i].len > 0 ? rows[i].len :
		    strlen(rows[i].bytes);
		const struct cli_char got = cli_char_at(rows[i].bytes, len);

		if (!CHECK(rows[i].bytes, got.kind == rows[i].wanted.kind &&
		    got.len == rows[i].wanted.len &&
		    got.code == rows[i].wanted.code))
			fprintf(stderr, "    %zu: %d %zu %x\n", i,
			    (int)got.kind, got.len, (unsigned)got.code);
	}
	for (int byte = 0; byte < 256; byte++)
		CHECK("inner", cli_char_is_inner((char)byte) ==
		    (byte >= 0x80 && byte < 0xC0));
}

/* Piece by piece as all at once, however long it is. */
static void
check_masked(void)
{
	static const char text[] = "a\xC3\xA9\n\xE2\x80\xAE\xF0\x9F\x98\x80\xFF"
	    "\xE2\x82\\z";
	char wanted[256];
	static struct cli_out out;

	for (int is_bytes = 0; is_bytes < 2; is_bytes++)
		for (size_t len = 0; len < sizeof(text); len++) {
			(void)ungarble_printable(text, len,
			    (unsigned)is_bytes, wanted, sizeof(wanted));
			heard_out(&out);
			cli_out_masked(&out, text, len, is_bytes == 1);
			CHECK("masked", heard_out_is(&out, wanted));
		}
}

static void
check_codes(void)
{
	static const uint32_t codes[] = { 0, 0xE9, 0xFFFF, 0x10000, 0xE0041,
		0xFFFFF, 0x100000, 0x10FFFF };
	static struct cli_out out;

	heard_out(&out);
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		cli_out_code(&out, codes[i]);
		cli_out_string(&out, " ");
	}
	CHECK("codes", heard_out_is(&out, "U+0000 U+00E9 U+FFFF U+10000 "
	    "U+E0041 U+FFFFF U+100000 U+10FFFF "));
}

int
main(void)
{
	check_rows();
	check_masked();
	check_codes();
	return check_done("printable_test");
}
