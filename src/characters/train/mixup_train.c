/*
 * mixup_train.c - fits mixup_weights.h: prints it anew
 *
 *	mixup_train DIR CLEAN [CORPUS] < mixup_weights.h > new
 *
 * Lines that are to be restored and lines that are to stay: mixup_lines_train.c
 * says which.  What a line may have been is looked for once; weights only say
 * whether that is likely enough.  Each that is FITTED is moved up and down as
 * long as that helps: more lines restored, a mean over ways, less WRONG times
 * those made wrong, less PRICE for each clean line altered or nearly so.  What
 * was moved is said on stderr.
 */
#include <stdlib.h>
#include <string.h>

#include "mixup_train.h"
#include "base/least.h"
#include "model/train/train.h"
#include "model/train/weights_train.h"

#define ITEMS_MAX   2000000
#define NEARLY      1000 /* clean lines count that come nearer than that, */
#define BEYOND      1000 /* up to this: what gains still more is garbled */
#define PRICE       30   /* hundredths of a percent, for one altered */
#define WRONG       3    /* a line made wrong is as bad as so many that stay */
#define SEARCHED    500  /* what costs more than the line by that is nothing */
#define STEP_FIRST  .4   /* a weight is moved by so much of it; */
#define STEP_LAST   .05  /* halved when nothing helps, down to that */
#define N_GARBLED   (TRAIN_N_WAYS - 1)
#define UNIT        10   /* and is so many hundredths */

static const char *const way_names[] = {
#define WAY_NAME(name) #name,
	TRAIN_WAYS(WAY_NAME)
};

enum who { FITTED, SET };

static const char *const names[] = {
#define WEIGHT_NAME(who, name, value) #name,
	UG_MIXUP_WEIGHTS(WEIGHT_NAME)
};

static const enum who setters[] = {
#define WEIGHT_WHO(who, name, value) who,
	UG_MIXUP_WEIGHTS(WEIGHT_WHO)
};

/* A line, what it may have been, and whether it was that. */
struct item {
	enum train_way way;
	bool right;
	char *clean; /* the line, if it is */
	struct ug_mixup_case its;
};

static struct item *items;
static size_t n_items;
static long n_way[TRAIN_N_WAYS]; /* all lines, of which few may be a mix-up */
static struct ug_codings codings;
static struct ug_arena scratch = { .alloc = &ug_alloc_libc };

/* How a set of weights does; in hundredths of a percent but for the counts. */
struct result {
	long score, restored, wrong;
	long altered, near; /* clean lines; and for how many those count */
	long right[TRAIN_N_WAYS], bad[TRAIN_N_WAYS];
};

/* ---- what is looked for once ---- */

/* The next character; several lost in a row are one. */
static uint32_t
text_next(struct ug_text text, size_t *at)
{
	uint32_t c = ug_text_next(text, at);
	size_t next = *at;

	while (c == UG_REPLACEMENT && next < text.len &&
	    ug_text_next(text, &next) == UG_REPLACEMENT)
		*at = next;
	return c;
}

static bool
text_same(struct ug_text a, struct ug_text b)
{
	size_t i = 0, k = 0;

	while (i < a.len && k < b.len)
		if (text_next(a, &i) != text_next(b, &k))
			return false;
	return i == a.len && k == b.len;
}

/* Do the changes make `truth` of the line s? */
static bool
case_right(const struct ug_mixup_line *line, const struct ug_mixup_case *its,
    const char *s, const char *truth)
{
	char *const out = ug_arena_take(&scratch, strlen(s) * 6 + 1);
	size_t len = 0, done = 0;

	if (out == NULL)
		exit(1);
	for (size_t i = 0; i < its->n; i++) {
		const struct ug_mixup_change *const change = &its->changes[i];
		const size_t at = line->at[change->first];

		memcpy(out + len, s + done, at - done);
		len += at - done;
		memcpy(out + len, change->text.s, change->text.len);
		len += change->text.len;
		done = line->at[change->end];
	}
	memcpy(out + len, s + done, strlen(s) - done);
	len += strlen(s) - done;
	return text_same((struct ug_text){ out, len },
	    (struct ug_text){ truth, strlen(truth) });
}

static void
item_add(enum train_way way, const char *s, const char *truth)
{
	const struct ug_scope scope = { .codings = &codings,
		.scratch = &scratch };
	struct item *const item = &items[n_items];
	struct ug_mixup_line line;
	struct ug_mixup_bytes bytes;

	if (n_items == ITEMS_MAX || (way != TRAIN_CLEAN &&
	    strcmp(s, truth) == 0))
		return;
	n_way[way]++;
	ug_arena_reset(&scratch);
	if (ug_mixup_line((struct ug_text){ s, strlen(s) }, NULL, &scratch,
	    &line) != UNGARBLE_OK)
		exit(1);
	if (!ug_mixup_suspect(&line, false))
		return;
	if (ug_mixup_bytes(&line, &scratch, &bytes) != UNGARBLE_OK ||
	    ug_mixup_weigh(&scope, &bytes, line.cost + SEARCHED, &item->its) !=
	    UNGARBLE_OK)
		exit(1);
	if (item->its.n == 0)
		return;
	item->way = way;
	item->right = case_right(&line, &item->its, s, truth);
	if (way == TRAIN_CLEAN) {
		if (item->right)
			return;
		item->clean = train_grab(strlen(s) + 1, 1);
		strcpy(item->clean, s);
	}
	n_items++;
}

static int
item_compare(const void *a, const void *b)
{
	const struct item *const one = a, *const two = b;

	if (one->clean == NULL || two->clean == NULL)
		return (two->clean == NULL) - (one->clean == NULL);
	return strcmp(one->clean, two->clean);
}

/* Count each clean line but once. */
static void
items_unite(void)
{
	size_t n = 0;

	qsort(items, n_items, sizeof(*items), item_compare);
	for (size_t i = 0; i < n_items; i++)
		if (n == 0 || items[i].clean == NULL || items[n - 1].clean ==
		    NULL || strcmp(items[i].clean, items[n - 1].clean) != 0)
			items[n++] = items[i];
	n_items = n;
}

/* ---- weights ---- */

/* For how much of a line altered does a clean one count?  In thousandths. */
static long
item_near(const struct item *item)
{
	struct ug_mixup_case its = item->its;
	int margin;

	its.gain += NEARLY;
	if (!ug_mixup_likely(&its, &margin))
		return 0;
	return 1000L * UG_MIN(margin, NEARLY + BEYOND) / NEARLY;
}

static struct result
weights_try(void)
{
	struct result r = { .score = 0 };
	int margin;

	for (size_t i = 0; i < n_items; i++) {
		const struct item *const item = &items[i];

		if (item->clean != NULL)
			r.near += item_near(item);
		if (!ug_mixup_likely(&item->its, &margin))
			continue;
		if (item->right)
			r.right[item->way]++;
		else
			r.bad[item->way]++;
	}
	r.altered = r.bad[TRAIN_CLEAN];
	for (unsigned w = TRAIN_CLEAN + 1; w < TRAIN_N_WAYS; w++) {
		if (n_way[w] == 0)
			continue;
		r.restored += 10000 * r.right[w] / n_way[w] / N_GARBLED;
		r.wrong += 10000 * r.bad[w] / n_way[w] / N_GARBLED;
	}
	r.score = r.restored - WRONG * r.wrong - PRICE * r.near / 1000;
	return r;
}

static void
result_say(const char *what, int value, const struct result *r)
{
	fprintf(stderr, "%-14s %5d  score %ld, altered %ld, near %ld, "
	    "restored %ld, wrong %ld\n", what, value, r->score, r->altered,
	    r->near / 1000, r->restored, r->wrong);
}

/* The same by ways, and the clean lines that are altered. */
static void
result_tell(const struct result *r)
{
	int margin;

	for (unsigned w = TRAIN_CLEAN; w < TRAIN_N_WAYS; w++)
		fprintf(stderr, "%-14s %8ld lines, restored %ld, wrong %ld\n",
		    way_names[w], n_way[w], r->right[w], r->bad[w]);
	for (size_t i = 0; i < n_items; i++)
		if (items[i].clean != NULL &&
		    ug_mixup_likely(&items[i].its, &margin))
			fprintf(stderr, "%d\t%s\n", margin, items[i].clean);
}

/* Move a weight by a step if that helps; *best is the result so far. */
static bool
weight_move(size_t i, double step, struct result *best)
{
	const int old = ug_mixup_weights[i];
	const double factors[] = { 1 / (1 + step), 1 + step };

	for (size_t k = 0; k < 2; k++) {
		ug_mixup_weights[i] = (int)(old * factors[k] / UNIT + .5) *
		    UNIT;
		const struct result now = weights_try();

		if (now.score > best->score) {
			*best = now;
			result_say(names[i], ug_mixup_weights[i], best);
			return true;
		}
	}
	ug_mixup_weights[i] = old;
	return false;
}

int
main(int argc, char **argv)
{
	struct result best;

	if (argc != 3 && argc != 4) {
		fprintf(stderr, "usage: mixup_train DIR CLEAN [CORPUS] "
		    "< weights > new\n");
		return 2;
	}
	ug_codings_init(&codings);
	items = train_grab(ITEMS_MAX, sizeof(*items));
	train_mixup_lines(&codings, argv[1], argv[2], argv[3], item_add);
	items_unite();
	best = weights_try();
	result_say("items", (int)n_items, &best);
	result_tell(&best);
	for (double step = STEP_FIRST; step >= STEP_LAST; ) {
		bool better = false;

		for (size_t i = 0; i < UG_MIXUP_N_WEIGHTS; i++)
			if (setters[i] == FITTED)
				better |= weight_move(i, step, &best);
		step = better ? step : step / 2;
	}
	result_tell(&best);
	return train_weights_print(names, ug_mixup_weights,
	    UG_MIXUP_N_WEIGHTS);
}
