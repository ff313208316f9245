/*
 * path.h - where a file is, and what it is called there
 */
#ifndef CLI_PATH_H
#define CLI_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* The name behind the last slash of a path; "" if that ends it. */
const char *cli_path_base(const char *path);

/*
 * Put the folder that a path's file is in to `folder`: "a/." of "a/b", "." of
 * "b".  False if `size` bytes are too few.
 */
bool cli_path_folder(const char *path, char *folder, size_t size);

/* Whether a name ends in `end`, with something before it. */
bool cli_path_ends(const char *name, const char *end);

#endif /* CLI_PATH_H */
