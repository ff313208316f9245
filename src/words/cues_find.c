/*
 * cues_find.c - what the lexicon knows of the tokens of a text
 *
 * A word of eight letters or less is found by its letters alone, in one place
 * or the next few; a filter knows most of those that are in none:
 *
 *	the zebra	->	the, none
 *
 * Which keys words make together is not asked here: see cue_match.c.
 */
#include "cues_find.h"

#include "cue_key.h"

#define LEXICON_CUES
#include "lexicon_table.h"

#define LONGEST 32 /* bytes, of words that are looked up */

/* Whether a word may be in the lexicon, by the mix of its key. */
static inline bool
cue_may_be(uint32_t mix)
{
	return ug_words_bit(lexicon_cue_bits, mix);
}

/* The entry where a key with that mix is looked for first. */
static inline const struct lexicon_cue *
cue_at(uint32_t mix)
{
	return &lexicon_cues[mix >> (UG_CUE_BITS - UG_CUE_PLACE_BITS)];
}

/* The entry of a word that `key` is the key of; one without a len: none. */
static const struct lexicon_cue *
cue_find(uint64_t key, const char *word, size_t len)
{
	uint32_t at = (uint32_t)(cue_at(ug_cue_mix(key)) - lexicon_cues);

	while (lexicon_cues[at].len != 0 && (lexicon_cues[at].key != key ||
	    lexicon_cues[at].len != len || (len > 8 &&
	    lexicon_cues[at].hash != ug_token_hash(word, len))))
		at = (at + 1) & ((1u << UG_CUE_PLACE_BITS) - 1);
	return &lexicon_cues[at];
}

/* What the lexicon knows of a token that was read slowly, and its key. */
static const struct lexicon_cue *
cue_of(struct ug_text text, const struct ug_token *token, uint64_t *key)
{
	char word[LONGEST];
	size_t at = token->at, end = at + token->len, len = 0;

	*key = 0;
	if (token->kind == UG_TOKEN_HIDDEN)
		return &lexicon_cues[LEXICON_NO_CUE];
	while (at < end && len < LONGEST) {
		const size_t quote = ug_text_apostrophe(text, at);

		word[len++] = quote != 0 ? '\'' : ug_ascii_lower(text.s[at]);
		at += quote != 0 ? quote : 1;
	}
	if (at < end)
		return &lexicon_cues[LEXICON_NO_CUE];
	*key = ug_cue_key(word, len);
	return cue_find(*key, word, len);
}

/* Room for n tokens, and what ends them. */
static enum ungarble_err
cues_reserve(struct ug_cues *cues, size_t n)
{
	enum ungarble_err err;

	if (n < cues->cap && n < cues->cap_tokens)
		return UNGARBLE_OK;
	err = ug_reserve(cues->alloc, &cues->v, &cues->cap, n + 1,
	    sizeof(*cues->v));
	return err != UNGARBLE_OK ? err : ug_reserve(cues->alloc,
	    &cues->tokens, &cues->cap_tokens, n + 1, sizeof(*cues->tokens));
}

void
ug_cues_free(struct ug_cues *cues)
{
	ug_release(cues->alloc, cues->v);
	ug_release(cues->alloc, cues->tokens);
}

_Static_assert(UG_GAP_NONE == 0 && UG_GAP_BLANK == 1, "gaps are 0 and 1");

static inline struct ug_cue
cue_from(const struct lexicon_cue *cue, uint8_t gap)
{
	return (struct ug_cue){ (uint16_t)(cue - lexicon_cues), cue->root, 0,
		cue->flags, gap };
}

enum ungarble_err
ug_cues_flush(struct ug_cues *cues)
{
	const struct ug_cue_run *const run = cues->run;
	const size_t n = cues->n_run;
	const enum ungarble_err err = cues_reserve(cues, cues->n + n);
	struct ug_cue *const v = cues->v + cues->n;
	struct ug_token *const tokens = cues->tokens + cues->n;
	uint8_t kinds[UG_OTHER_KINDS];

	if (err != UNGARBLE_OK)
		return err;
	for (size_t i = 0; i < n; i++) {
		const uint64_t key = run[i].key;
		const uint32_t mix = ug_cue_mix(key);
		const struct lexicon_cue *cue = cue_at(mix);

		/* Most are found at once. */
		if (cue->key != key || cue->len != run[i].len || cue->len > 8)
			cue = !cue_may_be(mix) ? &lexicon_cues[LEXICON_NO_CUE] :
			    cue_find(key, cues->walk.text.s + run[i].at,
			    run[i].len);
		v[i] = cue_from(cue, run[i].gap);
		tokens[i] = (struct ug_token){ .at = run[i].at,
			.len = run[i].len, .gap = run[i].gap,
			.kind = UG_TOKEN_UNREAD };
		kinds[i + 1] = ug_other_kind(mix);
	}
	if (cues->others.wanted)
		ug_other_start_run(&cues->others, cues->walk.text, run, n,
		    kinds);
	cues->n += n;
	cues->n_run = 0;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_cues_find(struct ug_cues *cues, const struct ug_token *token)
{
	const enum ungarble_err err = cues_reserve(cues, cues->n + 1);
	const struct lexicon_cue *cue;
	uint64_t key;

	if (err != UNGARBLE_OK)
		return err;
	cue = cue_of(cues->walk.text, token, &key);
	cues->tokens[cues->n] = *token;
	cues->v[cues->n++] = cue_from(cue, token->gap);
	if (cues->others.wanted)
		ug_other_start_token(&cues->others, cues->walk.text, token,
		    key);
	return UNGARBLE_OK;
}
