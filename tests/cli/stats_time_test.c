/*
 * stats_time_test.c - how long it took, by a clock that the test turns
 */
#define _XOPEN_SOURCE 700

#include "cli/stats.h"

#include <string.h>
#include <time.h>

#include "check.h"
#include "heard.h"

/* The program's clock, in place of the system's: nanoseconds. */
static uint64_t now;

int
clock_gettime(clockid_t clock, struct timespec *ts)
{
	(void)clock;
	ts->tv_sec = (time_t)(now / 1000000000);
	ts->tv_nsec = (long)(now % 1000000000);
	return 0;
}

static const struct {
	uint64_t start, end; /* nanoseconds */
	uint64_t in_len;
	const char *words, *json;
} rows[] = {
	{ 0, 0, 0, "0.000 s, 0 B/s\n", "\"seconds\":0.000000,\"rate\":0}\n" },
	{ 7, 1500000007, 3000, "1.500 s, 2.0 kB/s\n",
	    "\"seconds\":1.500000,\"rate\":2000}\n" },
	{ 5999999999, 6000000999, 1, "0.000 s, 1.0 MB/s\n",
	    "\"seconds\":0.000001,\"rate\":1000000}\n" },
	{ 1999999000, 2123456000, 0, "0.123 s, 0 B/s\n",
	    "\"seconds\":0.123457,\"rate\":0}\n" },
	{ 0, 3600999999999, 36009999, "3600.999 s, 9.9 kB/s\n",
	    "\"seconds\":3600.999999,\"rate\":9999}\n" },
};

static bool
ends(const char *said, const char *end)
{
	return strlen(said) > strlen(end) &&
	    strcmp(said + strlen(said) - strlen(end), end) == 0;
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		static struct cli_stats stats;

		now = rows[i].start;
		cli_stats_start(&stats);
		stats.in_len = rows[i].in_len;
		now = rows[i].end;
		heard_start();
		cli_stats_tell(&stats, false);
		if (!CHECK(rows[i].words, ends(heard(), rows[i].words)))
			fprintf(stderr, "    %s\n", heard_read());
		heard_start();
		cli_stats_tell(&stats, true);
		if (!CHECK(rows[i].json, ends(heard(), rows[i].json)))
			fprintf(stderr, "    %s\n", heard_read());
	}
	return check_done("stats_time_test");
}
