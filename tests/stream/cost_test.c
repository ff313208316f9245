/*
 * cost_test.c - twice the input takes about twice the time, whatever it is
 *
 * Time is the process's own.  A worst case whose cost grows with the square of
 * its length shows a ratio near 4.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "check.h"
#include "harness.h"

/* A literal again and again; `head` stands before it once in a chunk. */
static const struct row {
	const char *name, *s;
	size_t len;
	const char *head;
} cases[] = {
#define ROW(name, literal)        HEAD(name, "", literal)
#define HEAD(name, head, literal) { name, literal, sizeof(literal) - 1, head }
	ROW("one endless word", "a"),
	ROW("one endless line", "word after word "),
	ROW("spaces", " "),
	ROW("line ends", "\n"),
	ROW("carriage returns", "\r"),
	ROW("stops", ". "),
	ROW("stops at once", "."),
	ROW("quotation marks", "\""),
	ROW("apostrophes", "'"),
	ROW("mojibake", "Ã©"),
	ROW("layers", "ÃƒÂƒÃ‚Â©"),
	ROW("mojibake words", "cafÃ© "),
	ROW("half a sequence", "Ã"),
	ROW("malformed", "\xff"),
	ROW("cut sequences", "\xe2\x82"),
	ROW("legacy", "caf\xe9 et th\xe9 \n"),
	ROW("legacy, no line end", "caf\xe9 et th\xe9 "),
	ROW("controls", "\x01"),
	ROW("nul", "\0"),
	ROW("nul lines", "\0\n"),
	ROW("utf-16", "a\0 \0b\0\n\0"),
	ROW("utf-16, ideographs", "\x2D\x4E\x87\x65\x66\x5B\n\0"),
	ROW("utf-16, no line end", "\x2D\x4E\x87\x65\x66\x5B"),
	ROW("marks", "\xff\xfe\n"),
	ROW("ebcdic", "\xC1\x95\x40\x96\x93\x84\x40\x94\x81\x95\x25"),
	ROW("escapes", "\x1b"),
	ROW("iso-2022-jp", "\x1b$BF|K\\\x1b(B\n"),
	ROW("iso-2022-jp, no line end", "\x1b$BF|K\\\x1b(B"),
	ROW("hz", "~{VPND~}\n"),
	ROW("plus signs", "+"),
	ROW("plus lines", "a+b \n"),
	ROW("utf-7", "caf+AOk- +AOA-\n"),
	ROW("combining", "a\xcc\x81\xcc\x81"),
	ROW("spun", "officers mentioned the brand new 12 months "),
	ROW("spun lines", "officers mentioned the brand new 12 months\n"),
	ROW("doubled", "of the house. of the house. "),
	ROW("tags", "<"),
	ROW("urls", "http://"),
	ROW("braces", "{dollars}"),
	ROW("owners in a word", "'s"),
	HEAD("a title, and its letter", " Mr. Berg ", "M"),
	HEAD("said, and stops at once", " said", "."),
	HEAD("said, and stops in a word", " said ", "a."),
};

static double
seconds(const struct row *row, size_t total)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	const size_t len = row->len, chunk = 65536 / len * len;
	char *const in = malloc(chunk);
	enum ungarble_err err = UNGARBLE_OK;

	if (in == NULL)
		abort();
	for (size_t i = 0; i < chunk; i += len)
		memcpy(in + i, row->s, len);
	memcpy(in, row->head, strlen(row->head));

	const clock_t start = clock();

	if (ungarble_open(&ug, &opts) == UNGARBLE_OK) {
		for (size_t at = 0; at < total && err == UNGARBLE_OK;
		    at += chunk)
			err = ungarble_feed(ug, in, chunk);
		if (err == UNGARBLE_OK)
			err = ungarble_finish(ug);
	}
	ungarble_close(ug);
	CHECK("no error", err == UNGARBLE_OK);
	free(in);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* The smallest of a few ratios: other work on the machine only adds. */
static double
ratio(const struct row *row)
{
	double best = 1e9;

	for (int i = 0; i < 4 && best > 2.4; i++) {
		const double once = seconds(row, 1 << 20);
		const double twice = seconds(row, 2 << 20);
		const double r = twice / (once > 0.002 ? once : 0.002);

		if (r < best)
			best = r;
	}
	return best;
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const double r = ratio(&cases[i]);

		if (!CHECK(cases[i].name, r < 3.0))
			fprintf(stderr, "ratio %.1f\n", r);
		/* And nowhere slower than a megabyte in two seconds. */
		CHECK(cases[i].name, seconds(&cases[i], 1 << 20) < 2.0);
	}
	return check_done(argv[0]);
}
