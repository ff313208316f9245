/*
 * heard.h - what the program says on standard error, or writes to an output
 *
 * Between heard_start() and heard() nothing may be checked: what a test has to
 * say goes there, too.
 *
 * Include it behind _XOPEN_SOURCE.
 */
#ifndef HEARD_H
#define HEARD_H

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/io.h"

static struct {
	FILE *file;
	int saved; /* standard error, meanwhile */
	char said[8 * CLI_BLOCK];
} heard_state;

/* An empty file. */
static inline int
heard_open(void)
{
	if (heard_state.file == NULL)
		heard_state.file = tmpfile();
	if (heard_state.file == NULL ||
	    ftruncate(fileno(heard_state.file), 0) < 0 ||
	    lseek(fileno(heard_state.file), 0, SEEK_SET) < 0)
		_exit(2);
	return fileno(heard_state.file);
}

/* What stands in it. */
static inline const char *
heard_read(void)
{
	const int fd = fileno(heard_state.file);
	const ssize_t n = lseek(fd, 0, SEEK_SET) == 0
	    ? read(fd, heard_state.said, sizeof(heard_state.said) - 1)
	    : 0;

	heard_state.said[n > 0 ? n : 0] = '\0';
	return heard_state.said;
}

static inline void
heard_start(void)
{
	const int fd = heard_open();

	heard_state.saved = dup(STDERR_FILENO);
	if (dup2(fd, STDERR_FILENO) < 0)
		_exit(2);
}

/* Since heard_start(). */
static inline const char *
heard(void)
{
	(void)dup2(heard_state.saved, STDERR_FILENO);
	(void)close(heard_state.saved);
	return heard_read();
}

/* Whether that was it; shows both if not. */
static inline bool
heard_is(const char *wanted)
{
	const char *const got = heard();
	const bool same = strcmp(got, wanted) == 0;

	if (!same)
		fprintf(stderr, "    <%s>, not\n    <%s>\n", got, wanted);
	return same;
}

/* An output that is written to the file. */
static inline void
heard_out(struct cli_out *out)
{
	memset(out, 0, sizeof(*out));
	out->fd = heard_open();
	out->name = "output";
}

/* Whether that is what was written there; shows both if not. */
static inline bool
heard_out_is(struct cli_out *out, const char *wanted)
{
	const bool flushed = cli_out_flush(out);
	const char *const got = heard_read();
	const bool same = flushed && strcmp(got, wanted) == 0;

	if (!same)
		fprintf(stderr, "    <%s>, not\n    <%s>\n", got, wanted);
	return same;
}

#endif /* HEARD_H */
