/*
 * walk_test.c - which files are found in a folder, in which order
 */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE

#include "cli/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "cli/memory.h"
#include "descriptors.h"
#include "folder.h"
#include "heard.h"

#define MANY 600 /* names of a folder: more than its first room holds */
#define DEEP 40  /* folders within one another, the same */

static char found[4 * CLI_BLOCK];
static size_t n_found, most;
static size_t least_left; /* of memory */

static bool
take(void *user, const char *name)
{
	CHECK("user", user == found);
	if (cli_memory_left() < least_left)
		least_left = cli_memory_left();
	if (strlen(found) + strlen(name) + 2 < sizeof(found))
		strcat(strcat(found, name), "\n");
	return ++n_found < most;
}

static bool
walk(const struct cli_options *options, const char *folder)
{
	found[0] = '\0';
	n_found = 0;
	least_left = SIZE_MAX;
	return cli_walk(options, folder, take, found);
}

static void
folder(const char *name)
{
	CHECK(name, mkdir(name, 0777) == 0);
}

static void
file(const char *name)
{
	folder_put(name, "", 0);
}

/* What is found, without a word. */
static void
check(const char *name, const struct cli_options *options, const char *start,
    const char *wanted)
{
	const size_t left = cli_memory_left();
	int open_before;
	bool good;

	most = SIZE_MAX;
	heard_start();
	open_before = descriptors_open();
	good = walk(options, start);
	CHECK(name, descriptors_open() == open_before);
	CHECK(name, heard_is("") && good);
	if (!CHECK(name, strcmp(found, wanted) == 0))
		fprintf(stderr, "    <%s>\n", found);
	CHECK(name, cli_memory_left() == left);
}

static struct cli_options
globs(bool exclude, const char **glob, size_t n)
{
	struct cli_options options = { .recursive = true };

	*(exclude ? &options.exclude : &options.include) =
	    (struct cli_rows){ .names = glob, .n = n };
	return options;
}

static void
check_names(void)
{
	const struct cli_options plain = { .recursive = true };
	const struct cli_options kept = { .suffix = ".bak" };
	const struct cli_options none_kept = { .suffix = "" };
	const char *text[] = { "*.txt", "*.c" }, *b[] = { "b" };
	const struct cli_options only = globs(false, text, 2);
	const struct cli_options but = globs(true, text, 2);
	const struct cli_options no_b = globs(true, b, 1);

	folder("t");
	folder("t/b");
	folder("t/b/deep");
	folder("t/.git");
	folder("t/.hg");
	folder("t/b/.svn");
	folder("t/.bzr");
	folder("t/_darcs");
	folder("t/empty");
	folder("t/.github");
	file("t/.git/a.txt");
	file("t/.hg/a.txt");
	file("t/b/.svn/a.txt");
	file("t/.bzr/a.txt");
	file("t/_darcs/a.txt");
	file("t/.github/a.txt");
	file("t/b.txt");
	file("t/a.c");
	file("t/a.c.bak");
	file("t/.bak");
	file("t/b/z.txt");
	file("t/b/deep/b");
	file("t/.ungarble-0123456789abcdef.tmp");
	CHECK("fifo", mkfifo("t/fifo", 0600) == 0);
	CHECK("link", symlink("../t/b.txt", "t/link.txt") == 0);
	check("all", &plain, "t", "t/.bak\nt/.github/a.txt\nt/a.c\nt/a.c.bak\n"
	    "t/b/deep/b\nt/b/z.txt\nt/b.txt\n");
	check("a slash behind", &plain, "t/b/", "t/b/deep/b\nt/b/z.txt\n");
	check("kept ones", &kept, "t", "t/.bak\nt/.github/a.txt\nt/a.c\n"
	    "t/b/deep/b\nt/b/z.txt\nt/b.txt\n");
	check("none are kept", &none_kept, "t/b", "t/b/deep/b\nt/b/z.txt\n");
	check("some", &only, "t", "t/.github/a.txt\nt/a.c\nt/b/z.txt\n"
	    "t/b.txt\n");
	check("all but some", &but, "t", "t/.bak\nt/a.c.bak\nt/b/deep/b\n");
	check("not a folder", &no_b, "t", "t/.bak\nt/.github/a.txt\nt/a.c\n"
	    "t/a.c.bak\nt/b.txt\n");
	check("named, it is", &no_b, "t/b", "t/b/z.txt\n");
	check("versions, named", &plain, "t/.git", "t/.git/a.txt\n");
	check("an empty one", &plain, "t/empty", "");
	for (size_t n = 1; n <= 7; n++) {
		most = n;
		CHECK("no more than are taken", walk(&plain, "t") &&
		    n_found == n);
	}
}

static void
check_links(void)
{
	struct cli_options follow = { .follow = true };
	const struct cli_options plain = { .recursive = true };
	char wanted[PATH_MAX + 64], here[PATH_MAX];
	int open_before;

	folder("l");
	folder("l/a");
	file("l/a/one");
	CHECK("to a folder", symlink("a", "l/b") == 0);
	CHECK("to a file", symlink("a/one", "l/c") == 0);
	CHECK("to itself", symlink("..", "l/a/up") == 0);
	check("none is followed", &plain, "l", "l/a/one\n");
	check("but the one that is named", &plain, "l/b", "l/b/one\n");
	most = SIZE_MAX;
	heard_start();
	open_before = descriptors_open();
	CHECK("each folder once", walk(&follow, "l"));
	CHECK("and each is closed", descriptors_open() == open_before);
	CHECK("each folder once", heard_is(
	    "ungarble: l/a/up: leads to a folder that was taken already; left "
	    "out\n"
	    "ungarble: l/b: leads to a folder that was taken already; left "
	    "out\n"));
	CHECK("a file by each name", strcmp(found, "l/a/one\nl/c\n") == 0);
	follow.quiet = true;
	check("quiet", &follow, "l", "l/a/one\nl/c\n");
	/* In place, where it leads to; nobody replaces the link. */
	follow.suffix = "";
	(void)snprintf(wanted, sizeof(wanted), "l/a/one\n%s/l/a/one\n",
	    getcwd(here, sizeof(here)));
	check("in place", &follow, "l", wanted);
	follow.suffix = NULL;
	CHECK("to nothing", symlink("nothing", "l/d") == 0);
	heard_start();
	CHECK("to nothing", !walk(&follow, "l"));
	CHECK("to nothing", heard_is(
	    "ungarble: l/d: no such file or directory\n"));
	CHECK("the others", strcmp(found, "l/a/one\nl/c\n") == 0);
	check("what leads nowhere is not asked", &plain, "l", "l/a/one\n");
}

/* Many names, many folders, and less and less memory for them. */
static void
check_memory(void)
{
	const struct cli_options options = { .follow = true, .quiet = true };
	const struct cli_options plain = { .quiet = true };
	size_t n_failed = 0, with_links;
	char name[DEEP * 2 + 32], limit[32];

	folder("m");
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(name, sizeof(name), "m/%d", i);
		file(name);
	}
	strcpy(name, "m");
	for (int i = 0; i < DEEP; i++) {
		strcat(name, "/d");
		folder(name);
	}
	strcat(name, "/e");
	file(name);
	most = SIZE_MAX;
	CHECK("all", walk(&options, "m") && n_found == MANY + 1);
	CHECK("by their bytes", strncmp(found, "m/0\nm/1\nm/10\nm/100\n", 18) ==
	    0);
	CHECK("the deepest last", strlen(found) > strlen(name) &&
	    strncmp(found + strlen(found) - strlen(name) - 1, name,
		strlen(name)) == 0);
	for (size_t bytes = 100; bytes < 100000; bytes += bytes / 16) {
		const char *said;
		int open_before;
		bool good, closed;

		(void)snprintf(limit, sizeof(limit), "%zu", bytes);
		CHECK(limit, cli_memory_set(limit));
		heard_start();
		open_before = descriptors_open();
		good = walk(&options, "m");
		closed = descriptors_open() == open_before;
		said = heard();
		CHECK(limit, closed);
		CHECK(limit, good ? n_found == MANY + 1 && *said == '\0' :
		    n_found <= MANY && strstr(said,
			": no memory, since --memory allows no more\n") !=
		    NULL);
		CHECK(limit, strchr(said, '\n') == strrchr(said, '\n'));
		CHECK(limit, cli_memory_left() == bytes);
		n_failed += !good;
	}
	CHECK("some fail", n_failed > 10);
	CHECK("some do not", cli_memory_set("64M") && walk(&options, "m"));
	/* Which folders there were need be known with links alone. */
	with_links = least_left;
	CHECK("no links", walk(&plain, "m") && n_found == MANY + 1 &&
	    least_left > with_links + DEEP * sizeof(ino_t));
}

/* A path that is just not too long, and one that is. */
static void
check_long(void)
{
	const struct cli_options options = { .quiet = true };
	static char part[151], path[PATH_MAX];
	const size_t n = (PATH_MAX - 60) / sizeof(part);
	char name[256] = "";
	int at = open(".", O_RDONLY), next = -1;

	memset(part, 'p', sizeof(part) - 1);
	for (size_t i = 0; i < n; i++) {
		CHECK("folder", mkdirat(at, part, 0777) == 0 &&
		    (next = openat(at, part, O_RDONLY)) >= 0);
		(void)close(at);
		at = next;
		strcat(strcat(path, part), "/");
	}
	memset(name, 'n', PATH_MAX - 1 - strlen(path));
	next = openat(at, name, O_WRONLY | O_CREAT, 0666);
	CHECK("as long as may be", next >= 0 && close(next) == 0);
	strcat(name, "x");
	next = openat(at, name, O_WRONLY | O_CREAT, 0666);
	CHECK("longer", next >= 0 && close(next) == 0);
	next = openat(at, "z", O_WRONLY | O_CREAT, 0666);
	CHECK("short", next >= 0 && close(next) == 0);
	most = SIZE_MAX;
	heard_start();
	CHECK("one is too long", !walk(&options, part));
	CHECK("one is too long", strstr(heard(), "/: file name too long\n") !=
	    NULL);
	CHECK("the others", n_found == 2 && strlen(found) ==
	    PATH_MAX - 1 + 1 + strlen(path) + 2);
	(void)unlinkat(at, name, 0);
	heard_start();
	CHECK("no more", walk(&options, part) && heard_is("") && n_found == 2);
	(void)close(at);
}

static bool
take_all(void *user, const char *name)
{
	(void)unlink("v/b");
	(void)rmdir("v/c");
	return take(user, name);
}

/* What is gone before its turn comes is told of, and the rest is found. */
static void
check_gone(void)
{
	const struct cli_options options = { .recursive = true };

	folder("v");
	folder("v/c");
	file("v/a");
	file("v/b");
	file("v/d");
	found[0] = '\0';
	heard_start();
	CHECK("two are gone", !cli_walk(&options, "v", take_all, found));
	CHECK("two are gone", heard_is(
	    "ungarble: v/b: no such file or directory\n"
	    "ungarble: v/c: no such file or directory\n"));
	CHECK("the others", strcmp(found, "v/a\nv/d\n") == 0);
}

static void
check_failures(void)
{
	const struct cli_options options = { .quiet = true };
	char *const name = malloc(PATH_MAX + 1);

	most = SIZE_MAX;
	heard_start();
	CHECK("none", !walk(&options, "none"));
	CHECK("none", heard_is("ungarble: none: no such file or directory\n"));
	heard_start();
	CHECK("a file", !walk(&options, "t/b.txt"));
	CHECK("a file", heard_is("ungarble: t/b.txt: not a directory\n"));
	if (!CHECK("memory", name != NULL))
		return;
	memset(name, 'a', PATH_MAX);
	name[PATH_MAX] = '\0';
	heard_start();
	CHECK("too long", !walk(&options, name));
	CHECK("too long", strstr(heard(), ": file name too long\n") != NULL);
	name[PATH_MAX - 1] = '\0';
	heard_start();
	CHECK("too long for the system", !walk(&options, name));
	CHECK("too long for the system", strstr(heard(),
	    ": file name too long\n") != NULL);
	free(name);
	CHECK("folders", cli_walk_is_folder("t") && cli_walk_is_folder("l/b") &&
	    !cli_walk_is_folder("t/b.txt") && !cli_walk_is_folder("none") &&
	    !cli_walk_is_folder("-"));
	folder("-");
	CHECK("standard input", !cli_walk_is_folder("-") &&
	    cli_walk_is_folder("./-"));
}

int
main(void)
{
	folder_enter();
	check_names();
	check_links();
	check_failures();
	check_gone();
	check_memory();
	check_long();
	folder_leave();
	return check_done("walk_test");
}
