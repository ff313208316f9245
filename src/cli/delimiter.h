/*
 * delimiter.h - whether rows of values have another sign between them
 */
#ifndef CLI_DELIMITER_H
#define CLI_DELIMITER_H

#include "options.h"

/*
 * Say so of an input, by what it starts with, if it is evident and no sign was
 * asked for.
 */
void cli_delimiter_look(const struct cli_options *options, const char *name,
    const char *bytes, size_t len);

#endif /* CLI_DELIMITER_H */
