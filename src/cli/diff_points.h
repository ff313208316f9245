/*
 * diff_points.h - the code points of what differs in a line
 */
#ifndef CLI_DIFF_POINTS_H
#define CLI_DIFF_POINTS_H

#include <stdbool.h>

#include "diff_gap.h"
#include "diff_text.h"

#define CLI_DIFF_POINTS 256 /* bytes that they take, all told */

/* "U+00C3 U+00A9 -> U+00E9", with real arrows and commas between.  Zero it. */
struct cli_diff_points {
	char s[CLI_DIFF_POINTS];
	size_t len, columns;
	bool full; /* there were more */
};

/*
 * Take what stands in a gap, if any of it is beyond ASCII or cannot be seen,
 * and if it is another than before.  `is_bytes`: `in` is no UTF-8.
 */
void cli_diff_points_add(struct cli_diff_points *points, struct cli_bytes in,
    bool is_bytes, struct cli_bytes out);

#endif /* CLI_DIFF_POINTS_H */
