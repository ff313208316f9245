/*
 * tally.c - what became of lines, by kind
 */
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>

struct tally_row *
tally_row(struct tally *tally, const char *name)
{
	struct tally_row *row = tally->rows;

	while (row < tally->rows + tally->n && strcmp(row->name, name) != 0)
		row++;
	if (row == tally->rows + TALLY_ROWS) {
		row--;
		snprintf(row->name, sizeof(row->name), "others");
	} else if (row == tally->rows + tally->n) {
		tally->n++;
		snprintf(row->name, sizeof(row->name), "%s", name);
	}
	return row;
}

static int
row_compare(const void *a, const void *b)
{
	return strcmp(((const struct tally_row *)a)->name,
	    ((const struct tally_row *)b)->name);
}

static void
row_print(const char *name, const unsigned long counts[4])
{
	const unsigned long n = counts[0] + counts[1] + counts[2] + counts[3];
	const double percent = n == 0 ? 0 : 100.0 / (double)n;

	printf("%-58s %9lu", name, n);
	for (int i = 0; i < 4; i++)
		printf(" %8lu %6.2f", counts[i], percent * (double)counts[i]);
	printf("\n");
}

void
tally_print(struct tally *tally)
{
	unsigned long counts[4] = { 0 };

	qsort(tally->rows, tally->n, sizeof(*tally->rows), row_compare);
	printf("%-58s %9s %15s %15s %15s %15s\n", "kind", "lines",
	    "restored      %", "left      %", "partly      %",
	    "third      %");
	for (size_t i = 0; i < tally->n; i++) {
		row_print(tally->rows[i].name, tally->rows[i].counts);
		for (int k = 0; k < 4; k++)
			counts[k] += tally->rows[i].counts[k];
	}
	row_print("all", counts);
}

unsigned long
tally_count(const struct tally *tally, enum damage_verdict verdict)
{
	unsigned long n = 0;

	for (size_t i = 0; i < tally->n; i++)
		n += tally->rows[i].counts[verdict];
	return n;
}
