/*
 * color.h - colours for what is looked at
 */
#ifndef CLI_COLOR_H
#define CLI_COLOR_H

#include "io.h"

enum cli_color_when {
	CLI_COLOR_AUTO = 0,
	CLI_COLOR_ALWAYS,
	CLI_COLOR_NEVER
};

enum cli_color {
	CLI_PLAIN, /* ends all others */
	CLI_BOLD,
	CLI_RED,
	CLI_GREEN,
	CLI_CYAN,
	CLI_MARKED, /* in its colour, the other way round */
	CLI_UNMARKED
};

/*
 * Whether what is written to `fd` has colours.  By itself a terminal does, if
 * TERM tells of more than a dumb one and NO_COLOR is not there, or empty.
 */
bool cli_color_wanted(enum cli_color_when when, int fd);

/* The sequence; "" unless `on`. */
const char *cli_color_code(enum cli_color color, bool on);

/* Add the sequence, if out->color. */
void cli_out_color(struct cli_out *out, enum cli_color color);

#endif /* CLI_COLOR_H */
