/*
 * gate_tokens.h - the tokens of what the gate saw of late
 *
 * So that a text that is repaired need not be read once more.
 */
#ifndef UG_GATE_TOKENS_H
#define UG_GATE_TOKENS_H

#include "cues.h"

struct ug_spin;

/* All 0 at first. */
struct ug_spin_tokens {
	struct ug_token *v;  /* one for each place, the last one seen last */
	struct ug_cue_form *forms; /* that begin with each */
	size_t n, cap, cap_forms;
	size_t old;          /* v[0..old) are forgotten */
	uint64_t plain;      /* place: what was seen from there on is lines of
	                      * which none depends on others, */
	uint32_t plain_byte; /* and the byte where that is */
	uint32_t bytes;      /* that were seen, counted past the largest number
	                      * from 0 again; a token's `at` is one of them */
};

/*
 * Room for the tokens of a record, of which cues were read; NULL: no memory.
 * The forms that begin with them are to be written there.
 */
struct ug_cue_form *ug_spin_tokens_reserve(struct ug_spin_tokens *tokens,
    const struct ug_alloc *alloc, const struct ug_cues *cues);

/* Take them; `plain` is as above, `end` the place behind the record. */
void ug_spin_tokens_add(struct ug_spin_tokens *tokens,
    const struct ug_cues *cues, struct ug_text record, bool plain,
    uint64_t end);

void ug_spin_tokens_free(struct ug_spin_tokens *tokens,
    const struct ug_alloc *alloc);

/* Something was left out before what comes next, at place `end`. */
void ug_spin_tokens_cut(struct ug_spin_tokens *tokens, uint64_t end);

/* Forget all but the last n. */
void ug_spin_tokens_forget(struct ug_spin_tokens *tokens, uint64_t n);

/* How many bytes the gate has seen, as places of tokens are counted. */
uint32_t ug_spin_bytes(const struct ug_spin *spin);

/* Tokens that were kept, and what stands around them. */
struct ug_spin_kept {
	struct ug_token *v;
	const struct ug_cue_form *forms; /* that begin with v[0] and so on */
	size_t before, n;    /* so many before v[0], and from there on */
	uint32_t plain_byte; /* what was seen from there on is plain */
};

/*
 * The tokens from a place on: those that a walk has that begins with a line
 * there, or before, where all is plain.  v is NULL if they are not there.
 * Those of kind UG_TOKEN_UNREAD may be finished in their place.
 */
struct ug_spin_kept ug_spin_tokens(const struct ug_spin *spin, uint64_t place);

#endif /* UG_GATE_TOKENS_H */
