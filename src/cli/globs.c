/*
 * globs.c - --include and --exclude: which names are meant
 *
 *	*.txt      a.txt, old/b.txt
 *	old/b*     old/b.txt
 *	/a.txt     a.txt, not old/a.txt
 *	old/       what is in a folder called old
 *
 * As in the shell, but a leading dot is a character as any.  Whatever the
 * locale, a character is a byte.
 */
#define _XOPEN_SOURCE 700

#include <fnmatch.h>
#include <limits.h>
#include <string.h>

#include "globs.h"
#include "path.h"

static bool
globs_match(const char *glob, const char *path, bool is_folder)
{
	const size_t len = strlen(glob);
	const bool folders = len > 1 && glob[len - 1] == '/';
	char name[PATH_MAX + 1];

	if (folders && !is_folder)
		return false;
	if (memchr(glob, '/', len - folders) == NULL)
		path = cli_path_base(path);
	if (glob[0] == '/')
		glob++;
	if (!folders)
		return fnmatch(glob, path, FNM_PATHNAME) == 0;
	if (strlen(path) + 2 > sizeof(name))
		return false;
	strcpy(name, path);
	strcat(name, "/");
	return fnmatch(glob, name, FNM_PATHNAME) == 0;
}

bool
cli_globs_have(const struct cli_rows *globs, const char *path, bool is_folder)
{
	for (size_t i = 0; i < globs->n; i++)
		if (globs_match(globs->names[i], path, is_folder))
			return true;
	return false;
}
