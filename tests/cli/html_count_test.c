/*
 * html_count_test.c - what all inputs of a page came to: counts, bars, median
 */
#include <stdlib.h>

#include "check.h"
#include "cli/html_count.h"
#include "cli/stats.h"
#include "shown.h"

static struct cli_html_count count;
static struct cli_stats stats;

static void
start(void)
{
	memset(&count, 0, sizeof(count));
	memset(&stats, 0, sizeof(stats));
	out.len = 0;
}

static void
rules(const char *name, uint64_t n)
{
	cli_html_count_rule(&count, name)->n += n - 1;
}

static void
sure(unsigned confidence, unsigned n)
{
	while (n-- > 0)
		cli_html_count_sure(&count, confidence);
}

/* Rules are told apart by their names, wherever these stand. */
static void
check_rules(void)
{
	static char names[CLI_HTML_RULES + 2][12], same[] = "rule/3";
	const struct cli_html_rule *rule;

	start();
	for (unsigned i = 0; i < CLI_HTML_RULES; i++) {
		snprintf(names[i], sizeof(names[i]), "rule/%u", i);
		rule = cli_html_count_rule(&count, names[i]);
		CHECK(names[i], rule->n == 1 && rule->n_listed == 0 &&
		    strcmp(rule->name, names[i]) == 0);
		CHECK(names[i], count.n_rules == i + 1);
		CHECK(names[i], cli_html_count_rule(&count, names[i]) == rule &&
		    rule->n == 2 && count.n_rules == i + 1);
	}
	rule = cli_html_count_rule(&count, same);
	CHECK("the same name elsewhere", rule->n == 3 &&
	    rule == cli_html_count_rule(&count, names[3]) && rule->n == 4);
	/* All beyond are counted with the last. */
	rule = cli_html_count_rule(&count, "one more");
	CHECK("no room", strcmp(rule->name, "others") == 0 && rule->n == 3 &&
	    count.n_rules == CLI_HTML_RULES &&
	    rule == &count.rules[CLI_HTML_RULES - 1]);
	CHECK("another", cli_html_count_rule(&count, "another") == rule &&
	    cli_html_count_rule(&count, names[CLI_HTML_RULES - 1]) == rule &&
	    rule->n == 5);
	CHECK("one that is known",
	    cli_html_count_rule(&count, names[254])->n == 3);
	CHECK("the first", cli_html_count_rule(&count, names[0])->n == 3);
}

/* The most come first, and of as many the first by name. */
static void
check_order(void)
{
	static const char *const wanted[] = { ">e</th>", ">b</th>", ">d</th>",
		">a</th>", ">c</th>" };
	const char *last;

	start();
	rules("d", 5);
	rules("a", 1);
	rules("b", 5);
	rules("c", 1);
	rules("e", 1000);
	stats.n_encodings = 3;
	stats.encodings[0] = (struct cli_stats_encoding){ "x", 1 };
	stats.encodings[1] = (struct cli_stats_encoding){ "y", 200 };
	stats.encodings[2] = (struct cli_stats_encoding){ "z", 3 };
	cli_html_count_show(&out, &count, &stats);
	last = shown_text();
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		const char *const at = strstr(out.bytes, wanted[i]);

		CHECK(wanted[i], at != NULL && at > last);
		last = at != NULL ? at : last;
	}
	CHECK("encodings", strstr(last, ">y</th>") != NULL &&
	    strstr(strstr(last, ">y</th>"), ">z</th>") != NULL &&
	    strstr(strstr(last, ">z</th>"), ">x</th>") != NULL);
	CHECK("two tables", shown_times("<tbody>") == 2 &&
	    shown_times("</div>") == 3 &&
	    shown_times("<table class=\"rules\">") == 1 &&
	    shown_times("<table class=\"encodings\">") == 1);
}

/* A bar is so many hundredths of the longest, and never nothing. */
static void
check_widths(void)
{
	static const struct {
		uint64_t n, most;
		const char *width;
	} rows[] = {
		{ 1, 1, "width=\"100\"" },
		{ 1, 1000, "width=\"1\"" },
		{ 10, 1000, "width=\"1\"" },
		{ 19, 1000, "width=\"1\"" },
		{ 20, 1000, "width=\"2\"" },
		{ 500, 1000, "width=\"50\"" },
		{ 999, 1000, "width=\"99\"" },
		{ UINT64_MAX / 2, UINT64_MAX, "width=\"50\"" },
		{ 0, 0, "width=\"1\"" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start();
		stats.n_encodings = 2;
		stats.encodings[0] =
		    (struct cli_stats_encoding){ "most", rows[i].most };
		stats.encodings[1] =
		    (struct cli_stats_encoding){ "one", rows[i].n };
		cli_html_count_show(&out, &count, &stats);
		CHECK(rows[i].width, strstr(strstr(shown_text(), ">one<"),
		    rows[i].width) != NULL);
		CHECK("the longest", shown_times("width=\"100\"") >= 1 ||
		    rows[i].most == 0);
	}
}

/* From a ten on, ninety at most, and in the midst of all edits. */
static void
check_sure(void)
{
	static const struct {
		struct {
			unsigned confidence, n;
		} sure[3];
		const char *box, *label, *axis;
	} rows[] = {
		{ { { 100, 1 } }, "0 0 110 100", "1 change, the least sure "
		    "100 %, half of them up to 100 %",
		    "<span>90 %</span><span>least 100 %, median 100 %</span>" },
		{ { { 90, 1 }, { 100, 1 } }, "0 0 110 100", "2 changes, the "
		    "least sure 90 %, half of them up to 90 %",
		    "<span>90 %</span><span>least 90 %, median 90 %</span>" },
		{ { { 89, 1 }, { 100, 2 } }, "0 0 210 100", "3 changes, the "
		    "least sure 89 %, half of them up to 100 %",
		    "<span>80 %</span><span>least 89 %, median 100 %</span>" },
		{ { { 50, 1 }, { 60, 1 }, { 70, 1 } }, "0 0 510 100",
		    "3 changes, the least sure 50 %, half of them up to 60 %",
		    "<span>50 %</span><span>least 50 %, median 60 %</span>" },
		{ { { 50, 2 }, { 60, 1 }, { 70, 1 } }, "0 0 510 100",
		    "4 changes, the least sure 50 %, half of them up to 50 %",
		    "<span>50 %</span><span>least 50 %, median 50 %</span>" },
		{ { { 41, 1 }, { 42, 1 }, { 99, 2 } }, "0 0 610 100",
		    "4 changes, the least sure 41 %, half of them up to 42 %",
		    "<span>40 %</span><span>least 41 %, median 42 %</span>" },
		{ { { 0, 1 }, { 9, 1 }, { 100, 7 } }, "0 0 1010 100",
		    "9 changes, the least sure 0 %, half of them up to 100 %",
		    "<span>0 %</span><span>least 0 %, median 100 %</span>" },
		{ { { 10, 2 }, { 101, 1 } }, "0 0 910 100",
		    "3 changes, the least sure 10 %, half of them up to 10 %",
		    "<span>10 %</span><span>least 10 %, median 10 %</span>" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start();
		for (size_t j = 0; j < 3; j++)
			sure(rows[i].sure[j].confidence, rows[i].sure[j].n);
		cli_html_count_show(&out, &count, &stats);
		CHECK(rows[i].label, shown_times(rows[i].box) == 1);
		CHECK(rows[i].label, shown_times(rows[i].label) == 1);
		CHECK(rows[i].label, shown_times(rows[i].axis) == 1);
		CHECK(rows[i].label, shown_times("<div>") == 1);
	}
	start();
	cli_html_count_show(&out, &count, &stats);
	CHECK("nothing", shown("<div class=\"grid\">\n</div>\n"));
}

#define BAR(x, y, height, title) \
	"<rect width=\"8\" x=\"" #x "\" y=\"" #y "\" height=\"" #height \
	"\"><title>" title "</title></rect>"

/* Each confidence has its place, and is as high as it has edits. */
static void
check_bars(void)
{
	start();
	sure(95, 1000);
	sure(91, 250);
	sure(90, 9);
	sure(99, 10);
	sure(100, 1);
	sure(101, 1);
	cli_html_count_show(&out, &count, &stats);
	CHECK("bars", shown_times("<rect") == 5);
	CHECK("90", shown_times(BAR(1, 99, 1, "90 %: 9")) == 1);
	CHECK("91", shown_times(BAR(11, 75, 25, "91 %: 250")) == 1);
	CHECK("95", shown_times(BAR(51, 0, 100, "95 %: 1,000")) == 1);
	CHECK("99", shown_times(BAR(91, 99, 1, "99 %: 10")) == 1);
	CHECK("100, and above", shown_times(BAR(101, 99, 1, "100 %: 2")) == 1);
	CHECK("all is counted", count.n_sure == 1271);
	start();
	sure(0, 1);
	sure(100, 3);
	cli_html_count_show(&out, &count, &stats);
	CHECK("0", shown_times(BAR(1, 67, 33, "0 %: 1")) == 1);
	CHECK("far off", shown_times(BAR(1001, 0, 100, "100 %: 3")) == 1);
}

int
main(void)
{
	out.page = true;
	check_rules();
	check_order();
	check_widths();
	check_sure();
	check_bars();
	return check_done("html_count_test");
}
