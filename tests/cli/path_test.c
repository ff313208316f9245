/*
 * path_test.c - where a file is, and what it is called there
 */
#include "cli/path.h"

#include <string.h>

#include "check.h"

static const struct {
	const char *path, *base, *folder;
} paths[] = {
	{ "a", "a", "." },
	{ "", "", "." },
	{ "/", "", "/." },
	{ "/a", "a", "/." },
	{ "a/b", "b", "a/." },
	{ "a/b/", "", "a/b/." },
	{ "../a//b.c", "b.c", "../a//." },
};

static const struct {
	const char *name, *end;
	bool ends;
} ends[] = {
	{ "a.bak", ".bak", true }, { ".bak", ".bak", false },
	{ "bak", ".bak", false }, { "a.ba", ".bak", false },
	{ "a.bakk", ".bak", false }, { "ab", "b", true }, { "a", "", true },
	{ "", "", false }, { "", "a", false },
};

int
main(void)
{
	char folder[32];

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		const char *const path = paths[i].path;
		const size_t size = strlen(paths[i].folder) + 1;

		CHECK(path, strcmp(cli_path_base(path), paths[i].base) == 0);
		memset(folder, 'x', sizeof(folder));
		CHECK(path, cli_path_folder(path, folder, size) &&
		    strcmp(folder, paths[i].folder) == 0 &&
		    folder[size] == 'x');
		CHECK(path, !cli_path_folder(path, folder, size - 1));
		CHECK(path, !cli_path_folder(path, folder, 0));
	}
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		CHECK(ends[i].name, cli_path_ends(ends[i].name, ends[i].end) ==
		    ends[i].ends);
	return check_done("path_test");
}
