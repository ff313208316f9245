/*
 * walk.c - -r: the files in a folder, and in the folders in it
 *
 * The names of one folder are read at once, sorted, and held until all of them
 * are done; a folder is closed before the next is opened, so that it is the
 * length of a path alone that bounds how deep it goes.
 */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "walk.h"
#include "globs.h"
#include "memory.h"
#include "message.h"
#include "path.h"
#include "place.h"
#include "seen.h"

/* A folder on the way down. */
struct walk_level {
	char *names;         /* one behind the other, a NUL behind each */
	size_t names_len, names_cap;
	const char **sorted; /* n of them */
	size_t n, at;
	size_t path_len;     /* of the path, up to where a name goes */
};

struct walk {
	const struct cli_options *options;
	struct walk_level *levels; /* n_levels of them */
	size_t n_levels, cap;
	struct cli_seen seen; /* folders, with --follow */
	size_t below;         /* where in the path that of `folder` ends */
	bool good;
	char path[PATH_MAX];
};

bool
cli_walk_is_folder(const char *name)
{
	struct stat st;

	return strcmp(name, "-") != 0 && stat(name, &st) == 0 &&
	    S_ISDIR(st.st_mode);
}

static void
walk_failed(struct walk *walk, int error)
{
	const char *const name = walk->path[0] != '\0' ? walk->path : ".";

	if (error == ENOMEM)
		cli_message(name, cli_memory_error());
	else
		cli_message_errno(name, error);
	walk->good = false;
}

static void
walk_free_level(struct walk_level *level)
{
	(void)cli_memory_resize(NULL, level->names, 0);
	(void)cli_memory_resize(NULL, level->sorted, 0);
}

static bool
walk_add_name(struct walk_level *level, const char *name)
{
	const size_t size = strlen(name) + 1;

	if (level->names_cap - level->names_len < size) {
		const size_t cap = 2 * level->names_cap + size + 1024;
		char *const more = cli_memory_resize(NULL, level->names, cap);

		if (more == NULL)
			return false;
		level->names = more;
		level->names_cap = cap;
	}
	memcpy(level->names + level->names_len, name, size);
	level->names_len += size;
	level->n++;
	return true;
}

static int
walk_compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
walk_sort(struct walk_level *level)
{
	const char *name = level->names;

	if (level->n == 0)
		return true;
	level->sorted =
	    cli_memory_resize(NULL, NULL, level->n * sizeof(*level->sorted));
	if (level->sorted == NULL)
		return false;
	for (size_t i = 0; i < level->n; i++, name += strlen(name) + 1)
		level->sorted[i] = name;
	qsort(level->sorted, level->n, sizeof(*level->sorted), walk_compare);
	return true;
}

/* Take the names in a folder, and close it.  0 or an errno. */
static int
walk_read(struct walk_level *level, DIR *list)
{
	struct dirent *entry;
	int error = 0;

	while (error == 0) {
		errno = 0;
		entry = readdir(list);
		if (entry == NULL) {
			error = errno;
			break;
		}
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0 &&
		    !walk_add_name(level, entry->d_name))
			error = ENOMEM;
	}
	(void)closedir(list);
	return error == 0 && !walk_sort(level) ? ENOMEM : error;
}

/* Open the folder that the path is.  NULL with errno. */
static DIR *
walk_open(struct walk *walk)
{
	const bool follow = walk->options->follow || walk->n_levels == 0;
	const char *const path = walk->path[0] != '\0' ? walk->path : ".";
	DIR *list;
	int fd;

	do
		fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOCTTY |
			(follow ? 0 : O_NOFOLLOW));
	while (fd < 0 && errno == EINTR);
	if (fd < 0)
		return NULL;
	list = fdopendir(fd);
	if (list == NULL)
		(void)close(fd);
	return list;
}

/* Whether a folder is met for the first time; notes it. */
static bool
walk_is_new(struct walk *walk, DIR *list, int *error)
{
	struct stat st;
	bool known = false;

	if (!walk->options->follow)
		return true;
	if (fstat(dirfd(list), &st) < 0)
		*error = errno;
	else if (!cli_seen_add(&walk->seen, st.st_dev, st.st_ino, &known))
		*error = ENOMEM;
	if (known && !walk->options->quiet)
		cli_message(walk->path,
		    "leads to a folder that was taken already; left out");
	return !known && *error == 0;
}

/* Make room for another level.  NULL: no memory. */
static struct walk_level *
walk_push(struct walk *walk)
{
	if (walk->n_levels == walk->cap) {
		const size_t cap = 2 * walk->cap + 8;
		struct walk_level *const more = cli_memory_resize(NULL,
		    walk->levels, cap * sizeof(*more));

		if (more == NULL)
			return NULL;
		walk->levels = more;
		walk->cap = cap;
	}
	walk->levels[walk->n_levels] = (struct walk_level){ 0 };
	return &walk->levels[walk->n_levels++];
}

/* Go into the folder that the path is. */
static void
walk_enter(struct walk *walk)
{
	struct walk_level *level;
	size_t len = strlen(walk->path);
	DIR *const list = walk_open(walk);
	int error = list == NULL ? errno : 0;

	if (list == NULL || !walk_is_new(walk, list, &error)) {
		if (list != NULL)
			(void)closedir(list);
		if (error != 0)
			walk_failed(walk, error);
		return;
	}
	level = walk_push(walk);
	if (level == NULL) {
		(void)closedir(list);
		walk_failed(walk, ENOMEM);
		return;
	}
	error = walk_read(level, list);
	if (error != 0) {
		walk_failed(walk, error);
		level->n = 0;
	}
	if (len > 0 && walk->path[len - 1] != '/' &&
	    len + 1 < sizeof(walk->path)) {
		walk->path[len++] = '/';
		walk->path[len] = '\0';
	}
	level->path_len = len;
	if (walk->n_levels == 1)
		walk->below = len;
}

/* Make the path that of the next name.  False if there is none. */
static bool
walk_next(struct walk *walk, struct walk_level *level)
{
	while (level->at < level->n) {
		const char *const name = level->sorted[level->at++];
		const size_t size = strlen(name) + 1;

		if (size <= sizeof(walk->path) - level->path_len) {
			memcpy(walk->path + level->path_len, name, size);
			return true;
		}
		walk->path[level->path_len] = '\0';
		walk_failed(walk, ENAMETOOLONG);
	}
	return false;
}

/* Whether a version control system keeps what is its own in such a folder. */
static bool
walk_is_versions(const char *name)
{
	static const char *const names[] = { ".git", ".hg", ".svn", ".bzr",
		"_darcs" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Whether the path, that of a file or a folder, is wanted. */
static bool
walk_wants(const struct walk *walk, bool folder)
{
	const struct cli_options *const options = walk->options;
	const char *const below = walk->path + walk->below;

	if (cli_globs_have(&options->exclude, below, folder))
		return false;
	if (folder)
		return !walk_is_versions(cli_path_base(below));
	return !cli_place_is_temp(walk->path) &&
	    !(options->suffix != NULL && options->suffix[0] != '\0' &&
		cli_path_ends(cli_path_base(walk->path), options->suffix)) &&
	    (options->include.n == 0 ||
		cli_globs_have(&options->include, below, false));
}

/* Have the file taken that the path is, or where it leads to for -i. */
static bool
walk_take(struct walk *walk, bool link,
    bool (*take)(void *user, const char *name), void *user)
{
	char real[PATH_MAX];

	if (!link || walk->options->suffix == NULL)
		return take(user, walk->path);
	if (realpath(walk->path, real) != NULL)
		return take(user, real);
	walk_failed(walk, errno);
	return true;
}

/* Look at what the path is.  False if the walk shall end. */
static bool
walk_visit(struct walk *walk, bool (*take)(void *user, const char *name),
    void *user)
{
	struct stat st;
	bool link = false;

	if (lstat(walk->path, &st) < 0) {
		walk_failed(walk, errno);
		return true;
	}
	if (S_ISLNK(st.st_mode) && walk->options->follow) {
		link = true;
		if (!walk_wants(walk, false) && !walk_wants(walk, true))
			return true;
		if (stat(walk->path, &st) < 0) {
			walk_failed(walk, errno);
			return true;
		}
	}
	if (S_ISDIR(st.st_mode)) {
		if (walk_wants(walk, true))
			walk_enter(walk);
	} else if (S_ISREG(st.st_mode) && walk_wants(walk, false)) {
		return walk_take(walk, link, take, user);
	}
	return true;
}

bool
cli_walk(const struct cli_options *options, const char *folder,
    bool (*take)(void *user, const char *name), void *user)
{
	struct walk walk = { .options = options, .good = true };
	bool going = true;

	if (strlen(folder) >= sizeof(walk.path)) {
		cli_message_errno(folder, ENAMETOOLONG);
		return false;
	}
	strcpy(walk.path, folder);
	walk_enter(&walk);
	while (going && walk.n_levels > 0) {
		struct walk_level *const level =
		    &walk.levels[walk.n_levels - 1];

		if (walk_next(&walk, level)) {
			going = walk_visit(&walk, take, user);
		} else {
			walk_free_level(level);
			walk.n_levels--;
		}
	}
	while (walk.n_levels > 0)
		walk_free_level(&walk.levels[--walk.n_levels]);
	(void)cli_memory_resize(NULL, walk.levels, 0);
	cli_seen_free(&walk.seen);
	return walk.good;
}
