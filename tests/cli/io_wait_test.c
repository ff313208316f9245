/*
 * io_wait_test.c - descriptors that are closed, slow, or reached by a link
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "cli/io.h"
#include "folder.h"

static char bytes[5 * CLI_BLOCK];
static struct cli_out out;

/* Wait for a child.  Whether it found all well. */
static bool
good(pid_t child)
{
	int status = 1;

	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

/* Read to the end, after a while: each byte is there, in its order. */
static int
reader(int fd)
{
	static char got[sizeof(bytes)];
	size_t n = 0;
	ssize_t some;

	(void)poll(NULL, 0, 20);
	while ((some = cli_read(fd, got + n, sizeof(got) - n)) > 0)
		n += (size_t)some;
	return some < 0 || n != sizeof(got) || memcmp(got, bytes, n) != 0;
}

/* What a pipe does not take at once is written when it has room. */
static void
check_writes(void)
{
	for (int late = 0; late < 2; late++) {
		int ends[2];
		pid_t child;

		if (!CHECK("pipe", pipe(ends) == 0 &&
		    fcntl(ends[late], F_SETFL, O_NONBLOCK) == 0))
			return;
		(void)fflush(NULL);
		child = fork();
		if (child == 0) {
			(void)close(ends[1]);
			_exit(reader(ends[0]));
		}
		(void)close(ends[0]);
		if (!late)
			(void)poll(NULL, 0, 40); /* who reads waits meanwhile */
		out.fd = ends[1];
		cli_out_add(&out, bytes, 10);
		cli_out_add(&out, bytes + 10, sizeof(bytes) - 10);
		CHECK("written", cli_out_close(&out));
		CHECK("read", good(child));
	}
}

/* One of the three that is closed is taken, so that to use it is an error. */
static int
closed(int fd)
{
	char byte = 0;

	(void)close(fd);
	if (!cli_io_start() || fcntl(fd, F_GETFD) < 0)
		return 1;
	if (fd == 0)
		return read(0, &byte, 1) >= 0 || errno != EBADF;
	return write(fd, &byte, 1) >= 0 || errno != EBADF;
}

/* And those that are open stay what they are. */
static int
opened(int fd)
{
	char byte = 'x';

	if (dup2(fd, 0) != 0 || dup2(fd, 1) != 1 || dup2(fd, 2) != 2 ||
	    !cli_io_start())
		return 1;
	for (int i = 0; i <= 2; i++)
		if (write(i, &byte, 1) != 1)
			return 1;
	return lseek(fd, 0, SEEK_END) != 3;
}

static void
check_start(void)
{
	FILE *const temporary = tmpfile();
	struct sigaction action;
	pid_t child;

	(void)fflush(NULL);
	for (int fd = 0; fd <= 2; fd++) {
		child = fork();
		if (child == 0)
			_exit(closed(fd));
		CHECK("closed", good(child));
	}
	child = fork();
	if (child == 0)
		_exit(temporary == NULL || opened(fileno(temporary)));
	CHECK("open", good(child));
	CHECK("start", cli_io_start());
	CHECK("a limit is an error", sigaction(SIGXFSZ, NULL, &action) == 0 &&
	    action.sa_handler == SIG_IGN);
	CHECK("a broken pipe is none", sigaction(SIGPIPE, NULL, &action) == 0 &&
	    action.sa_handler == SIG_DFL);
	if (temporary != NULL)
		(void)fclose(temporary);
}

/* How files are opened: for reading alone, and closed in other programs. */
static void
check_open(void)
{
	const int named = cli_open("/dev/null");
	const int found = cli_open_found("/dev/null", false);
	int fd;

	CHECK("open", named >= 0 && found >= 0);
	CHECK("for reading", (fcntl(named, F_GETFL) & O_ACCMODE) == O_RDONLY &&
	    (fcntl(found, F_GETFL) & O_ACCMODE) == O_RDONLY);
	CHECK("here alone", (fcntl(named, F_GETFD) & FD_CLOEXEC) != 0 &&
	    (fcntl(found, F_GETFD) & FD_CLOEXEC) != 0);
	CHECK("what is found is not waited for",
	    (fcntl(named, F_GETFL) & O_NONBLOCK) == 0 &&
	    (fcntl(found, F_GETFL) & O_NONBLOCK) != 0);
	(void)close(named);
	(void)close(found);
	CHECK("a link", symlink("/dev/null", "link") == 0);
	fd = cli_open("link");
	CHECK("that is named", fd >= 0 && close(fd) == 0);
	CHECK("that is found", cli_open_found("link", false) < 0 &&
	    errno == ELOOP);
	fd = cli_open_found("link", true);
	CHECK("that is followed", fd >= 0 && close(fd) == 0);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7 + i / 251);
	folder_enter();
	check_writes();
	check_start();
	check_open();
	folder_leave();
	return check_done("io_wait_test");
}
