/*
 * form_wide_count_test.c - each thing that is counted of UTF-16, and how much of
 * it text may have
 */
#include "check.h"
#include "detect/form.h"

#define N_UNITS 8

/* Units of UTF-16, up to the 0 behind them, and what they count as. */
static const struct {
	uint16_t units[N_UNITS];
	size_t n_chars, n_bad, n_controls, n_rare, n_latin, n_ascii, n_high,
	    n_pairs, n_mixed, n_lines, n_ends, n_spaces;
} rows[] = {
	/* what is ASCII, white or a control */
	{ { 0x21, 0x7E }, .n_chars = 2, .n_latin = 2, .n_ascii = 2 },
	{ { 0x20, 0x09, 0x0D }, .n_chars = 3, .n_latin = 3, .n_ascii = 3,
	  .n_spaces = 3 },
	{ { 0x01, 0x02, 0x7F }, .n_chars = 3, .n_latin = 3, .n_ascii = 3,
	  .n_controls = 3 },
	{ { 0x07, 0x08, 0x0E }, .n_chars = 3, .n_latin = 3, .n_ascii = 3 },
	{ { 0x80, 0x9F }, .n_chars = 2, .n_latin = 2, .n_bad = 2 },
	{ { 0xA0, 0xFF }, .n_chars = 2, .n_latin = 2 },
	{ { 0x101 }, .n_chars = 1, .n_high = 1 },
	/* two ASCII characters; kana are none */
	{ { 0x2020, 0x5E7E }, .n_chars = 2, .n_high = 2, .n_pairs = 2 },
	{ { 0x2120, 0x2126 }, .n_chars = 2, .n_high = 2, .n_pairs = 2 },
	{ { 0x5E7F, 0x661F }, .n_chars = 2, .n_high = 2 },
	{ { 0x1F20, 0x1E7E }, .n_chars = 2, .n_high = 2 },
	{ { 0x3042, 0x3059 }, .n_chars = 2, .n_high = 2 },
	{ { 0x2F42, 0x3142 }, .n_chars = 2, .n_high = 2, .n_pairs = 2,
	  .n_rare = 2 },
	/* one, and a byte beyond ASCII */
	{ { 0x2192, 0x2080 }, .n_chars = 2, .n_high = 2, .n_mixed = 2,
	  .n_rare = 1 },
	{ { 0x1E80, 0x1FAA }, .n_chars = 2, .n_high = 2 },
	{ { 0x8054, 0x8FD9 }, .n_chars = 2, .n_high = 2, .n_mixed = 1 },
	{ { 0x901F, 0x957F }, .n_chars = 2, .n_high = 2 },
	{ { 0x8BF4, 0x8BB0 }, .n_chars = 2, .n_high = 2 },
	/* one, and a line end */
	{ { 0x0A41, 0x410A }, .n_chars = 2, .n_high = 2, .n_lines = 2,
	  .n_ends = 2, .n_rare = 1 },
	{ { 0x0A80, 0xB10A }, .n_chars = 2, .n_high = 2, .n_ends = 2,
	  .n_rare = 1 },
	{ { 0x0A }, .n_chars = 1, .n_latin = 1, .n_ascii = 1, .n_spaces = 1 },
	/* what text seldom has; a low half of NUL is one, but for two */
	{ { 0x250, 0x2FF }, .n_chars = 2, .n_high = 2, .n_rare = 2 },
	{ { 0x24F, 0x301 }, .n_chars = 2, .n_high = 2 },
	{ { 0x500, 0x100 }, .n_chars = 2, .n_high = 2, .n_rare = 2 },
	{ { 0x3000, 0x4E00 }, .n_chars = 2, .n_high = 2 },
	{ { 0x530, 0x590, 0x2FE0 }, .n_chars = 3, .n_high = 3, .n_bad = 3,
	  .n_mixed = 1 },
	{ { 0xFEFF, 0xFFFD }, .n_chars = 2, .n_high = 2, .n_rare = 1 },
	{ { 0xFFFE, 0xE000 }, .n_chars = 2, .n_high = 2, .n_bad = 2 },
	/* pairs and halves of them */
	{ { 0xD83D, 0xDE00 }, .n_chars = 1, .n_high = 1 },
	{ { 0xD800, 0xDC00 }, .n_chars = 1, .n_high = 1 },
	{ { 0xDBFF, 0xDFFF }, .n_chars = 1, .n_high = 1, .n_bad = 1 },
	{ { 0xD83D, 0x41 }, .n_chars = 2, .n_high = 1, .n_bad = 1,
	  .n_mixed = 1, .n_latin = 1, .n_ascii = 1 },
	{ { 0x41, 0xD83D }, .n_chars = 2, .n_high = 1, .n_bad = 1,
	  .n_mixed = 1, .n_latin = 1, .n_ascii = 1 },
	{ { 0xDC01, 0xDC01 }, .n_chars = 2, .n_high = 2, .n_bad = 2 },
	{ { 0xD83D, 0xDBFF }, .n_chars = 2, .n_high = 2, .n_bad = 2,
	  .n_mixed = 1 },
	{ { 0xD83D, 0xE001 }, .n_chars = 2, .n_high = 2, .n_bad = 2,
	  .n_mixed = 1 },
	/* ideographs: as many are rare as the kind that has most leaves over */
	{ { 0x4EEC, 0x5011 }, .n_chars = 2, .n_high = 2, .n_rare = 1,
	  .n_mixed = 1 },
	{ { 0x4EEC, 0x4EEC, 0x5011 }, .n_chars = 3, .n_high = 3, .n_rare = 1,
	  .n_mixed = 2 },
	{ { 0x4EEC, 0x5011, 0x5011 }, .n_chars = 3, .n_high = 3, .n_rare = 1,
	  .n_mixed = 1 },
	{ { 0x58F2, 0x58F2, 0x5011, 0x4EEC }, .n_chars = 4, .n_high = 4,
	  .n_rare = 2, .n_mixed = 3 },
	{ { 0xB098, 0xB2E4, 0x58F2 }, .n_chars = 3, .n_high = 3,
	  .n_mixed = 1 },
	{ { 0x4E04, 0x4E05 }, .n_chars = 2, .n_high = 2, .n_rare = 2 },
};

static struct ug_wide
read_units(const uint16_t *units)
{
	unsigned char bytes[2 * N_UNITS];
	struct ug_wide wide;
	size_t n = 0;

	for (; n < N_UNITS && units[n] != 0; n++) {
		bytes[2 * n] = (unsigned char)(units[n] >> 8);
		bytes[2 * n + 1] = (unsigned char)units[n];
	}
	ug_wide_read(&wide, &ug_utf16be, bytes, 2 * n);
	return wide;
}

static void
check_counts(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_wide got = read_units(rows[i].units);
		char name[32];

		snprintf(name, sizeof(name), "row %zu, U+%04X ..", i,
		    rows[i].units[0]);
		CHECK(name, got.n_chars == rows[i].n_chars);
		CHECK(name, got.n_bad == rows[i].n_bad);
		CHECK(name, got.n_controls == rows[i].n_controls);
		CHECK(name, got.n_rare == rows[i].n_rare);
		CHECK(name, got.n_latin == rows[i].n_latin);
		CHECK(name, got.n_ascii == rows[i].n_ascii);
		CHECK(name, got.n_high == rows[i].n_high);
		CHECK(name, got.n_pairs == rows[i].n_pairs);
		CHECK(name, got.n_mixed == rows[i].n_mixed);
		CHECK(name, got.n_lines == rows[i].n_lines);
		CHECK(name, got.n_ends == rows[i].n_ends);
		CHECK(name, got.n_spaces == rows[i].n_spaces);
	}
}

/* Which rows characters are in, and in which order they come. */
static void
check_order(void)
{
	static const struct {
		uint16_t units[N_UNITS];
		bool one_row, ascending;
	} orders[] = {
		{ { 'a', 'b', 'd' }, true, true },
		{ { 'a', 'b', 'b' }, true, false },
		{ { 'b', 'a' }, true, false },
		{ { 'z' }, true, true },
		{ { 0x410, 0x430 }, true, true },
		{ { 0x430, 0x410 }, true, false },
		{ { 'a', 0x410, 'b', 0x430 }, true, false },
		{ { 'a', 0x410, 0x510 }, false, true },
		{ { 0x410, 'a', 0x510, 0x430 }, false, false },
		{ { 0x80, 0x410 }, false, true },
	};

	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++) {
		const struct ug_wide got = read_units(orders[i].units);
		char name[32];

		snprintf(name, sizeof(name), "order %zu", i);
		CHECK(name, got.one_row == orders[i].one_row);
		CHECK(name, got.ascending == orders[i].ascending);
	}
}

/* What they cost, beside one another. */
static void
check_costs(void)
{
	static const uint16_t letter[N_UNITS] = { 'a' },
	    common[N_UNITS] = { 0x65E5 }, no_use[N_UNITS] = { 0x4E04 },
	    rare[N_UNITS] = { 0x250 }, control[N_UNITS] = { 0x01 },
	    bad[N_UNITS] = { 0xDC01 };

	CHECK("letters are cheap", read_units(letter).cost <
	    read_units(common).cost);
	CHECK("what is not in use is rare", read_units(common).cost <
	    read_units(no_use).cost &&
	    read_units(no_use).cost == read_units(rare).cost);
	CHECK("controls are dearer", read_units(rare).cost <
	    read_units(control).cost);
	CHECK("nothing is as dear as none", read_units(control).cost <
	    read_units(bad).cost);
}

/* What text may have, and one more. */
static void
check_limits(void)
{
	static const struct {
		const char *name;
		struct ug_wide wide;
		bool text;
	} limits[] = {
		{ "one", { .n_chars = 1, .n_high = 1, .one_row = true },
		  false },
		{ "two", { .n_chars = 2, .n_high = 2, .one_row = true },
		  true },
		{ "lines of bytes", { .n_chars = 8, .n_high = 8, .n_ends = 8 },
		  false },
		{ "and one other", { .n_chars = 8, .n_high = 8, .n_ends = 7 },
		  true },
		{ "one bad in 64", { .n_chars = 64, .n_high = 64, .n_bad = 1 },
		  true },
		{ "in 63", { .n_chars = 63, .n_high = 63, .n_bad = 1 },
		  false },
		{ "one control in 8", { .n_chars = 8, .n_high = 8,
		  .n_controls = 1 }, true },
		{ "two", { .n_chars = 15, .n_high = 15, .n_controls = 2 },
		  false },
		{ "one rare in 8", { .n_chars = 8, .n_high = 8, .n_rare = 1 },
		  true },
		{ "two", { .n_chars = 15, .n_high = 15, .n_rare = 2 }, false },
		{ "all of one row", { .n_chars = 15, .n_high = 15,
		  .n_rare = 2, .one_row = true }, true },
		{ "half are two ASCII characters", { .n_chars = 16,
		  .n_high = 16, .n_pairs = 8 }, true },
		{ "more", { .n_chars = 16, .n_high = 16, .n_pairs = 9 },
		  false },
		{ "they are few", { .n_chars = 16, .n_high = 3, .n_pairs = 2 },
		  true },
		{ "and one more", { .n_chars = 16, .n_high = 5,
		  .n_pairs = 3 }, false },
		{ "others are half ASCII", { .n_chars = 16, .n_high = 16,
		  .n_pairs = 9, .n_mixed = 2 }, true },
		{ "fewer", { .n_chars = 16, .n_high = 16, .n_pairs = 9,
		  .n_mixed = 1 }, false },
		{ "seven of many rows", { .n_chars = 7, .n_high = 7 }, false },
		{ "eight", { .n_chars = 8, .n_high = 8 }, true },
		{ "seven, half ASCII", { .n_chars = 6, .n_high = 3,
		  .n_ascii = 3 }, true },
		{ "less", { .n_chars = 7, .n_high = 4, .n_ascii = 3 },
		  false },
		{ "and with a line end", { .n_chars = 6, .n_high = 3,
		  .n_ascii = 3, .n_lines = 1 }, false },
		{ "seven letters", { .n_chars = 7, .n_latin = 7,
		  .n_ascii = 7 }, false },
		{ "with a blank", { .n_chars = 7, .n_latin = 7, .n_ascii = 7,
		  .n_spaces = 1 }, true },
		{ "one beyond", { .n_chars = 7, .n_latin = 6, .n_ascii = 6,
		  .n_high = 1 }, true },
		{ "eight letters", { .n_chars = 8, .n_latin = 8,
		  .n_ascii = 8 }, true },
		{ "that ascend", { .n_chars = 8, .n_latin = 8, .n_ascii = 8,
		  .ascending = true }, false },
	};

	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		struct ug_wide wide = limits[i].wide;
		char name[64];

		snprintf(name, sizeof(name), "limit %zu, %s", i,
		    limits[i].name);
		wide.encoding = &ug_utf16le;
		CHECK(name, ug_wide_is_text(&wide) == limits[i].text);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_counts();
	check_order();
	check_costs();
	check_limits();
	return check_done(argv[0]);
}
