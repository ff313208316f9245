/*
 * apply_hash.h - what an edit of a report says, as a number
 */
#ifndef CLI_APPLY_HASH_H
#define CLI_APPLY_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "apply_line.h"

/* Of the name of a file. */
uint64_t cli_apply_hash_file(const char *name, size_t len);

/* Of all but the file: record, place, rule, before and after. */
uint64_t cli_apply_hash_edit(const struct cli_apply_line *line);

#endif /* CLI_APPLY_HASH_H */
