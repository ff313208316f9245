/*
 * landlock.c - Linux's Landlock: which files can still be opened
 *
 * A rule holds for the file that has the name now: another one that is put in
 * its place meanwhile cannot be read.  With -i the rule holds for its folder.
 * Pipes and sockets, as behind /dev/stdin, need no rule.
 */
#define _GNU_SOURCE /* O_PATH, syscall() */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "landlock.h"
#include "path.h"
#include "walk.h"

#if defined(SYS_landlock_create_ruleset) && defined(O_PATH)

/* As the kernel has them; its headers may be older than itself. */
enum landlock_right {
	LANDLOCK_WRITE_FILE = 1 << 1,
	LANDLOCK_READ_FILE = 1 << 2,
	LANDLOCK_READ_DIR = 1 << 3,
	LANDLOCK_REMOVE_FILE = 1 << 5,
	LANDLOCK_MAKE_REG = 1 << 8
};

/* What a temporary file and its move take. */
#define LANDLOCK_REPLACE \
	(LANDLOCK_READ_FILE | LANDLOCK_READ_DIR | LANDLOCK_WRITE_FILE | \
	    LANDLOCK_REMOVE_FILE | LANDLOCK_MAKE_REG)

struct landlock_ruleset {
	uint64_t files, network, scopes;
};

/* The kernel takes no byte of padding for part of it. */
struct landlock_path {
	uint64_t rights;
	int32_t folder;
};
#define LANDLOCK_PATH_SIZE 12
#define LANDLOCK_PATH_RULE 1

/* Give up all that the version of Landlock knows.  A descriptor, or -1. */
static int
landlock_create(void)
{
	/* Which rights a version knows: the next bits. */
	static const uint64_t files[] = { 0, 0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF,
		0xFFFF };
	struct landlock_ruleset all = { 0 };
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
	size_t size = sizeof(all.files);

	if (version < 1)
		return -1;
	all.files = files[version < 5 ? version : 5];
	if (version >= 4) {
		all.network = 3; /* bind, connect */
		size += sizeof(all.network);
	}
	if (version >= 6) {
		all.scopes = 3; /* sockets without a file, signals */
		size += sizeof(all.scopes);
	}
	return (int)syscall(SYS_landlock_create_ruleset, &all, size, 0);
}

/*
 * Allow something for a file or a folder.  What is not there, or cannot be
 * reached, needs no rule to be read.
 */
static bool
landlock_allow(int rules, const char *name, uint64_t rights)
{
	struct landlock_path path = { .rights = rights };
	struct stat st;
	bool done;
	int fd;

	do
		fd = open(name, O_PATH | O_CLOEXEC);
	while (fd < 0 && errno == EINTR);
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ||
		    errno == ENAMETOOLONG ||
		    (errno == EACCES && rights == LANDLOCK_READ_FILE);
	path.folder = fd;
	if (rights == LANDLOCK_READ_FILE && fstat(fd, &st) == 0 &&
	    S_ISDIR(st.st_mode))
		path.rights = LANDLOCK_READ_DIR; /* to be told what it is */
	/* EBADFD: a pipe or a socket */
	done = syscall(SYS_landlock_add_rule, rules, LANDLOCK_PATH_RULE, &path,
	    0) == 0 || errno == EBADFD;
	(void)close(fd);
	return done;
}

/* Allow what writing the file `name` takes, for the folder that it is in. */
static bool
landlock_allow_replace(int rules, const char *name)
{
	char folder[PATH_MAX];

	return cli_path_folder(name, folder, sizeof(folder)) &&
	    landlock_allow(rules, folder, LANDLOCK_REPLACE);
}

/* Allow what it takes to go through a folder, for -r. */
static bool
landlock_allow_folder(int rules, const struct cli_options *options,
    const char *name)
{
	return landlock_allow(rules, name, options->suffix != NULL
		? LANDLOCK_REPLACE
		: LANDLOCK_READ_FILE | LANDLOCK_READ_DIR);
}

/* Allow what a run takes; all of it, or it would fail where it need not. */
static bool
landlock_allow_all(int rules, const struct cli_options *options)
{
	char place[PATH_MAX];

	for (char *const *file = options->files; *file != NULL; file++)
		if (options->recursive && cli_walk_is_folder(*file)
			? !landlock_allow_folder(rules, options, *file)
			: options->suffix != NULL
			? !landlock_allow_replace(rules, *file)
			: strcmp(*file, "-") != 0 &&
			    !landlock_allow(rules, *file, LANDLOCK_READ_FILE))
			return false;
	if (options->restore != NULL &&
	    !landlock_allow(rules, options->restore, LANDLOCK_READ_FILE))
		return false;
	/* Of a link, what it leads to. */
	return options->output == NULL ||
	    landlock_allow_replace(rules,
		realpath(options->output, place) != NULL ? place
							 : options->output);
}

bool
cli_landlock_enter(const struct cli_options *options)
{
	const int rules = landlock_create();
	bool done;

	_Static_assert(offsetof(struct landlock_path, folder) +
		sizeof(int32_t) == LANDLOCK_PATH_SIZE, "no hole before it");
	if (rules < 0)
		return false;
	done = landlock_allow_all(rules, options) &&
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	(void)close(rules);
	return done;
}

#else

bool
cli_landlock_enter(const struct cli_options *options)
{
	(void)options;
	return false;
}

#endif
