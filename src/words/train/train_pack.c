/*
 * train_pack.c - writes context.bin: the weights that matter most, rounded
 *
 * context.c describes the file.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/least.h"
#include "words/context.h"
#include "train.h"

float
train_importance(const struct train_weight *w)
{
	float size = w->w < 0 ? -w->w : w->w;

	return size * train_root(train_root(w->g + 1e-6f));
}

static int
weight_order(const void *a, const void *b)
{
	const struct train_weight *x = a, *y = b;
	float p = x->g, q = y->g;

	if (p > q || p < q)
		return p > q ? -1 : 1;
	if (x->pair != y->pair)
		return x->pair < y->pair ? -1 : 1;
	return x->feature < y->feature ? -1 : x->feature > y->feature;
}

static int
pair_order(const void *a, const void *b)
{
	const struct train_weight *x = a, *y = b;

	return x->pair != y->pair ? (x->pair < y->pair ? -1 : 1) :
	    weight_order(a, b);
}

static int
sixteenths(float w, int limit)
{
	int v = (int)(w * UG_CONTEXT_SCALE + (w < 0 ? -0.5f : 0.5f));

	return UG_MIN(limit, UG_MAX(v, -limit));
}

/*
 * Put weights[0..n) into a table, the best first; how many found no place.
 */
static size_t
fill_table(const struct train_weight *weights, size_t n, unsigned char *slots,
    size_t n_slots)
{
	size_t i, at, lost = 0;
	unsigned print, j;

	memset(slots, 0, 2 * n_slots);
	for (i = 0; i < n; i++) {
		at = ug_context_slot(weights[i].feature, n_slots, &print);
		for (j = 0; j < UG_CONTEXT_PROBES; j++) {
			unsigned char *slot = slots + 2 * at;

			if (slot[0] == print) {
				/* a stronger one would be read for it */
				j = UG_CONTEXT_PROBES;
				break;
			}
			if (slot[0] == 0) {
				slot[0] = (unsigned char)print;
				slot[1] = (unsigned char)sixteenths(
				    weights[i].w, 127);
				break;
			}
			at = at + 1 < n_slots ? at + 1 : 0;
		}
		lost += j == UG_CONTEXT_PROBES;
	}
	return lost;
}

static void
put_number(unsigned char *s, uint32_t v, int bytes)
{
	for (; bytes > 0; bytes--, v >>= 8)
		*s++ = (unsigned char)v;
}

static int
write_model(const struct train_weight *weights, size_t n, const float *bias)
{
	unsigned char *rows = calloc(ug_lexicon_n_pairs, 8);
	unsigned char *slots = malloc(n * 8 + 4 * (size_t)ug_lexicon_n_pairs);
	unsigned char head[12];
	size_t at = 0, end, n_slots = 0, lost = 0;
	unsigned pair;

	for (pair = 0; pair < ug_lexicon_n_pairs; pair++, at = end) {
		unsigned char *row = rows + 8 * pair;
		size_t size;

		put_number(row, (uint32_t)n_slots, 4);
		put_number(row + 6, (uint32_t)sixteenths(bias[pair], 32767), 2);
		for (end = at; end < n && weights[end].pair == pair + 1; end++)
			;
		if (end == at)
			continue;
		size = (end - at) * 5 / 4 + 2;
		size = UG_MIN(size, 0xFFFF);
		lost += fill_table(weights + at, end - at, slots + 2 * n_slots,
		    size);
		put_number(row + 4, (uint32_t)size, 2);
		n_slots += size;
	}
	fprintf(stderr, "weights %zu, without a place %zu, bytes %zu\n", n,
	    lost, sizeof(head) + 8 * (size_t)ug_lexicon_n_pairs + 2 * n_slots +
	    (size_t)UG_VECTOR_SIZE * (UG_VECTOR_SLOTS + ug_lexicon_n_pairs));
	put_number(head, ug_lexicon_version, 4);
	put_number(head + 4, ug_lexicon_n_pairs, 4);
	put_number(head + 8, UG_VECTOR_SLOTS, 2);
	put_number(head + 10, UG_VECTOR_SIZE, 2);
	fwrite(head, 1, sizeof(head), stdout);
	fwrite(rows, 8, ug_lexicon_n_pairs, stdout);
	train_vectors_write(stdout);
	fwrite(slots, 2, n_slots, stdout);
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}

int
train_pack(struct train_weight *weights, size_t n, const float *bias)
{
	size_t i, kept = 0;

	for (i = 0; i < n; i++)
		if (sixteenths(weights[i].w, 127) != 0) {
			weights[kept] = weights[i];
			weights[kept].g = train_importance(&weights[kept]);
			kept++;
		}
	qsort(weights, kept, sizeof(*weights), weight_order);
	kept = UG_MIN(kept, TRAIN_WEIGHTS);
	qsort(weights, kept, sizeof(*weights), pair_order);
	return write_model(weights, kept, bias);
}
