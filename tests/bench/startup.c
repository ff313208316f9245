/*
 * startup.c - how long does a command take for a single line?
 *
 *	startup RUNS COMMAND [ARG]...      of `echo x | COMMAND`
 *
 * Prints the least of so many runs, in ms from start to end, since other work
 * on the machine only adds; and its largest resident set, in kB, the most.  The
 * status is 1 if the command fails.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"

/* Run it once; its largest resident set. */
static long
run(char *argv[], int null)
{
	struct rusage usage;
	int in[2], status;
	pid_t pid;

	if (pipe(in) != 0 || write(in[1], "x\n", 2) != 2)
		fail("pipe");
	close(in[1]);
	pid = fork();
	if (pid == 0) {
		dup2(in[0], 0);
		dup2(null, 1);
		close(in[0]);
		execvp(argv[0], argv);
		_exit(127);
	}
	close(in[0]);
	if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
		fail("fork");
	if (status != 0) {
		fprintf(stderr, "startup: %s: status %d\n", argv[0], status);
		exit(1);
	}
	return usage.ru_maxrss;
}

int
main(int argc, char *argv[])
{
	const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	const long runs = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
	double least = 1e9;
	long most = 0;

	if (runs < 1) {
		fprintf(stderr, "startup RUNS COMMAND [ARG]...\n");
		return 2;
	}
	if (null < 0)
		fail("/dev/null");
	for (long i = 0; i < runs; i++) {
		const double start = now();
		const long kb = run(argv + 2, null);
		const double ms = (now() - start) * 1e3;

		least = ms < least ? ms : least;
		most = kb > most ? kb : most;
	}
	printf("%.2f %ld\n", least, most);
	return 0;
}
