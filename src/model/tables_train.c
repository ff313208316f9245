/*
 * tables_train.c - what a letter costs behind a letter, in each language
 *
 * The letters of a table are those that one of its languages uses; all others
 * are number 1 together, and 0 is the edge of a word.
 */
#include <stdlib.h>
#include <string.h>

#include "counts_train.h"
#include "model_train.h"
#include "out_train.h"

#define SHARE_MIN 3e-5 /* of a language's letters, to stand in its table */
#define LOCAL_MAX 254  /* numbers are bytes */
#define OTHER     1    /* the number of a letter without one */

static void
table_number(struct train_table *table)
{
	const struct train_counts *const one = &train_counts[table->first];

	table->n = OTHER;
	for (size_t s = 1; s < SYMBOLS_MAX - 1; s++) {
		bool kept = false;

		for (size_t l = 0; l < table->n_languages; l++) {
			double n = 0;

			for (size_t a = 0; a < SYMBOLS_MAX; a++)
				n += one[l].pair[a * SYMBOLS_MAX + s + 1];
			kept |= n > SHARE_MIN * one[l].letters;
		}
		if (kept && table->n < LOCAL_MAX)
			table->local[s] = (unsigned char)++table->n;
	}
}

static unsigned
number_of(const struct train_table *table, size_t symbol)
{
	return table->local[symbol] != 0 ? table->local[symbol] : OTHER;
}

/* The counts of a language by numbers of the table: pairs, and letters alone. */
static void
table_count(const struct train_table *table, const struct train_counts *one,
    double *pairs, double *alone)
{
	const size_t n = table->n + 1;

	for (size_t a = 0; a < SYMBOLS_MAX; a++)
		for (size_t b = 0; b < SYMBOLS_MAX; b++) {
			const double k = one->pair[a * SYMBOLS_MAX + b] / TEXT;
			const size_t i = a == 0 ? 0 : number_of(table, a - 1);
			const size_t j = b == 0 ? 0 : number_of(table, b - 1);

			pairs[i * n + j] += k;
			alone[j] += k;
		}
}

/*
 * P(b | a) in a language, smoothed by Witten and Bell twice: a pair is new as
 * often as a letter had a new one behind it, and so is a letter.
 */
static double *
table_weigh(const struct train_table *table, const struct train_counts *one)
{
	const size_t n = table->n + 1;
	double *const p = train_grab(n * n, sizeof(*p));
	double *const alone = train_grab(n, sizeof(*alone));
	double total = 0, types = 0;

	table_count(table, one, p, alone);
	for (size_t j = 0; j < n; j++) {
		total += alone[j];
		types += alone[j] > 0;
	}
	/* A language without text has nothing: no division by that. */
	for (size_t j = 0; j < n; j++)
		alone[j] = (alone[j] + types / (double)n) /
		    (total + types + 1e-9);
	for (size_t i = 0; i < n; i++) {
		double row = 0, kinds = 1;

		for (size_t j = 0; j < n; j++) {
			row += p[i * n + j];
			kinds += p[i * n + j] >= 1;
		}
		for (size_t j = 0; j < n; j++)
			p[i * n + j] = (p[i * n + j] + kinds * alone[j]) /
			    (row + kinds);
	}
	free(alone);
	return p;
}

static void
write_rows(const struct train_table *table)
{
	const size_t n = table->n + 1;
	double *p[UG_LANGUAGES_MAX];

	for (size_t l = 0; l < table->n_languages; l++)
		p[l] = table_weigh(table, &train_counts[table->first + l]);
	for (size_t i = 0; i < n * n; i++) {
		unsigned row[UG_LANGUAGES_MAX];

		for (size_t l = 0; l < table->n_languages; l++)
			row[l] = train_counts[table->first + l].n_text == 0 ?
			    NONE : train_steps(p[l][i]);
		train_put_row(row, table->n_languages);
	}
	for (size_t l = 0; l < table->n_languages; l++)
		free(p[l]);
	fprintf(stderr, "table %zu script %u: %u symbols, %u languages\n",
	    (size_t)(table - train_tables), table->script, table->n,
	    table->n_languages);
}

/* The least nibble of each row of a large table. */
static void
write_least(const unsigned char *rows, const struct train_table *table)
{
	const size_t n = (size_t)(table->n + 1) * (table->n + 1);
	const size_t len = table->n_languages / 2;

	for (size_t i = 0; table->n_languages > BLOB_FEW && i < n; i++) {
		unsigned least = 15;

		for (size_t k = 0; k < len; k++) {
			const unsigned both = rows[i * len + k];

			least = (both & 15) < least ? both & 15 : least;
			least = both >> 4 < least ? both >> 4 : least;
		}
		train_put8(least);
	}
}

/* A table, whose header is at that offset. */
static void
write_table(const struct train_table *table, size_t header)
{
	unsigned char *const h = train_out + header;
	size_t rows;

	h[0] = (unsigned char)table->script;
	h[1] = (unsigned char)table->n;
	h[2] = (unsigned char)table->n_languages;
	h[3] = (unsigned char)table->first;
	train_word_set(header + 4, (uint32_t)train_out_len);
	for (size_t s = 0; s < SYMBOLS_MAX; s++)
		train_put8(number_of(table, s));
	if (table->script == UG_CJK)
		return;
	rows = train_out_len;
	train_word_set(header + 8, (uint32_t)rows);
	write_rows(table);
	train_word_set(header + 12, (uint32_t)train_out_len);
	write_least(train_out + rows, table);
}

static void
write_scripts(void)
{
	unsigned char first[UG_N_SCRIPTS] = { 0 }, n[UG_N_SCRIPTS] = { 0 };

	for (size_t t = train_n_tables; t-- > 0; n[train_tables[t].script]++)
		first[train_tables[t].script] = (unsigned char)t;
	train_section(BLOB_SCRIPTS);
	for (size_t i = 0; i < UG_N_SCRIPTS; i++) {
		train_put8(first[i]);
		train_put8(n[i]);
	}
}

void
train_write_tables(void)
{
	size_t headers;

	for (size_t t = 0; t < train_n_tables; t++)
		if (train_tables[t].script != UG_CJK)
			table_number(&train_tables[t]);
	write_scripts();
	train_section(BLOB_TABLES);
	headers = train_out_len;
	for (size_t i = 0; i < train_n_tables * BLOB_TABLE_LEN; i++)
		train_put8(0);
	for (size_t t = 0; t < train_n_tables; t++)
		write_table(&train_tables[t], headers + t * BLOB_TABLE_LEN);
}
