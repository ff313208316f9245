/*
 * plan_made.h - an input, its plan, and a file that a plan is read from
 *
 * Include it behind _XOPEN_SOURCE.
 */
#ifndef PLAN_MADE_H
#define PLAN_MADE_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/plan.h"
#include "heard.h"

static FILE *input, *plan_file;
static char plan_name[32];
static uint64_t size;
static char plan[2 * CLI_BLOCK];
static size_t plan_len;

/* Have an input of so many lines; one of them is as long as asked for. */
static inline void
make_input(const char *line, size_t n, size_t at, size_t long_len)
{
	rewind(input);
	CHECK("input", ftruncate(fileno(input), 0) == 0);
	for (size_t i = 0; i < n; i++) {
		(void)fputs(line, input);
		for (size_t j = 0; i == at && j < long_len; j++)
			(void)putc(' ', input);
		(void)putc('\n', input);
	}
	(void)fflush(input);
	size = (uint64_t)ftell(input);
	CHECK("its beginning", lseek(fileno(input), 0, SEEK_SET) == 0);
}

/* Make a plan of it, and have it in plan[]. */
static inline void
make(const struct cli_options *options)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	static struct cli_out out;
	bool failed = true;

	opts.from = options->from;
	opts.fields = options->fields;
	CHECK("its beginning", lseek(fileno(input), 0, SEEK_SET) == 0);
	heard_out(&out);
	CHECK("made", cli_plan_make(&out, fileno(input), size, options, &opts,
	    &failed) == UNGARBLE_OK && !failed && cli_out_flush(&out));
	strcpy(plan, heard_read());
	plan_len = strlen(plan);
}

static inline void
put(const char *bytes, size_t len)
{
	const int fd = fileno(plan_file);

	CHECK("written", ftruncate(fd, 0) == 0 &&
	    pwrite(fd, bytes, len, 0) == (ssize_t)len);
}

static inline bool
taken(struct cli_plan *to, const struct cli_options *options)
{
	memset(to, 0, sizeof(*to));
	return cli_plan_read(to, options);
}

/* Have both files; without them the test ends. */
static inline void
made_open(void)
{
	input = tmpfile();
	plan_file = tmpfile();
	if (input == NULL || plan_file == NULL) {
		perror("tmpfile");
		exit(2);
	}
	(void)snprintf(plan_name, sizeof(plan_name), "/dev/fd/%d",
	    fileno(plan_file));
}

#endif /* PLAN_MADE_H */
