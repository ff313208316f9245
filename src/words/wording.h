/*
 * wording.h - how an original is written in the place of a spun form
 */
#ifndef UG_WORDING_H
#define UG_WORDING_H

#include "base/buf.h"
#include "lexicon.h"

/* A spun form in a text, and the neighbours that its repair may touch. */
struct ug_place {
	struct ug_text text;
	const struct ug_token *tokens; /* of the text */
	size_t n, at, len;             /* the form is tokens[at .. at + len) */
};

/*
 * What stands in for the form: *from and *to, bytes of the text, become *after,
 * which is `original` and lies in the arena.  False if nothing can.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_wording_make(const struct ug_pair *pair,
    const char *original, const struct ug_place *place, struct ug_arena *arena,
    size_t *from, size_t *to, struct ug_text *after);

/*
 * Whether the article that token at - 1 is must be the other one in front of
 * `after`: then *article, static, is how it is written.
 */
bool ug_wording_article(const struct ug_place *place, struct ug_text after,
    struct ug_text *article);

/* Whether the form is quoted, marked or explained. */
bool ug_wording_quoted(const struct ug_place *place);

#endif /* UG_WORDING_H */
