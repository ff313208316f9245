/*
 * form_wide_test.c - what is counted of bytes as UTF-16 or UTF-32, and whether
 * that is text
 */
#include "check.h"
#include "detect/form.h"

static const struct {
	const char *name;
	const struct ug_encoding *encoding;
	struct ug_text in;
	bool text;
	size_t n_chars, n_ascii, n_bad;
} rows[] = {
	{ "letters", &ug_utf16le, UG_LIT("t\0h\0e\0 \0f\0e\0r\0r\0y\0"), true,
	  9, 9, 0 },
	{ "the other way", &ug_utf16be, UG_LIT("t\0h\0e\0 \0f\0e\0r\0r\0y\0"),
	  false, 9, 0, 0 },
	{ "one unit", &ug_utf16le, UG_LIT("t\0"), false, 1, 1, 0 },
	{ "one of UTF-32", &ug_utf32le, UG_LIT("t\0\0\0"), false, 1, 1, 0 },
	{ "two of UTF-32", &ug_utf32le, UG_LIT("t\0\0\0h\0\0\0"), true, 2, 2,
	  0 },
	{ "beyond Unicode", &ug_utf32le, UG_LIT("t\0\0\0h\0\0\x01"), false, 2,
	  1, 1 },
	{ "Russian", &ug_utf16le, UG_LIT("\x3F\x04\x30\x04\x40\x04\x3E\x04"),
	  true, 4, 0, 0 },
	{ "ideographs in daily use", &ug_utf16be,
	  UG_LIT("\x65\xE5\x67\x2C\x4E\xBA\x75\x1F\x59\x27\x5B\x66\x4E\x0A"
	  "\x4E\x2D"), true, 8, 0, 0 },
	{ "ideographs of no use", &ug_utf16be,
	  UG_LIT("\x4E\x04\x4E\x05\x4E\x0F\x4E\x12\x4E\x23\x4E\x35\x4E\x41"
	  "\x5A\x7F"), false, 8, 0, 0 },
	{ "a pair", &ug_utf16le, UG_LIT("\x3D\xD8\x00\xDEo\0k\0"), true, 3, 2,
	  0 },
	{ "half of one", &ug_utf16le, UG_LIT("\x3D\xD8o\0k\0"), false, 3, 2,
	  1 },
	{ "NULs", &ug_utf16le, UG_LIT("o\0k\0\0\0\0\0"), false, 4, 4, 2 },
	{ "controls", &ug_utf16le, UG_LIT("o\0k\0\x01\0\x02\0"), false, 4, 4,
	  0 },
	{ "controls in text", &ug_utf16le, UG_LIT("t\0h\0e\0 \0f\0e\0r\0r\0y\0"
	  "\x01\0\x02\0"), false, 11, 11, 0 },
	{ "one is not many", &ug_utf16le, UG_LIT("t\0h\0e\0 \0f\0e\0r\0r\0y\0"
	  "\x01\0"), true, 10, 10, 0 },
	{ "names with NULs between", &ug_utf16le, UG_LIT("a\0b\0c\0"), false,
	  3, 3, 0 },
	{ "a table of all", &ug_utf16le,
	  UG_LIT("0\0001\0002\0003\0004\0005\0006\0007\0008\0009\0"), false,
	  10, 10, 0 },
	{ "bytes, one a line", &ug_utf16be, UG_LIT("a\nb\nc\nd\n"), false, 4,
	  0, 0 },
};

static const struct {
	const char *name;
	struct ug_text in;
	bool maybe;
} shorts[] = {
	{ "two ideographs and half of one", UG_LIT("\xE5\x65\x2C\x67\x0A"),
	  true },
	{ "one of them", UG_LIT("\x65\xE5"), true },
	{ "letters", UG_LIT("the ferry is late\n"), false },
	{ "too short", UG_LIT("\n"), false },
};

int
main(int argc, char *argv[])
{
	struct ug_wide whole, cut;

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ug_wide wide;

		ug_wide_read(&wide, rows[i].encoding,
		    (const unsigned char *)rows[i].in.s, rows[i].in.len);
		CHECK(rows[i].name, wide.encoding == rows[i].encoding);
		CHECK(rows[i].name, wide.n_chars == rows[i].n_chars &&
		    wide.n_ascii == rows[i].n_ascii);
		CHECK(rows[i].name, wide.n_bad == rows[i].n_bad);
		CHECK(rows[i].name, ug_wide_is_text(&wide) == rows[i].text);
	}
	for (size_t i = 0; i < sizeof(shorts) / sizeof(*shorts); i++)
		CHECK(shorts[i].name, ug_detect_maybe_wide(
		    (const unsigned char *)shorts[i].in.s, shorts[i].in.len)
		    == shorts[i].maybe);
	ug_wide_read(&whole, &ug_utf16le, (const unsigned char *)"a\0b\0", 4);
	ug_wide_read(&cut, &ug_utf16le, (const unsigned char *)"a\0b\0c", 5);
	CHECK("what is left over costs", cut.cost == whole.cost + UG_COST_ODD);
	return check_done(argv[0]);
}
