/*
 * rule.h - may a row of the lexicon be applied here?
 */
#ifndef UG_RULE_H
#define UG_RULE_H

#include "lexicon.h"

/*
 * Whether the letters of tokens[at .. at + len) and the tokens beside them are
 * as the row asks for.
 */
bool ug_rule_holds(const struct ug_pair *pair, const struct ug_token *tokens,
    size_t n, size_t at, size_t len);

/* The same, but for the letters. */
bool ug_rule_around(const struct ug_pair *pair, const struct ug_token *tokens,
    size_t n, size_t at, size_t len);

/* Whether `rule` holds for tokens[at .. at + len). */
bool ug_rule_reads(const char *rule, const struct ug_token *tokens, size_t n,
    size_t at, size_t len);

/* Whether a sentence begins with token `at`. */
bool ug_rule_starts(const struct ug_token *tokens, size_t at);

/* Whether `rule` is written as lexicon.tsv says rules are. */
bool ug_rule_good(const char *rule);

#endif /* UG_RULE_H */
