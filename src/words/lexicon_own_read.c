/*
 * lexicon_own_read.c - reads the rows that the caller adds or takes
 *
 *	storage unit	warehouse	word	B	97
 *	film	movie
 *	-purchase	buy
 *	-officers
 *
 * A row needs a spun form and an original; what else it lacks is kind `own`,
 * tier B, prior 95 and no rule.  With a hyphen in front it takes away what
 * stands so far: that pair, or all rows of the form.  Rows of the lexicon with
 * the same pair give way to the caller's.
 *
 * Refused is what could not be found in a text, an original that is no prose or
 * too long to be looked through, and what would undo itself.
 * Left alone: what is taken away and was not there.
 */
#include "base/least.h"
#include "lexicon_own_state.h"

#include <assert.h>

#define ORIGINAL_MAX 32 /* tokens */

/* A copy with ' for ’, in lower case or as it is; NULL: no memory. */
static const char *
own_copy(struct ug_own *own, struct ug_text text, bool lower)
{
	char *const copy = ug_arena_take(&own->arena, text.len + 1);
	size_t n = 0;

	for (size_t at = 0; copy != NULL && at < text.len; at++) {
		const size_t quote = ug_text_apostrophe(text, at);

		copy[n++] = quote != 0 ? '\'' :
		    lower ? ug_ascii_lower(text.s[at]) : text.s[at];
		at += quote == 3 ? 2 : 0;
	}
	if (copy != NULL)
		copy[n] = '\0';
	return copy;
}

/* The tokens of a text, max at most; 0 if it is more, or no prose. */
static size_t
own_tokens(struct ug_text text, struct ug_token *tokens, size_t max)
{
	struct ug_tokens walk;
	struct ug_token token;
	size_t n = 0;

	ug_tokens_start(&walk, text, 0);
	while (ug_tokens_next(&walk, &token)) {
		if (n == max || token.kind == UG_TOKEN_HIDDEN)
			return 0;
		tokens[n++] = token;
	}
	return n;
}

static uint32_t
own_hash(const struct ug_token *tokens, size_t n)
{
	uint32_t hash = 0;

	for (size_t i = 0; i < n; i++)
		hash = ug_own_mix(hash, tokens[i].hash,
		    i > 0 && tokens[i].gap == UG_GAP_NONE);
	return hash;
}

/* Give a row its key. */
static enum ungarble_err
own_key(struct ug_own *own, struct ug_own_row *row, struct ug_text spun,
    const struct ug_token *tokens, size_t n)
{
	struct ug_own_word *const words = ug_arena_take(&own->arena,
	    n * sizeof(*words));

	if (words == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t i = 0; i < n; i++) {
		words[i] = (struct ug_own_word){
			.word = own_copy(own, ug_text_part(spun, tokens[i].at,
			    tokens[i].len), true),
			.hash = tokens[i].hash,
			.glued = i > 0 && tokens[i].gap == UG_GAP_NONE,
		};
		if (words[i].word == NULL)
			return UNGARBLE_ENOMEM;
		if (tokens[i].letters == UG_CASE_TITLE)
			row->pair.title |= (uint8_t)(1 << i);
		if (tokens[i].letters == UG_CASE_UPPER)
			row->pair.upper |= (uint8_t)(1 << i);
	}
	row->words = words;
	row->n = (uint32_t)n;
	row->hash = own_hash(tokens, n);
	return UNGARBLE_OK;
}

/* Take rows of the lexicon away: all of a form, or those of one original. */
static enum ungarble_err
own_lack(struct ug_own *own, struct ug_text spun, const struct ug_token *tokens,
    size_t n, const char *original)
{
	const size_t len = (ug_lexicon_n_pairs + 7) / 8;
	struct ug_match any, match;
	const struct ug_node *node;

	ug_lexicon_match(spun, tokens, n, &any, &match);
	if (match.n != n)
		return UNGARBLE_OK;
	if (own->lacks == NULL) {
		const enum ungarble_err err = ug_reserve(own->alloc,
		    &own->lacks, &own->cap_lacks, len, 1);

		if (err != UNGARBLE_OK)
			return err;
		memset(own->lacks, 0, len);
	}
	node = &ug_lexicon_nodes[match.node];
	for (unsigned i = node->pair; i < (unsigned)node->pair + node->n_pairs;
	    i++)
		if (original == NULL || strcmp(original, ug_lexicon_words +
		    ug_lexicon_pairs[i].original) == 0)
			own->lacks[i / 8] |= (uint8_t)(1 << i % 8);
	return UNGARBLE_OK;
}

/* Put a row, with its key, where it is found. */
static void
own_put(struct ug_own *own, const struct ug_own_row *row,
    struct ug_own_row *first)
{
	const uint32_t at = (uint32_t)own->n;
	uint32_t *const slot = &own->slots[row->hash & own->mask];
	const uint32_t start = row->words[0].hash;
	struct ug_own_row *last = NULL;

	for (struct ug_own_row *i = first; i != NULL; i = i->same ==
	    UG_OWN_NONE ? NULL : &own->rows[i->same]) {
		last = i;
		if (!i->removed && i->pair.title == row->pair.title &&
		    i->pair.upper == row->pair.upper &&
		    strcmp(i->original, row->original) == 0 &&
		    strcmp(i->rule, row->rule) == 0)
			i->removed = true;
	}
	assert(own->rows != NULL); /* there is room */
	own->rows[at] = *row;
	own->rows[at].same = UG_OWN_NONE;
	own->rows[at].next = UG_OWN_NONE;
	if (last != NULL) {
		last->same = at;
	} else {
		own->rows[at].next = *slot;
		*slot = at;
	}
	own->n++;
	own->longest = UG_MAX(row->n, own->longest);
	own->starts[start >> 3 & 127] |= (uint8_t)(1 << (start & 7));
}

/* What is wrong with an original that is put; or NULL. */
static const char *
own_original_unfit(const char *original)
{
	const struct ug_text text = { original, strlen(original) };
	struct ug_token tokens[ORIGINAL_MAX];

	if (text.len == 0)
		return "an original is missing";
	return own_tokens(text, tokens, ORIGINAL_MAX) > 0 ? NULL :
	    "an original is one to 32 words and marks, and prose";
}

/* Do what one line says. */
static enum ungarble_err
own_line(struct ug_own *own, const struct ug_own_line *parts, size_t line,
    const char **fault)
{
	const struct ug_text spun = parts->column[UG_OWN_SPUN];
	struct ug_own_row row = { .line = line }, *first;
	struct ug_token tokens[UG_KEY_MAX];
	const size_t n = own_tokens(spun, tokens, UG_KEY_MAX);
	const char *const rule = own_copy(own,
	    parts->column[UG_OWN_RULE], false);
	enum ungarble_err err;

	row.original = own_copy(own, parts->column[UG_OWN_ORIGINAL], false);
	if (rule == NULL || row.original == NULL)
		return UNGARBLE_ENOMEM;
	*fault = n == 0 ? "a form is one to eight words, and prose" :
	    parts->minus ? NULL : own_original_unfit(row.original);
	if (*fault == NULL && !parts->minus)
		*fault = ug_own_line_read(parts, rule, &row);
	if (*fault != NULL)
		return UNGARBLE_EOPTION;
	err = own_lack(own, spun, tokens, n, parts->minus &&
	    row.original[0] == '\0' ? NULL : row.original);
	if (err == UNGARBLE_OK)
		err = own_key(own, &row, spun, tokens, n);
	if (err != UNGARBLE_OK)
		return err;
	first = ug_own_find(own, spun, tokens, n, row.hash);
	if (!parts->minus) {
		own_put(own, &row, first);
		return UNGARBLE_OK;
	}
	for (; first != NULL; first = first->same == UG_OWN_NONE ? NULL :
	    &own->rows[first->same])
		first->removed |= row.original[0] == '\0' ||
		    strcmp(row.original, first->original) == 0;
	return UNGARBLE_OK;
}

/* ---- all of them ---- */

/* Whether a row applies without a look at what stands around. */
static bool
own_blind(const struct ug_own_row *row)
{
	return row->pair.tier <= UG_TIER_B && row->rule[0] == '\0';
}

/* Whether a row would put what another, or itself, turns into others. */
static bool
own_undone(const struct ug_own *own, const struct ug_own_row *row)
{
	const struct ug_text text = { row->original, strlen(row->original) };
	struct ug_token tokens[ORIGINAL_MAX], back[UG_KEY_MAX];
	const size_t n = own_tokens(text, tokens, ORIGINAL_MAX);

	for (size_t i = 0; i < n; i++) {
		size_t len;
		const struct ug_own_row *other = ug_own_match(own, text,
		    tokens + i, n - i, &len);

		for (; other != NULL; other = ug_own_next(own, other)) {
			const struct ug_text to = { other->original,
				strlen(other->original) };

			if (other->pair.tier == UG_TIER_SURE ||
			    (other->n == row->n && other->hash == row->hash))
				return true;
			if (len == n && own_blind(row) && own_blind(other) &&
			    own_tokens(to, back, UG_KEY_MAX) == row->n &&
			    ug_own_reads(row, to, back))
				return true;
		}
	}
	return false;
}

static enum ungarble_err
own_read_all(struct ug_own *own, struct ug_text rows,
    struct ug_own_fault *fault)
{
	enum ungarble_err err = UNGARBLE_OK;

	fault->line = 0;
	for (size_t at = 0; at < rows.len && err == UNGARBLE_OK;) {
		struct ug_own_line parts;

		fault->line++;
		if (!ug_own_line_next(rows, &at, &parts, &fault->what))
			continue;
		err = fault->what != NULL ? UNGARBLE_EOPTION :
		    own_line(own, &parts, fault->line, &fault->what);
	}
	for (size_t i = 0; i < own->n && err == UNGARBLE_OK; i++) {
		if (own->rows[i].removed || !own_undone(own, &own->rows[i]))
			continue;
		fault->line = own->rows[i].line;
		fault->what = "what it puts would be changed again";
		err = UNGARBLE_EOPTION;
	}
	return err;
}

/* Room for as many rows as there are lines. */
static enum ungarble_err
own_room(struct ug_own *own, struct ug_text rows)
{
	size_t n = 1, slots = 16;
	enum ungarble_err err;

	for (size_t i = 0; i < rows.len; i++)
		n += rows.s[i] == '\n';
	if (n > UINT32_MAX / 4)
		return UNGARBLE_ENOMEM;
	while (slots < 2 * n)
		slots *= 2;
	err = ug_reserve(own->alloc, &own->rows, &own->cap, n,
	    sizeof(*own->rows));
	if (err == UNGARBLE_OK)
		err = ug_reserve(own->alloc, &own->slots, &own->cap_slots,
		    slots, sizeof(*own->slots));
	if (err != UNGARBLE_OK)
		return err;
	own->mask = (uint32_t)slots - 1;
	memset(own->slots, 0xFF, slots * sizeof(*own->slots));
	return UNGARBLE_OK;
}

enum ungarble_err
ug_own_new(struct ug_own **own, struct ug_text rows,
    const struct ug_alloc *alloc, struct ug_own_fault *fault)
{
	struct ug_own *const o = rows.len > 0 ? ug_new(alloc, sizeof(*o)) :
	    NULL;
	enum ungarble_err err;

	*own = NULL;
	*fault = (struct ug_own_fault){ 0 };
	if (o == NULL)
		return rows.len > 0 ? UNGARBLE_ENOMEM : UNGARBLE_OK;
	*o = (struct ug_own){ .alloc = alloc, .arena = { .alloc = alloc } };
	err = own_room(o, rows);
	if (err == UNGARBLE_OK)
		err = own_read_all(o, rows, fault);
	if (err != UNGARBLE_OK) {
		ug_own_free(o);
		return err;
	}
	*own = o;
	return UNGARBLE_OK;
}

enum ungarble_err
ungarble_lexicon_check(const char *rows, size_t len, size_t *line,
    const char **why)
{
	struct ug_own_fault fault;
	struct ug_own *own;
	const enum ungarble_err err = ug_own_new(&own,
	    (struct ug_text){ rows, len }, &ug_alloc_libc, &fault);

	*line = err == UNGARBLE_EOPTION ? fault.line : 0;
	*why = err == UNGARBLE_EOPTION ? fault.what : NULL;
	ug_own_free(own);
	return err;
}
