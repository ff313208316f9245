/*
 * replace.c - a file that is written beside its place and moved there at the
 * end
 *
 * Whoever reads FILE sees the old text or the new one, never half of it; a run
 * that fails or is killed leaves the old one.  The new file lies in the same
 * directory as ".ungarble-XXXXXX", is synchronised before it is moved, and has
 * the mode of the old one.  Symbolic links are followed.
 *
 * Left alone: owner and extended attributes, and other hard links to the old
 * file, which keep the old text.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "replace.h"
#include "message.h"

static const char replace_template[] = ".ungarble-XXXXXX";
static const int replace_signals[] = { SIGHUP, SIGINT, SIGPIPE, SIGTERM };

#define N_REPLACE_SIGNALS (sizeof(replace_signals) / sizeof(*replace_signals))

static char replace_place[PATH_MAX]; /* where the file shall be */
static char replace_temp[PATH_MAX];  /* where it is meanwhile; "": nowhere */

/* Leave nothing behind, then die of the signal. */
static void
replace_on_signal(int number)
{
	(void)unlink(replace_temp);
	(void)raise(number); /* SA_RESETHAND: kills once this has returned */
}

/* Catch the signals that would leave the temporary file behind, or no more. */
static void
replace_guard(bool on)
{
	struct sigaction action = { .sa_handler = SIG_DFL }, had;

	if (on) {
		action.sa_handler = replace_on_signal;
		action.sa_flags = (int)SA_RESETHAND | SA_RESTART;
	}
	(void)sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < N_REPLACE_SIGNALS; i++)
		if (sigaction(replace_signals[i], NULL, &had) == 0 &&
		    had.sa_handler != SIG_IGN)
			(void)sigaction(replace_signals[i], &action, NULL);
}

/* Set replace_place and replace_temp for the file `name`.  0 or an errno. */
static int
replace_find_place(const char *name)
{
	const char *slash;
	struct stat there;
	size_t n_folder;

	if (lstat(name, &there) == 0) {
		/* Of a link, what it leads to; it must lead somewhere. */
		if (realpath(name, replace_place) == NULL ||
		    access(replace_place, W_OK) < 0)
			return errno;
	} else {
		if (errno != ENOENT)
			return errno;
		if (strlen(name) >= sizeof(replace_place))
			return ENAMETOOLONG;
		memcpy(replace_place, name, strlen(name) + 1);
	}
	slash = strrchr(replace_place, '/');
	n_folder = slash != NULL ? (size_t)(slash + 1 - replace_place) : 0;
	if (replace_place[n_folder] == '\0')
		return name[0] == '\0' ? ENOENT : EISDIR;
	if (n_folder + sizeof(replace_template) > sizeof(replace_temp))
		return ENAMETOOLONG;
	memcpy(replace_temp, replace_place, n_folder);
	memcpy(replace_temp + n_folder, replace_template,
	    sizeof(replace_template));
	return 0;
}

/* The mode that the file shall have. */
static mode_t
replace_mode(void)
{
	const mode_t mask = umask(0);
	struct stat there;

	(void)umask(mask);
	return stat(replace_place, &there) == 0 ? there.st_mode & 0777
						: (mode_t)(0666 & ~mask);
}

/* Make the temporary file.  Its descriptor, or -1 with errno. */
static int
replace_make(void)
{
	const int fd = mkstemp(replace_temp);
	int error;

	if (fd < 0) {
		replace_temp[0] = '\0';
		return -1;
	}
	replace_guard(true);
	if (fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 &&
	    fchmod(fd, replace_mode()) == 0)
		return fd;
	error = errno;
	(void)unlink(replace_temp);
	replace_temp[0] = '\0';
	(void)close(fd);
	errno = error;
	return -1;
}

bool
cli_replace_open(struct cli_out *out, const char *name)
{
	struct stat there;
	int error;

	out->name = name;
	out->fd = -1;
	if (stat(name, &there) == 0 && !S_ISREG(there.st_mode)) {
		do
			out->fd = open(name, O_WRONLY | O_CLOEXEC | O_NOCTTY);
		while (out->fd < 0 && errno == EINTR);
		error = errno;
	} else {
		error = replace_find_place(name);
		if (error == 0) {
			out->fd = replace_make();
			error = errno;
		}
	}
	if (out->fd >= 0)
		return true;
	cli_message_errno(name, error);
	return false;
}

/*
 * Give the file its name.  What has come to stand there and is no regular file
 * is left alone: to replace a device or a folder's link would harm others.
 */
static int
replace_move(void)
{
	struct stat there;

	if (lstat(replace_place, &there) == 0 && !S_ISREG(there.st_mode))
		return EEXIST;
	return rename(replace_temp, replace_place) == 0 ? 0 : errno;
}

bool
cli_replace_close(struct cli_out *out, bool good)
{
	bool written = cli_out_flush(out);

	/* Where there is nothing to synchronise with, EINVAL. */
	if (good && written && replace_temp[0] != '\0' && fsync(out->fd) < 0 &&
	    errno != EINVAL && errno != ENOTSUP)
		out->error = errno;
	written = cli_out_close(out);
	if (replace_temp[0] != '\0') {
		if (good && written)
			out->error = replace_move();
		if (!good || out->error != 0)
			(void)unlink(replace_temp);
		if (!good)
			cli_message(out->name, "not written");
		replace_guard(false);
		replace_temp[0] = '\0';
	}
	if (out->error != 0)
		cli_message_errno(out->name, out->error);
	return out->error == 0;
}
