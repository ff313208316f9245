/*
 * diff.h - --diff: what changes, as diff -u shows it
 */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "io.h"

#include "ungarble.h"

/* One input at a time: start, its pieces, end. */
void cli_diff_start(struct cli_out *out, const char *file);
void cli_diff_piece(const struct ungarble_piece *piece);

/* `whole`: the input was read to its end. */
void cli_diff_end(bool whole);

#endif /* CLI_DIFF_H */
