/*
 * gate_tokens.c - the tokens of what the gate saw of late
 *
 * Tokens depend on the lines that they stand in alone, but for blocks of code
 * and lines that come in pieces; where there are such they are not kept.
 */
#include "gate_tokens.h"

#include "gate_state.h"

struct ug_cue_form *
ug_spin_tokens_reserve(struct ug_spin_tokens *tokens,
    const struct ug_alloc *alloc, const struct ug_cues *cues)
{
	const size_t n = cues->n + 1;
	enum ungarble_err err;

	if (tokens->n + n > tokens->cap && tokens->old > tokens->n / 2) {
		tokens->n -= tokens->old;
		memmove(tokens->v, tokens->v + tokens->old,
		    tokens->n * sizeof(*tokens->v));
		memmove(tokens->forms, tokens->forms + tokens->old,
		    tokens->n * sizeof(*tokens->forms));
		tokens->old = 0;
	}
	err = ug_reserve(alloc, &tokens->v, &tokens->cap, tokens->n + n,
	    sizeof(*tokens->v));
	if (err == UNGARBLE_OK)
		err = ug_reserve(alloc, &tokens->forms, &tokens->cap_forms,
		    tokens->n + n, sizeof(*tokens->forms));
	return err != UNGARBLE_OK ? NULL : tokens->forms + tokens->n;
}

void
ug_spin_tokens_add(struct ug_spin_tokens *tokens, const struct ug_cues *cues,
    struct ug_text record, bool plain, uint64_t end)
{
	const char last = record.len > 0 ? record.s[record.len - 1] : ' ';
	struct ug_token *const v = tokens->v + tokens->n;

	memcpy(v, cues->tokens, cues->n * sizeof(*v));
	for (size_t i = 0; i < cues->n; i++)
		v[i].at += tokens->bytes;
	tokens->n += cues->n;
	tokens->bytes += (uint32_t)record.len;
	if (!plain || cues->too_long || (last != '\n' && last != '\r')) {
		tokens->plain = end;
		tokens->plain_byte = tokens->bytes;
	}
}

void
ug_spin_tokens_free(struct ug_spin_tokens *tokens,
    const struct ug_alloc *alloc)
{
	ug_release(alloc, tokens->v);
	ug_release(alloc, tokens->forms);
}

void
ug_spin_tokens_cut(struct ug_spin_tokens *tokens, uint64_t end)
{
	tokens->n = tokens->old = 0;
	tokens->plain = end;
	tokens->plain_byte = tokens->bytes;
}

void
ug_spin_tokens_forget(struct ug_spin_tokens *tokens, uint64_t n)
{
	if (n < tokens->n - tokens->old)
		tokens->old = tokens->n - (size_t)n;
}

uint32_t
ug_spin_bytes(const struct ug_spin *spin)
{
	return spin->tokens.bytes;
}

struct ug_spin_kept
ug_spin_tokens(const struct ug_spin *spin, uint64_t place)
{
	const struct ug_spin_tokens *const tokens = &spin->tokens;
	const size_t there = tokens->n - tokens->old;
	const uint64_t n = spin->end_token - place;
	struct ug_spin_kept kept = { .plain_byte = tokens->plain_byte };
	uint64_t plain;

	if (tokens->v == NULL || place > spin->end_token ||
	    place < tokens->plain || n > there)
		return kept;
	plain = place - tokens->plain;
	kept.v = tokens->v + tokens->n - n;
	kept.forms = tokens->forms + tokens->n - n;
	kept.n = (size_t)n;
	kept.before = plain < there - n ? (size_t)plain : there - (size_t)n;
	return kept;
}
