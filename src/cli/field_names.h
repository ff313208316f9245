/*
 * field_names.h - the paths and columns that --jsonl, --csv and --tsv are given
 */
#ifndef CLI_FIELD_NAMES_H
#define CLI_FIELD_NAMES_H

#include "options.h"

/* Whether the library takes them; says on stderr which it does not, and why. */
bool cli_field_names_check(const struct cli_options *options);

/*
 * Say which paths of --jsonl no line has, by a bit for each of those that were
 * found.
 */
void cli_field_names_missing(
    const struct cli_options *options, uint64_t found);

#endif /* CLI_FIELD_NAMES_H */
