/*
 * diff_line_test.c - a line that changes: shown whole, or as far as it is short
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "cli/diff_line.h"

#define E_ACUTE "\u00E9"
#define E_GRAVE "\u00E8"
#define MORE "\u2026"

static struct cli_diff_line line;
static char sides[2][16384]; /* as they are wanted */

static void
piece(const char *in, size_t in_len, const char *to, size_t out_len)
{
	const struct ungarble_piece one = { .encoding = "UTF-8", .in = in,
		.in_len = in_len, .out = to, .out_len = out_len };

	cli_diff_line_add(&line, &one);
}

/* The same text for both, or one text for the other. */
static void
both(const char *s)
{
	piece(s, strlen(s), s, strlen(s));
}

static void
change(const char *in, const char *to)
{
	piece(in, strlen(in), to, strlen(to));
}

static char room[1 << 18];
static size_t room_used;

/* Room for a string, until so much more was asked for. */
static char *
string(size_t len)
{
	char *s;

	if (len >= sizeof(room) - room_used)
		room_used = 0;
	s = room + room_used;
	s[0] = '\0';
	room_used += len + 1;
	return s;
}

/* So many times some text. */
static const char *
many(size_t n, const char *s)
{
	const size_t len = strlen(s);
	char *const text = string(n * len);

	for (size_t i = 0; i < n; i++)
		memcpy(text + i * len, s, len);
	text[n * len] = '\0';
	return text;
}

static const char *
join(const char *a, const char *b, const char *c, const char *d, const char *e)
{
	char *const text = string(strlen(a) + strlen(b) + strlen(c) +
	    strlen(d) + strlen(e));

	return strcat(strcat(strcat(strcat(strcpy(text, a), b), c), d), e);
}

static bool
side_is(const struct cli_diff_side *side, const char *wanted)
{
	const bool same = side->shown.len == strlen(wanted) &&
	    memcmp(side->shown.s, wanted, side->shown.len) == 0;

	if (!same)
		fprintf(stderr, "wanted: %.400s\ngot:    %.*s\n", wanted,
		    (int)(side->shown.len < 400 ? side->shown.len : 400),
		    side->shown.s);
	return same;
}

/* What is shown of a line is this, each with a sign and an end. */
static bool
ends(const char *in, const char *to)
{
	snprintf(sides[0], sizeof(sides[0]), "-%s\n", in);
	snprintf(sides[1], sizeof(sides[1]), "+%s\n", to);
	cli_diff_line_end(&line, false);
	return side_is(&line.in, sides[0]) & side_is(&line.out, sides[1]);
}

static void
start(void)
{
	cli_diff_line_start(&line, 1, false);
}

/* As long as both sides are kept, they are shown whole. */
static void
check_whole(void)
{
	for (size_t n = CLI_DIFF_LINE - 2; n < CLI_DIFF_LINE + 2; n++)
		for (int pieces = 0; pieces < 3; pieces++) {
			const char *const in = many(n, "=");
			const char *const to = many(n, "+");
			const size_t half = pieces == 1 ? n / 2 : 1;
			const size_t most = CLI_DIFF_LINE;

			start();
			if (pieces == 0) {
				change(in, to);
			} else {
				piece(in, half, to, half);
				piece(in + half, n - half, to + half, n - half);
			}
			CHECK("long, or not", line.is_long == (n > most));
			CHECK("whole", n > most || ends(in, to));
		}
	start();
	change(many(10, "="), many(CLI_DIFF_LINE + 1, "+"));
	CHECK("one side is long", line.is_long);
	start();
	change(many(CLI_DIFF_LINE + 1, "="), many(10, "+"));
	CHECK("the other is", line.is_long);
	start();
	change("a\tb=\n", "a\tb+\n");
	CHECK("no line feed twice", ends("a\tb=", "a\tb+"));
	start();
	change("x\n", "y\nz\n\nend\n");
	CHECK("one becomes many", ends("x", "y\n+z\n+\n+end"));
	CHECK("one becomes many", line.in.n_lines == 1 &&
	    line.out.n_lines == 4 && line.n_lf == 4);
}

/* In a long line: so many bytes, a change, so many, a change, many more. */
static const char *
amid(size_t before, size_t between, const char *changed)
{
	return join(join(many(before, "1"), changed, many(between, "2"),
	    changed, ""), many(CLI_DIFF_LINE, "."), "", "", "");
}

/* What is shown of that. */
static const char *
shown_amid(size_t before, size_t between, const char *changed)
{
	const char *const b = many(between <= 80 ? between : 40, "2");

	return join(join(before > 40 ? MORE : "",
	    many(before < 40 ? before : 40, "1"), changed, b, ""),
	    between > 80 ? MORE : "", between > 80 ? b : "", changed,
	    join(many(40, "."), MORE, "", "", ""));
}

/* Of what a long line shares: 40 bytes at either side of what differs. */
static void
check_around(void)
{
	static const size_t lens[] = { 0, 1, 39, 40, 41, 42, 79, 80, 81, 82 };
	const size_t n = sizeof(lens) / sizeof(*lens);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			start();
			change(amid(lens[i], lens[j], "="),
			    amid(lens[i], lens[j], "+"));
			CHECK("around", line.is_long && ends(
			    shown_amid(lens[i], lens[j], "="),
			    shown_amid(lens[i], lens[j], "+")));
		}
	start();
	change(amid(50, 90, "="), amid(50, 90, ""));
	CHECK("gone", ends(shown_amid(50, 90, "="), shown_amid(50, 90, "")));
	/* no character is cut */
	for (size_t shift = 0; shift < 2; shift++) {
		const char *const e = many(2100, E_ACUTE);
		const char *const x = shift ? "0" : "";
		const char *const near = many(20 - shift, E_ACUTE);

		start();
		change(join(e, x, "=", x, e), join(e, x, "+", x, e));
		CHECK("characters", ends(
		    join(MORE, near, x, "=", join(x, near, MORE, "", "")),
		    join(MORE, near, x, "+", join(x, near, MORE, "", ""))));
	}
}

/* A long line comes in pieces, and what was kept of it is shown first. */
static void
check_pieces(void)
{
	const char *const pad = many(3000, ".");
	const char *const near = many(35, ".");

	start();
	change("=1", "+1");
	both(pad);
	CHECK("kept", !line.is_long);
	both(pad);
	both(pad);
	CHECK("one change", line.is_long && ends(
	    join("=1", many(39, "."), MORE, "", ""),
	    join("+1", many(39, "."), MORE, "", "")));
	start();
	both(pad);
	change("12345=67890", "12345+67890");
	both(pad);
	change("12-34", "12*34");
	both(pad);
	change("5\n", "6\n");
	CHECK("a change in each", ends(
	    join(MORE, near, "12345=67890", MORE, "12-34" MORE "5"),
	    join(MORE, near, "12345+67890", MORE, "12*34" MORE "6")));
	/* one side is kept longer than the other */
	start();
	change("1", "2");
	change(many(CLI_DIFF_LINE - 1, "="), many(CLI_DIFF_LINE, "="));
	CHECK("out is too long", line.is_long && ends(
	    join("1" MORE, many(40, "="), "", "", ""),
	    join("2" MORE, many(41, "="), "", "", "")));
	start();
	change(many(5000, "="), "");
	CHECK("all is gone", line.is_gone && ends(
	    join(many(CLI_DIFF_LINE, "="), MORE, "", "", ""), MORE));
}

/* So much of a line is shown at most. */
static void
check_room(void)
{
	static const struct {
		const char *in, *to;
		size_t n;
	} rows[] = { { "=", "+", 4096 }, { E_ACUTE, E_GRAVE, 2048 },
		{ "\u20AC", "\u20AD", 1365 },
		{ "\U0001F600", "\U0001F604", 1024 } };
	char in[CLI_DIFF_LINE + 1] = "", to[sizeof(in)] = "";

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start();
		change(many(5000, rows[i].in), many(5000, rows[i].to));
		both("and more");
		change("1", "2");
		CHECK("as much as there is room for", ends(
		    join(many(rows[i].n, rows[i].in), MORE, "", "", ""),
		    join(many(rows[i].n, rows[i].to), MORE, "", "", "")));
	}
	/* of changes and what is around them, too */
	start();
	for (size_t i = 0; i < 500; i++) {
		change("12345=67890", "12345+67890");
		strncat(in, "12345=67890", sizeof(in) - 1 - strlen(in));
		strncat(to, "12345+67890", sizeof(to) - 1 - strlen(to));
	}
	CHECK("many changes", ends(join(in, MORE, "", "", ""),
	    join(to, MORE, "", "", "")));
	start();
	both(many(CLI_DIFF_LINE + 1, "."));
	change(many(5000, "="), many(5000, "+"));
	CHECK("full at once", ends(
	    join(MORE, many(CLI_DIFF_LINE, "="), MORE, "", ""),
	    join(MORE, many(CLI_DIFF_LINE, "+"), MORE, "", "")));
	start();
	both(many(CLI_DIFF_LINE + 1, "."));
	change("=", "+");
	both("1");
	CHECK("one byte", ends(MORE "=" MORE, MORE "+" MORE));
}

/* What is known of a line, and what is said of its end. */
static void
check_ends(void)
{
	static const struct {
		const char *in, *out;
		bool changed, gone, in_told, out_told;
		uint64_t n_lf;
	} rows[] = {
		{ "a\n", "a\n", false, false, false, false, 1 },
		{ "a", "a", false, false, true, true, 0 },
		{ "a", "b", true, false, true, true, 0 },
		{ "a\n", "b", true, false, false, true, 0 },
		{ "a", "b\n", true, false, false, false, 1 },
		{ "a", "", true, true, true, true, 0 },
		{ "a\n", "", true, true, false, true, 0 },
		{ "", "b", true, false, true, true, 0 },
		{ "ab", "aab", true, false, true, true, 0 },
		{ "\n", "\n\n", true, false, false, false, 2 },
		{ "\nx", "\nx", false, false, true, true, 1 },
	};
	static const char unended[] = "\\ No newline at end of file\n";

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (int last = 0; last < 2; last++) {
			start();
			change(rows[i].in, rows[i].out);
			CHECK(rows[i].in, line.changed == rows[i].changed &&
			    line.is_gone == rows[i].gone && !line.is_bytes &&
			    line.n_lf == rows[i].n_lf);
			cli_diff_line_end(&line, last);
			line.in.shown.s[line.in.shown.len] = '\0';
			line.out.shown.s[line.out.shown.len] = '\0';
			CHECK(rows[i].in, (strstr(line.in.shown.s, unended) !=
			    NULL) == (last && rows[i].in_told));
			CHECK(rows[i].out, (strstr(line.out.shown.s, unended) !=
			    NULL) == (last && rows[i].out_told));
		}
	start();
	piece("a\nb\n", 2, "a\nb\n", 2);
	CHECK("no more than there is", line.n_lf == 1 && line.in.ended &&
	    line.out.ended);
	piece("a\n" + 2, 0, "a\n" + 2, 0);
	CHECK("nothing does not end", !line.in.ended && !line.out.ended);
	start();
	change("a", "");
	change("b", "c");
	CHECK("changed and not gone", line.changed && !line.is_gone);
	both("d");
	CHECK("changed still", line.changed);
}

/* Bytes of another encoding. */
static void
check_bytes(void)
{
	struct ungarble_piece one = { .encoding = "windows-1252",
		.in = "caf\xE9", .in_len = 4, .out = "caf" E_ACUTE,
		.out_len = 5 };

	start();
	cli_diff_line_add(&line, &one);
	CHECK("bytes", line.is_bytes && ends("caf\\xE9", "caf" E_ACUTE));
	one.in = E_ACUTE;
	one.in_len = 2;
	start();
	cli_diff_line_add(&line, &one);
	CHECK("not UTF-8", ends("\\xC3\\xA9", "caf" E_ACUTE));
	one.encoding = "UTF-8";
	start();
	cli_diff_line_add(&line, &one);
	CHECK("UTF-8", !line.is_bytes && ends(E_ACUTE, "caf" E_ACUTE));
}

static bool
kept_is(const struct cli_diff_kept *kept, const char *wanted)
{
	struct cli_diff_side side = { .shown = { string(20000), 0, 20000 } };

	cli_diff_line_context(&side.shown, kept);
	return side_is(&side, wanted);
}

/* A line that does not change, of which so much is shown if it is long. */
static void
check_kept(void)
{
	struct cli_diff_kept kept;
	const char *const e = many(3000, E_ACUTE);

	start();
	both("plain\n");
	cli_diff_line_keep(&kept, &line, true);
	CHECK("short", kept_is(&kept, " plain\n"));
	start();
	piece(E_ACUTE, 2, E_ACUTE, 2);
	line.is_bytes = true;
	cli_diff_line_keep(&kept, &line, false);
	CHECK("bytes", kept_is(&kept, " \\xC3\\xA9\n"));
	start();
	both("plain");
	cli_diff_line_keep(&kept, &line, false);
	CHECK("not the last", kept_is(&kept, " plain\n"));
	cli_diff_line_keep(&kept, &line, true);
	CHECK("the last",
	    kept_is(&kept, " plain\n\\ No newline at end of file\n"));
	start();
	both(many(CLI_DIFF_LINE, "x"));
	cli_diff_line_keep(&kept, &line, false);
	CHECK("as long as may be", kept_is(&kept,
	    join(" ", many(CLI_DIFF_LINE, "x"), "\n", "", "")));
	start();
	both(many(CLI_DIFF_LINE + 1, "x"));
	cli_diff_line_keep(&kept, &line, false);
	CHECK("long", kept_is(&kept,
	    join(" ", many(256, "x"), MORE "\n", "", "")));
	start();
	both(e);
	cli_diff_line_keep(&kept, &line, false);
	CHECK("characters", kept_is(&kept,
	    join(" ", many(128, E_ACUTE), MORE "\n", "", "")));
	start();
	both(join("x", e, "", "", ""));
	cli_diff_line_keep(&kept, &line, false);
	CHECK("no half of one", kept_is(&kept,
	    join(" x", many(127, E_ACUTE), MORE "\n", "", "")));
	for (size_t n = 255; n < 258; n++) {
		start();
		both(many(n, "x"));
		both(many(CLI_DIFF_LINE, "y"));
		cli_diff_line_keep(&kept, &line, false);
		CHECK("its first piece", kept_is(&kept, join(" ",
		    many(n < 256 ? n : 256, "x"), MORE "\n", "", "")));
	}
}

/* Colours: what differs is marked, unless that is everything. */
static void
check_colors(void)
{
#define MARK "\033[7m"
#define UNMARK "\033[27m"
#define RED "\033[31m"
#define GREEN "\033[32m"
#define END "\033[0m\n"
	static const struct {
		const char *in, *out, *in_shown, *out_shown;
	} rows[] = {
		{ "1=2", "1+2", RED "-1" MARK "=" UNMARK "2" END,
		    GREEN "+1" MARK "+" UNMARK "2" END },
		{ "=", "+", RED "-=" END, GREEN "++" END },
		{ "1", "12", RED "-1" END, GREEN "+1" MARK "2" UNMARK END },
		{ "12", "1", RED "-1" MARK "2" UNMARK END, GREEN "+1" END },
		{ "1x2", "1\n2", RED "-1" MARK "x" UNMARK "2" END,
		    GREEN "+1" MARK END GREEN "+" UNMARK "2" END
		    "\033[36m?U+0078 \u2192 U+000A" END },
		{ "1x2", "1\ny2", RED "-1" MARK "x" UNMARK "2" END,
		    GREEN "+1" MARK END GREEN "+" MARK "y" UNMARK "2" END
		    "\033[36m?U+0078 \u2192 U+000A U+0079" END },
		{ "1=23456-7", "1+23456*7",
		    RED "-1" MARK "=" UNMARK "23456" MARK "-" UNMARK "7" END,
		    GREEN "+1" MARK "+" UNMARK "23456" MARK "*" UNMARK "7"
		    END },
	};
	static const char long_in[] = RED "-" MORE "1111" MARK E_ACUTE UNMARK
	    "2222" MARK "=" UNMARK "3333" END;
	static const char long_out[] = GREEN "+" MORE "1111" MARK E_GRAVE
	    UNMARK "2222" MARK "+" UNMARK "3333" END
	    "\033[36m?U+00E9 \u2192 U+00E8" END;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cli_diff_line_start(&line, 1, true);
		change(rows[i].in, rows[i].out);
		cli_diff_line_end(&line, false);
		CHECK(rows[i].in, side_is(&line.in, rows[i].in_shown));
		CHECK(rows[i].out, side_is(&line.out, rows[i].out_shown));
	}
	cli_diff_line_start(&line, 1, true);
	both(many(CLI_DIFF_LINE + 1, "."));
	change("1111" E_ACUTE "2222=3333", "1111" E_GRAVE "2222+3333");
	cli_diff_line_end(&line, false);
	CHECK("a long line", side_is(&line.in, long_in));
	CHECK("a long line", side_is(&line.out, long_out));
}

int
main(void)
{
	check_whole();
	check_around();
	check_pieces();
	check_room();
	check_ends();
	check_bytes();
	check_kept();
	check_colors();
	return check_done("diff_line_test");
}
