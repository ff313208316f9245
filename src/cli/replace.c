/*
 * replace.c - -o: a file that is written whole, or stays as it was
 *
 * Symbolic links are followed, and the new file has the mode of the old one.
 * A file that is standard output, as by /dev/stdout, is written to where others
 * write to it: what they put there, before and behind, stays.
 * Left alone: owner and extended attributes, and other hard links to the old
 * file, which keep the old text.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "replace.h"
#include "attributes.h"
#include "message.h"
#include "place.h"

static struct cli_place replace_place = CLI_PLACE_NONE;

/* Find where the file `name` is, or shall be.  0 or an errno. */
static int
replace_find(const char *name)
{
	char path[PATH_MAX];
	struct stat there;

	if (lstat(name, &there) < 0)
		return errno == ENOENT ? cli_place_find(&replace_place, name)
				       : errno;
	/* Of a link, what it leads to; it must lead somewhere. */
	if (realpath(name, path) == NULL || access(path, W_OK) < 0)
		return errno;
	return cli_place_find(&replace_place, path);
}

/* Give the file the mode that it shall have.  0 or an errno. */
static int
replace_set_mode(int fd)
{
	const mode_t mask = umask(S_IRWXG | S_IRWXO);
	mode_t mode = (mode_t)(0666 & ~mask);
	struct stat there;

	(void)umask(mask);
	if (fstatat(replace_place.folder, replace_place.base, &there, 0) == 0) {
		mode = there.st_mode & 0777;
		/* Who may not read the old one may not read the new one. */
		cli_attributes_close_list(fd);
	}
	return fchmod(fd, mode) == 0 ? 0 : errno;
}

/* Write to what is no regular file.  0 or an errno. */
static int
replace_open_special(struct cli_out *out)
{
	do
		out->fd = open(out->name, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	while (out->fd < 0 && errno == EINTR);
	return out->fd >= 0 ? 0 : errno;
}

/* Write to standard output, or error, if that is the file.  0 or an errno. */
static int
replace_open_standard(struct cli_out *out, const struct stat *there)
{
	for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++) {
		struct stat open;

		if (fstat(fd, &open) == 0 && open.st_dev == there->st_dev &&
		    open.st_ino == there->st_ino) {
			out->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
			return out->fd >= 0 ? 0 : errno;
		}
	}
	return 0;
}

static int
replace_open_beside(struct cli_out *out)
{
	int error = replace_find(out->name);

	if (error == 0)
		error = cli_place_make(&replace_place, out);
	if (error == 0)
		error = replace_set_mode(out->fd);
	if (error != 0)
		cli_place_close(&replace_place);
	return error;
}

bool
cli_replace_open(struct cli_out *out, const char *name)
{
	struct stat there;
	int error = 0;

	out->name = name;
	out->fd = -1;
	if (stat(name, &there) == 0)
		error = S_ISREG(there.st_mode)
		    ? replace_open_standard(out, &there)
		    : replace_open_special(out);
	if (error == 0 && out->fd < 0)
		error = replace_open_beside(out);
	if (error != 0)
		cli_message_errno(name, error);
	return error == 0;
}

/*
 * Give the file its name.  What has come to stand there and is no regular file
 * is left alone: to replace a device or a folder's link would harm others.
 */
static int
replace_move(void)
{
	struct stat there;

	if (fstatat(replace_place.folder, replace_place.base, &there,
		AT_SYMLINK_NOFOLLOW) == 0 &&
	    !S_ISREG(there.st_mode))
		return EEXIST;
	return cli_place_move(&replace_place);
}

bool
cli_replace_close(struct cli_out *out, bool good)
{
	if (replace_place.fd < 0) {
		(void)cli_out_close(out);
	} else if (good) {
		if (cli_place_settle(&replace_place, out) == 0)
			out->error = replace_move();
	} else {
		cli_message(out->name, "not written");
		(void)cli_out_close(out);
	}
	cli_place_close(&replace_place);
	if (out->error != 0)
		cli_message_errno(out->name, out->error);
	return out->error == 0;
}
