/*
 * meter.c - a command in a pipe: how fast, how large, how soon
 *
 *	meter TEXT LINE COMMAND [ARG]...
 *
 * Prints, of a command that reads the file TEXT from a pipe and writes to one:
 * seconds and peak memory in kB; ms from when the first line is written to a
 * waiting command until a line comes out, "-" if none does before the input
 * ends; ms and kB for the file LINE, a single line: what starting takes.
 * Each the best of three, or of what ten seconds are enough for.  The status is
 * 1 if the command fails.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"

#define RUNS     3
#define ENOUGH   10.0 /* seconds */
#define SETTLED  200  /* ms: by then a command waits for input */
#define PATIENCE 2000 /* ms for a line to come out */

struct command {
	char **argv;
	pid_t pid;
	int in, out; /* our ends of its pipes */
};

struct figures {
	double seconds;
	long kb;
};

static void
command_start(struct command *command)
{
	const int null = open("/dev/null", O_WRONLY);
	int in[2], out[2];

	if (null < 0 || pipe(in) != 0 || pipe(out) != 0)
		fail("pipe");
	command->pid = fork();
	if (command->pid == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		dup2(null, 2);
		close(in[0]);
		close(in[1]);
		close(out[0]);
		close(out[1]);
		close(null);
		execvp(command->argv[0], command->argv);
		_exit(127);
	}
	if (command->pid < 0)
		fail("fork");
	close(null);
	close(in[0]);
	close(out[1]);
	command->in = in[1];
	command->out = out[0];
}

/* Read what is left of its output; its peak memory in kB. */
static long
command_end(const struct command *command)
{
	static char part[65536];
	struct rusage usage;
	int status;

	close(command->in);
	while (read(command->out, part, sizeof(part)) > 0)
		;
	close(command->out);
	if (wait4(command->pid, &status, 0, &usage) != command->pid)
		fail("wait4");
	if (status != 0) {
		fprintf(stderr, "meter: %s: status %d\n", command->argv[0],
		    status);
		exit(1);
	}
	return usage.ru_maxrss;
}

/* As cat does, so that our own memory, which it starts with, stays small. */
static void
feed(const char *text, int to)
{
	static char part[65536];
	const int from = open(text, O_RDONLY);
	ssize_t n;

	if (from < 0)
		fail(text);
	while ((n = read(from, part, sizeof(part))) > 0) {
		ssize_t at = 0, done = 0;

		for (; at < n && done >= 0; at += done)
			done = write(to, part + at, (size_t)(n - at));
	}
	_exit(0);
}

static void
whole(struct command *command, const char *text, struct figures *best)
{
	const double start = now();
	double seconds;
	pid_t feeder;
	long kb;

	command_start(command);
	feeder = fork();
	if (feeder < 0)
		fail("fork");
	if (feeder == 0) {
		close(command->out);
		feed(text, command->in);
	}
	kb = command_end(command);
	seconds = now() - start;
	waitpid(feeder, NULL, 0);
	if (best->kb == 0 || seconds < best->seconds)
		best->seconds = seconds;
	if (best->kb == 0 || kb < best->kb)
		best->kb = kb;
}

static void
whole_often(struct command *command, const char *text, struct figures *best)
{
	const double start = now();
	int run;

	for (run = 0; run < RUNS && now() - start < ENOUGH; run++)
		whole(command, text, best);
}

/* The file's first line, to `line`; its length, 0 if it is no line. */
static size_t
first_line(const char *text, char line[65536])
{
	FILE *const file = fopen(text, "r");
	size_t len = 0;
	char *end;

	if (file == NULL)
		fail(text);
	len = fread(line, 1, 65536, file);
	fclose(file);
	end = memchr(line, '\n', len);
	return end == NULL || memchr(line, '\0', len) != NULL ? 0 :
	    (size_t)(end - line) + 1;
}

/* Seconds from line to line; above PATIENCE if none came. */
static double
latency(struct command *command, const char *line, size_t len)
{
	static char part[65536];
	struct pollfd ready = { .events = POLLIN };
	double start, seconds = PATIENCE;
	ssize_t n;

	command_start(command);
	ready.fd = command->out;
	poll(NULL, 0, SETTLED);
	start = now();
	if (write(command->in, line, len) < 0)
		fail("write");
	while (poll(&ready, 1, PATIENCE) == 1) {
		n = read(command->out, part, sizeof(part));
		if (n <= 0)
			break;
		if (memchr(part, '\n', (size_t)n) != NULL) {
			seconds = now() - start;
			break;
		}
	}
	command_end(command);
	return seconds;
}

int
main(int argc, char *argv[])
{
	static char line[65536];
	struct command command = { .argv = argv + 3 };
	struct figures text = { 0 }, start = { 0 };
	double first = PATIENCE, seconds;
	size_t len;
	int run;

	if (argc < 4) {
		fprintf(stderr, "meter TEXT LINE COMMAND [ARG]...\n");
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	whole_often(&command, argv[1], &text);
	len = first_line(argv[1], line);
	for (run = 0; len > 0 && run < RUNS; run++) {
		seconds = latency(&command, line, len);
		if (seconds < first)
			first = seconds;
		else if (first == PATIENCE)
			break;
	}
	whole_often(&command, argv[2], &start);
	printf("%.4f %ld ", text.seconds, text.kb);
	if (first == PATIENCE)
		printf("-");
	else
		printf("%.2f", first * 1000);
	printf(" %.1f %ld\n", start.seconds * 1000, start.kb);
	return 0;
}
