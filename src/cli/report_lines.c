/*
 * report_lines.c - a report, line by line
 *
 * A line takes as much memory as it needs, up to what no line of a report does:
 * a piece of 64 KiB before and after, spelt out at six bytes for each of one.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report_lines.h"
#include "message.h"

#define LINES_MAX ((size_t)4 * 1024 * 1024)

bool
cli_report_lines_open(struct cli_report_lines *lines, const char *name)
{
	*lines = (struct cli_report_lines){ .fd = cli_open(name) };
	if (lines->fd < 0)
		cli_message_errno(name, errno);
	return lines->fd >= 0;
}

/* Read more.  False if something went wrong. */
static bool
lines_read(struct cli_report_lines *lines)
{
	ssize_t n;

	if (lines->from > 0) {
		memmove(lines->buffer, lines->buffer + lines->from,
		    lines->to - lines->from);
		lines->to -= lines->from;
		lines->from = 0;
	}
	if (lines->cap - lines->to < CLI_BLOCK) {
		const size_t cap = 2 * lines->cap + CLI_BLOCK;
		char *const more =
		    lines->to <= LINES_MAX ? realloc(lines->buffer, cap) : NULL;

		if (more == NULL) {
			lines->why = lines->to > LINES_MAX
			    ? "longer than any line of a report"
			    : ungarble_strerror(UNGARBLE_ENOMEM);
			return false;
		}
		lines->buffer = more;
		lines->cap = cap;
	}
	n = cli_read(lines->fd, lines->buffer + lines->to, CLI_BLOCK);
	if (n < 0) {
		lines->error = errno;
		lines->why = "cannot be read";
	} else {
		lines->to += (size_t)n;
	}
	lines->ended = n == 0;
	return n >= 0;
}

bool
cli_report_lines_next(struct cli_report_lines *lines)
{
	size_t seen = 0;

	if (lines->number == UINT32_MAX - 1)
		lines->why = "more lines than a report may have";
	while (lines->why == NULL) {
		char *const start = lines->buffer + lines->from;
		const size_t len = lines->to - lines->from;
		const char *const lf =
		    len > seen ? memchr(start + seen, '\n', len - seen) : NULL;

		if (lf != NULL || (lines->ended && len > 0)) {
			lines->s = start;
			lines->len = lf != NULL ? (size_t)(lf - start) : len;
			lines->from += lines->len + (lf != NULL);
			lines->number++;
			return true;
		}
		if (lines->ended)
			return false;
		seen = len;
		if (!lines_read(lines))
			lines->number++;
	}
	return false;
}

void
cli_report_lines_close(struct cli_report_lines *lines)
{
	free(lines->buffer);
	if (lines->fd > 0)
		(void)close(lines->fd); /* only read from: nothing to lose */
}
