/*
 * globs.h - --include and --exclude: which names are meant
 */
#ifndef CLI_GLOBS_H
#define CLI_GLOBS_H

#include "options.h"

/*
 * Whether one of the globs means what is at `path`, below the folder that was
 * named.  One without a slash means names, wherever they are; one with a slash
 * means paths from there; one that ends in a slash means folders alone.
 */
bool cli_globs_have(
    const struct cli_rows *globs, const char *path, bool is_folder);

#endif /* CLI_GLOBS_H */
