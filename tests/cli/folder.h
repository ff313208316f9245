/*
 * folder.h - a folder of a test's own, for the files that it makes
 *
 * Include it behind _XOPEN_SOURCE.
 */
#ifndef FOLDER_H
#define FOLDER_H

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static char folder_name[4096];

/* Make it and go there; without it the test ends. */
static inline void
folder_enter(void)
{
	const char *const tmp = getenv("TMPDIR");

	(void)snprintf(folder_name, sizeof(folder_name),
	    "%s/ungarble-test.XXXXXX", tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(folder_name) == NULL || chdir(folder_name) < 0) {
		perror(folder_name);
		exit(2);
	}
}

/* Remove it with all that is there. */
static inline void
folder_leave(void)
{
	pid_t child;
	int status = 1;

	CHECK("left", chdir("/") == 0);
	(void)fflush(NULL);
	child = fork();
	if (child == 0) {
		(void)execlp("rm", "rm", "-rf", "--", folder_name,
		    (char *)NULL);
		_exit(127);
	}
	CHECK("removed", child > 0 && waitpid(child, &status, 0) == child &&
	    status == 0);
}

/* A file of it, new or with nothing left of what it was. */
static inline void
folder_put(const char *name, const char *bytes, size_t len)
{
	const int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	CHECK(name, fd >= 0 && write(fd, bytes, len) == (ssize_t)len &&
	    close(fd) == 0);
}

/* Whether a file is that, no more and no less. */
static inline bool
folder_has_bytes(const char *name, const char *bytes, size_t len)
{
	static char got[1 << 18];
	const int fd = open(name, O_RDONLY);
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, got, sizeof(got));
	(void)close(fd);
	return n >= 0 && (size_t)n == len && memcmp(got, bytes, len) == 0;
}

static inline bool
folder_has(const char *name, const char *wanted)
{
	return folder_has_bytes(name, wanted, strlen(wanted));
}

#endif /* FOLDER_H */
