/*
 * inputs.h - which files a run reads: named, listed, or found by -r
 */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "options.h"

/*
 * With --files0-from, have its names for options->files.  False if they cannot
 * be read, with a message.
 */
bool cli_inputs_read(struct cli_options *options);

/* For cli_inputs_each(): takes an input.  False: no more. */
typedef bool cli_inputs_take(void *user, const char *name, bool found);

/*
 * Have take() for each input, in order; `found`: -r found it, and its name
 * lives until take() returns.  Returns false if a folder could not be read,
 * with a message; the others are taken all the same.
 */
bool cli_inputs_each(
    const struct cli_options *options, cli_inputs_take *take, void *user);

#endif /* CLI_INPUTS_H */
