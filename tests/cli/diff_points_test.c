/*
 * diff_points_test.c - code points of gaps: which are told, and how many
 */
#include <string.h>

#include "check.h"
#include "cli/diff_points.h"

#define TO " \u2192 "

static struct cli_diff_points points;

static void
add(const char *in, const char *was, bool is_bytes)
{
	cli_diff_points_add(&points, (struct cli_bytes){ in, strlen(in) },
	    is_bytes, (struct cli_bytes){ was, strlen(was) });
}

static bool
told(const char *wanted)
{
	const bool same = points.len == strlen(wanted) &&
	    memcmp(points.s, wanted, points.len) == 0;

	if (!same)
		fprintf(stderr, "got: %.*s\n", (int)points.len, points.s);
	return same;
}

static void
check_rows(void)
{
	static const struct {
		const char *in, *out;
		bool is_bytes;
		const char *wanted;
		size_t columns;
	} rows[] = {
		/* what can be seen is not told, its neighbours are */
		{ "a", "b", false, "", 0 },
		{ " ", "~", false, "", 0 },
		{ "", "x", false, "", 0 },
		{ "\x1F", "", false, "U+001F" TO "nothing", 16 },
		{ "", "\x7F", false, "nothing" TO "U+007F", 16 },
		{ "\t", "x", false, "U+0009" TO "U+0078", 15 },
		{ "a", "\u00E9", false, "U+0061" TO "U+00E9", 15 },
		{ "\u00C3\u00A9", "\u00E9", false,
		    "U+00C3 U+00A9" TO "U+00E9", 22 },
		{ "\uFFFF", "\U00010000", false, "U+FFFF" TO "U+10000", 16 },
		{ "\U000FFFFF", "\U0010FFFF", false,
		    "U+FFFFF" TO "U+10FFFF", 18 },
		/* bytes, and what is no UTF-8 */
		{ "\xE9", "\u00E9", true, "E9" TO "U+00E9", 11 },
		{ "\xE9", "\u00E9", false, "E9" TO "U+00E9", 11 },
		{ "\x05", "\u00E9", true, "05" TO "U+00E9", 11 },
		{ "\xC3\xA9", "\u00E9", true, "C3 A9" TO "U+00E9", 14 },
		/* four of a side */
		{ "1234", "\u00E9", false,
		    "U+0031 U+0032 U+0033 U+0034" TO "U+00E9", 36 },
		{ "12345", "\u00E9", false,
		    "U+0031 U+0032 U+0033 U+0034 \u2026" TO "U+00E9", 38 },
		{ "\u00E9", "12345", true,
		    "C3 A9" TO "U+0031 U+0032 U+0033 U+0034 \u2026", 37 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		points = (struct cli_diff_points){ .len = 0 };
		add(rows[i].in, rows[i].out, rows[i].is_bytes);
		CHECK(rows[i].wanted, told(rows[i].wanted) &&
		    points.columns == rows[i].columns && !points.full);
		/* each is told once */
		add(rows[i].in, rows[i].out, rows[i].is_bytes);
		CHECK(rows[i].wanted, told(rows[i].wanted) &&
		    points.columns == rows[i].columns && !points.full);
	}
	points = (struct cli_diff_points){ .len = 0 };
	add("\xE9", "\u00E9", true);
	add("\xE0", "\u00E0", true);
	add("\xE9", "\u00E9", true);
	add("a", "b", true);
	add("\xE0", "\u00E0", true);
	CHECK("two", told("E9" TO "U+00E9, E0" TO "U+00E0") &&
	    points.columns == 24);
	points = (struct cli_diff_points){ .len = 0 };
	cli_diff_points_add(&points, (struct cli_bytes){ "a\u00E9", 2 },
	    false, (struct cli_bytes){ "b", 1 });
	CHECK("what stands behind is not read",
	    told("U+0061 C3" TO "U+0062"));
}

/* So many columns; the first is told whatever it takes. */
static void
check_room(void)
{
	/* columns of what stands first, so that 72 are just reached, or not */
	static const struct {
		const char *in, *out;
		bool full;
	} rows[] = {
		{ "\u00E9\u00E9\u00E9\u00E9", "1", true },   /* 36 */
		{ "\u00E9\u00E9\u00E9", "", false },         /* 30 */
		{ "\U00010000\u00E9\u00E9", "", false },     /* 31 */
		{ "\U00010000\u00E9\u00E9", "1", false },    /* 30 */
		{ "\U00100000\u00E9\u00E9", "1", false },    /* 31 */
		{ "\U00100000\U00010000\u00E9", "1", false }, /* 32 */
		{ "\U00100000\U00100000\u00E9", "1", false }, /* 33 */
		{ "\U00100000\U00100000\U00010000", "1", false }, /* 34 */
		{ "\U00100000\U00100000\U00100000", "1", true }, /* 35 */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		points = (struct cli_diff_points){ .len = 0 };
		add("\u00E8\u00E8\u00E8\u00E8", "2", false); /* 36 */
		CHECK("the first", !points.full && points.columns == 36);
		add(rows[i].in, rows[i].out, false);
		CHECK("room for it, or not", points.full == rows[i].full);
		CHECK("columns", rows[i].full ? points.columns == 36
		    : points.columns > 36 && points.columns <= 72);
		CHECK("more", !points.full ||
		    told("U+00E8 U+00E8 U+00E8 U+00E8" TO "U+0032, \u2026"));
		if (points.full) {
			add("\xE9", "", true);
			CHECK("no more", told("U+00E8 U+00E8 U+00E8 U+00E8" TO
			    "U+0032, \u2026"));
		}
	}
	points = (struct cli_diff_points){ .len = 0 };
	add("\U00100000\U00100000\U00100000\U00100000\U00100000",
	    "\U00100000\U00100000\U00100000\U00100000\U00100000", false);
	CHECK("the first is long", !points.full && points.columns == 77 &&
	    points.len == 83);
	add("\xE9", "", true);
	CHECK("none behind it", points.full && points.len == 88);
}

int
main(void)
{
	check_rows();
	check_room();
	return check_done("diff_points_test");
}
