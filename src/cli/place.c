/*
 * place.c - a new file, written beside its place and moved there at the end
 */
#define _DEFAULT_SOURCE /* flock() */
#define _XOPEN_SOURCE 700

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "place.h"
#include "path.h"

#define PLACE_PREFIX ".ungarble-"
#define PLACE_SUFFIX ".tmp"
#define PLACE_DIGITS 16
#define PLACE_TRIES 100

static const int place_signals[] = { SIGHUP, SIGINT, SIGPIPE, SIGTERM };

#define N_PLACE_SIGNALS (sizeof(place_signals) / sizeof(*place_signals))

/* The one that is there: its folder, or -1; and its name. */
static volatile sig_atomic_t place_folder = -1;
static char place_temp[sizeof(((struct cli_place *)0)->temp)];

/* Leave nothing behind, then die of the signal. */
static void
place_on_signal(int number)
{
	if (place_folder >= 0)
		(void)unlinkat((int)place_folder, place_temp, 0);
	(void)raise(number); /* SA_RESETHAND: kills once this has returned */
}

/* Catch the signals that would leave the temporary file behind, or no more. */
static void
place_guard(bool on)
{
	struct sigaction action = { .sa_handler = SIG_DFL }, had;

	if (on) {
		action.sa_handler = place_on_signal;
		action.sa_flags = (int)SA_RESETHAND | SA_RESTART;
	}
	(void)sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < N_PLACE_SIGNALS; i++)
		if (sigaction(place_signals[i], NULL, &had) == 0 &&
		    had.sa_handler != SIG_IGN)
			(void)sigaction(place_signals[i], &action, NULL);
}

bool
cli_place_is_temp(const char *path)
{
	const char *const name = cli_path_base(path);
	const size_t n = strlen(PLACE_PREFIX);

	return strncmp(name, PLACE_PREFIX, n) == 0 &&
	    strspn(name + n, "0123456789abcdef") == PLACE_DIGITS &&
	    strcmp(name + n + PLACE_DIGITS, PLACE_SUFFIX) == 0;
}

int
cli_place_find(struct cli_place *place, const char *path)
{
	const char *const base = cli_path_base(path);
	char folder[PATH_MAX];

	if (path[0] == '\0')
		return ENOENT;
	if (base[0] == '\0')
		return EISDIR;
	if (strlen(base) >= sizeof(place->base) ||
	    !cli_path_folder(path, folder, sizeof(folder)))
		return ENAMETOOLONG;
	strcpy(place->base, base);
	do
		place->folder = open(folder,
		    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	while (place->folder < 0 && errno == EINTR);
	return place->folder >= 0 ? 0 : errno;
}

/* Whether `name` still is the file that is open, and has no other name. */
static bool
place_is(int folder, const char *name, int fd)
{
	struct stat there, open;

	return fstat(fd, &open) == 0 && S_ISREG(open.st_mode) &&
	    open.st_nlink == 1 &&
	    fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
	    there.st_dev == open.st_dev && there.st_ino == open.st_ino;
}

/* Remove a file that was left, if no run has it. */
static void
place_clean_one(int folder, const char *name)
{
	const int fd = openat(folder, name,
	    O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && place_is(folder, name, fd))
		(void)unlinkat(folder, name, 0);
	(void)close(fd);
}

/* Remove what killed runs left, once for files that follow in one folder. */
static void
place_clean(int folder)
{
	static struct stat last;
	struct stat now;
	struct dirent *entry;
	DIR *list;
	int fd;

	if (fstat(folder, &now) < 0 ||
	    (now.st_dev == last.st_dev && now.st_ino == last.st_ino))
		return;
	last = now;
	fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	list = fd >= 0 ? fdopendir(fd) : NULL;
	if (list == NULL) {
		if (fd >= 0)
			(void)close(fd);
		return;
	}
	while ((entry = readdir(list)) != NULL)
		if (cli_place_is_temp(entry->d_name))
			place_clean_one(folder, entry->d_name);
	(void)closedir(list);
}

/* A name that hardly any other run comes upon; O_EXCL does the rest. */
static void
place_name(char temp[40], unsigned try)
{
	struct timespec now = { 0 };
	uint64_t mix;

	(void)clock_gettime(CLOCK_REALTIME, &now);
	mix = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
	mix = (mix ^ ((uint64_t)getpid() << 40) ^ try) * 0x9E3779B97F4A7C15u;
	(void)snprintf(temp, 40, PLACE_PREFIX "%016llx" PLACE_SUFFIX,
	    (unsigned long long)(mix ^ mix >> 32));
}

/* Make the file and tell the handler of it, with no signal between the two. */
static int
place_create(struct cli_place *place)
{
	sigset_t all, had;
	int error;

	(void)sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, &had);
	place->fd = openat(place->folder, place->temp,
	    O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	error = place->fd >= 0 ? 0 : errno;
	if (error == 0) {
		memcpy(place_temp, place->temp, sizeof(place_temp));
		place_folder = place->folder;
	}
	(void)sigprocmask(SIG_SETMASK, &had, NULL);
	return error;
}

/* Lock it; where there are no locks, nobody cleans. */
static bool
place_lock(const struct cli_place *place)
{
	int done;

	do
		done = flock(place->fd, LOCK_EX | LOCK_NB);
	while (done < 0 && errno == EINTR);
	return done == 0 || (errno != EWOULDBLOCK && errno != EAGAIN);
}

/* Make and lock one; whoever cleans may have come between the two. */
static int
place_try(struct cli_place *place)
{
	const int error = place_create(place);

	if (error != 0)
		return error;
	if (place_lock(place) &&
	    place_is(place->folder, place->temp, place->fd))
		return 0;
	(void)unlinkat(place->folder, place->temp, 0);
	place_folder = -1;
	(void)close(place->fd);
	place->fd = -1;
	return EEXIST;
}

int
cli_place_make(struct cli_place *place, struct cli_out *out)
{
	int error = EEXIST;

	place_clean(place->folder);
	place_guard(true);
	for (unsigned i = 0; i < PLACE_TRIES &&
	    (error == EEXIST || error == EINTR); i++) {
		place_name(place->temp, i);
		error = place_try(place);
	}
	if (error == 0) {
		out->fd = fcntl(place->fd, F_DUPFD_CLOEXEC, 0);
		out->error = 0;
		error = out->fd >= 0 ? 0 : errno;
	} else {
		place_guard(false);
	}
	return error;
}

int
cli_place_settle(struct cli_place *place, struct cli_out *out)
{
	/* Where there is nothing to synchronise with, EINVAL. */
	if (cli_out_flush(out) && fsync(place->fd) < 0 && errno != EINVAL &&
	    errno != ENOTSUP)
		out->error = errno;
	(void)cli_out_close(out);
	return out->error;
}

int
cli_place_move(struct cli_place *place)
{
	if (renameat(place->folder, place->temp, place->folder,
		place->base) < 0)
		return errno;
	place_folder = -1;
	/* Where a folder cannot be synchronised, EINVAL. */
	if (fsync(place->folder) < 0 && errno != EINVAL && errno != ENOTSUP)
		return errno;
	return 0;
}

void
cli_place_close(struct cli_place *place)
{
	if (place->fd >= 0) {
		if (place_folder >= 0)
			(void)unlinkat(place->folder, place->temp, 0);
		place_folder = -1;
		place_guard(false);
		(void)close(place->fd);
	}
	if (place->folder >= 0)
		(void)close(place->folder);
	*place = (struct cli_place)CLI_PLACE_NONE;
}
