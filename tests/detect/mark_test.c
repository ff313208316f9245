/*
 * mark_test.c - byte order marks, whole, cut short, and look-alikes
 */
#include "check.h"
#include "detect/detect.h"

static const struct mark_row {
	const char *name;
	struct ug_text in;
	const char *encoding; /* NULL: none */
	bool more;
} rows[] = {
	{ "nothing", UG_LIT(""), NULL, true },
	{ "utf-8", UG_LIT("\xEF\xBB\xBFx"), "UTF-8", false },
	{ "utf-8, cut", UG_LIT("\xEF\xBB"), NULL, true },
	{ "utf-16le", UG_LIT("\xFF\xFEx\0"), "UTF-16LE", false },
	{ "utf-16le or utf-32le", UG_LIT("\xFF\xFE"), "UTF-16LE", true },
	{ "utf-16le or utf-32le still", UG_LIT("\xFF\xFE\0"), "UTF-16LE",
	  true },
	{ "utf-32le", UG_LIT("\xFF\xFE\0\0x\0\0\0"), "UTF-32LE", false },
	{ "utf-16be", UG_LIT("\xFE\xFF\0x"), "UTF-16BE", false },
	{ "utf-32be", UG_LIT("\0\0\xFE\xFF"), "UTF-32BE", false },
	{ "two NULs", UG_LIT("\0\0"), NULL, true },
	{ "two NULs and text", UG_LIT("\0\0xy"), NULL, false },
	{ "plain", UG_LIT("x"), NULL, false },
	{ "mark inside", UG_LIT("x\xEF\xBB\xBF"), NULL, false },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct mark_row *row = &rows[i];
		bool more = !row->more;
		const struct ug_encoding *const encoding = ug_detect_mark(
		    (const unsigned char *)row->in.s, row->in.len, &more);

		CHECK(row->name, (encoding == NULL) == (row->encoding == NULL));
		CHECK(row->name, encoding == NULL || row->encoding == NULL ||
		    strcmp(encoding->name, row->encoding) == 0);
		CHECK(row->name, more == row->more);
	}
	return check_done(argv[0]);
}
