/*
 * evidence.h - the part of a sample that tells one encoding from another
 */
#ifndef UG_DETECT_EVIDENCE_H
#define UG_DETECT_EVIDENCE_H

#include <stdbool.h>

#include "../buf.h"
#include "alphabets.h"

/* Start from { .tokens = { .alloc = &some_alloc } }. */
struct ug_evidence {
	struct ug_buf tokens;        /* those with bytes beyond ASCII, a space
	                              * before and after each */
	size_t n_tokens;
	size_t n_ascii;              /* ASCII tokens that are words */
	bool present[256];           /* bytes in `tokens` */
	int words[UG_N_ALPHABETS];   /* points of each alphabet's small words */
	int words_best;
};

/* Add what `bytes` hold, up to a bound.  ENOMEM. */
UG_CHECK enum ungarble_err ug_evidence_add(struct ug_evidence *evidence,
    const unsigned char *bytes, size_t len);

/* Let the small words of `other` speak for `evidence` as well. */
void ug_evidence_lend(struct ug_evidence *evidence,
    const struct ug_evidence *other);

void ug_evidence_free(struct ug_evidence *evidence);

#endif /* UG_DETECT_EVIDENCE_H */
