/*
 * clash.h - outputs that are also inputs
 */
#ifndef CLI_CLASH_H
#define CLI_CLASH_H

#include "options.h"

struct stat;

/* Whether both are one regular file. */
bool cli_clash_same(const struct stat *a, const struct stat *b);

/*
 * Whether an input is also what --output, --report or --journal names, which
 * would destroy it, or two of those are one file, or --output is the journal
 * that is restored; says so.
 */
bool cli_clash_found(const struct cli_options *options);

#endif /* CLI_CLASH_H */
