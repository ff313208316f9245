/*
 * suggest.c - the names that a mistyped one may have meant
 *
 * Distance is Damerau's: the letters to be put in, left out, replaced or
 * swapped with their neighbour.  One may be wrong, and one more for every four
 * that were typed:
 *
 *	--explian -> --explain      windows1251 -> windows-1251
 */
#include <string.h>

#include "suggest.h"

#include "least.h"

#define SUGGEST_MAX 48 /* longer names are near to none */

static char
suggest_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

unsigned
cli_suggest_cost(const char *a, size_t a_len, const char *b, size_t b_len)
{
	/* Rows of the table for i - 2, i - 1 and i letters of a. */
	unsigned rows[3][SUGGEST_MAX + 1];
	unsigned *before = rows[0], *above = rows[1], *row = rows[2];

	if (a_len > SUGGEST_MAX || b_len > SUGGEST_MAX)
		return SUGGEST_MAX;
	for (size_t j = 0; j <= b_len; j++)
		row[j] = (unsigned)j;
	for (size_t i = 1; i <= a_len; i++) {
		unsigned *spare = before;

		before = above;
		above = row;
		row = spare;
		row[0] = (unsigned)i;
		for (size_t j = 1; j <= b_len; j++) {
			const char x = suggest_lower(a[i - 1]);
			const char y = suggest_lower(b[j - 1]);

			row[j] = CLI_MIN(above[j], row[j - 1]) + 1;
			row[j] = CLI_MIN(row[j], above[j - 1] + (x != y));
			if (i > 1 && j > 1 && x != y &&
			    x == suggest_lower(b[j - 2]) &&
			    y == suggest_lower(a[i - 2]))
				row[j] = CLI_MIN(row[j], before[j - 2] + 1);
		}
	}
	return row[b_len];
}

void
cli_suggest_try(struct cli_suggest *suggest, const char *name)
{
	const size_t len = strlen(name);
	unsigned cost = cli_suggest_cost(
	    suggest->word, suggest->word_len, name, len);

	/* "exp" is meant as the start of "explain". */
	if (suggest->word_len >= 3 && len > suggest->word_len &&
	    cli_suggest_cost(
		suggest->word, suggest->word_len, name, suggest->word_len) == 0)
		cost = 1;
	/* "delims" and "check-only" as more than "delim" and "check". */
	if (len >= 4 && suggest->word_len > len &&
	    cli_suggest_cost(suggest->word, len, name, len) == 0)
		cost = 1;
	if (cost > 1 + suggest->word_len / 4 || cost >= len)
		return;
	if (suggest->n > 0 && cost > suggest->cost)
		return;
	if (suggest->n > 0 && cost < suggest->cost)
		suggest->n = 0;
	if (suggest->n == CLI_SUGGEST_N)
		return;
	suggest->cost = cost;
	suggest->best[suggest->n++] = name;
}

void
cli_suggest_print(
    const struct cli_suggest *suggest, struct cli_out *out, const char *prefix)
{
	for (size_t i = 0; i < suggest->n; i++) {
		cli_out_string(out,
		    i == 0                   ? "did you mean "
			: i + 1 < suggest->n ? ", "
					     : " or ");
		cli_out_string(out, prefix);
		cli_out_string(out, suggest->best[i]);
	}
	if (suggest->n > 0)
		cli_out_string(out, "? ");
}
