/*
 * replace.h - -o: a file that is written whole, or stays as it was
 */
#ifndef CLI_REPLACE_H
#define CLI_REPLACE_H

#include "io.h"

/*
 * Open the file `name` for writing: a new one beside it, which
 * cli_replace_close() gives the name.  What is no regular file (a terminal, a
 * pipe, /dev/null), or is standard output or error, is written to as it is.
 * There is one such file at a time.
 *
 * False if it cannot be done, with a message.
 */
bool cli_replace_open(struct cli_out *out, const char *name);

/*
 * Close the file and, if `good`, give it its name; if not, remove it, and the
 * name keeps what it had.  False if the former failed, with a message.
 */
bool cli_replace_close(struct cli_out *out, bool good);

#endif /* CLI_REPLACE_H */
