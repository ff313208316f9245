/*
 * lexicon_own_hits.c - where the rows that the caller added stand in a record
 *
 *	wombat unit	warehouse	and	A wombat unit.	->	1
 *
 * They are not among the cues that the gate reads, so a record is read once
 * more for them: in full, and only if there are any.
 */
#include "lexicon_own_hits.h"

#include "lexicon_own_rows.h"

static enum ungarble_err
hits_add(struct ug_own_hits *hits, size_t at, bool sure)
{
	const enum ungarble_err err = ug_reserve(hits->alloc, &hits->v,
	    &hits->cap, hits->n + 1, sizeof(*hits->v));

	if (err == UNGARBLE_OK)
		hits->v[hits->n++] = (struct ug_own_hit){ (uint32_t)at,
			UG_NODE_SPUN | (sure ? UG_NODE_SURE : 0) };
	return err;
}

enum ungarble_err
ug_own_hits_find(struct ug_own_hits *hits, struct ug_text record,
    uint8_t region)
{
	const struct ug_token_list *const tokens = &hits->tokens;
	enum ungarble_err err;
	size_t line = 0;

	hits->n = 0;
	if (hits->own == NULL)
		return UNGARBLE_OK;
	err = ug_token_list_read(&hits->tokens, record, region);
	for (size_t i = 0; i < tokens->n && err == UNGARBLE_OK; i++) {
		bool sure = false;

		for (; line <= i || (line < tokens->n &&
		    tokens->v[line].gap != UG_GAP_LINE); line++)
			;
		if (ug_own_stands(hits->own, record, tokens->v + i,
		    line - i, &sure))
			err = hits_add(hits, i, sure);
	}
	return err;
}

void
ug_own_hits_free(struct ug_own_hits *hits)
{
	ug_release(hits->alloc, hits->v);
	ug_release(hits->alloc, hits->tokens.v);
}
