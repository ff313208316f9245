/*
 * diff_line.h - a line of an input, as it was and as it will be, put together
 */
#ifndef CLI_DIFF_LINE_H
#define CLI_DIFF_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diff_points.h"
#include "diff_text.h"

#include "ungarble.h"

#define CLI_DIFF_LINE 4096 /* bytes of a line that are shown whole */

/* One side of a line, as far as it is not too long. */
struct cli_diff_side {
	char s[CLI_DIFF_LINE];
	size_t len;
	bool ended;    /* by a line feed */
	char sign;     /* '-' or '+' */
	size_t n_raw;  /* bytes shown of a long line */
	size_t n_lines; /* that it is shown as */
	struct cli_diff_text shown;
};

/* A line.  Zero it and call cli_diff_line_start(). */
struct cli_diff_line {
	bool open, changed, color;
	bool is_bytes; /* not UTF-8 */
	bool is_long;  /* what changed is shown already, as it came */
	bool is_gone;  /* nothing becomes of it */
	bool after_gap, ellipsis;
	uint64_t number;
	uint64_t n_lf; /* line feeds in the text that it becomes */
	struct cli_diff_side in, out;
	struct cli_diff_points points; /* if there are colours */
};

void cli_diff_line_start(struct cli_diff_line *line, uint64_t number,
    bool color);

/* Take a piece of it. */
void cli_diff_line_add(struct cli_diff_line *line,
    const struct ungarble_piece *piece);

/*
 * Nothing more of a line that changed: in.shown and out.shown are what to
 * show, line ends and signs included, and behind the latter code points.
 * `last` of the input: a line feed that is missing is told.
 */
void cli_diff_line_end(struct cli_diff_line *line, bool last);

/* A line that did not change: as much of it as is shown. */
struct cli_diff_kept {
	char s[CLI_DIFF_LINE];
	size_t len;
	bool is_bytes, is_long;
	bool unended; /* the last one, without a line feed */
};

void cli_diff_line_keep(struct cli_diff_kept *kept,
    const struct cli_diff_line *line, bool last);
void cli_diff_line_context(struct cli_diff_text *text,
    const struct cli_diff_kept *kept);

#endif /* CLI_DIFF_LINE_H */
