/*
 * rule.h - may a row of the lexicon be applied here?
 */
#ifndef UG_RULE_H
#define UG_RULE_H

#include "lexicon.h"

/* Whether `rule` holds for tokens[at .. at + len). */
bool ug_rule_reads(const char *rule, const struct ug_token *tokens, size_t n,
    size_t at, size_t len);

/* Whether the letters of a key's tokens[0..len) are as the row asks for. */
bool ug_rule_letters(const struct ug_pair *pair, const struct ug_token *tokens,
    size_t len);

/*
 * Whether tokens[at .. at + len) is no part of a compound: `short` of
 * `short-term` is, `short` of `short - term` is not.
 */
bool ug_rule_whole(const struct ug_token *tokens, size_t n, size_t at,
    size_t len);

/*
 * Whether what stands beside tokens[at .. at + len) is as the row asks for.
 * Inline, so that lexicon_gen.c can check rules before there is a table.
 */
static inline bool
ug_rule_around(const struct ug_pair *pair, const struct ug_token *tokens,
    size_t n, size_t at, size_t len)
{
	return (pair->tier <= UG_TIER_A ||
	    ug_rule_whole(tokens, n, at, len)) &&
	    ug_rule_reads(ug_lexicon_rules[pair->rule], tokens, n, at, len);
}

/* Both. */
static inline bool
ug_rule_holds(const struct ug_pair *pair, const struct ug_token *tokens,
    size_t n, size_t at, size_t len)
{
	return ug_rule_letters(pair, tokens + at, len) &&
	    ug_rule_around(pair, tokens, n, at, len);
}

/* Whether a sentence begins with token `at`. */
bool ug_rule_starts(const struct ug_token *tokens, size_t at);

/* Whether `rule` is written as lexicon.tsv says rules are. */
bool ug_rule_good(const char *rule);

#endif /* UG_RULE_H */
