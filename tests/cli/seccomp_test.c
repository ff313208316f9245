/*
 * seccomp_test.c - which calls a run may still make, and which no more
 */
#define _GNU_SOURCE

#include "cli/seccomp.h"

#include <errno.h>

#include "check.h"

#ifdef __linux__

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define NONE 255 /* the system has no such means */
#define ANY  (-2)

static struct stat filled;
static char area[4096];

/* What a call comes to: by itself, and where threads may be started. */
static const struct row {
	const char *name;
	long call;
	long arguments[6];
	int err, err_threads;
} rows[] = {
	{ "read", SYS_read, { -1 }, EBADF, EBADF },
	{ "write", SYS_write, { -1 }, EBADF, EBADF },
	{ "getpid", SYS_getpid, { 0 }, 0, 0 },
	{ "memory", SYS_mmap, { 0, 4096, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0 }, 0, 0 },
	{ "memory to be run", SYS_mmap, { 0, 4096, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0 }, EPERM, EPERM },
	{ "to be read only", SYS_mprotect, { 0, 0, PROT_READ }, 0, 0 },
	{ "to be run", SYS_mprotect, { 0, 0, PROT_EXEC }, EPERM, EPERM },
	{ "what is open", SYS_newfstatat, { 2, (long)"", (long)&filled,
	    AT_EMPTY_PATH }, 0, 0 },
	{ "a file", SYS_newfstatat, { AT_FDCWD, (long)"/", (long)&filled, 0 },
	  EPERM, EPERM },
	{ "statx, a file", SYS_statx, { AT_FDCWD, (long)"/", 0, 0,
	    (long)area }, EPERM, EPERM },
	{ "open", SYS_openat, { AT_FDCWD, (long)"/dev/null", O_RDONLY },
	  EPERM, EPERM },
	{ "unlink", SYS_unlinkat, { AT_FDCWD, (long)"/nothing", 0 }, EPERM,
	  EPERM },
	{ "socket", SYS_socket, { AF_INET, SOCK_STREAM, 0 }, EPERM, EPERM },
	{ "kill", SYS_kill, { 0, 0 }, EPERM, EPERM },
	{ "terminal", SYS_ioctl, { -1, 0, 0 }, EPERM, EPERM },
	{ "a process", SYS_clone, { 0 }, EPERM, EPERM },
	{ "half a thread", SYS_clone, { CLONE_THREAD }, EPERM, EINVAL },
	{ "robust list", SYS_set_robust_list, { 0, 0 }, EPERM, EINVAL },
	{ "processors", SYS_sched_getaffinity, { 0, 0, 0 }, EPERM, EINVAL },
#ifdef SYS_clone3
	{ "clone3", SYS_clone3, { 0, 0 }, ANY, ENOSYS },
#endif
};

/* The error of a call behind the filter; 0: none. */
static int
error_of(const struct row *row, bool threads)
{
	const long *const a = row->arguments;
	const pid_t child = fork();
	int status;

	if (child == 0) {
		int err = NONE;

		if (cli_seccomp_enter(threads))
			err = syscall(row->call, a[0], a[1], a[2], a[3], a[4],
			    a[5]) == -1 ? errno : 0;
		/* What a sanitizer does in _exit() is not allowed. */
		(void)syscall(SYS_exit_group, err);
	}
	return child > 0 && waitpid(child, &status, 0) == child &&
	    WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const int err = error_of(&rows[i], false);
		const int err_threads = error_of(&rows[i], true);

		if (err == NONE && err_threads == NONE)
			continue;
		if (!CHECK(rows[i].name, err == rows[i].err ||
		    rows[i].err == ANY) ||
		    !CHECK(rows[i].name, err_threads == rows[i].err_threads))
			fprintf(stderr, "\t%s: %d, with threads %d\n",
			    rows[i].name, err, err_threads);
	}
}

#else

static void
check_rows(void)
{
	CHECK("no such means", !cli_seccomp_enter(false));
}

#endif

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	return check_done(argv[0]);
}
