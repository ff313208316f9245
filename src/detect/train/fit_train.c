/*
 * fit_train.c - fits model/weights.h: prints it anew
 *
 *	fit_train DIR LINES < weights.h > new
 *
 * Every weight that is FITTED is moved up and down as long as the mean surprise
 * (-ln of the share of the right reading, of all readings) of the items that
 * items_train.c makes of DIR and LINES falls.  What was moved, and what was
 * left alone, is said on stderr.  The library must be built with UG_TRAINING
 * defined: its weights are variables then.  The file is printed as it was read,
 * but for the numbers.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "detect/detector.h"
#include "items_train.h"
#include "model/train/train.h"
#include "model/weights.h"
#include "model/train/weights_train.h"

#define STEP_FIRST .4   /* a weight is moved by so much of it; */
#define STEP_LAST  .05  /* halved when nothing helps, down to that */
#define WORTH      1e-5 /* nats that a move must save */
#define NO_SHARE   1e-9 /* of a reading that is not there: 21 nats */

#define WHO(X) \
	X(FITTED, "fitted") \
	X(UNIT, "the others are measured in it") \
	X(MET, "how often a thing is met is not in these data") \
	X(STREAM, "what stands around a record is not in these data") \
	X(ASKED, "what the caller says is not in these data")

enum who {
#define WHO_NAME(who, why) who,
	WHO(WHO_NAME)
};

static const char *const reasons[] = {
#define WHO_REASON(who, why) why,
	WHO(WHO_REASON)
};

static const char *const names[] = {
#define WEIGHT_NAME(who, name, value) #name,
	UG_WEIGHTS(WEIGHT_NAME)
};

static const enum who setters[] = {
#define WEIGHT_WHO(who, name, value) who,
	UG_WEIGHTS(WEIGHT_WHO)
};

static double right; /* share of items that were, in the last surprise() */

/* The share of the right reading of one item. */
static double
item_share(const struct train_item *item, const struct ug_reading_of *r,
    size_t n)
{
	double all = NO_SHARE, mine = NO_SHARE;
	uint64_t signature = 0;

	for (size_t k = 0; k < n; k++)
		if (r[k].encoding == item->encoding)
			signature = r[k].signature;
	for (size_t k = 0; k < n; k++) {
		const double p = exp(-(r[k].cost - r[0].cost) /
		    (double)UG_W(HEAT));
		size_t first = 0;

		while (r[first].signature != r[k].signature)
			first++;
		all += first == k ? p : 0;
		mine += first == k && r[k].signature == signature ? p : 0;
	}
	right += n > 0 && r[0].signature == signature;
	return mine / all;
}

/*
 * The mean surprise of all items, in nats.  A detector of its own: some costs
 * are computed when it is made.
 */
static double
surprise(void)
{
	const struct ug_candidates candidates = { .fallback = &ug_windows_1252,
		.flat = true };
	struct ug_detector *detector;
	double sum = 0;

	right = 0;
	if (ug_detector_new(&detector, &candidates, &ug_alloc_libc) !=
	    UNGARBLE_OK)
		exit(1);
	for (size_t i = 0; i < train_n_items; i++) {
		const struct train_item *const item = &train_items[i];
		const struct ug_reading_of *r;
		size_t n;

		if (ug_detector_read(detector, item->bytes, item->len, NULL,
		    &r, &n) != UNGARBLE_OK)
			exit(1);
		sum -= log(item_share(item, r, n));
	}
	ug_detector_free(detector);
	right /= (double)train_n_items;
	return sum / (double)train_n_items;
}

/* Move a weight by a step if that helps; *best is the surprise so far. */
static bool
weight_move(size_t i, double step, double *best)
{
	const int old = ug_weights[i];
	const double factors[] = { 1 / (1 + step), 1 + step };

	for (size_t way = 0; way < 2; way++) {
		double now;

		ug_weights[i] = (int)(old * factors[way] + .5);
		now = surprise();
		if (now < *best - WORTH) {
			*best = now;
			fprintf(stderr, "%-14s %5d  %.5f  %.2f %%\n",
			    names[i], ug_weights[i], now, 100 * right);
			return true;
		}
	}
	ug_weights[i] = old;
	return false;
}

static void
fit(void)
{
	double best = surprise(), step = STEP_FIRST;

	fprintf(stderr, "%zu items, surprise %.5f, right %.2f %%\n",
	    train_n_items, best, 100 * right);
	while (step >= STEP_LAST) {
		bool better = false;

		for (size_t i = 0; i < UG_N_WEIGHTS; i++)
			if (setters[i] == FITTED)
				better |= weight_move(i, step, &best);
		/* What moved may let others move far again. */
		step = better ? STEP_FIRST : step / 2;
	}
	for (size_t i = 0; i < UG_N_WEIGHTS; i++)
		if (setters[i] != FITTED)
			fprintf(stderr, "%s left alone: %s\n",
			    names[i], reasons[setters[i]]);
}

int
main(int argc, char **argv)
{
	if (argc != 3) {
		fprintf(stderr, "usage: fit_train DIR LINES < weights.h\n");
		return 2;
	}
	train_items_read(argv[1], argv[2]);
	fit();
	return train_weights_print(names, ug_weights, UG_N_WEIGHTS);
}
