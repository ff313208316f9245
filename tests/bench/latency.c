/*
 * latency.c - how long after its newline does a line come out of a filter?
 *
 *	latency [-a] [-l] [-b BYTES] [-n LINES] [-p US] TEXT COMMAND [ARG]...
 *
 * The first BYTES of TEXT (0), cut to lines, are written to the command as fast
 * as it takes them; then LINES (1000) of those behind, one each US microseconds
 * (2000).  Prints of these
 *
 *	decided p50 p99 max held p50 p99 max
 *
 * how many, and ms from a line's newline to that of the output.  Which lines
 * are held by design, and until which line comes, the library says: it is fed
 * the same lines.  For those the time counts from that line's newline.  -l: it
 * is flushed behind each, as by --line-buffered.  -a: the command is none of
 * ours, and holds nothing.
 *
 * The status is 1 if the command fails, or if a line that is decided is not out
 * ten seconds after the last one was written, while the input is open.
 */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"

#include "ungarble.h"

#define SETTLED  0.1 /* seconds: by then the command waits for input */
#define PATIENCE 10  /* for what is decided to come out */

struct line {
	size_t end;     /* the byte behind it */
	size_t until;   /* the line whose newline has it written */
	double in, out; /* when */
};

struct bench {
	const char *text;
	struct line *lines;
	size_t n, n_burst; /* lines; those of the burst come first */
	size_t n_out, at;  /* lines that came out; bytes that went in */
	double pace;       /* seconds from line to line */
	int in, out;       /* our ends of the command's pipes */
	pid_t pid;
};

/* ---- the lines ---- */

static char *
read_text(const char *name, size_t *len)
{
	FILE *const file = fopen(name, "rb");
	size_t room = 1 << 20;
	char *text = NULL;

	if (file == NULL)
		fail(name);
	for (*len = 0; !feof(file); room *= 2) {
		text = realloc(text, room);
		if (text == NULL)
			fail(name);
		*len += fread(text + *len, 1, room - *len, file);
		if (ferror(file))
			fail(name);
	}
	fclose(file);
	return text;
}

/* Cut off lines, those of the burst and n more. */
static void
cut_lines(struct bench *b, size_t len, size_t burst, size_t n)
{
	size_t room = 0, end;

	for (size_t at = 0; at < len && b->n < b->n_burst + n; at = end) {
		const char *const lf = memchr(b->text + at, '\n', len - at);

		if (lf == NULL)
			break;
		end = (size_t)(lf - b->text) + 1;
		if (b->n == room) {
			room = room * 2 + 1024;
			b->lines = realloc(b->lines, room * sizeof(*b->lines));
			if (b->lines == NULL)
				fail("lines");
		}
		b->lines[b->n] = (struct line){ .end = end, .until = b->n };
		b->n++;
		if (end <= burst)
			b->n_burst = b->n;
	}
	if (b->n != b->n_burst + n) {
		fprintf(stderr, "latency: the text has too few lines\n");
		exit(2);
	}
}

/* What the library writes while it is fed line b->at. */
static int
library_write(void *user, const char *bytes, size_t len)
{
	struct bench *const b = user;

	for (size_t i = 0; i < len; i++)
		if (bytes[i] == '\n' && b->n_out < b->n)
			b->lines[b->n_out++].until = b->at;
	return 0;
}

/* Ask the library until when lines are held. */
static void
ask_library(struct bench *b, bool flush)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;
	size_t from = 0;

	opts.write = library_write;
	opts.user = b;
	err = ungarble_open(&ug, &opts);
	for (; b->at < b->n && err == UNGARBLE_OK; b->at++) {
		const size_t end = b->lines[b->at].end;

		err = ungarble_feed(ug, b->text + from, end - from);
		if (flush && err == UNGARBLE_OK)
			err = ungarble_flush(ug);
		from = end;
	}
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug); /* until line n, which is none */
	ungarble_close(ug);
	if (err != UNGARBLE_OK || b->n_out != b->n) {
		fprintf(stderr, "latency: the library has %zu of %zu lines\n",
		    b->n_out, b->n);
		exit(1);
	}
	b->at = b->n_out = 0;
}

/* ---- the command ---- */

static void
command_start(struct bench *b, char *argv[])
{
	int in[2], out[2];

	if (pipe(in) != 0 || pipe(out) != 0)
		fail("pipe");
	b->pid = fork();
	if (b->pid == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[0]);
		close(in[1]);
		close(out[0]);
		close(out[1]);
		execvp(argv[0], argv);
		_exit(127);
	}
	if (b->pid < 0)
		fail("fork");
	close(in[0]);
	close(out[1]);
	b->in = in[1];
	b->out = out[0];
	/* While the pipe is full, what comes out is to be read. */
	if (fcntl(b->in, F_SETFL, O_NONBLOCK) != 0)
		fail("fcntl");
}

/* Read what is there; false at its end. */
static bool
take(struct bench *b)
{
	static char part[65536];
	const ssize_t n = read(b->out, part, sizeof(part));
	const double time = now();

	for (ssize_t i = 0; i < n; i++)
		if (part[i] == '\n' && b->n_out < b->n)
			b->lines[b->n_out++].out = time;
	return n > 0;
}

/* Write up to the end of a line, or as much as goes; true if all went. */
static bool
put(struct bench *b, size_t end, struct line *line)
{
	/* It may be read before write() is back. */
	const double time = now();
	const ssize_t n = write(b->in, b->text + b->at, end - b->at);

	if (n < 0 && errno != EAGAIN)
		fail("write");
	b->at += n > 0 ? (size_t)n : 0;
	if (b->at == end)
		line->in = time;
	return b->at == end;
}

/* Wait, for that long at most, until lines come or, if `full`, may go. */
static void
wait_for(struct bench *b, double seconds, bool full)
{
	const struct timespec time = {
		.tv_sec = (time_t)seconds,
		.tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9),
	};
	fd_set reads, writes;

	FD_ZERO(&reads);
	FD_ZERO(&writes);
	FD_SET(b->out, &reads);
	if (full)
		FD_SET(b->in, &writes);
	if (pselect((b->in > b->out ? b->in : b->out) + 1, &reads, &writes,
	    NULL, &time, NULL) > 0 && FD_ISSET(b->out, &reads) && !take(b)) {
		fprintf(stderr, "latency: the command has ended\n");
		exit(1);
	}
}

/* Write what is to come up to `line` at `due`; take what comes meanwhile. */
static void
put_at(struct bench *b, struct line *line, double due)
{
	for (double left = due - now(); left > 0; left = due - now())
		wait_for(b, left, false);
	while (!put(b, line->end, line))
		wait_for(b, PATIENCE, true);
}

/* Whether all that is decided came out: up to a line that never is. */
static bool
all_out(const struct bench *b)
{
	return b->n_out == b->n || b->lines[b->n_out].until == b->n;
}

static bool
run(struct bench *b)
{
	double start = now() + SETTLED, end;
	bool all;

	if (b->n_burst > 0) {
		put_at(b, &b->lines[b->n_burst - 1], start);
		start = now();
	}
	for (size_t i = b->n_burst; i < b->n; i++)
		put_at(b, &b->lines[i],
		    start + b->pace * (double)(i - b->n_burst));
	end = now() + PATIENCE;
	while (!all_out(b) && now() < end)
		wait_for(b, end - now(), false);
	all = all_out(b);
	close(b->in);
	while (take(b))
		;
	return all;
}

/* ---- the figures ---- */

static int
compare(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Print how many lines were held, or were not, and how long they took. */
static void
print(const struct bench *b, bool held)
{
	double *const ms = malloc(b->n * sizeof(*ms));
	size_t n = 0, n_held = 0;

	if (ms == NULL)
		fail("figures");
	for (size_t i = b->n_burst; i < b->n; i++) {
		const struct line *const line = &b->lines[i];

		if ((line->until != i) != held)
			continue;
		n_held++;
		if (line->until < b->n)
			ms[n++] = (line->out - b->lines[line->until].in) * 1e3;
	}
	qsort(ms, n, sizeof(*ms), compare);
	if (n == 0)
		printf("%zu - - -", n_held);
	else
		printf("%zu %.3f %.3f %.3f", n_held, ms[n / 2],
		    ms[n - 1 - n / 100], ms[n - 1]);
	printf(held ? "\n" : " ");
	free(ms);
}

int
main(int argc, char *argv[])
{
	struct bench b = { .pace = 2e-3 };
	size_t burst = 0, n = 1000, len;
	bool at_once = false, flush = false, all;
	int option, status;

	while ((option = getopt(argc, argv, "+alb:n:p:")) != -1) {
		switch (option) {
		case 'a': at_once = true; break;
		case 'l': flush = true; break;
		case 'b': burst = strtoul(optarg, NULL, 10); break;
		case 'n': n = strtoul(optarg, NULL, 10); break;
		case 'p': b.pace = strtod(optarg, NULL) / 1e6; break;
		default: return 2;
		}
	}
	if (argc - optind < 2 || n == 0) {
		fprintf(stderr, "latency [-a] [-l] [-b BYTES] [-n LINES] "
		    "[-p US] TEXT COMMAND [ARG]...\n");
		return 2;
	}
	b.text = read_text(argv[optind], &len);
	cut_lines(&b, len, burst, n);
	if (!at_once)
		ask_library(&b, flush);
	signal(SIGPIPE, SIG_IGN);
	command_start(&b, argv + optind + 1);
	all = run(&b);
	if (waitpid(b.pid, &status, 0) != b.pid || status != 0 ||
	    b.n_out != b.n || !all) {
		fprintf(stderr, "latency: status %d, %zu of %zu lines%s\n",
		    status, b.n_out, b.n, all ? "" : ", decided ones late");
		return 1;
	}
	print(&b, false);
	print(&b, true);
	return 0;
}
