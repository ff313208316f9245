/*
 * signs_train.c - what a sign costs in its class, in each language
 *
 * A language's own share of a sign is smoothed with that of all languages.
 * Signs 0 and 1 are what costs nothing and what was not met.
 */
#include "counts_train.h"
#include "model_train.h"
#include "out_train.h"

#define SIGNS_OWN 2           /* the first that is a sign of its own */
#define UNSEEN    8           /* steps: the cost in its class of a new one */
#define WEIGHED   1e5         /* counts that a language is given */
#define BACKOFF   (50 * TRAIN_TEXT) /* weight of all languages, as counts */

static unsigned char class_of[TRAIN_SIGNS_MAX];
static double all[TRAIN_SIGNS_MAX];                       /* in all languages */
static double all_of_class[UG_N_CLASSES];
static double of_class[UG_LANGUAGES_MAX][UG_N_CLASSES]; /* in each */

static void
signs_sum(void)
{
	for (uint32_t c = 0; c < TRAIN_BMP; c++)
		if (train_glyphs[c].script == UG_NO_SCRIPT)
			class_of[train_glyphs[c].symbol] =
			    train_glyphs[c].class;
	for (size_t s = SIGNS_OWN; s < train_n_signs; s++) {
		all[s] = 1;
		for (size_t l = 0; l < train_n_languages; l++) {
			const struct train_counts *const one =
			    &train_counts[l];

			if (one->n_text > 0)
				all[s] += one->signs[s] /
				    (double)one->n_text * WEIGHED;
			of_class[l][class_of[s]] += one->signs[s];
		}
		all_of_class[class_of[s]] += all[s];
	}
}

static unsigned
sign_steps(size_t s, size_t language)
{
	const size_t class = class_of[s];

	if (s < SIGNS_OWN)
		return (unsigned)s * UNSEEN;
	if (train_counts[language].n_text == 0)
		return TRAIN_NONE;
	return train_steps((train_counts[language].signs[s] +
	    BACKOFF * all[s] / all_of_class[class]) /
	    (of_class[language][class] + BACKOFF));
}

void
train_write_signs(void)
{
	signs_sum();
	train_section(UG_BLOB_SIGNS);
	for (size_t s = 0; s < train_n_signs; s++) {
		unsigned row[UG_LANGUAGES_MAX];

		for (size_t l = 0; l < train_n_languages; l++)
			row[l] = sign_steps(s, l);
		train_put_row(row, train_n_languages);
	}
}
