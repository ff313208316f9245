/*
 * linear.c - the time of worst cases, and what else must not grow
 *
 *	linear [-m MIB] [-s SECONDS] [NAME]...
 *
 * Each case of tests/stream/worst.c, by default and with all repairs, is run at
 * sizes that double up to MIB (64), or until a run takes SECONDS (4).  Of the
 * two largest it is printed, and held, that the second takes less than 2.2 times
 * as long, if it takes 50 ms; that memory stays below 16 MiB; and that the output
 * is at most so many times the input.  1 if any fails.
 */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stream/cost.h"
#include "stream/worst.h"

#define SMALL    ((size_t)1 << 18)
#define RATIO    2.2
#define TOO_FAST 0.05
#define MEMORY   ((size_t)16 << 20) /* bytes; as ungarble(1) has it */

struct limits {
	size_t most;
	double seconds;
};

/* The two largest sizes that were run. */
struct pair {
	struct cost half, whole;
	size_t len; /* of the whole */
};

/* The fastest of a few runs: other work on the machine only adds. */
static void
pair_again(struct pair *pair, const char *in, const char *fixes)
{
	const struct cost half = cost_of(in, pair->len / 2, fixes);
	const struct cost whole = cost_of(in, pair->len, fixes);

	if (half.seconds < pair->half.seconds)
		pair->half.seconds = half.seconds;
	if (whole.seconds < pair->whole.seconds)
		pair->whole.seconds = whole.seconds;
}

static double
pair_ratio(const struct pair *pair)
{
	return pair->whole.seconds / (pair->half.seconds > 1e-3 ?
	    pair->half.seconds : 1e-3);
}

static bool
pair_slow(const struct pair *pair)
{
	return pair->whole.seconds >= TOO_FAST && pair_ratio(pair) >= RATIO;
}

static struct pair
pair_of(const char *in, const char *fixes,
    const struct limits *limits)
{
	struct pair pair = { .len = SMALL };

	pair.whole = cost_of(in, pair.len, fixes);
	do {
		pair.half = pair.whole;
		pair.len *= 2;
		pair.whole = cost_of(in, pair.len, fixes);
	} while (pair.len < limits->most &&
	    2 * pair.whole.seconds <= limits->seconds);
	for (int i = 0; i < 5 && pair_slow(&pair); i++)
		pair_again(&pair, in, fixes);
	return pair;
}

/* What is held back is bounded, whatever the input. */
static bool
pair_grows(const struct pair *pair)
{
	return pair->whole.peak > MEMORY;
}

static bool
judge(const struct worst *worst, const char *fixes, const struct pair *pair)
{
	const bool slow = pair_slow(pair), grows = pair_grows(pair);
	const bool much = !cost_bounded(&pair->whole, pair->len);
	const double mib = (double)pair->len / (1 << 20);

	printf("%-34s %-8s %6.1f %8.3f %6.2f %8.1f %8zu %7.2f%s%s%s%s\n",
	    worst->name, fixes != NULL ? fixes : "default", mib,
	    pair->whole.seconds, pair_ratio(pair),
	    mib / (pair->whole.seconds > 1e-3 ? pair->whole.seconds : 1e-3),
	    pair->whole.peak / 1024,
	    (double)pair->whole.out_len / (double)pair->len,
	    slow ? " SLOW" : "", grows ? " GROWS" : "", much ? " MUCH" : "",
	    pair->whole.failed || pair->half.failed ? " FAILED" : "");
	fflush(stdout);
	return !slow && !grows && !much && !pair->whole.failed &&
	    !pair->half.failed;
}

static bool
wanted(const struct worst *worst, char *names[], int n)
{
	for (int i = 0; i < n; i++)
		if (strcmp(worst->name, names[i]) == 0)
			return true;
	return n == 0;
}

static bool
run(const struct worst *worst, char *in, const struct limits *limits)
{
	bool good = true;

	worst_make(worst, in, limits->most);
	for (int all = 0; all < 2; all++) {
		const char *const fixes = all ? "all" : NULL;
		const struct pair pair = pair_of(in, fixes, limits);

		good = judge(worst, fixes, &pair) && good;
	}
	return good;
}

int
main(int argc, char *argv[])
{
	struct limits limits = { (size_t)64 << 20, 4 };
	const struct worst *worst;
	unsigned n = 0, n_bad = 0;
	char *in;
	int c;

	while ((c = getopt(argc, argv, "m:s:")) != -1) {
		if (c == 'm')
			limits.most = (size_t)strtoul(optarg, NULL, 10) << 20;
		else if (c == 's')
			limits.seconds = strtod(optarg, NULL);
		else
			return 2;
	}
	if (limits.most < 2 * SMALL || (in = malloc(limits.most)) == NULL)
		return 2;
	printf("%-34s %-8s %6s %8s %6s %8s %8s %7s\n", "case", "fixes", "MiB",
	    "seconds", "ratio", "MiB/s", "peak KiB", "out/in");
	for (size_t i = 0; (worst = worst_at(i)) != NULL; i++) {
		if (!wanted(worst, argv + optind, argc - optind))
			continue;
		n++;
		n_bad += !run(worst, in, &limits);
	}
	printf("%u cases, %u not linear\n", n, n_bad);
	free(in);
	return n == 0 || n_bad > 0;
}
