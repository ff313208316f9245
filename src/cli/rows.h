/*
 * rows.h - the rows that --lexicon and --keep add
 */
#ifndef CLI_ROWS_H
#define CLI_ROWS_H

#include "options.h"

/*
 * Read the files of --lexicon and --keep, and check them.  False if one cannot
 * be read, or a line of it cannot be taken; says so.
 */
bool cli_rows_read(struct cli_options *options);

#endif /* CLI_ROWS_H */
