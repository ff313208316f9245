/*
 * lexicon_check.c - rows of a lexicon that contradict other rows
 *
 * A row given twice, originals of one form that claim more than all of it, and
 * rows that context does not decide and that would undo each other for ever:
 *
 *	film	movie	word	B
 *	movie	film	word	B
 *
 * Where context decides (tiers C and D), or a rule, such rows are fair.  What
 * clean text says against a row is not asked here: train_check.c has the text.
 */
#include "lexicon_check.h"

#define LONGEST 16 /* rows of a circle */

/* The first row of a node, or n. */
static size_t
check_find(const struct ug_lexicon_row *rows, size_t n, unsigned node)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t at = low + (high - low) / 2;

		if (rows[at].node < node)
			low = at + 1;
		else
			high = at;
	}
	return low;
}

/* Whether a row applies without a look at what stands around. */
static bool
check_blind(const struct ug_lexicon_row *row)
{
	return row->tier <= UG_TIER_B && row->rule[0] == '\0';
}

/* Whether the originals of a row, taken for spun forms, lead back to it. */
static bool
check_circle(const struct ug_lexicon_row *rows, size_t n,
    const struct ug_lexicon_row *row)
{
	unsigned node = row->original, steps;

	if (!check_blind(row))
		return false;
	for (steps = 0; node != 0 && steps < LONGEST; steps++) {
		size_t i = check_find(rows, n, node);

		if (node == row->node)
			return true;
		while (i < n && rows[i].node == node && !check_blind(&rows[i]))
			i++;
		node = i < n && rows[i].node == node ? rows[i].original : 0;
	}
	return false;
}

const char *
ug_lexicon_fault(const struct ug_lexicon_row *rows, size_t n, size_t at)
{
	const struct ug_lexicon_row *row = &rows[at];
	size_t i = check_find(rows, n, row->node);
	unsigned sum = 0;

	for (; i <= at; i++) {
		if (strcmp(rows[i].spun, row->spun) != 0 ||
		    strcmp(rows[i].rule, row->rule) != 0)
			continue;
		if (i < at && rows[i].original == row->original &&
		    row->original != 0)
			return "given twice";
		sum += rows[i].prior;
	}
	if (sum > 100)
		return "priors of one form exceed 100 per cent";
	if (check_circle(rows, n, row))
		return "rows undo each other: tier C, or a rule";
	return NULL;
}
