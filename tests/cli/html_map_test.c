/*
 * html_map_test.c - where damage stood: kinds, bins as they join, how dark
 */
#include <stdlib.h>

#include "check.h"
#include "cli/html_map.h"
#include "shown.h"

#define BYTES 5000

/* What stands behind the map is not its own. */
static struct {
	struct cli_html_map map;
	struct cli_html_lane behind;
} one;
#define map one.map

static void
start(void)
{
	memset(&map, 0, sizeof(map));
	memset(&one.behind, 0x55, sizeof(one.behind));
	out.len = 0;
}

/* What is told apart, and what is one kind. */
static void
check_kinds(void)
{
	static const struct {
		const char *one, *two;
		bool alike;
	} rows[] = {
		{ "mojibake/a", "mojibake/b", true },
		{ "mojibake/a", "mojibake", true },
		{ "mojibake/a", "mojibak/a", false },
		{ "mojibake/a", "nojibake/a", false },
		{ "c1/a", "c1x/a", false },
		{ "decode/a", "decode/a", true },
		{ "decode/a", "decode/b", false },
		{ "decode/a", "decode/aa", false },
		{ "decoded/a", "decoded/b", true },
		{ "decode", "decode/a", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (int turn = 0; turn < 2; turn++) {
			start();
			cli_html_map_add(
			    &map, turn ? rows[i].two : rows[i].one, 0);
			cli_html_map_add(
			    &map, turn ? rows[i].one : rows[i].two, 1);
			CHECK(rows[i].one,
			    map.n_lanes == (rows[i].alike ? 1 : 2));
			CHECK(rows[i].two,
			    map.lanes[0].n == (rows[i].alike ? 2 : 1));
		}
}

/* So many kinds have lanes of their own; the last is shared by the others. */
static void
check_lanes(void)
{
	static char names[CLI_HTML_LANES + 2][8];

	start();
	for (unsigned i = 0; i < CLI_HTML_LANES + 2; i++) {
		snprintf(names[i], sizeof(names[i]), "k%u/x", i);
		cli_html_map_add(&map, names[i], i);
		if (i < CLI_HTML_LANES)
			CHECK(names[i], map.n_lanes == i + 1 &&
			    map.lanes[i].rule == names[i]);
	}
	CHECK("no more lanes", map.n_lanes == CLI_HTML_LANES);
	cli_html_map_add(&map, names[3], 50);
	cli_html_map_add(&map, "others", 51);
	cli_html_map_add(&map, names[CLI_HTML_LANES - 1], 52);
	for (size_t i = 0; i < CLI_HTML_LANES - 1; i++)
		CHECK(names[i], map.lanes[i].n == (i == 3 ? 2 : 1) &&
		    map.lanes[i].bins[i] == 1);
	CHECK("others", map.lanes[CLI_HTML_LANES - 1].n == 5 &&
	    strcmp(map.lanes[CLI_HTML_LANES - 1].rule, "others") == 0);
	cli_html_map_draw(&out, &map, 60);
	CHECK("drawn", shown_times("<tr>") == CLI_HTML_LANES &&
	    shown_times("viewBox=\"0 0 60 1\"") == CLI_HTML_LANES);
	cli_html_map_add(&map, names[0], 150);
	CHECK("others, joined", map.lanes[CLI_HTML_LANES - 1].bins[11] == 1 &&
	    map.lanes[CLI_HTML_LANES - 1].bins[12] == 2 &&
	    map.lanes[CLI_HTML_LANES - 1].bins[25] == 1 &&
	    map.lanes[CLI_HTML_LANES - 1].bins[26] == 1);
	for (size_t i = 0; i < CLI_HTML_BINS; i++)
		CHECK("not its own",
		    one.behind.bins[i] == UINT64_C(0x5555555555555555));
}

/* How wide bins are once a byte has one. */
static void
check_widths(void)
{
	static const struct {
		uint64_t at, width;
	} rows[] = { { 0, 1 }, { 119, 1 }, { 120, 2 }, { 239, 2 }, { 240, 4 },
		{ 479, 4 }, { 480, 8 }, { UINT64_C(120) << 40, UINT64_C(1) << 41 },
		{ (UINT64_C(120) << 40) - 1, UINT64_C(1) << 40 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start();
		cli_html_map_add(&map, "a", rows[i].at);
		CHECK("width", map.width == rows[i].width);
		CHECK("its bin",
		    map.lanes[0].bins[rows[i].at / rows[i].width] == 1);
	}
}

/* Changes and spans, as they come, against counts for each byte. */
static void
check_bins(void)
{
	static uint64_t changes[BYTES], bytes[BYTES];
	uint64_t n_changes = 0, n_spans = 0, last = 0;

	start();
	for (unsigned i = 1; i < 400; i++) {
		const uint64_t at = i * 7919u % (10 * i + 1);
		const uint64_t len = i * 104729u % (i + 3);

		cli_html_map_add(&map, "a/x", at);
		changes[at]++;
		n_changes++;
		cli_html_map_spread(&map, "decode/b", at, len);
		for (uint64_t j = at; j < at + len; j++)
			bytes[j]++;
		n_spans++;
		last = at + len > last ? at + len : last;
		CHECK("width", last / map.width < CLI_HTML_BINS &&
		    (map.width == 1 || 2 * last / map.width >= CLI_HTML_BINS));
		for (size_t bin = 0; bin < CLI_HTML_BINS; bin++) {
			uint64_t wanted[2] = { 0, 0 };

			for (uint64_t j = bin * map.width;
			     j < (bin + 1) * map.width && j < BYTES; j++) {
				wanted[0] += changes[j];
				wanted[1] += bytes[j];
			}
			CHECK("changes", map.lanes[0].bins[bin] == wanted[0]);
			CHECK("bytes", map.lanes[1].bins[bin] == wanted[1]);
		}
	}
	CHECK("how many", map.lanes[0].n == n_changes &&
	    map.lanes[1].n == n_spans && map.n_lanes == 2);
	CHECK("what they count", !map.lanes[0].is_spread &&
	    map.lanes[1].is_spread);
}

#define RECT(x, width, class, from, to, what) \
	"<rect x=\"" #x "\" width=\"" #width "\" height=\"1\"" class \
	"><title>bytes " #from "\u2013" #to ": " what "</title></rect>"

/* As dark as beside the fullest; neighbours that are alike are one. */
static void
check_levels(void)
{
	static const unsigned fills[] = { 33, 17, 16, 9, 8, 3, 2, 1, 0, 1, 33 };

	start();
	for (unsigned i = 0; i < sizeof(fills) / sizeof(*fills); i++)
		for (unsigned n = 0; n < fills[i]; n++)
			cli_html_map_add(&map, "a/x", i);
	cli_html_map_draw(&out, &map, 12);
	CHECK("levels", shown(
	    "<table>\n<caption>Where, from byte 0 to 12, and how many"
	    "</caption>\n<tbody>\n<tr><th scope=\"row\">a</th><td>"
	    "<svg role=\"img\" preserveAspectRatio=\"none\" viewBox=\"0 0 12 1\""
	    " aria-label=\"between bytes 0 and 11\">"
	    RECT(0, 2, "", 0, 2, "50 changes")
	    RECT(2, 2, " class=\"d3\"", 2, 4, "25 changes")
	    RECT(4, 2, " class=\"d2\"", 4, 6, "11 changes")
	    RECT(6, 2, " class=\"d1\"", 6, 8, "3 changes")
	    RECT(9, 1, " class=\"d1\"", 9, 10, "1 change")
	    RECT(10, 1, "", 10, 11, "33 changes")
	    "</svg></td><td class=\"n\">123</td></tr>\n</tbody>\n</table>\n"));
	start();
	cli_html_map_add(&map, "a", 5);
	cli_html_map_draw(&out, &map, 7);
	CHECK("one", shown_times("between bytes 5 and 6") == 1 &&
	    shown_times("<rect") == 1 && shown_times(
	    RECT(5, 1, "", 5, 6, "1 change")) == 1);
	start();
	cli_html_map_spread(&map, "decode/a", 1, 2);
	cli_html_map_draw(&out, &map, 4);
	CHECK("bytes", shown_times(RECT(1, 2, "", 1, 3, "2 bytes")) == 1 &&
	    shown_times("<th scope=\"row\">decode/<wbr/>a</th>") == 1 &&
	    shown_times("<td class=\"n\">1</td>") == 1);
}

/* How many bins are drawn. */
static void
check_draw(void)
{
	static const struct {
		uint64_t at, in_len;
		const char *wanted;
	} rows[] = {
		{ 0, 0, "0 0 1 1" }, /* it is told short */
		{ 0, 1, "0 0 1 1" },
		{ 0, 2, "0 0 2 1" },
		{ 7, 2, "0 0 8 1" },
		{ 7, 119, "0 0 119 1" },
		{ 7, 120, "0 0 120 1" },
		{ 7, 121, "0 0 120 1" }, /* the rest has nothing */
		{ 120, 121, "0 0 61 1" },
		{ 120, 122, "0 0 61 1" },
		{ 120, 123, "0 0 62 1" },
		{ 239, 1, "0 0 120 1" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start();
		cli_html_map_add(&map, "a", rows[i].at);
		cli_html_map_draw(&out, &map, rows[i].in_len);
		CHECK(rows[i].wanted, shown_times(rows[i].wanted) == 1);
	}
	start();
	cli_html_map_draw(&out, &map, 100);
	CHECK("nothing", shown(""));
	start();
	cli_html_map_add(&map, "a", 119);
	cli_html_map_add(&map, "b", 118);
	cli_html_map_draw(&out, &map, 120);
	CHECK("the last bin", shown_times("<rect") == 2 &&
	    shown_times("<rect x=\"119\" width=\"1\"") == 1 &&
	    shown_times("between bytes 119 and 120") == 1);
}

int
main(void)
{
	out.page = true;
	check_kinds();
	check_lanes();
	check_widths();
	check_bins();
	check_levels();
	check_draw();
	return check_done("html_map_test");
}
