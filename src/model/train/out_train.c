/*
 * out_train.c - bytes, words, sections and rows of model.bin
 */
#include "out_train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train.h"

#define OUT_MAX   ((size_t)1 << 21) /* twice what there is today */
#define ALIGNMENT 16                /* of a section: rows are read in words */

unsigned char train_out[OUT_MAX];
size_t train_out_len = UG_BLOB_WORDS * 4;

void
train_put8(unsigned v)
{
	if (train_out_len == OUT_MAX) {
		fprintf(stderr, "model.bin is longer than out_train.c takes\n");
		exit(1);
	}
	train_out[train_out_len++] = (unsigned char)v;
}

void
train_put16(unsigned v)
{
	train_put8(v & 0xFF);
	train_put8(v >> 8 & 0xFF);
}

void
train_word_set(size_t at, uint32_t v)
{
	for (unsigned i = 0; i < 4; i++)
		train_out[at + i] = (unsigned char)(v >> 8 * i);
}

void
train_section(enum ug_blob_word word)
{
	while (train_out_len % ALIGNMENT != 0)
		train_put8(0);
	train_word_set((size_t)word * 4, (uint32_t)train_out_len);
}

unsigned
train_steps(double p)
{
	const double s = floor(-log(p) * 100 / UG_BLOB_STEP + .5);

	return s < 0 ? 0 : s > 15 ? 15 : (unsigned)s;
}

void
train_put_row(const unsigned *nibbles, size_t n)
{
	if (n == 1) {
		train_put8(nibbles[0]);
		return;
	}
	if (n == UG_BLOB_FEW) {
		train_put16(nibbles[0] | nibbles[1] << 4 | nibbles[2] << 8 |
		    nibbles[3] << 12);
		return;
	}
	for (size_t i = 0; i < n; i += UG_BLOB_MANY) {
		uint64_t v = 0;

		for (unsigned k = 0; k < UG_BLOB_MANY; k++)
			v |= (uint64_t)nibbles[i + k] <<
			    (k % 4 * 16 + k / 4 * 4);
		for (unsigned k = 0; k < 8; k++)
			train_put8((unsigned)(v >> 8 * k & 0xFF));
	}
}

void
train_number_rows(size_t at, size_t n, size_t len)
{
	unsigned char *const rows = train_grab(n, len);
	size_t kept = 0;

	memcpy(rows, train_out + at, n * len);
	train_out_len = at;
	for (size_t i = 0, k; i < n; i++) {
		for (k = 0; k < kept && memcmp(rows + k * len, rows + i * len,
		    len) != 0; k++)
			continue;
		if (k == kept)
			memmove(rows + kept++ * len, rows + i * len, len);
		train_put16((unsigned)k);
	}
	memcpy(train_out + train_out_len, rows, kept * len);
	train_out_len += kept * len;
	free(rows);
}
