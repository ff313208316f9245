/*
 * rows_test.c - files of --lexicon and --keep, and which line of which is bad
 */
#define _XOPEN_SOURCE 700

#include "cli/rows.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "check.h"
#include "checked.h"
#include "heard.h"

#define FILES 3

static FILE *files[FILES];
static char paths[FILES][32];
static const char *names[FILES + 1];

static void
put(size_t i, const char *text)
{
	const size_t len = strlen(text);

	CHECK(text, ftruncate(fileno(files[i]), 0) == 0 &&
	    pwrite(fileno(files[i]), text, len, 0) == (ssize_t)len);
}

/* What --keep of n files comes to; NULL: refused; and what is said. */
static void
check(const char *name, size_t n, const char *rows, const char *said)
{
	struct cli_options options = { .keep = { .names = names, .n = n } };
	bool good;

	heard_start();
	good = cli_rows_read(&options);
	CHECK(name, heard_is(said));
	CHECK(name, good == (rows != NULL));
	CHECK(name, !good || (options.keep.len == strlen(rows) &&
	    memcmp(options.keep.s, rows, options.keep.len) == 0));
	CHECK(name, options.lexicon.s == NULL);
	free(options.keep.s);
}

/* A line of file i cannot be taken. */
static const char *
bad(size_t i, unsigned line)
{
	static char said[256];

	(void)snprintf(said, sizeof(said), "ungarble: %s: line %u: a "
	    "parenthesis is not closed, or not opened\n"
	    "ungarble: a line of --keep is a string, or a /POSIX extended "
	    "expression/\n", paths[i], line);
	return said;
}

static void
check_keep(void)
{
	static char large[200000], both[300000];

	put(0, "one\ntwo\n");
	put(1, "three");
	put(2, "four\n\n");
	check("one", 1, "one\ntwo\n", "");
	check("a line end", 2, "one\ntwo\nthree\n", "");
	check("all", 3, "one\ntwo\nthree\nfour\n\n", "");
	put(1, "");
	check("an empty one amid", 3, "one\ntwo\nfour\n\n", "");
	put(1, "/(/\n");
	check("bad, the second", 3, NULL, bad(1, 1));
	put(1, "x\ny\n/(/");
	check("bad, at its end", 3, NULL, bad(1, 3));
	put(1, "");
	put(2, "x\n/(/\n");
	check("bad, behind an empty one", 3, NULL, bad(2, 2));
	put(0, "/(/\n");
	check("bad, the first", 3, NULL, bad(0, 1));
	put(0, "");
	put(2, "/(/\n");
	check("bad, behind two", 3, NULL, bad(2, 1));
	for (size_t i = 0; i < sizeof(large) - 1; i++)
		large[i] = i % 50 == 48 ? '\n' : (char)('a' + i % 23);
	put(0, large);
	put(1, large + 100000);
	CHECK("its end", large[sizeof(large) - 2] == '\n');
	(void)snprintf(both, sizeof(both), "%s%s", large, large + 100000);
	check("large", 2, both, "");
}

static void
check_failures(void)
{
	char said[256];

	put(0, "one\n");
	names[1] = "/no/such/file";
	check("none", 2, NULL,
	    "ungarble: /no/such/file: no such file or directory\n");
	names[1] = "/";
	check("a folder", 2, NULL, "ungarble: /: is a directory\n");
	/* A hole in the file takes no room; it is no row either. */
	CHECK("large", ftruncate(fileno(files[0]), ((off_t)64 << 20) + 1) ==
	    0);
	(void)snprintf(said, sizeof(said), "ungarble: %s: file too large\n",
	    paths[0]);
	check("too large", 1, NULL, said);
	CHECK("small", ftruncate(fileno(files[0]), 0) == 0);
	names[1] = paths[1];
}

static void
check_lexicon(void)
{
	struct cli_options options = { .lexicon = { .names = names, .n = 2 } };
	const char *said;

	put(0, "swap thrice\tthree times\n");
	put(1, "# a comment\nno tab\n");
	heard_start();
	CHECK("bad", !cli_rows_read(&options));
	said = heard();
	CHECK("which", strncmp(said, "ungarble: ", 10) == 0 &&
	    strncmp(said + 10, paths[1], strlen(paths[1])) == 0 &&
	    strncmp(said + 10 + strlen(paths[1]), ": line 2: ", 10) == 0);
	CHECK("what to do", strstr(said, "\nungarble: ungarble_passes(7) tells "
	    "how rows are written, under words\n") != NULL);
	free(options.lexicon.s);
	options.lexicon = (struct cli_rows){ .names = names, .n = 1 };
	heard_start();
	CHECK("good", cli_rows_read(&options) && heard_is("") &&
	    options.lexicon.len == 24 && options.keep.s == NULL);
	free(options.lexicon.s);
	options = (struct cli_options){ .from = NULL };
	CHECK("none", cli_rows_read(&options) && options.keep.s == NULL);
}

/*
 * Without memory, and with more and more of it: whoever lacks it says so, once.
 * Where the system has no such limit there is enough at once.
 */
static void
check_memory(void)
{
#ifndef CHECKED_ALLOCATION
	static char rows[600000];
	struct cli_options options = { .keep = { .names = names,
		.n = SIZE_MAX / 32 } };
	struct rlimit was, small;
	char named[256];
	bool good = false;

	heard_start();
	CHECK("files", !cli_rows_read(&options) &&
	    heard_is("ungarble: no memory\n"));
	for (size_t i = 0; i < sizeof(rows) - 1; i++)
		rows[i] = i % 6 == 5 ? '\n' : (char)('a' + i % 23);
	put(0, rows);
	/* Its first letter is a small one there. */
	(void)snprintf(named, sizeof(named), "ungarble: %s: %c%s\n", paths[0],
	    tolower((unsigned char)*strerror(ENOMEM)), strerror(ENOMEM) + 1);
	CHECK("limit", getrlimit(RLIMIT_DATA, &was) == 0);
	small = was;
	for (rlim_t n = 1; n < 512 && !good; n++) {
		const char *said;

		options.keep = (struct cli_rows){ .names = names, .n = 1 };
		small.rlim_cur = n << 19;
		heard_start();
		(void)setrlimit(RLIMIT_DATA, &small);
		good = cli_rows_read(&options);
		(void)setrlimit(RLIMIT_DATA, &was);
		said = heard();
		CHECK(said, good ? *said == '\0' : strcmp(said, named) == 0 ||
		    strcmp(said, "ungarble: no memory\n") == 0);
		free(options.keep.s);
	}
	CHECK("in the end", good);
#endif
}

int
main(void)
{
	for (size_t i = 0; i < FILES; i++) {
		files[i] = tmpfile();
		if (files[i] == NULL) {
			perror("tmpfile");
			return 2;
		}
		(void)snprintf(paths[i], sizeof(paths[i]), "/dev/fd/%d",
		    fileno(files[i]));
		names[i] = paths[i];
	}
	check_keep();
	check_failures();
	check_lexicon();
	check_memory();
	return check_done("rows_test");
}
