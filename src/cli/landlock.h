/*
 * landlock.h - Linux's Landlock: which files can still be opened
 */
#ifndef CLI_LANDLOCK_H
#define CLI_LANDLOCK_H

#include <stdbool.h>

#include "options.h"

/*
 * From here on open nothing but the files that are named, and make files in no
 * other folders than those of -o and -i.  False if the system has no means.
 */
bool cli_landlock_enter(const struct cli_options *options);

#endif /* CLI_LANDLOCK_H */
