/*
 * walk.h - -r: the files in a folder, and in the folders in it
 *
 *	notes/          notes/a.txt
 *	  a.txt    ->   notes/old/b.txt
 *	  old/          notes/z.txt
 *	    b.txt
 *	  z.txt
 *
 * By the bytes of their names, so each run has the same order.  What is no
 * regular file is left out, a symbolic link too, unless --follow asks for it.
 */
#ifndef CLI_WALK_H
#define CLI_WALK_H

#include "options.h"

/* Whether a name stands for a folder, be it by a link. */
bool cli_walk_is_folder(const char *name);

/*
 * Have take() for each file below `folder` that --include and --exclude let
 * through, until it returns false.  The name lives until it returns.
 *
 * With --follow each folder is gone through once, however many links lead to
 * it.  Returns false if some folder could not be read, with a message; the
 * others are gone through all the same.
 */
bool cli_walk(const struct cli_options *options, const char *folder,
    bool (*take)(void *user, const char *name), void *user);

#endif /* CLI_WALK_H */
