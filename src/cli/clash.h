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
 * Whether an input is also what --output or --report names, which would destroy
 * it, or those two are one file; says so.
 */
bool cli_clash_found(const struct cli_options *options);

#endif /* CLI_CLASH_H */
