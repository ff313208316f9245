/*
 * diff_line_long_test.c - what is shown around the changes of a long line
 */
#include "diff_sides.h"

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

int
main(void)
{
	check_around();
	check_pieces();
	check_room();
	return check_done("diff_line_long_test");
}
