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

#endif /* UG_TOKENS_RUN_H */
