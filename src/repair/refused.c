/*
 * refused.c - edits that the caller did not want, not to be proposed again
 */
#include "refused.h"

#include "edit/memory.h"

bool
ug_refused_has(const struct ug_refused *refused, const struct ug_done *done,
    struct ug_text after)
{
	for (size_t i = 0; i < refused->n; i++) {
		const struct ug_refusal *const no = &refused->v[i];

		if (no->in_at == done->in_at && no->in_len == done->in_len &&
		    no->rule == done->rule &&
		    no->after == ug_memory_key(after))
			return true;
	}
	return false;
}

enum ungarble_err
ug_refused_add(struct ug_refused *refused, const struct ug_done *done,
    struct ug_text after)
{
	const enum ungarble_err err = ug_reserve(refused->alloc, &refused->v,
	    &refused->cap, refused->n + 1, sizeof(*refused->v));

	if (err == UNGARBLE_OK)
		refused->v[refused->n++] = (struct ug_refusal){ done->in_at,
			done->in_len, ug_memory_key(after), done->rule };
	return err;
}
