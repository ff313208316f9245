/*
 * path.c - where a file is, and what it is called there
 */
#include <string.h>

#include "path.h"

const char *
cli_path_base(const char *path)
{
	const char *const slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

bool
cli_path_folder(const char *path, char *folder, size_t size)
{
	const size_t len = (size_t)(cli_path_base(path) - path);

	if (len + 2 > size)
		return false;
	memcpy(folder, path, len);
	memcpy(folder + len, ".", 2);
	return true;
}

bool
cli_path_ends(const char *name, const char *end)
{
	const size_t len = strlen(name), end_len = strlen(end);

	return len > end_len && strcmp(name + len - end_len, end) == 0;
}
