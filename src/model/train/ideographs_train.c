/*
 * ideographs_train.c - what an ideograph costs, alone and behind another
 *
 * There are too many for a table: pairs are kept that tell most, by hash, each
 * for all languages.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "counts_train.h"
#include "model_train.h"
#include "out_train.h"

#define N_PAIRS   (1u << 16)
#define PAIR_MIN  3     /* seen less often in a language, it tells nothing */
#define KINDS     20000 /* ideographs that a language may have */
#define WEIGHED   1e6   /* counts that a language is given */
#define NO_CHANCE 1e-9  /* of a language that is not there */

struct ideograph_pair {
	uint32_t key; /* the first one << 16, the second */
	double n[UG_BLOB_CJK_LANGUAGES];
	double gain;  /* nats that it tells more than its parts do, in a text */
};

static size_t n_languages;
static const struct train_counts *counts; /* of these languages */
static double alone[UG_BLOB_CJK_LANGUAGES][TRAIN_BMP];
static double letters[UG_BLOB_CJK_LANGUAGES], kinds[UG_BLOB_CJK_LANGUAGES];

static int
gain_order(const void *a, const void *b)
{
	const struct ideograph_pair *const x = a, *const y = b;

	if (x->gain != y->gain)
		return x->gain < y->gain ? 1 : -1;
	return x->key < y->key ? -1 : x->key > y->key;
}

static int
key_order(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/*
 * Count ideographs.  Pairs of them, each as it is met, go to `keys`: the pair's
 * key << 8 and the language.  Returns how many.
 */
static size_t
ideographs_count(uint64_t *keys)
{
	size_t n = 0;

	for (size_t l = 0; l < n_languages; l++) {
		struct ug_glyph a = UG_GLYPH_EDGE;

		for (size_t i = 0; i < counts[l].n_text; i++) {
			const struct ug_glyph b =
			    train_glyph_of(counts[l].text[i]);

			if (b.class == UG_IDEOGRAPH) {
				kinds[l] += alone[l][b.symbol] == 0;
				alone[l][b.symbol]++;
				letters[l]++;
				if (a.class == UG_IDEOGRAPH)
					keys[n++] = (uint64_t)a.symbol << 24 |
					    (uint64_t)b.symbol << 8 | l;
			}
			a = b;
		}
	}
	return n;
}

/* P(c) in a language, of all ideographs. */
static double
ideograph_share(size_t language, uint32_t c)
{
	return (alone[language][c] + kinds[language] / KINDS) /
	    (letters[language] + kinds[language]);
}

/* P(b | a) in a language. */
static double
pair_share(const struct ideograph_pair *pair, size_t language)
{
	/* As many kinds may follow `a` as a quarter of its count. */
	const double n = alone[language][pair->key >> 16];
	const double more = n / 4 + 1;

	return (pair->n[language] + more * ideograph_share(language,
	    pair->key & 0xFFFF)) / (n + more);
}

/* A nibble for each language, of a share in it. */
static unsigned
nibbles(double (*share)(const void *what, size_t language), const void *what)
{
	unsigned v = 0;

	for (size_t l = 0; l < UG_BLOB_CJK_LANGUAGES; l++)
		v |= train_steps(l < n_languages ? share(what, l) :
		    NO_CHANCE) << 4 * l;
	return v;
}

static double
share_alone(const void *c, size_t language)
{
	return ideograph_share(language, *(const uint32_t *)c);
}

static double
share_behind(const void *pair, size_t language)
{
	return pair_share(pair, language);
}

/* Join keys that are alike; `pairs` has room for all.  Returns how many. */
static size_t
pairs_join(uint64_t *keys, size_t n_keys, struct ideograph_pair *pairs)
{
	size_t n = 0;

	qsort(keys, n_keys, sizeof(*keys), key_order);
	for (size_t i = 0; i < n_keys; i++) {
		const uint32_t key = (uint32_t)(keys[i] >> 8);

		if (n == 0 || pairs[n - 1].key != key)
			pairs[n++].key = key;
		pairs[n - 1].n[keys[i] & 0xFF]++;
	}
	return n;
}

/* Put those first that tell most. */
static void
pairs_sort(struct ideograph_pair *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t l = 0; l < n_languages; l++) {
			const double k = pairs[i].n[l];
			const double a = alone[l][pairs[i].key >> 16];
			const double b = alone[l][pairs[i].key & 0xFFFF];

			if (k >= PAIR_MIN)
				pairs[i].gain += k / letters[l] * WEIGHED *
				    fmax(0, log(k * letters[l] / a / b));
		}
	qsort(pairs, n, sizeof(*pairs), gain_order);
}

/* Keep a pair if its bucket has room. */
static bool
pair_put(unsigned char *cells, const struct ideograph_pair *pair)
{
	const unsigned v = nibbles(share_behind, pair);
	const uint32_t h = blob_pair_hash(pair->key >> 16,
	    pair->key & 0xFFFF);
	const uint32_t bucket = h & (N_PAIRS - 1) &
	    ~(uint32_t)(UG_BLOB_BUCKET - 1);
	unsigned char *cell = cells + bucket * UG_BLOB_PAIR_LEN;

	if (v == 0xFFFF)
		return false;
	for (unsigned k = 0; k < UG_BLOB_BUCKET; k++, cell += UG_BLOB_PAIR_LEN)
		if (cell[1] == 0xFF && cell[2] == 0xFF) {
			cell[0] = (unsigned char)(h >> 24);
			cell[1] = (unsigned char)v;
			cell[2] = (unsigned char)(v >> 8);
			return true;
		}
	return false;
}

static void
write_pairs(struct ideograph_pair *pairs, size_t n)
{
	unsigned char *const cells = train_grab(N_PAIRS, UG_BLOB_PAIR_LEN);
	size_t kept = 0;

	memset(cells, 0xFF, N_PAIRS * UG_BLOB_PAIR_LEN);
	pairs_sort(pairs, n);
	for (size_t i = 0; i < n && pairs[i].gain > 0; i++)
		kept += pair_put(cells, &pairs[i]);
	train_section(UG_BLOB_PAIRS);
	for (size_t i = 0; i < N_PAIRS * UG_BLOB_PAIR_LEN; i++)
		train_put8(cells[i]);
	train_word_set(UG_BLOB_N_PAIRS * 4, N_PAIRS);
	fprintf(stderr, "ideograph pairs %zu of %zu\n", kept, n);
	free(cells);
}

void
train_write_ideographs(void)
{
	const struct train_table *table = train_tables;
	struct ideograph_pair *pairs;
	uint64_t *keys;
	size_t n = 1;

	while (table->script != UG_CJK)
		table++;
	counts = &train_counts[table->first];
	n_languages = table->n_languages;
	for (size_t l = 0; l < n_languages; l++)
		n += counts[l].n_text;
	keys = train_grab(n, sizeof(*keys));
	n = ideographs_count(keys);
	train_section(UG_BLOB_IDEOGRAPHS);
	for (uint32_t c = 0; c < TRAIN_BMP; c++)
		train_put16(nibbles(share_alone, &c));
	train_number_rows(train_out_len - TRAIN_BMP * 2,
	    TRAIN_BMP / UG_BLOB_IDEOGRAPH_PAGE, UG_BLOB_IDEOGRAPH_PAGE * 2);
	pairs = train_grab(n + 1, sizeof(*pairs));
	n = pairs_join(keys, n, pairs);
	free(keys);
	write_pairs(pairs, n);
	free(pairs);
}
