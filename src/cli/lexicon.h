/*
 * lexicon.h - the rows that --lexicon adds
 */
#ifndef CLI_LEXICON_H
#define CLI_LEXICON_H

#include "options.h"

/*
 * Read the files of --lexicon into options->rows, and check them.  False if
 * one cannot be read, or a line of it cannot be taken; says so.
 */
bool cli_lexicon_read(struct cli_options *options);

#endif /* CLI_LEXICON_H */
