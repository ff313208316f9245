/*
 * diff_gap.h - where two strings differ
 */
#ifndef CLI_DIFF_GAP_H
#define CLI_DIFF_GAP_H

#include <stdbool.h>
#include <stddef.h>

/* What stands in one of them in place of what stands in the other. */
struct cli_gap {
	size_t in_at, in_len;
	size_t out_at, out_len;
};

struct cli_bytes {
	const char *s;
	size_t len;
};

/*
 * Find the next gap behind *gap, whose fields are 0 at first.  What stands
 * between gaps, and before and behind them, is the same in both; no character
 * of UTF-8 is cut.  False if there is none: both are the same from here on.
 */
bool cli_gap_next(struct cli_gap *gap, struct cli_bytes in,
    struct cli_bytes out);

#endif /* CLI_DIFF_GAP_H */
