/*
 * diff_line_test.c - a line that changes, or not: what is known and shown of it
 */
#include "diff_sides.h"

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
	piece(&"a\n"[2], 0, &"a\n"[2], 0);
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
	check_ends();
	check_bytes();
	check_kept();
	check_colors();
	return check_done("diff_line_test");
}
