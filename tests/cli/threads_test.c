/*
 * threads_test.c - how many threads are asked for, and may be had
 */
#define _XOPEN_SOURCE 700

#include "cli/threads.h"

#include <unistd.h>

#include "check.h"
#include "cli/memory.h"
#include "heard.h"

#define BAD UINT32_MAX

static const struct {
	const char *s;
	unsigned n;
} values[] = {
	{ "", BAD }, { "0", 0 }, { "1", 1 }, { "9", 9 }, { "10", 10 },
	{ "007", 7 }, { "255", 255 }, { "256", 256 }, { "257", BAD },
	{ "260", BAD }, { "999", BAD }, { "2560", BAD }, { "4294967297", BAD },
	{ "-1", BAD }, { "+1", BAD }, { " 1", BAD }, { "1 ", BAD },
	{ "/", BAD }, { ":", BAD }, { "1/", BAD }, { "1:", BAD }, { "x", BAD },
};

/* How many come of so many, that take up to n * 28M + 24M. */
static const struct {
	unsigned asked;
	bool threaded, line_buffered;
	const char *memory;
	unsigned n; /* BAD: it is refused */
} rows[] = {
	{ 5, false, false, "1M", 1 },
	{ 0, false, false, "1M", 1 },
	{ 5, true, true, "1M", 1 },
	{ 1, true, false, "1M", 1 },
	{ 2, true, false, "80M", 2 },
	{ 2, true, false, "83886079", BAD },
	{ 4, true, false, "136M", 4 },
	{ 4, true, false, "135M", BAD },
	{ 256, true, false, "7192M", 256 },
	{ 0, true, false, "79M", 1 },
	{ 0, true, false, "1", 1 },
};

static void
check_row(size_t i)
{
	struct cli_options options = { .threads = rows[i].asked,
		.threaded = rows[i].threaded,
		.line_buffered = rows[i].line_buffered };
	char said[128] = "";
	bool good;

	CHECK(rows[i].memory, cli_memory_set(rows[i].memory));
	if (rows[i].n == BAD)
		snprintf(said, sizeof(said), "ungarble: --threads: so many "
		    "take up to %uM, and --memory allows less\n"
		    "ungarble: --threads=0 takes as many as it allows\n",
		    24 + 28 * rows[i].asked);
	heard_start();
	good = cli_threads_settle(&options);
	CHECK(rows[i].memory, heard_is(said));
	CHECK(rows[i].memory, good == (rows[i].n != BAD));
	CHECK(rows[i].memory, !good || options.threads == rows[i].n);
}

/* As many as there are processors, and memory for. */
static void
check_processors(void)
{
	const long there = sysconf(_SC_NPROCESSORS_ONLN);
	const unsigned most = there < 1 ? 1 : there > 256 ? 256 :
	    (unsigned)there;

	for (unsigned n = 2; n <= 8; n++) {
		struct cli_options options = { .threads = 0,
			.threaded = true };
		char memory[32];

		snprintf(memory, sizeof(memory), "%uM", 24 + 28 * n);
		CHECK(memory, cli_memory_set(memory) &&
		    cli_threads_settle(&options) &&
		    options.threads == (most < n ? most : n));
	}
}

int
main(void)
{
	struct cli_options many = { .threads = 256, .threaded = true };
	unsigned n;

	CHECK("where nobody set a limit it is raised",
	    cli_threads_settle(&many) && many.threads == 256);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		CHECK(values[i].s, cli_threads_parse(values[i].s, &n)
			? n == values[i].n
			: values[i].n == BAD);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(i);
	check_processors();
	return check_done("threads_test");
}
