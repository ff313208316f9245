/*
 * context.h - is this key a substitution here, and for which original?
 *
 * One small logistic model per row of the lexicon, over the words beside the
 * key and over what the text around is about.
 */
#ifndef UG_CONTEXT_H
#define UG_CONTEXT_H

#include <stdbool.h>

#include "vectors.h"

#define UG_N_FEATURES 15
#define UG_CONTEXT_SCALE 16 /* scores are in sixteenths of a nat */

#define UG_CONTEXT_PROBES 5
#define UG_CLASS_SLOTS 65536u
#define UG_CLASS_PROBES 8

/* Where the class of a ug_vector_word() is looked for, and its fingerprint. */
size_t ug_context_class_slot(uint32_t word, unsigned *print);

/* Where a feature's weight is looked for first, and its fingerprint. */
size_t ug_context_slot(uint32_t feature, size_t n_slots, unsigned *print);

/* What is known of a place. */
struct ug_context {
	uint32_t features[UG_N_FEATURES]; /* hashes of what stands beside */
	struct ug_vector place;
};

/* The features of the key tokens[at .. at + len) among its neighbours. */
void ug_context_features(const struct ug_token *tokens, size_t n, size_t at,
    size_t len, uint32_t features[UG_N_FEATURES]);

/*
 * What is known of the place of the key tokens[at .. at + len); `sums` are
 * those of the tokens (see vectors.h).
 */
void ug_context_read(struct ug_vector_sums *sums,
    const struct ug_token *tokens, size_t n, size_t at, size_t len,
    struct ug_context *context);

/* ln P(row `pair` was applied) - ln P(nothing was), given that nothing else. */
int ug_context_score(unsigned pair, const struct ug_context *context);

/* Was the model made for the lexicon that is compiled in? */
bool ug_context_fits(void);

#endif /* UG_CONTEXT_H */
