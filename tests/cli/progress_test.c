/*
 * progress_test.c - what is shown when, by a clock that the test turns
 */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "check.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/run.h"

/* The program's clock, in place of the system's. */
static uint64_t now;

int
clock_gettime(clockid_t clock, struct timespec *ts)
{
	(void)clock;
	/* It starts amid a second. */
	ts->tv_sec = (time_t)((now + 700000) / 1000000) + 5;
	ts->tv_nsec = (long)((now + 700000) % 1000000 * 1000);
	return 0;
}

static char sized_name[32]; /* of a file that has 2000 bytes */
static char *nothing[] = { "/dev/null", NULL };
static char *sized[] = { sized_name, NULL };
static char *twice[] = { sized_name, sized_name, NULL };
static char *missing[] = { sized_name, "/no/such/file", NULL };
static char *partly[] = { sized_name, "/dev/null", NULL };

static void
at(uint64_t microseconds, uint64_t bytes, uint64_t n_edits)
{
	now = microseconds;
	cli_progress_at(bytes, n_edits);
}

/* Times of which each is just before, or just when, something is shown. */
static void
lines(void)
{
	at(0, 100, 0);
	at(999999, 400, 0);
	at(1000000, 500, 1);
	at(1000001, 600, 2);
	at(10999999, 700, 2);
	at(11000000, 2200, 2);
	at(21000001, 2300, 3);
}

static void
shares(void)
{
	at(1000000, 0, 0);
	at(11000000, 1, 0);
	at(21000000, 1000, 0);
	at(31000000, 1999, 0);
	at(41000000, 2000, 0);
	at(51000000, 2001, 0);
}

static void
several(void)
{
	at(1000000, 1000, 3);
	cli_progress_next();
	at(11000000, 500, 2);
	cli_progress_next();
	at(21000000, 1000, 0);
}

static void
terminal(void)
{
	at(999999, 100, 0);
	at(1000000, 100, 0);
	at(1199999, 150, 0);
	at(1200000, 1000, 12);
	cli_progress_clear();
	cli_progress_clear();
	at(1399999, 1500, 12);
	at(1400000, 1500, 1);
	cli_progress_end();
	at(9000000, 2000, 1);
}

/* A line of more columns than most terminals have. */
static void
wide(void)
{
	cli_progress_next();
	cli_progress_next();
	at(1000000, 1, UINT64_MAX);
}

/* What else is said does not stand behind the line. */
static void
said(void)
{
	at(1000000, 500, 0);
	cli_message("a", "b");
	at(1200000, 600, 0);
	cli_out_string(cli_message_plain(), "plain\n");
	cli_message_flush();
	at(1399999, 700, 0);
	cli_message(NULL, "c");
}

/* Inputs that are run: what was read of those before counts, too. */
static void
inputs(void)
{
	static const struct cli_options options = { .mode = CLI_REPAIR };
	static struct cli_out none = { .fd = -1 };
	static struct cli_journal journal = CLI_JOURNAL_NONE;
	static struct cli_job job = { .options = &options, .out = &none,
		.report = &none, .page = &none, .journal = &journal };

	for (now = 1000000; now < 30000000; now += 10000000) {
		static struct cli_one one;

		one = (struct cli_one){ .job = &job, .name = "in" };
		one.source.fd = open(sized_name, O_RDONLY);
		one.source.options = &options;
		if (lseek(one.source.fd, 0, SEEK_SET) != 0 || !cli_run(&one))
			_exit(1);
		(void)close(one.source.fd);
	}
}

static void
two(void)
{
	at(1000000, 500, 0);
	cli_progress_next();
}

struct run {
	const char *name;
	struct cli_options options;
	void (*steps)(void);
	int columns; /* of a terminal; -1: it is a pipe */
	bool text;   /* goes there, too */
	const char *wanted;
};

#define AUTO CLI_PROGRESS_AUTO
#define ALWAYS CLI_PROGRESS_ALWAYS
#define NEVER CLI_PROGRESS_NEVER

static const struct run runs[] = {
	{ "lines", { .files = nothing, .progress = ALWAYS }, lines, -1, false,
	    "ungarble: 500 B, 500 B/s, 1 repair\n"
	    "ungarble: 2.2 kB, 200 B/s, 2 repairs\n"
	    "ungarble: 2.3 kB, 109 B/s, 3 repairs\n" },
	{ "quiet", { .files = nothing, .progress = ALWAYS, .quiet = true },
	    two, -1, false, "ungarble: 500 B, 500 B/s, 0 repairs\n" },
	{ "shares", { .files = sized, .progress = ALWAYS }, shares, -1, false,
	    "ungarble: 0 %, 0 B of 2.0 kB, 0 B/s, 0 repairs\n"
	    "ungarble: 0 %, 1 B of 2.0 kB, 0 B/s, 6 h 6 min left, "
	    "0 repairs\n"
	    "ungarble: 50 %, 1.0 kB of 2.0 kB, 47 B/s, 21 s left, "
	    "0 repairs\n"
	    "ungarble: 99 %, 1.9 kB of 2.0 kB, 64 B/s, 1 s left, "
	    "0 repairs\n"
	    "ungarble: 100 %, 2.0 kB of 2.0 kB, 48 B/s, 0 s left, "
	    "0 repairs\n"
	    "ungarble: 2.0 kB, 39 B/s, 0 repairs\n" },
	{ "several", { .files = twice, .progress = ALWAYS }, several, -1,
	    false,
	    "ungarble: 25 %, 1.0 kB of 4.0 kB, 1.0 kB/s, 3 s left, "
	    "3 repairs\n"
	    "ungarble: 37 %, 1 file, 1.5 kB of 4.0 kB, 136 B/s, 19 s left, "
	    "5 repairs\n"
	    "ungarble: 62 %, 2 files, 2.5 kB of 4.0 kB, 119 B/s, "
	    "13 s left, 5 repairs\n" },
	{ "inputs that are run", { .files = twice, .progress = ALWAYS },
	    inputs, -1, false,
	    "ungarble: 50 %, 2.0 kB of 4.0 kB, 2.0 kB/s, 1 s left, 1 repair\n"
	    "ungarble: 100 %, 1 file, 4.0 kB of 4.0 kB, 363 B/s, 0 s left, "
	    "2 repairs\n"
	    "ungarble: 2 files, 6.0 kB, 285 B/s, 3 repairs\n" },
	{ "one that is missing", { .files = missing, .progress = ALWAYS },
	    two, -1, false,
	    "ungarble: 25 %, 500 B of 2.0 kB, 500 B/s, 3 s left, "
	    "0 repairs\n" },
	{ "one without a size", { .files = partly, .progress = ALWAYS }, two,
	    -1, false, "ungarble: 500 B, 500 B/s, 0 repairs\n" },
	{ "a folder", { .files = nothing, .progress = ALWAYS,
	    .recursive = true }, several, -1, false,
	    "ungarble: 1.0 kB, 1.0 kB/s, 3 repairs\n"
	    "ungarble: 1 file, 1.5 kB, 136 B/s, 5 repairs\n"
	    "ungarble: 2 files, 2.5 kB, 119 B/s, 5 repairs\n" },
	{ "a pipe", { .files = nothing, .progress = AUTO }, lines, -1, false,
	    "" },
	{ "never", { .files = nothing, .progress = NEVER }, terminal, 80,
	    false, "" },
	{ "terminal, quiet", { .files = nothing, .progress = AUTO,
	    .quiet = true }, terminal, 80, false, "" },
	{ "terminal, text", { .files = nothing, .progress = AUTO }, terminal,
	    80, true, "" },
	{ "terminal, report", { .files = nothing, .progress = AUTO,
	    .report = "-" }, terminal, 80, false, "" },
	{ "terminal, page", { .files = nothing, .progress = AUTO,
	    .page = "-" }, terminal, 80, false, "" },
	{ "terminal, text, always", { .files = nothing, .progress = ALWAYS },
	    two, 80, true, "ungarble: 500 B, 500 B/s, 0 repairs\r\n" },
	{ "terminal", { .files = nothing, .progress = AUTO, .report = "r",
	    .page = "p" }, terminal, 80, false,
	    "100 B, 100 B/s, 0 repairs"
	    "\r                         \r"
	    "1.0 kB, 833 B/s, 12 repairs"
	    "\r                           \r"
	    "1.5 kB, 1.0 kB/s, 1 repair"
	    "\r                          \r" },
	{ "what is said", { .files = nothing, .progress = AUTO }, said, 80,
	    false,
	    "500 B, 500 B/s, 0 repairs"
	    "\r                         \r"
	    "ungarble: a: b\r\n"
	    "600 B, 500 B/s, 0 repairs"
	    "\r                         \r"
	    "plain\r\n"
	    "ungarble: c\r\n" },
	{ "narrow", { .files = nothing, .progress = AUTO }, two, 20, false,
	    "500 B, 500 B/s, 0 r" },
	{ "as wide as it is", { .files = nothing, .progress = AUTO }, two, 25,
	    false, "500 B, 500 B/s, 0 repair" },
	{ "wider by one", { .files = nothing, .progress = AUTO }, two, 26,
	    false, "500 B, 500 B/s, 0 repairs" },
	{ "one column", { .files = nothing, .progress = AUTO }, two, 1, false,
	    "" },
	{ "wide", { .files = twice, .progress = AUTO }, wide, 81, false,
	    "0 %, 2 files, 1 B of 4.0 kB, 1 B/s, 1 h 6 min left, "
	    "18446744073709551615 repairs" },
	{ "wide, 0 columns", { .files = twice, .progress = AUTO }, wide, 0,
	    false,
	    "0 %, 2 files, 1 B of 4.0 kB, 1 B/s, 1 h 6 min left, "
	    "18446744073709551615 repair" },
};

/* A pipe, or a terminal: what is read, and what is written to. */
static bool
open_ends(int ends[2], int columns)
{
	struct winsize size = { .ws_col = (unsigned short)columns };
	const char *name;

	if (columns < 0)
		return pipe(ends) == 0;
	ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
	if (ends[0] < 0 || grantpt(ends[0]) < 0 || unlockpt(ends[0]) < 0 ||
	    (name = ptsname(ends[0])) == NULL)
		return false;
	ends[1] = open(name, O_RDWR | O_NOCTTY);
	return ends[1] >= 0 && ioctl(ends[1], TIOCSWINSZ, &size) == 0;
}

/* What is shown of a run, each in a process of its own. */
static void
check_run(const struct run *run)
{
	char got[1024];
	size_t len = 0;
	ssize_t n;
	int ends[2], status;
	pid_t child;

	if (!CHECK(run->name, open_ends(ends, run->columns)))
		return;
	child = fork();
	if (child == 0) {
		(void)dup2(ends[1], STDERR_FILENO);
		now = 0;
		cli_progress_start(&run->options, run->text ? ends[1] : -1);
		run->steps();
		_exit(0);
	}
	(void)waitpid(child, &status, 0);
	if (run->columns < 0)
		(void)close(ends[1]);
	else
		(void)fcntl(ends[0], F_SETFL, O_NONBLOCK);
	while (len < sizeof(got) - 1 &&
	    (n = read(ends[0], got + len, sizeof(got) - 1 - len)) > 0)
		len += (size_t)n;
	got[len] = '\0';
	if (run->columns >= 0)
		(void)close(ends[1]);
	(void)close(ends[0]);
	CHECK(run->name, status == 0);
	if (!CHECK(run->name, strcmp(got, run->wanted) == 0))
		fprintf(stderr, "    <%s>, not\n    <%s>\n", got, run->wanted);
}

int
main(void)
{
	static char text[2000];
	FILE *const file = tmpfile();

	memset(text, 'a', sizeof(text));
	memcpy(text, "a caf\xC3\x83\xC2\xA9\n", 10);
	if (file == NULL || fwrite(text, 1, sizeof(text), file) !=
	    sizeof(text) || fflush(file) != 0) {
		perror("tmpfile");
		return 2;
	}
	(void)snprintf(sized_name, sizeof(sized_name), "/dev/fd/%d",
	    fileno(file));
	for (size_t i = 0; i < sizeof(runs) / sizeof(*runs); i++)
		check_run(&runs[i]);
	(void)fclose(file);
	return check_done("progress_test");
}
