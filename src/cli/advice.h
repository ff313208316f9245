/*
 * advice.h - what to do about what went wrong, where that is not plain
 */
#ifndef CLI_ADVICE_H
#define CLI_ADVICE_H

#include "options.h"

#include "ungarble.h"

/*
 * What others call by the name of an option that there is none of: "-c",
 * "--encoding=latin1".  NULL: nothing is known of it.
 */
const char *cli_advice_option(const char *word);

/* Say what to do about an error of a stream, if something is to be said. */
void cli_advice_stream(const struct cli_options *options,
    enum ungarble_err err);

/*
 * Say on stderr what may be meant by the name of a file that is not there: what
 * the option before it is to be given.
 */
void cli_advice_missing(const struct cli_options *options, const char *name);

#endif /* CLI_ADVICE_H */
