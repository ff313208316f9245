/*
 * tables_train.c - what a letter costs behind a letter, in each language
 *
 * The letters of a table are those that one of its languages uses; all others
 * are number 1 together, and 0 is the edge of a word.
 */
#include <stdlib.h>
#include <string.h>

#include "base/least.h"
#include "counts_train.h"
#include "model_train.h"
#include "out_train.h"

#define SHARE_MIN 3e-5 /* of a language's letters, to stand in its table */
#define LOCAL_MAX 254  /* numbers are bytes */
#define OTHER     1    /* the number of a letter without one */
#define EDGE      (-1) /* of a word: no letter's symbol */

static void
table_number(struct train_table *table)
{
	const struct train_counts *const one = &train_counts[table->first];

	table->n = OTHER;
	for (size_t s = 1; s < TRAIN_SYMBOLS_MAX - 1; s++) {
		bool kept = false;

		for (size_t l = 0; l < table->n_languages; l++) {
			double n = 0;

			for (size_t a = 0; a < TRAIN_SYMBOLS_MAX; a++)
				n += one[l].pair[a * TRAIN_SYMBOLS_MAX + s + 1];
			kept |= n > SHARE_MIN * one[l].letters;
		}
		if (kept && table->n < LOCAL_MAX)
			table->local[s] = (unsigned char)++table->n;
	}
}

void
train_tables_number(void)
{
	for (size_t t = 0; t < train_n_tables; t++)
		if (train_tables[t].script != UG_CJK)
			table_number(&train_tables[t]);
}

/* The number of a symbol in a table; of EDGE, 0. */
static size_t
number_in(const struct train_table *table, int symbol)
{
	if (symbol == EDGE)
		return 0;
	return table->local[symbol] != 0 ? table->local[symbol] : OTHER;
}

uint16_t
train_numbers_of(struct ug_glyph glyph)
{
	size_t numbers = 0, at = 0;

	for (size_t t = 0; t < train_n_tables && at < 16; t++)
		if (train_tables[t].script == glyph.script) {
			numbers |= number_in(&train_tables[t], glyph.symbol)
			    << at;
			at += 8;
		}
	return (uint16_t)numbers;
}

/*
 * The counts of a language by numbers of the table: pairs, and letters alone.
 */
static void
table_count(const struct train_table *table, const struct train_counts *one,
    double *pairs, double *alone)
{
	const size_t n = table->n + 1;

	for (size_t a = 0; a < TRAIN_SYMBOLS_MAX; a++)
		for (size_t b = 0; b < TRAIN_SYMBOLS_MAX; b++) {
			const double k = one->pair[a * TRAIN_SYMBOLS_MAX + b] /
			    TRAIN_TEXT;
			const size_t i = number_in(table, (int)a + EDGE);
			const size_t j = number_in(table, (int)b + EDGE);

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
write_rows(struct train_table *table)
{
	const size_t n = table->n + 1;
	double *p[UG_LANGUAGES_MAX];

	table->rows = train_out_len;
	table->least = train_grab(n * n, 1);
	for (size_t l = 0; l < table->n_languages; l++)
		p[l] = table_weigh(table, &train_counts[table->first + l]);
	for (size_t i = 0; i < n * n; i++) {
		unsigned row[UG_LANGUAGES_MAX], least = TRAIN_NONE;

		for (size_t l = 0; l < table->n_languages; l++) {
			row[l] = train_counts[table->first + l].n_text == 0 ?
			    TRAIN_NONE : train_steps(p[l][i]);
			least = UG_MIN(row[l], least);
		}
		train_put_row(row, table->n_languages);
		table->least[i] = (unsigned char)least;
	}
	if (table->n_languages > UG_BLOB_FEW)
		train_number_rows(table->rows, n * n,
		    table->n_languages / 2);
	for (size_t l = 0; l < table->n_languages; l++)
		free(p[l]);
	fprintf(stderr, "table %zu script %u: %u symbols, %u languages\n",
	    (size_t)(table - train_tables), (unsigned)table->script, table->n,
	    table->n_languages);
}

/* A table, whose header is at that offset. */
static void
write_table(struct train_table *table, size_t header)
{
	unsigned char *const h = train_out + header;

	h[0] = (unsigned char)table->script;
	h[1] = (unsigned char)table->n;
	h[2] = (unsigned char)table->n_languages;
	h[3] = (unsigned char)table->first;
	if (table->script != UG_CJK) {
		write_rows(table);
		train_word_set(header + 4, (uint32_t)table->rows);
	}
}

/*
 * The least of each pair of numbers that letters have in the first table of a
 * script, in any of its `count` tables.  Returns where.
 */
static size_t
write_least(const struct train_table *first, size_t count)
{
	const size_t n = first->n + 1u, at = train_out_len;

	/* The rows of one language are it. */
	if (count == 1 && first->n_languages == 1)
		return first->rows;
	for (size_t i = 0; i < n * n; i++)
		train_put8(TRAIN_NONE);
	for (size_t t = 0; t < count; t++) {
		const struct train_table *const table = &first[t];

		for (int a = EDGE; a < TRAIN_SYMBOLS_MAX; a++)
			for (int b = EDGE; b < TRAIN_SYMBOLS_MAX; b++) {
				unsigned char *const to = train_out + at +
				    number_in(first, a) * n +
				    number_in(first, b);
				const unsigned char v = table->least[
				    number_in(table, a) * (table->n + 1) +
				    number_in(table, b)];

				*to = UG_MIN(v, *to);
			}
	}
	return at;
}

/* The tables of a script stand together. */
static size_t
script_tables(enum ug_script script, size_t *first)
{
	size_t n = 0;

	for (size_t t = train_n_tables; t-- > 0; )
		if (train_tables[t].script == script) {
			*first = t;
			n++;
		}
	return n;
}

static void
write_scripts(void)
{
	train_section(UG_BLOB_SCRIPTS);
	for (unsigned i = 0; i < UG_N_SCRIPTS; i++) {
		size_t first = 0;
		const size_t n = script_tables((enum ug_script)i, &first);

		train_put8((unsigned)first);
		train_put8((unsigned)n);
		train_put16(n == 0 || i == UG_CJK ? 0 :
		    train_tables[first].n + 1);
		/* Until there are letters: a byte of zero. */
		train_put16(UG_BLOB_SCRIPTS * 4 + 3);
		train_put16(0);
	}
}

void
train_write_tables(void)
{
	size_t scripts, headers;

	write_scripts();
	scripts = train_out_len - UG_N_SCRIPTS * UG_BLOB_SCRIPT_LEN;
	train_section(UG_BLOB_TABLES);
	headers = train_out_len;
	for (size_t i = 0; i < train_n_tables * UG_BLOB_TABLE_LEN; i++)
		train_put8(0);
	for (size_t t = 0; t < train_n_tables; t++)
		write_table(&train_tables[t], headers + t * UG_BLOB_TABLE_LEN);
	for (size_t t = 0; t < train_n_tables; t++) {
		const enum ug_script script = train_tables[t].script;
		size_t first = 0;
		const size_t n = script_tables(script, &first);

		if (script != UG_CJK && first == t)
			train_word_set(scripts +
			    script * UG_BLOB_SCRIPT_LEN + 4,
			    (uint32_t)write_least(&train_tables[t], n));
	}
}
