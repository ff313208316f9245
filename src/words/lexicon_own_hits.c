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

/* Take the tokens of a record, of which there are *n. */
static enum ungarble_err
hits_take(struct ug_own_hits *hits, struct ug_text record, uint8_t region,
    size_t *n)
{
	struct ug_tokens walk;
	struct ug_token token;

	*n = 0;
	ug_tokens_start(&walk, record, region);
	while (ug_tokens_next(&walk, &token)) {
		const enum ungarble_err err = ug_reserve(hits->alloc,
		    &hits->tokens, &hits->cap_tokens, *n + 1, sizeof(token));

		if (err != UNGARBLE_OK)
			return err;
		hits->tokens[(*n)++] = token;
	}
	return UNGARBLE_OK;
}

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
	enum ungarble_err err;
	size_t n, line = 0;

	hits->n = 0;
	if (hits->rows == NULL)
		return UNGARBLE_OK;
	err = hits_take(hits, record, region, &n);
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++) {
		bool sure = false;

		for (; line <= i || (line < n &&
		    hits->tokens[line].gap != UG_GAP_LINE); line++)
			;
		if (ug_own_stands(hits->rows, record, hits->tokens + i,
		    line - i, &sure))
			err = hits_add(hits, i, sure);
	}
	return err;
}

void
ug_own_hits_free(struct ug_own_hits *hits)
{
	ug_release(hits->alloc, hits->v);
	ug_release(hits->alloc, hits->tokens);
}
