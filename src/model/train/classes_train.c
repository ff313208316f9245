/*
 * classes_train.c - what a class costs behind a class, the same in any language
 *
 * Letter behind letter: how likely its case is, given that a letter comes.  All
 * else: how likely the class is, given, behind a letter, that none comes.  All
 * languages weigh the same, whatever the length of their texts.
 */
#include <math.h>

#include "base/least.h"
#include "counts_train.h"
#include "model_train.h"
#include "out_train.h"

#define WEIGHED 1e6   /* counts that a language is given */
#define BACKOFF 50.0  /* weight of a class alone against its neighbour */
#define NEW     .02   /* count of a class that was never met */
#define NEVER   20.0  /* nats: no cost is higher */

typedef double class_matrix[UG_N_CLASSES][UG_N_CLASSES];

static bool
is_letter(size_t class)
{
	return class >= UG_LOWER && class <= UG_IDEOGRAPH;
}

static void
classes_sum(class_matrix sum)
{
	for (size_t l = 0; l < train_n_languages; l++) {
		const struct train_counts *const one = &train_counts[l];
		double total = 1;

		for (size_t a = 0; a < UG_N_CLASSES; a++)
			for (size_t b = 0; b < UG_N_CLASSES; b++)
				total += one->classes[a][b];
		for (size_t a = 0; a < UG_N_CLASSES; a++)
			for (size_t b = 0; b < UG_N_CLASSES; b++)
				sum[a][b] += one->classes[a][b] / total *
				    WEIGHED;
	}
}

/* The cost of each class behind `a`, in nats. */
static void
classes_weigh(class_matrix sum, size_t a, double alone[2][UG_N_CLASSES],
    const double *all, double *costs)
{
	double row[2] = { 0, 0 };

	for (size_t b = 0; b < UG_N_CLASSES; b++)
		row[is_letter(a) && is_letter(b)] += sum[a][b];
	for (size_t b = 0; b < UG_N_CLASSES; b++) {
		const size_t k = is_letter(a) && is_letter(b);
		const double p = (alone[k][b] + NEW) / (all[k] + 1);

		costs[b] = -log((sum[a][b] + BACKOFF * p) /
		    (row[k] + BACKOFF));
		costs[b] = UG_MIN(costs[b], NEVER);
	}
	/* Runs of spaces are one in the texts. */
	if (a == UG_SPACE)
		costs[UG_SPACE] = log(2);
}

void
train_write_classes(void)
{
	static class_matrix sum;
	double alone[2][UG_N_CLASSES] = { { 0 } }, all[2] = { 0 };

	classes_sum(sum);
	for (size_t a = 0; a < UG_N_CLASSES; a++)
		for (size_t b = 0; b < UG_N_CLASSES; b++) {
			alone[is_letter(a) && is_letter(b)][b] += sum[a][b];
			all[is_letter(a) && is_letter(b)] += sum[a][b];
		}
	train_section(UG_BLOB_CLASS_PAIR);
	for (size_t a = 0; a < UG_N_CLASSES; a++) {
		double costs[UG_N_CLASSES];

		classes_weigh(sum, a, alone, all, costs);
		for (size_t b = 0; b < UG_N_CLASSES; b++)
			train_put16((unsigned)(costs[b] * 100 + .5));
	}
}
