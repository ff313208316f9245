/*
 * agree.h - options that do not go together
 */
#ifndef CLI_AGREE_H
#define CLI_AGREE_H

#include "options.h"

/* Whether they do.  False with a message if not. */
bool cli_agree(const struct cli_options *options);

#endif /* CLI_AGREE_H */
