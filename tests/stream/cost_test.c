/*
 * cost_test.c - twice the input takes about twice the time, whatever it is
 *
 * Time is the process's own.  A worst case whose cost grows with the square of
 * its length shows a ratio near 4.  tests/bench/linear.c goes on to 64 MB.
 */
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "cost.h"
#include "worst.h"

#define SIZE ((size_t)1 << 18)

/* The smallest of a few ratios: other work on the machine only adds. */
static double
ratio(const char *in, const char *fixes, double *slowest)
{
	double best = 1e9;

	for (int i = 0; i < 4 && best > 2.6; i++) {
		const double once = cost_of(in, SIZE, fixes).seconds;
		const double twice = cost_of(in, 2 * SIZE, fixes).seconds;
		const double r = twice / (once > 0.002 ? once : 0.002);

		if (r < best) {
			best = r;
			*slowest = twice;
		}
	}
	return best;
}

static void
test(const struct worst *worst, char *in, const char *fixes)
{
	struct cost cost;
	double slowest = 0, r;

	worst_make(worst, in, 2 * SIZE);
	r = ratio(in, fixes, &slowest);
	if (!CHECK(worst->name, r < 3.0))
		fprintf(stderr, "ratio %.1f\n", r);
	/* And nowhere slower than half a megabyte in two seconds. */
	if (!CHECK(worst->name, slowest < 2.0))
		fprintf(stderr, "%.1f s\n", slowest);
	cost = cost_of(in, SIZE / 8, fixes);
	CHECK(worst->name, !cost.failed && cost_bounded(&cost, SIZE / 8));
}

int
main(int argc, char *argv[])
{
	const struct worst *worst;
	char *const in = malloc(2 * SIZE);

	(void)argc;
	if (in == NULL)
		return 2;
	for (size_t i = 0; (worst = worst_at(i)) != NULL; i++)
		test(worst, in, i % 2 == 0 ? NULL : "all");
	free(in);
	return check_done(argv[0]);
}
