/*
 * diff_test.c - hunks: where they start, what is around, how long they get
 */
#define _XOPEN_SOURCE 700

#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/diff.h"
#include "random.h"
#include "written.h"

static struct cli_out out;
static uint64_t number;

static void
start(void)
{
	written_start(&out);
	number = 0;
	cli_diff_start(&out, "f");
}

static void
piece(const char *in, const char *to)
{
	const struct ungarble_piece one = { .encoding = "UTF-8",
		.record = number, .in = in, .in_len = strlen(in), .out = to,
		.out_len = strlen(to) };

	cli_diff_piece(&one);
}

/* The next line. */
static void
line(const char *in, const char *to)
{
	number++;
	piece(in, to);
}

static void
same(unsigned n)
{
	for (; n > 0; n--)
		line("same\n", "same\n");
}

static void
ends(bool whole)
{
	cli_diff_end(whole);
	CHECK("written", cli_out_flush(&out));
	written_read();
}

static bool
is(const char *wanted)
{
	const bool alike = strcmp(written, wanted) == 0;

	if (!alike)
		fprintf(stderr, "wanted: %s\ngot:    %.2000s\n", wanted,
		    written);
	return alike;
}

/* The heads of all hunks, a line each. */
static bool
heads(const char *wanted)
{
	static char s[1 << 16];
	size_t len = 0;

	for (const char *at = written; (at = strstr(at, "@@ -")) != NULL;) {
		const size_t n = strcspn(at, "\n") + 1;

		memcpy(s + len, at, n);
		len += n;
		at += n;
	}
	s[len] = '\0';
	if (strcmp(s, wanted) == 0)
		return true;
	fprintf(stderr, "wanted: %s\ngot:    %s\n", wanted, s);
	return false;
}

#define NAMES "--- f\n+++ f\n"
#define SAME " same\n"
#define SAMES SAME SAME SAME
#define CHANGED "-bad\n+good\n"

static void
check_hunks(void)
{
	start();
	same(20);
	ends(true);
	CHECK("nothing", is(""));
	start();
	ends(true);
	CHECK("no line", is(""));
	start();
	line("bad\n", "good\n");
	ends(true);
	CHECK("one line", is(NAMES "@@ -1 +1 @@\n" CHANGED));
	start();
	same(2);
	line("bad\n", "good\n");
	same(2);
	ends(true);
	CHECK("few around", is(NAMES "@@ -1,5 +1,5 @@\n" SAME SAME CHANGED
	    SAME SAME));
	start();
	same(4);
	line("bad\n", "good\n");
	same(4);
	ends(true);
	CHECK("three around", is(NAMES "@@ -2,7 +2,7 @@\n" SAMES CHANGED
	    SAMES));
	for (unsigned n = 0; n < 9; n++) {
		char wanted[64];

		start();
		same(9);
		line("bad\n", "good\n");
		same(n);
		line("bad\n", "good\n");
		same(9);
		ends(true);
		snprintf(wanted, sizeof(wanted), n <= 6
			? "@@ -7,%u +7,%u @@\n"
			: "@@ -7,7 +7,7 @@\n@@ -%u,7 +%u,7 @@\n",
		    n <= 6 ? 8 + n : 8 + n, n <= 6 ? 8 + n : 8 + n);
		CHECK("between", heads(wanted));
	}
	/* the next one starts anew */
	line("bad\n", "good\n");
	start();
	line("bad\n", "good\n");
	ends(true);
	CHECK("another file", is(NAMES "@@ -1 +1 @@\n" CHANGED));
}

/* What is wanted of such lines: shown is what a change is near to. */
static const char *
hunks(const bool *changed, unsigned n)
{
	static char s[1 << 14];
	size_t len = 0;
	unsigned i = 0;

	s[0] = '\0';
	while (i < n) {
		bool near[128] = { false };
		unsigned end;

		for (unsigned j = 0; j < n; j++)
			for (unsigned k = j < 3 ? 0 : j - 3; k <= j + 3; k++)
				near[j] |= k < n && changed[k];
		if (!near[i]) {
			i++;
			continue;
		}
		for (end = i; end < n && near[end]; end++)
			;
		len += (size_t)sprintf(s + len, end - i == 1
			? "%s@@ -%u +%u @@\n" : "%s@@ -%u,%u +%u,%u @@\n",
		    len == 0 ? NAMES : "", i + 1,
		    end - i == 1 ? i + 1 : end - i, i + 1, end - i);
		for (; i < end; i++)
			len += (size_t)sprintf(s + len, changed[i]
				? "-old %u\n+new %u\n" : " line %u\n", i, i);
	}
	return s;
}

static void
check_any(void)
{
	uint64_t state = 5;

	for (unsigned turn = 0; turn < 300; turn++) {
		const unsigned n = 1 + (unsigned)(random_next(&state) % 100);
		bool changed[128] = { false };

		start();
		for (unsigned i = 0; i < n; i++) {
			char in[16], to[16];

			changed[i] = random_next(&state) % (turn % 20 + 1) == 0;
			snprintf(in, sizeof(in), changed[i] ? "old %u\n"
			    : "line %u\n", i);
			snprintf(to, sizeof(to), changed[i] ? "new %u\n"
			    : "line %u\n", i);
			line(in, to);
		}
		ends(true);
		CHECK("any", is(hunks(changed, n)));
	}
}

/* Lines that go, that come, that do not end. */
static void
check_lines(void)
{
	static const char unended[] = "\\ No newline at end of file\n";
	char wanted[256];

	start();
	line("bad\n", "");
	line("same\n", "same\n");
	ends(true);
	CHECK("one goes", is(NAMES "@@ -1,2 +1 @@\n-bad\n" SAME));
	start();
	line("bad\n", "");
	ends(true);
	CHECK("none is left", is(NAMES "@@ -1 +0,0 @@\n-bad\n"));
	start();
	same(5);
	line("bad\n", "");
	line("bad\n", "");
	line("bad\n", "1\n2\n3\n");
	same(7);
	line("bad\n", "good\n");
	ends(true);
	CHECK("two go, two come", heads(
	    "@@ -3,9 +3,9 @@\n@@ -13,4 +13,4 @@\n"));
	start();
	line("bad\n", "1\n2\n3\n");
	same(7);
	line("bad\n", "good\n");
	ends(true);
	CHECK("two come", heads("@@ -1,4 +1,6 @@\n@@ -6,4 +8,4 @@\n"));
	start();
	line("bad\n", "");
	same(7);
	line("bad\n", "good\n");
	ends(true);
	CHECK("one goes", heads("@@ -1,4 +1,3 @@\n@@ -6,4 +5,4 @@\n"));
	for (int whole = 0; whole < 2; whole++) {
		start();
		line("bad\n", "good\n");
		line("same", "same");
		ends(whole);
		snprintf(wanted, sizeof(wanted), NAMES "@@ -1,2 +1,2 @@\n"
		    CHANGED SAME "%s", whole ? unended : "");
		CHECK("no end", is(wanted));
		start();
		line("bad", "good");
		ends(whole);
		snprintf(wanted, sizeof(wanted), NAMES "@@ -1 +1 @@\n"
		    "-bad\n%s+good\n%s", whole ? unended : "",
		    whole ? unended : "");
		CHECK("no end, changed", is(wanted));
	}
	/* pieces of one line, and a line that another one ends */
	start();
	line("b", "g");
	piece("ad", "ood");
	piece("\n", "\n");
	line("same", "same");
	line("bad\n", "good\n");
	ends(true);
	CHECK("pieces", is(NAMES "@@ -1,3 +1,3 @@\n" CHANGED SAME CHANGED));
}

/* A hunk is cut behind the line with which it is longer than a MiB. */
static void
check_long(void)
{
	static char in[1024], to[1024];
	/* 2048 bytes, signs and ends among them, for each changed line */
	const size_t n = ((size_t)1 << 20) / 2048;
	char wanted[128];

	memset(in, '=', 1022);
	memset(to, '+', 1022);
	in[1022] = to[1022] = '\n';
	for (size_t extra = 0; extra < 2; extra++) {
		start();
		for (size_t i = 0; i < n; i++)
			line(in, to);
		if (extra)
			line("x\n", "y\n");
		same(5);
		line("bad\n", "good\n");
		ends(true);
		snprintf(wanted, sizeof(wanted), extra
			? "@@ -1,%zu +1,%zu @@\n@@ -%zu,4 +%zu,4 @@\n"
			: "@@ -1,%zu +1,%zu @@\n",
		    extra ? n + 1 : n + 6, extra ? n + 1 : n + 6, n + 4,
		    n + 4);
		CHECK("as long as may be, or one line more", heads(wanted));
	}
}

static void
check_looks(void)
{
	start();
	out.color = true;
	line("bad\n", "good\n");
	out.color = true;
	ends(true);
	CHECK("colours", is("\033[1m--- f\033[0m\n\033[1m+++ f\033[0m\n"
	    "\033[36m@@ -1 +1 @@\033[0m\n\033[31m-bad\033[0m\n"
	    "\033[32m+good\033[0m\n"));
	out.color = false;
	start();
	cli_diff_start(&out, "\u00E9");
	line("bad\n", "good\n");
	ends(true);
	CHECK("a name", is("--- \u00E9\n+++ \u00E9\n@@ -1 +1 @@\n" CHANGED));
	start();
	cli_diff_start(&out, "a b\n");
	line("bad\n", "good\n");
	ends(true);
	CHECK("a name with a blank", is("--- a b\\x0A\t\n+++ a b\\x0A\t\n"
	    "@@ -1 +1 @@\n" CHANGED));
}

int
main(void)
{
	check_hunks();
	check_any();
	check_lines();
	check_long();
	check_looks();
	written_end();
	return check_done("diff_test");
}
