/*
 * tokens_run.h - many tokens of a walk at once
 */
#ifndef UG_TOKENS_RUN_H
#define UG_TOKENS_RUN_H

#include "tokens.h"

/*
 * The next tokens of a walk, `room` at most: those that ug_tokens_next() says,
 * in less time.  Fewer, if the text ends.
 */
size_t ug_tokens_run(struct ug_tokens *walk, struct ug_token *tokens,
    size_t room);

/*
 * Read a token of kind UG_TOKEN_UNREAD, which stands at text.s[at]: letters or
 * one mark.  Its hash, kind and letters are those that a walk has.
 */
void ug_token_finish(struct ug_token *token, struct ug_text text, size_t at);

#endif /* UG_TOKENS_RUN_H */
