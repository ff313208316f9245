/*
 * html_row_test.c - a row of a page: what differs, what is shared and around it
 */
#include <stdlib.h>

#include "check.h"
#include "cli/html_row.h"
#include "many.h"
#include "shown.h"

#define E_ACUTE "\u00E9"
#define MORE "\u2026"

static const char *
join(const char *a, const char *b, const char *c)
{
	char *const text = string(strlen(a) + strlen(b) + strlen(c));

	return strcat(strcat(strcpy(text, a), b), c);
}

static struct ungarble_edit
edit(const char *before, const char *after)
{
	return (struct ungarble_edit){ .record = 3, .record_at = 100,
		.in_at = 106, .in_len = strlen(before), .before = before,
		.before_len = strlen(before), .after = after,
		.after_len = strlen(after), .out_at = 50,
		.out_len = strlen(after), .rule = "c1/x", .fix = "c1",
		.confidence = 99 };
}

/* Cells of a row, "[U+0061:a]" for what is marked. */
static bool
cells(const char *before, const char *after)
{
	static char got[2][16384], names[2][24] = { "<td class=\"b\">",
		"<td class=\"a\">" };
	bool same = true;

	for (size_t i = 0; i < 2; i++) {
		const char *s = strstr(shown_text(), names[i]);
		size_t len = 0;

		s = s != NULL ? s + strlen(names[i]) : "";
		while (*s != '\0' && strncmp(s, "</td>", 5) != 0) {
			if (strncmp(s, "<mark", 5) == 0) {
				s = strstr(s, "title=\"") + 7;
				got[i][len++] = '[';
				while (*s != '"')
					got[i][len++] = *s++;
				got[i][len++] = ':';
				s += 2;
			} else if (strncmp(s, "</mark>", 7) == 0) {
				got[i][len++] = ']';
				s += 7;
			} else if (strncmp(s, "<span class=\"vh\">", 17) == 0) {
				s = strstr(s, "</span>") + 7;
			} else {
				got[i][len++] = *s++;
			}
		}
		got[i][len] = '\0';
		if (strcmp(got[i], i == 0 ? before : after) == 0)
			continue;
		fprintf(stderr, "wanted: %s\ngot:    %s\n",
		    i == 0 ? before : after, got[i]);
		same = false;
	}
	out.len = 0;
	return same;
}

static void
row(const struct ungarble_edit *one, const struct ungarble_piece *piece)
{
	out.len = 0;
	cli_html_row_edit(&out, "f", one, piece);
}

static void
check_whole(void)
{
	struct ungarble_edit one = edit("\u00C3\u00A9", E_ACUTE);
	struct ungarble_span span = { .record = 12, .rule = "decode/koi8-r",
		.encoding = "koi8-r", .confidence = 90, .n_records = 1,
		.in_len = 5, .out_len = 9 };
	const struct ungarble_finding finding = { .record = 1,
		.rule = "words/other", .fix = "words", .found = "a",
		.meant = "b" };

	row(&one, NULL);
	CHECK("decoded otherwise", shown("<tr><td class=\"t\"></td>"
	    "<td class=\"n p\">3:7</td><td class=\"r\">c1/<wbr/>x</td>"
	    "<td class=\"n c\">99</td><td class=\"b\">"
	    "<mark title=\"U+00C3 U+00A9\">\u00C3\u00A9</mark></td>"
	    "<td class=\"a\"><mark title=\"U+00E9\">" E_ACUTE "</mark>"
	    "</td></tr>\n"));
	one.step = 1;
	row(&one, NULL);
	CHECK("with its line of a report",
	    shown_times("<tr data-e=\"{&quot;type&quot;:&quot;edit&quot;,"
	    "&quot;file&quot;:&quot;f&quot;") == 1 &&
	    shown_times("}\n\"><td class=\"t\">") == 1);
	one = edit("a", "b");
	row(&one, NULL);
	CHECK("one byte", shown_times("<mark title=\"U+0061\">a</mark>") == 1 &&
	    shown_times("<mark title=\"U+0062\">b</mark>") == 1);
	one = edit("a", "");
	row(&one, NULL);
	CHECK("nothing", shown_times("<mark class=\"nil\" title=\"nothing\">"
	    "<span class=\"vh\">nothing</span></mark>") == 1);
	out.len = 0;
	cli_html_row_span(&out, &span);
	CHECK("a span", shown_times("<tr><td class=\"t\"></td>"
	    "<td class=\"n p\">12</td><td class=\"r\">decode/<wbr/>koi8-r</td>"
	    "<td class=\"n c\">90</td><td class=\"w\" colspan=\"2\">") == 1 &&
	    shown_times("1 line") == 1 && shown_times("</td></tr>\n") == 1);
	out.len = 0;
	cli_html_row_finding(&out, &finding);
	CHECK("a finding", shown_times("<tr><td class=\"t\"></td>"
	    "<td class=\"n p\">1</td><td class=\"r\">words/<wbr/>other</td>"
	    "<td class=\"n c\"></td><td class=\"w\" colspan=\"2\">") == 1 &&
	    shown_times("</td></tr>\n") == 1);
}

/* What both sides share: 24 bytes at either end, or all if it is no more. */
static void
check_same(void)
{
	for (size_t n = 46; n < 52; n++) {
		const char *const same = many(n, "1");
		const char *const wanted = n <= 48 ? same
		    : join(many(24, "1"), MORE, many(24, "1"));
		struct ungarble_edit one = edit(join("=", same, "="),
		    join("+", same, "+"));

		row(&one, NULL);
		CHECK("between", cells(
		    join("[U+003D:=]", wanted, "[U+003D:=]"),
		    join("[U+002B:+]", wanted, "[U+002B:+]")));
		one = edit(join(same, "=", same), join(same, "+", same));
		row(&one, NULL);
		CHECK("before, and behind", cells(
		    join(wanted, "[U+003D:=]", wanted),
		    join(wanted, "[U+002B:+]", wanted)));
		one = edit(join("=", same, ""), join("", same, ""));
		row(&one, NULL);
		CHECK("nothing for it", cells(join("[U+003D:=]", wanted, ""),
		    join("[nothing:]", wanted, "")));
	}
	/* no character is cut */
	for (size_t shift = 0; shift < 2; shift++) {
		const char *const same = join(shift ? "1" : "",
		    many(40, E_ACUTE), shift ? "1" : "");
		const char *const near = many(12 - shift, E_ACUTE);
		const char *const wanted = join(
		    join(shift ? "1" : "", near, MORE), near,
		    shift ? "1" : "");
		struct ungarble_edit one = edit(join("=", same, "="),
		    join("+", same, "+"));

		row(&one, NULL);
		CHECK("characters", cells(
		    join("[U+003D:=]", wanted, "[U+003D:=]"),
		    join("[U+002B:+]", wanted, "[U+002B:+]")));
	}
}

/* A mark of so many signs, of which 16 are told. */
static const char *
mark(size_t n, const char *sign, const char *code, const char *end)
{
	return join(join("[", join(many(n < 16 ? n - 1 : 15, join(code, " ",
	    "")), code, n > 16 ? " " MORE : ""), ":"), many(n < 320 ? n : 320,
	    sign), join(end, "]", ""));
}

/* What a side of so many signs, five digits and three signs is shown as. */
static const char *
cut(size_t n, const char *sign, const char *code)
{
	const char *const all = mark(n, sign, code, n > 320 ? MORE : "");
	const char *const three = join("[", join(code, " ", code),
	    join(" ", code, ":"));

	if (n >= 320)
		return n > 320 ? all : join(all, MORE, "");
	if (n >= 315)
		return join(all, many(320 - n, "1"), MORE);
	if (n > 312)
		return join(join(all, "11111", three), many(315 - n, sign),
		    MORE "]");
	return join(join(all, "11111", three), many(3, sign), "]");
}

/* An edit of so many signs, five digits and what is behind them is cut. */
static void
check_cut(size_t n, const char *before, const char *after)
{
	const struct ungarble_edit one = edit(
	    join(many(n, "="), "11111", before),
	    join(many(n, "+"), "11111", after));

	row(&one, NULL);
	CHECK("as much as there is room for", cells(cut(n, "=", "U+003D"),
	    cut(n, "+", "U+002B")));
}

/* So much of a side is shown: 320 bytes. */
static void
check_room(void)
{
	for (size_t n = 310; n < 324; n++)
		check_cut(n, "===", "+++");
	/* What both share, too. */
	for (size_t n = 316; n < 322; n++)
		check_cut(n, "", "");
	/* once it is cut, nothing more is left out */
	for (size_t n = 280; n < 320; n++) {
		const struct ungarble_edit one = edit(
		    join(many(n, "="), many(100, "1"), "=1="),
		    join(many(n, "+"), many(100, "1"), "+1+"));
		const char *const left = n >= 296 ? many(320 - n, "1") :
		    join(many(24, "1"), MORE, many(296 - n, "1"));

		row(&one, NULL);
		CHECK("what both share, cut", cells(
		    join(mark(n, "=", "U+003D", ""), left, MORE),
		    join(mark(n, "+", "U+002B", ""), left, MORE)));
	}
	/* no character is cut */
	for (size_t shift = 0; shift < 2; shift++) {
		struct ungarble_edit one = edit(join(shift ? "=" : "",
		    many(200, E_ACUTE), ""), "+");

		row(&one, NULL);
		CHECK("whole characters", shown_times(E_ACUTE) ==
		    160 - shift && shown_times(E_ACUTE MORE "</mark>") == 1);
	}
}

/* Bytes that were decoded otherwise: all is marked, as bytes before. */
static void
check_bytes(void)
{
	struct ungarble_edit one = edit("a\xE2\x82", "a\uFFFD");

	one.before_is_bytes = 1;
	row(&one, NULL);
	CHECK("bytes", cells("[bytes 61 E2 82:a\\xE2\\x82]",
	    "[U+0061 U+FFFD:a\uFFFD]"));
	one = edit("caf\u00C3\u00A9", "caf" E_ACUTE);
	row(&one, NULL);
	CHECK("text", cells("caf[U+00C3 U+00A9:\u00C3\u00A9]",
	    "caf[U+00E9:" E_ACUTE "]"));
}

/* A row of "+" for "=", in a piece; what is shown on its left and right. */
static bool
around(const char *before, const char *behind, const char *left,
    const char *right)
{
	const struct ungarble_edit one = edit("=", "+");
	char text[1024];
	struct ungarble_piece piece = { .encoding = "UTF-8", .record = 3,
		.out = text };

	snprintf(text, sizeof(text), "%s+%s", before, behind);
	piece.out_len = strlen(before) + 1 + strlen(behind);
	piece.out_at = one.out_at - strlen(before);
	row(&one, &piece);
	return cells(join(left, "[U+003D:=]", right),
	    join(left, "[U+002B:+]", right));
}

static void
check_around(void)
{
	CHECK("nothing", around("", "", "", ""));
	CHECK("its line", around("left ", " right", "left ", " right"));
	for (size_t n = 38; n < 43; n++) {
		const char *const s = many(n, "1");
		const char *const near = many(n < 40 ? n : 40, "1");

		CHECK("left", around(s, "", join(n > 40 ? MORE : "", near, ""),
		    ""));
		CHECK("right", around("", s, "",
		    join(near, n > 40 ? MORE : "", "")));
		CHECK("a line's end", around("", join(s, "\r\n", ""), "",
		    join(near, n > 40 ? MORE : "", "")));
	}
	CHECK("ends", around("", "1\n\r\n\n", "", "1"));
	CHECK("only at the end", around("1\n", "\n1\n", "1\\x0A",
	    "\\x0A1"));
	CHECK("an end alone", around("", "\n", "", ""));
	/* no character is cut */
	CHECK("characters", around(many(20, E_ACUTE), many(20, E_ACUTE),
	    many(20, E_ACUTE), many(20, E_ACUTE)));
	CHECK("characters", around(many(21, E_ACUTE), many(21, E_ACUTE),
	    join(MORE, many(20, E_ACUTE), ""),
	    join(many(20, E_ACUTE), MORE, "")));
	CHECK("half of one", around(join(many(20, E_ACUTE), "1", ""),
	    join("1", many(20, E_ACUTE), ""),
	    join(MORE, many(19, E_ACUTE), "1"),
	    join("1", many(19, E_ACUTE), MORE)));
}

/* What lies in another piece has nothing around it. */
static void
check_apart(void)
{
	static const struct {
		uint64_t piece_at;
		size_t len;
		uint64_t out_at, out_len;
		const char *left, *right;
	} rows[] = {
		{ 50, 10, 50, 1, "", "123456789" },
		{ 50, 10, 49, 1, "", "" },
		{ 50, 10, 59, 1, "012345678", "" },
		{ 50, 10, 60, 0, "0123456789", "" },
		{ 50, 10, 61, 0, "", "" },
		{ 50, 10, 60, 1, "", "" },
		{ 50, 10, 59, 2, "", "" },
		{ 50, 10, 50, 10, "", "" },
		{ 50, 10, 50, 11, "", "" },
		{ 50, 10, 55, 5, "01234", "" },
		{ 50, 10, 55, 6, "", "" },
		{ 50, 10, 55, 2, "01234", "789" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ungarble_piece piece = { .encoding = "UTF-8",
			.out = "0123456789more", .out_at = rows[i].piece_at,
			.out_len = rows[i].len };
		struct ungarble_edit one = edit("=", "+");

		one.out_at = rows[i].out_at;
		one.out_len = rows[i].out_len;
		row(&one, &piece);
		CHECK("apart", cells(
		    join(rows[i].left, "[U+003D:=]", rows[i].right),
		    join(rows[i].left, "[U+002B:+]", rows[i].right)));
	}
}

/* In what is no text there may be no character at all. */
static void
check_no_text(void)
{
	const struct ungarble_piece piece = { .encoding = "binary",
		.out = many(100, "\x80"), .out_len = 100 };
	struct ungarble_edit one = edit("=", "\x80");

	one.out_at = 50;
	row(&one, &piece);
	CHECK("nothing around", cells(MORE "[U+003D:=]" MORE,
	    MORE "[U+0080:\\x80]" MORE));
}

int
main(void)
{
	out.page = true;
	check_whole();
	check_same();
	check_room();
	check_bytes();
	check_around();
	check_apart();
	check_no_text();
	return check_done("html_row_test");
}
