/*
 * report_lines.h - a report, line by line
 */
#ifndef CLI_REPORT_LINES_H
#define CLI_REPORT_LINES_H

#include "io.h"

#include "ungarble.h"

struct cli_report_lines {
	int fd;
	char *buffer;
	size_t cap, from, to; /* buffer[from..to) was read and not taken */
	bool ended;           /* there is no more to read */
	char *s;              /* the line, len bytes without its end; may be
	                       * written to */
	size_t len;
	uint32_t number;      /* counted from 1 */
	const char *why;      /* what went wrong, or NULL.  Static. */
	int error;            /* errno, if that it was */
};

/* Open a report.  False with a message if that fails. */
bool cli_report_lines_open(struct cli_report_lines *lines, const char *name);

/* Take the next line.  False at the end, or if something went wrong. */
bool cli_report_lines_next(struct cli_report_lines *lines);

void cli_report_lines_close(struct cli_report_lines *lines);

#endif /* CLI_REPORT_LINES_H */
