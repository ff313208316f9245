/*
 * lexicon_own_rows.h - the rows that the caller added, found in a text
 */
#ifndef UG_LEXICON_OWN_ROWS_H
#define UG_LEXICON_OWN_ROWS_H

#include "lexicon.h"
#include "lexicon_own.h"

/* One row that was added. */
struct ug_own_row {
	struct ug_pair pair;   /* tier, prior, title, upper; no more */
	const char *original, *rule;
	const char *kind;      /* "words/own".  Static. */
	const struct ug_own_word *words; /* n of them: the key */
	size_t line;           /* it stands on */
	uint32_t n, hash;
	uint32_t next;         /* of another key in its slot; UG_OWN_NONE */
	uint32_t same;         /* of the same key; UG_OWN_NONE */
	bool removed;
};

#define UG_OWN_NONE UINT32_MAX

/*
 * The longest key of rows added that tokens[0..n) of `text` begin with: its
 * first row, and *len tokens; or NULL.  `own` may be NULL.
 */
const struct ug_own_row *ug_own_match(const struct ug_own *own,
    struct ug_text text, const struct ug_token *tokens, size_t n, size_t *len);

/*
 * The longest key that tokens[0..n) begin with, of the lexicon, of rows added,
 * or of both: its length in tokens, 0 if there is none.  *node has its pairs;
 * *row is the first row added, or NULL.
 */
size_t ug_own_key(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, const struct ug_node **node,
    const struct ug_own_row **row);

/* The next row of the same key, or NULL. */
const struct ug_own_row *ug_own_next(const struct ug_own *own,
    const struct ug_own_row *row);

/* Whether row `pair` of the lexicon was taken from it.  `own` may be NULL. */
bool ug_own_lacks(const struct ug_own *own, unsigned pair);

/*
 * Whether tokens[0..n) begin with a key of rows added; *sure is set if one of
 * them needs no gate.
 */
bool ug_own_stands(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, bool *sure);

/* As ug_rule_holds(). */
bool ug_own_holds(const struct ug_own_row *row, const struct ug_token *tokens,
    size_t n, size_t at, size_t len);

/* What a row scores: ln of its prior's odds, in sixteenths of a nat. */
int ug_own_score(const struct ug_own_row *row);

/* The other way round: how sure a lead of that much is, in per cent. */
unsigned ug_own_percent(int lead);

#endif /* UG_LEXICON_OWN_ROWS_H */
