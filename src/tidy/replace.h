/*
 * replace.h - edits that put characters for others, one by one
 */
#ifndef UG_TIDY_REPLACE_H
#define UG_TIDY_REPLACE_H

#include "edit/pass.h"

#define UG_REPLACE_MAX 8 /* bytes that stand for one character at most */

/* What a character becomes. */
struct ug_replaced {
	const char *rule;         /* NULL: it stays */
	size_t used;              /* bytes of the text it is made of */
	size_t len;
	char out[UG_REPLACE_MAX];
};

/* What the character at text.s[at], which is beyond ASCII, becomes. */
typedef struct ug_replaced ug_replace_look(struct ug_text text, size_t at);

/* Look at each character beyond ASCII; what stands together is one edit. */
UG_CHECK enum ungarble_err ug_replace(struct ug_text text,
    struct ug_edits *edits, ug_replace_look *look);

/* One character for the one at text.s[at]. */
static inline struct ug_replaced
ug_replace_by(struct ug_text text, size_t at, uint32_t c, const char *rule)
{
	struct ug_replaced r = { .rule = rule,
		.used = ug_char_len((unsigned char)text.s[at]) };

	r.len = ug_put_char(c, r.out);
	return r;
}

#endif /* UG_TIDY_REPLACE_H */
