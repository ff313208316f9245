/*
 * color.c - colours for what is looked at
 *
 * These are the only control characters besides the line end that the program
 * itself sends to a terminal; printable.c sees to those of others.
 */
#define _XOPEN_SOURCE 700

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "color.h"

static const char *const color_codes[] = {
	[CLI_PLAIN] = "\033[0m",
	[CLI_BOLD] = "\033[1m",
	[CLI_RED] = "\033[31m",
	[CLI_GREEN] = "\033[32m",
	[CLI_CYAN] = "\033[36m",
	[CLI_MARKED] = "\033[7m",
	[CLI_UNMARKED] = "\033[27m",
};

bool
cli_color_wanted(enum cli_color_when when, int fd)
{
	const char *const no = getenv("NO_COLOR");
	const char *const term = getenv("TERM");

	if (when != CLI_COLOR_AUTO)
		return when == CLI_COLOR_ALWAYS;
	return (no == NULL || *no == '\0') && term != NULL && *term != '\0' &&
	    strcmp(term, "dumb") != 0 && isatty(fd) == 1;
}

const char *
cli_color_code(enum cli_color color, bool on)
{
	return on ? color_codes[color] : "";
}

void
cli_out_color(struct cli_out *out, enum cli_color color)
{
	cli_out_string(out, cli_color_code(color, out->color));
}
