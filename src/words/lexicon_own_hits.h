/*
 * lexicon_own_hits.h - where the rows that the caller added stand in a record
 */
#ifndef UG_LEXICON_OWN_HITS_H
#define UG_LEXICON_OWN_HITS_H

#include "lexicon_own.h"
#include "tokens.h"

/* A key of such a row. */
struct ug_own_hit {
	uint32_t at;   /* how many tokens stand before it */
	uint8_t flags; /* as of a node of the lexicon */
};

struct ug_own_hits {
	const struct ug_alloc *alloc; /* of `tokens` as well */
	const struct ug_own *own; /* NULL: there are none, and no hits */
	struct ug_own_hit *v;
	size_t n, cap;
	struct ug_token_list tokens;
};

/*
 * Find the keys in a record: the longest at each token, none over a line end.
 * `region` is as of ug_tokens.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_own_hits_find(struct ug_own_hits *hits,
    struct ug_text record, uint8_t region);
void ug_own_hits_free(struct ug_own_hits *hits);

#endif /* UG_LEXICON_OWN_HITS_H */
