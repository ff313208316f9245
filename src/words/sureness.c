/*
 * sureness.c - how sure an edit of words is, by its lead over all else
 *
 * Per cent are the share of right edits among those whose lead is as large or
 * up to .75 nats larger, on documents found and marked by a reader:
 * words-real.py fits the table.  The default of 90 is right in 95 of 100.
 */
#include "sureness.h"

#include <limits.h>

#define STEP (UG_CONTEXT_SCALE / 4)
#define N ((int)sizeof(percents))

/* For leads from UG_LEAD_LEAST on, by STEP. */
static const uint8_t percents[] = {
	43, 48, 52, 57, 61, 65, 68, 72, 76, 79, 81, 84, 86,
	88, 89, 91, 92, 93, 94, 95, 96, 96, 97, 97, 98, 98, 98
};

unsigned
ug_sureness_percent(int lead)
{
	const int at = (lead - UG_LEAD_LEAST) / STEP;
	const int part = (lead - UG_LEAD_LEAST) % STEP;

	if (lead < UG_LEAD_LEAST)
		return 0;
	if (at + 1 >= N)
		return percents[N - 1];
	return percents[at] +
	    (unsigned)((percents[at + 1] - percents[at]) * part / STEP);
}

int
ug_sureness_least(unsigned percent)
{
	int least = percent > percents[N - 1] ? INT_MAX : UG_LEAD_LEAST;

	if (least == INT_MAX)
		return least;
	while (ug_sureness_percent(least + STEP) < percent)
		least += STEP;
	while (ug_sureness_percent(least) < percent)
		least++;
	return least;
}
