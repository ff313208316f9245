/*
 * mark_test.c - byte order marks, whole, cut short, and look-alikes
 */
#include "check.h"
#include "detect/detect.h"

static const struct mark_row {
	const char *name;
	struct ug_text in;
	bool last;
	const char *encoding; /* NULL: none */
	size_t mark;
	bool more;
} rows[] = {
	{ "nothing yet", UG_LIT(""), false, NULL, 0, true },
	{ "nothing at all", UG_LIT(""), true, NULL, 0, false },
	{ "utf-8", UG_LIT("\xEF\xBB\xBFx"), false, "UTF-8", 3, false },
	{ "utf-8, cut", UG_LIT("\xEF\xBB"), false, NULL, 0, true },
	{ "utf-8, cut for good", UG_LIT("\xEF\xBB"), true, NULL, 0, false },
	{ "utf-16le", UG_LIT("\xFF\xFEx\0"), false, "UTF-16LE", 2, false },
	{ "utf-16le or utf-32le", UG_LIT("\xFF\xFE"), false, "UTF-16LE", 2,
	  true },
	{ "utf-16le or utf-32le still", UG_LIT("\xFF\xFE\0"), false,
	  "UTF-16LE", 2, true },
	{ "utf-16le and no more", UG_LIT("\xFF\xFE"), true, "UTF-16LE", 2,
	  false },
	{ "utf-32le", UG_LIT("\xFF\xFE\0\0x\0\0\0"), false, "UTF-32LE", 4,
	  false },
	{ "utf-16be", UG_LIT("\xFE\xFF\0x"), false, "UTF-16BE", 2, false },
	{ "utf-32be", UG_LIT("\0\0\xFE\xFF"), false, "UTF-32BE", 4, false },
	{ "two NULs", UG_LIT("\0\0"), false, NULL, 0, true },
	{ "two NULs and text", UG_LIT("\0\0xy"), false, NULL, 0, false },
	{ "plain", UG_LIT("x"), false, NULL, 0, false },
	{ "mark inside", UG_LIT("x\xEF\xBB\xBF"), false, NULL, 0, false },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct mark_row *row = &rows[i];
		size_t mark = 99;
		bool more = !row->more;
		const struct ug_encoding *const encoding = ug_detect_mark(
		    (const unsigned char *)row->in.s, row->in.len, row->last,
		    &mark, &more);

		CHECK(row->name, (encoding == NULL) == (row->encoding == NULL));
		CHECK(row->name, encoding == NULL || row->encoding == NULL ||
		    strcmp(encoding->name, row->encoding) == 0);
		CHECK(row->name, mark == row->mark);
		CHECK(row->name, more == row->more);
	}
	return check_done(argv[0]);
}
