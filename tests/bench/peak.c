/*
 * peak.c - run a command and say how much time and memory it took
 *
 *	peak COMMAND [ARG]...
 *
 * The last two lines on stderr are its processor time in ms and its largest
 * resident set in kB; the status is the command's.
 */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long
time_ms(const struct timeval *time)
{
	return (long)time->tv_sec * 1000 + (long)time->tv_usec / 1000;
}

int
main(int argc, char *argv[])
{
	struct rusage usage;
	int status;
	pid_t pid;

	if (argc < 2) {
		fprintf(stderr, "peak COMMAND [ARG]...\n");
		return 2;
	}
	pid = fork();
	if (pid == 0) {
		execvp(argv[1], argv + 1);
		fprintf(stderr, "peak: %s: %s\n", argv[1], strerror(errno));
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid ||
	    getrusage(RUSAGE_CHILDREN, &usage) != 0) {
		fprintf(stderr, "peak: %s\n", strerror(errno));
		return 2;
	}
	fprintf(stderr, "%ld\n%ld\n", time_ms(&usage.ru_utime) +
	    time_ms(&usage.ru_stime), usage.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
