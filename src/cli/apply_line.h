/*
 * apply_line.h - a line of a report, as --apply needs it
 */
#ifndef CLI_APPLY_LINE_H
#define CLI_APPLY_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cli_apply_part {
	const char *s;
	size_t len;
};

struct cli_apply_line {
	bool is_edit; /* a repair; else the rest is not there */
	uint64_t record, in_at, in_len;
	struct cli_apply_part file, rule, before, after;
};

/*
 * Read s[0..len), which is written over; what `line` points to lies in there.
 * `first`: it has to tell of the report's format.  NULL, or what is wrong with
 * it.
 */
const char *cli_apply_line_read(struct cli_apply_line *line, char *s,
    size_t len, bool first);

#endif /* CLI_APPLY_LINE_H */
