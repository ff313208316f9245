/*
 * inputs.c - which files a run reads: named, listed, or found by -r
 *
 *	--files0-from=list, with a.txt NUL b.txt NUL in it  ->  a.txt b.txt
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "inputs.h"
#include "memory.h"
#include "message.h"
#include "walk.h"

/* Read what is open on `fd`, a NUL behind it.  0 or an errno. */
static int
inputs_load(struct cli_options *options, int fd)
{
	size_t cap = 0;

	for (;;) {
		ssize_t n;

		if (cap - options->list_len < CLI_BLOCK) {
			char *more;

			cap = 2 * cap + CLI_BLOCK + 1;
			more = cli_memory_resize(NULL, options->list, cap);
			if (more == NULL)
				return ENOMEM;
			options->list = more;
		}
		n = cli_read(fd, options->list + options->list_len,
		    cap - options->list_len - 1);
		if (n < 0)
			return errno;
		options->list_len += (size_t)n;
		options->list[options->list_len] = '\0';
		if (n == 0)
			return 0;
	}
}

/* Whether the list is lines instead, unless it is the name of one file. */
static bool
inputs_is_lines(const struct cli_options *options)
{
	return options->list_len > 0 &&
	    memchr(options->list, '\0', options->list_len) == NULL &&
	    memchr(options->list, '\n', options->list_len) != NULL &&
	    access(options->list, F_OK) != 0;
}

/* Make an array of the names.  False: no memory. */
static bool
inputs_cut(struct cli_options *options)
{
	char *const list = options->list, *name = list;
	const size_t len = options->list_len;
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += list[i] == '\0' || i + 1 == len;
	options->files = options->listed =
	    cli_memory_resize(NULL, NULL, (n + 1) * sizeof(*options->files));
	if (options->files == NULL)
		return false;
	for (size_t i = 0; i < n; i++, name += strlen(name) + 1)
		options->files[i] = name;
	options->files[n] = NULL;
	return true;
}

/* Whether none of them is one that cannot be had. */
static bool
inputs_agree(const struct cli_options *options, const char *from)
{
	const bool taken = strcmp(options->files0, "-") == 0;

	for (char *const *file = options->files; *file != NULL; file++)
		if (strcmp(*file, "-") == 0 &&
		    (taken || options->suffix != NULL))
			return cli_message_wrong(from,
			    taken ? "the names are read from there, and - is "
				    "one of them"
				  : "standard input cannot be changed in place",
			    "./- is a file of that name");
	return true;
}

bool
cli_inputs_read(struct cli_options *options)
{
	static char *none[] = { NULL };
	const char *const name = options->files0;
	const char *from;
	int fd, error;

	if (name == NULL)
		return true;
	options->files = none;
	from = cli_message_input(name);
	fd = strcmp(name, "-") == 0 ? 0 : cli_open(name);
	error = fd < 0 ? errno : inputs_load(options, fd);
	if (fd > 0)
		(void)close(fd);
	if (error == 0 && inputs_is_lines(options))
		return cli_message_wrong(from, "no NUL stands behind a name",
		    "find -print0 writes one; tr '\\n' '\\0' makes it of a "
		    "line end");
	if (error == 0 && !inputs_cut(options))
		error = ENOMEM;
	if (error == ENOMEM)
		cli_message(from, cli_memory_error());
	else if (error != 0)
		cli_message_errno(from, error);
	return error == 0 && inputs_agree(options, from);
}

/* What the walk through a folder has. */
struct inputs_found {
	cli_inputs_take *take;
	void *user;
	bool going;
	uint64_t n;
};

static bool
inputs_take_found(void *user, const char *name)
{
	struct inputs_found *found = user;

	found->n++;
	found->going = found->take(found->user, name, true);
	return found->going;
}

/* Have all files in a folder.  False if some folder could not be read. */
static bool
inputs_walk(const struct cli_options *options, const char *name,
    struct inputs_found *found)
{
	/* Without a name, files here are called as they are: not ./a.txt */
	const bool here = !options->named && options->files0 == NULL;
	const bool good = cli_walk(options, here ? "" : name,
	    inputs_take_found, found);

	if (found->n == 0 && good && !options->quiet)
		cli_message(name, options->include.n + options->exclude.n > 0
			? "-r finds no file there that --include and "
			  "--exclude let through"
			: "-r finds no file there");
	return good;
}

bool
cli_inputs_each(
    const struct cli_options *options, cli_inputs_take *take, void *user)
{
	struct inputs_found found = { take, user, true, 0 };
	char *const *file = options->files;
	bool good = true;

	for (; *file != NULL && found.going; file++, found.n = 0)
		if (options->recursive && cli_walk_is_folder(*file))
			good &= inputs_walk(options, *file, &found);
		else
			found.going = take(user, *file, false);
	return good;
}
