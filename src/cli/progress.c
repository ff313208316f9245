/*
 * progress.c - how far it is, on a terminal
 *
 * The clock is looked at with each block that is read: no signal, no thread.
 * The line is overwritten with blanks, which any terminal knows.
 */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700

#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "progress.h"
#include "amount.h"
#include "least.h"
#include "show.h"

#define PROGRESS_FIRST 1000000 /* microseconds before it is shown */
#define PROGRESS_EVERY 200000  /* and from one to the next, */
#define PROGRESS_LINES 10000000 /* where each is a line that stays */
#define PROGRESS_WIDTH 80      /* columns, where nobody says how many */
#define PROGRESS_MOST 200

static struct {
	bool on;
	bool lines;              /* each stays: it is no terminal, or there is
	                          * text on it */
	struct timespec start;
	uint64_t next;           /* microseconds: when it is shown again */
	uint64_t total;          /* bytes of all inputs; 0: not known */
	uint64_t done, at;       /* of inputs before this one, and of this */
	uint64_t n_files;        /* done */
	uint64_t edits_done, edits;
	bool several;            /* inputs */
	size_t width, shown;     /* columns; shown: taken by the line */
} progress;

/* How many bytes there are to read, if all that is read can say so. */
static uint64_t
progress_total(const struct cli_options *options)
{
	uint64_t total = 0;
	struct stat st;

	for (char *const *file = options->files; *file != NULL; file++) {
		if ((strcmp(*file, "-") == 0 ? fstat(0, &st)
					     : stat(*file, &st)) < 0)
			continue; /* it will fail */
		if (!S_ISREG(st.st_mode))
			return 0;
		total += (uint64_t)st.st_size;
	}
	return total;
}

static size_t
progress_width(void)
{
#ifdef TIOCGWINSZ
	struct winsize size;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
#endif
	return PROGRESS_WIDTH;
}

void
cli_progress_start(const struct cli_options *options, int fd)
{
	const enum cli_progress_when when = options->progress;
	const char *const report = options->report;
	const char *const page = options->page;

	progress.lines = isatty(STDERR_FILENO) != 1 ||
	    (fd >= 0 && isatty(fd) == 1);
	if (when == CLI_PROGRESS_NEVER ||
	    (when == CLI_PROGRESS_AUTO &&
		(options->quiet || progress.lines)) ||
	    (report != NULL && strcmp(report, "-") == 0) ||
	    (page != NULL && strcmp(page, "-") == 0) ||
	    clock_gettime(CLOCK_MONOTONIC, &progress.start) < 0)
		return;
	progress.on = true;
	progress.next = PROGRESS_FIRST;
	progress.total = progress_total(options);
	progress.several = options->recursive ||
	    (options->files[0] != NULL && options->files[1] != NULL);
	progress.width = progress_width();
}

static void
progress_write(const char *bytes, size_t len)
{
	/* It is no matter whether it gets there. */
	if (write(STDERR_FILENO, bytes, len) < 0)
		progress.on = false;
}

void
cli_progress_clear(void)
{
	char blanks[PROGRESS_MOST + 2];

	if (progress.shown == 0)
		return;
	memset(blanks, ' ', progress.shown + 2);
	blanks[0] = blanks[progress.shown + 1] = '\r';
	progress_write(blanks, progress.shown + 2);
	progress.shown = 0;
}

/* Put the line together. */
static void
progress_say(struct cli_out *out, uint64_t microseconds)
{
	const uint64_t bytes = progress.done + progress.at;
	const uint64_t total = progress.total;
	const double rate = (double)bytes * 1e6 / (double)microseconds;

	if (total >= bytes && total > 0) {
		cli_out_number(out,
		    (uint64_t)((double)bytes * 100 / (double)total));
		cli_out_string(out, " %, ");
	}
	if (progress.several && progress.n_files > 0) {
		cli_show_count(out, progress.n_files, "file");
		cli_out_string(out, ", ");
	}
	cli_out_amount(out, bytes);
	if (total >= bytes && total > 0) {
		cli_out_string(out, " of ");
		cli_out_amount(out, total);
	}
	cli_out_string(out, ", ");
	cli_out_amount(out, (uint64_t)rate);
	cli_out_string(out, "/s");
	if (total >= bytes && bytes > 0) {
		cli_out_string(out, ", ");
		cli_out_duration(
		    out, (uint64_t)((double)(total - bytes) / rate + .999));
		cli_out_string(out, " left");
	}
	cli_out_string(out, ", ");
	cli_show_count(out, progress.edits_done + progress.edits, "repair");
}

static void
progress_show(uint64_t microseconds)
{
	static struct cli_out out;
	size_t len;

	out.fd = STDERR_FILENO;
	out.len = 0;
	if (progress.lines)
		cli_out_string(&out, "ungarble: ");
	progress_say(&out, microseconds);
	if (progress.lines) {
		cli_out_string(&out, "\n");
		progress_write(out.bytes, out.len);
		return;
	}
	len = out.len < progress.width ? out.len : progress.width - 1;
	len = CLI_MIN(len, PROGRESS_MOST);
	cli_progress_clear();
	progress_write(out.bytes, len);
	progress.shown = len;
}

void
cli_progress_at(uint64_t at, uint64_t n_edits)
{
	struct timespec now;
	uint64_t microseconds;

	progress.at = at;
	progress.edits = n_edits;
	if (!progress.on || clock_gettime(CLOCK_MONOTONIC, &now) < 0)
		return;
	microseconds =
	    (uint64_t)((now.tv_sec - progress.start.tv_sec) * 1000000 +
		(now.tv_nsec - progress.start.tv_nsec) / 1000);
	if (microseconds < progress.next)
		return;
	progress.next = microseconds +
	    (progress.lines ? PROGRESS_LINES : PROGRESS_EVERY);
	progress_show(microseconds);
}

void
cli_progress_next(void)
{
	progress.done += progress.at;
	progress.edits_done += progress.edits;
	progress.at = progress.edits = 0;
	progress.n_files++;
}

void
cli_progress_end(void)
{
	cli_progress_clear();
	progress.on = false;
}
