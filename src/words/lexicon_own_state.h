/*
 * lexicon_own_state.h - how rows that the caller adds are kept
 */
#ifndef UG_LEXICON_OWN_STATE_H
#define UG_LEXICON_OWN_STATE_H

#include "base/hash.h"
#include "lexicon_own_rows.h"

struct ug_own_word {
	const char *word; /* in lower case, with ' for ’ */
	uint32_t hash;
	bool glued;       /* no white space before it */
};

struct ug_own {
	const struct ug_alloc *alloc;
	struct ug_arena arena;  /* what rows point to */
	struct ug_own_row *rows;
	size_t n, cap;
	uint32_t *slots;        /* mask + 1 of them: rows, by hashes of keys */
	size_t cap_slots;
	uint32_t mask;
	uint32_t longest;       /* key, in tokens */
	uint8_t starts[128];    /* bits, by hashes of first tokens */
	uint8_t *lacks;         /* bits, by rows of the lexicon; NULL: none */
	size_t cap_lacks;
};

enum ug_own_column {
	UG_OWN_SPUN, UG_OWN_ORIGINAL, UG_OWN_KIND, UG_OWN_TIER, UG_OWN_PRIOR,
	UG_OWN_RULE, UG_OWN_SOURCE, UG_OWN_COLUMNS
};

/* A line in columns; those it does not have are empty. */
struct ug_own_line {
	struct ug_text column[UG_OWN_COLUMNS];
	bool minus; /* in front of it */
};

/*
 * Take the line at rows.s[*at] apart; false if nothing stands on it.  *fault is
 * what is wrong with it, or NULL.
 */
bool ug_own_line_next(struct ug_text rows, size_t *at,
    struct ug_own_line *parts, const char **fault);

/*
 * Give a row its kind, tier, prior and rule, which is that column for as long
 * as the row is there.  What is wrong with them, or NULL.
 */
const char *ug_own_line_read(const struct ug_own_line *parts, const char *rule,
    struct ug_own_row *row);

/* The hash of a key, token by token. */
static inline uint32_t
ug_own_mix(uint32_t hash, uint32_t token, bool glued)
{
	return ug_mix_down(ug_mix(hash ^ token) + glued);
}

/* Whether tokens[0..row->n) read as the key of a row. */
bool ug_own_reads(const struct ug_own_row *row, struct ug_text text,
    const struct ug_token *tokens);

/* The first row of the key that tokens[0..n) are; or NULL. */
struct ug_own_row *ug_own_find(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, uint32_t hash);

#endif /* UG_LEXICON_OWN_STATE_H */
