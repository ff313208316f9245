/*
 * html_text_test.c - words and numbers of a page: limits, and what is escaped
 */
#include "check.h"
#include "cli/html_text.h"
#include "shown.h"

static void
check_numbers(void)
{
	static const struct {
		uint64_t number;
		const char *wanted;
	} rows[] = {
		{ 0, "0" },
		{ 9, "9" },
		{ 999, "999" },
		{ 1000, "1,000" },
		{ 1001, "1,001" },
		{ 1234, "1,234" },
		{ 10020, "10,020" },
		{ 99900, "99,900" },
		{ 999999, "999,999" },
		{ 1000000, "1,000,000" },
		{ 1002003, "1,002,003" },
		{ 987654321, "987,654,321" },
		{ UINT64_C(1000000000000000000), "1,000,000,000,000,000,000" },
		{ UINT64_MAX, "18,446,744,073,709,551,615" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cli_html_grouped(&out, rows[i].number);
		CHECK(rows[i].wanted, shown(rows[i].wanted));
	}
	cli_html_count(&out, 0, "line");
	CHECK("none", shown("0 lines"));
	cli_html_count(&out, 1, "line");
	CHECK("one", shown("1 line"));
	cli_html_count(&out, 2, "line");
	CHECK("two", shown("2 lines"));
	cli_html_count(&out, 1001, "line");
	CHECK("many", shown("1,001 lines"));
	cli_html_some(&out, 0, "edit");
	CHECK("not any", shown(""));
	cli_html_some(&out, 1, "edit");
	CHECK("some: one", shown(", 1 edit"));
	cli_html_some(&out, 20, "edit");
	CHECK("some", shown(", 20 edits"));
	cli_html_number(&out, "<rect x=", 17);
	CHECK("a value", shown("<rect x=\"17\""));
}

/* A rule may be broken behind its signs, but where it ends. */
static void
check_rules(void)
{
	static const struct {
		const char *rule;
		size_t len;
		const char *wanted;
	} rows[] = {
		{ "words", 5, "words" },
		{ "c1/windows-1252", 15, "c1/<wbr/>windows-1252" },
		{ "mojibake/utf-8>koi8-r", 21,
		    "mojibake/<wbr/>utf-8&gt;<wbr/>koi8-r" },
		{ "c1/x", 3, "c1/" },
		{ "c1/x", 2, "c1" },
		{ "a>", 2, "a&gt;" },
		{ "a>b", 3, "a&gt;<wbr/>b" },
		{ "<i>", 3, "&lt;i&gt;" },
		{ "x", 0, "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cli_html_rule(&out, rows[i].rule, rows[i].len);
		CHECK(rows[i].rule, shown(rows[i].wanted));
	}
}

static void
check_codes(void)
{
	static const struct {
		const char *s;
		bool is_bytes;
		const char *wanted;
	} rows[] = {
		{ "", false, "nothing" },
		{ "", true, "nothing" },
		{ "a", false, "U+0061" },
		{ "\u00C3\u00A9", false, "U+00C3 U+00A9" },
		{ "\u0FFF\u1000\uFFFF", false, "U+0FFF U+1000 U+FFFF" },
		{ "\U00010000\U000FFFFF", false, "U+10000 U+FFFFF" },
		{ "\U00100000\U0010FFFF", false, "U+100000 U+10FFFF" },
		{ "\xE2\x82", true, "bytes E2 82" },
		{ "\xC3\xA9", true, "bytes C3 A9" },
		{ "\n", true, "bytes 0A" },
		{ "\n", false, "U+000A" },
		{ "0123456789abcdef", false,
		    "U+0030 U+0031 U+0032 U+0033 U+0034 U+0035 U+0036 U+0037 "
		    "U+0038 U+0039 U+0061 U+0062 U+0063 U+0064 U+0065 U+0066" },
		{ "0123456789abcdefg", false,
		    "U+0030 U+0031 U+0032 U+0033 U+0034 U+0035 U+0036 U+0037 "
		    "U+0038 U+0039 U+0061 U+0062 U+0063 U+0064 U+0065 U+0066 "
		    "\u2026" },
		{ "0123456789abcdef", true,
		    "bytes 30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66" },
		{ "0123456789abcdefg", true,
		    "bytes 30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66 "
		    "\u2026" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cli_html_codes(&out, rows[i].s, strlen(rows[i].s),
		    rows[i].is_bytes);
		CHECK(rows[i].wanted, shown(rows[i].wanted));
	}
	cli_html_codes(&out, "a\u00E9", 2, false);
	CHECK("what stands behind is not read", shown("U+0061 U+00C3"));
}

int
main(void)
{
	static const char *const lines[] = { "<p>", "&amp;", "</p>\n", NULL };

	out.page = true;
	cli_out_string(&out, "<");
	cli_html_markup(&out, "<b>");
	cli_out_string(&out, ">");
	CHECK("markup, amid text", shown("&lt;<b>&gt;"));
	cli_html_lines(&out, lines);
	CHECK("lines", shown("<p>&amp;</p>\n"));
	check_numbers();
	check_rules();
	check_codes();
	return check_done("html_text_test");
}
