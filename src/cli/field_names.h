/*
 * field_names.h - the paths and columns that --jsonl, --csv and --tsv are given
 */
#ifndef CLI_FIELD_NAMES_H
#define CLI_FIELD_NAMES_H

#include "options.h"

/* Whether the library takes them; says on stderr which it does not, and why. */
bool cli_field_names_check(const struct cli_options *options);

#endif /* CLI_FIELD_NAMES_H */
