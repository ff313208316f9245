/*
 * globs_test.c - which names --include and --exclude mean
 */
#define _XOPEN_SOURCE 700

#include <limits.h>
#include <string.h>

#include "check.h"
#include "cli/globs.h"

static bool
have(const char *glob, const char *path, bool is_folder)
{
	const char *names[] = { glob, "no such name", glob };
	const struct cli_rows first = { names, 2, NULL, 0 };
	const struct cli_rows last = { names + 1, 2, NULL, 0 };
	const bool has = cli_globs_have(&first, path, is_folder);

	CHECK("first or last",
	    has == cli_globs_have(&last, path, is_folder));
	return has;
}

/* Of a path as long as the system has them, and a byte longer. */
static void
check_long(void)
{
	static char path[PATH_MAX + 8];

	for (size_t n = PATH_MAX - 3; n < PATH_MAX + 4; n++) {
		memset(path, 'x', n);
		path[n] = '\0';
		CHECK("a long path", have("x*", path, false));
		CHECK("a long folder", have("x*/", path, true) ==
		    (n + 2 <= PATH_MAX + 1));
	}
}

int
main(void)
{
	static const struct {
		const char *glob, *path;
		bool file, folder; /* whether it means one that is so called */
	} rows[] = {
		/* names, wherever they are */
		{ "*.txt", "a.txt", true, true },
		{ "*.txt", "old/a.txt", true, true },
		{ "*.txt", "a.txt/b", false, false },
		{ "*.txt", ".txt", true, true },
		{ "*", ".a", true, true },
		{ "?", "old/a", true, true },
		{ "?", "\xE9", true, true },
		{ "??", "\xC3\xA9", true, true },
		{ "[ab]", "b", true, true },
		{ "\\*", "*", true, true },
		{ "\\*", "a", false, false },
		{ "a", "b/a", true, true },
		{ "a", "aa", false, false },
		{ "", "a", false, false },
		/* paths from there */
		{ "old/b*", "old/b.txt", true, true },
		{ "old/b*", "x/old/b.txt", false, false },
		{ "old/b*", "old/b/c", false, false },
		{ "o*b", "old/b", false, false },
		{ "/a", "a", true, true },
		{ "/a", "old/a", false, false },
		{ "/old/a", "old/a", true, true },
		/* folders alone */
		{ "old/", "old", false, true },
		{ "old/", "x/old", false, true },
		{ "old/", "older", false, false },
		{ "/old/", "old", false, true },
		{ "/old/", "x/old", false, false },
		{ "x/old/", "x/old", false, true },
		{ "x/old/", "y/x/old", false, false },
		{ "*/", ".x", false, true },
		{ "o/", "o", false, true },
		{ "/", "a", false, false },
		{ "/", "", true, true },
	};
	const struct cli_rows none = { NULL, 0, NULL, 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK(rows[i].glob, have(rows[i].glob, rows[i].path, false) ==
		    rows[i].file);
		CHECK(rows[i].glob, have(rows[i].glob, rows[i].path, true) ==
		    rows[i].folder);
	}
	CHECK("none", !cli_globs_have(&none, "a", false));
	check_long();
	return check_done("globs_test");
}
