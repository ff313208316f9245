/*
 * threads.c - -T: how many work on an input
 *
 *	-T4         ->  4, and 136M are allowed
 *	-T0 -M 80M  ->  2 where there are more processors
 */
#define _XOPEN_SOURCE 700

#include <unistd.h>

#include "threads.h"
#include "least.h"
#include "memory.h"
#include "message.h"

#define THREADS_MAX 256

/* What threads take at most, as ungarble(1) has it. */
#define THREADS_MEMORY ((size_t)24 << 20)
#define THREAD_MEMORY  ((size_t)28 << 20)

bool
cli_threads_parse(const char *s, unsigned *n)
{
	*n = 0;
	if (*s == '\0')
		return false;
	for (; *s >= '0' && *s <= '9' && *n <= THREADS_MAX; s++)
		*n = *n * 10 + (unsigned)(*s - '0');
	return *s == '\0' && *n <= THREADS_MAX;
}

static size_t
threads_need(unsigned n)
{
	return THREADS_MEMORY + n * THREAD_MEMORY;
}

/* One for each processor, as far as memory allows. */
static unsigned
threads_default(void)
{
#ifdef _SC_NPROCESSORS_ONLN
	const long there = sysconf(_SC_NPROCESSORS_ONLN);
#else
	const long there = 1;
#endif
	unsigned n = (unsigned)CLI_MAX(1, CLI_MIN(there, THREADS_MAX));

	while (n > 1 && !cli_memory_allow(threads_need(n)))
		n--;
	return n;
}

bool
cli_threads_settle(struct cli_options *options)
{
	struct cli_out *out;

	if (options->line_buffered || !options->threaded)
		options->threads = 1;
	if (options->threads == 0)
		options->threads = threads_default();
	if (options->threads < 2 ||
	    cli_memory_allow(threads_need(options->threads)))
		return true;
	out = cli_message_start("--threads");
	cli_out_string(out, "so many take up to ");
	cli_out_number(out, threads_need(options->threads) >> 20);
	cli_out_string(out, "M, and --memory allows less");
	cli_message_end();
	cli_message(NULL, "--threads=0 takes as many as it allows");
	return false;
}
