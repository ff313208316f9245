/*
 * printable_test.c - what a terminal would obey is spelt out
 */
#include "base/text.h"
#include "check.h"
#include "ungarble.h"

static const struct {
	const char *name;
	struct ug_text in;
	unsigned is_bytes;
	const char *out;
} rows[] = {
	{ "empty", UG_LIT(""), 0, "" },
	{ "plain", UG_LIT("a b\\c"), 0, "a b\\c" },
	{ "letters of any kind", UG_LIT("été 日本　本 \U0001F600"), 0,
	  "été 日本　本 \U0001F600" },
	{ "an escape", UG_LIT("a\x1B[2Jb"), 0, "a\\x1B[2Jb" },
	{ "NUL, a line end, DEL", UG_LIT("\0\n\x7F"), 0, "\\x00\\x0A\\x7F" },
	{ "controls beyond ASCII", UG_LIT("\xC2\x85\u00A0"), 0,
	  "\\u{0085}\\u{00A0}" },
	{ "marks that turn text round", UG_LIT("a\u202Eb\u2066"), 0,
	  "a\\u{202E}b\\u{2066}" },
	{ "just beside them", UG_LIT("\u2010\u2027\u2030"), 0,
	  "\u2010\u2027\u2030" },
	{ "what is not seen", UG_LIT("\u00AD\u200B\u2060\u3164\uFEFF"), 0,
	  "\\u{00AD}\\u{200B}\\u{2060}\\u{3164}\\u{FEFF}" },
	{ "a tag", UG_LIT("\U000E0041"), 0, "\\u{E0041}" },
	{ "marks that combine", UG_LIT("e\u0301"), 0, "e\u0301" },
	{ "malformed", UG_LIT("a\xE9 b\xE2\x80"), 0, "a\\xE9 b\\xE2\\x80" },
	{ "a surrogate", UG_LIT("\xED\xA0\x80"), 0, "\\xED\\xA0\\x80" },
	{ "bytes", UG_LIT("a\xC3\xA9\n"), 1, "a\\xC3\\xA9\\x0A" },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const size_t len = strlen(rows[i].out);
		char out[200];

		CHECK(rows[i].name, ungarble_printable(rows[i].in.s,
		    rows[i].in.len, rows[i].is_bytes, out, sizeof(out)) ==
		    len);
		if (!CHECK(rows[i].name, strcmp(out, rows[i].out) == 0))
			fprintf(stderr, "\tis %s\n", out);
	}
	return check_done(argv[0]);
}
