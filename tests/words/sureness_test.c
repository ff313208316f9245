/*
 * sureness_test.c - per cent and the leads that ask for them
 */
#include "words/sureness.h"

#include <limits.h>

#include "check.h"

int
main(int argc, char **argv)
{
	unsigned last = 0;

	(void)argc;
	CHECK("below the least none is told",
	    ug_sureness_percent(UG_LEAD_LEAST - 1) == 0);
	CHECK("at it some", ug_sureness_percent(UG_LEAD_LEAST) > 0);
	for (int lead = UG_LEAD_LEAST; lead < 40 * UG_CONTEXT_SCALE; lead++) {
		const unsigned percent = ug_sureness_percent(lead);

		CHECK("grows, and never to 100", percent >= last &&
		    percent < 100);
		last = percent;
	}
	for (unsigned percent = 1; percent <= last; percent++) {
		const int least = ug_sureness_least(percent);

		CHECK("enough", ug_sureness_percent(least) >= percent);
		CHECK("no more", least == UG_LEAD_LEAST ||
		    ug_sureness_percent(least - 1) < percent);
	}
	CHECK("more than any", ug_sureness_least(last + 1) == INT_MAX);
	return check_done(argv[0]);
}
