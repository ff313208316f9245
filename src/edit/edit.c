/*
 * edit.c - lists of edits and notes: add, check, make
 */
#include "edit.h"

#include <assert.h>

#include "base/letters.h"
#include "base/utf8.h"
#include "memory.h"

void
ug_edits_init(struct ug_edits *edits, const struct ug_alloc *alloc)
{
	*edits = (struct ug_edits){ .alloc = alloc,
		.words = { .alloc = alloc } };
}

void
ug_edits_clear(struct ug_edits *edits)
{
	edits->n = 0;
	edits->n_notes = 0;
	edits->words.len = 0;
	edits->swayed = false;
}

void
ug_edits_free(struct ug_edits *edits)
{
	ug_release(edits->alloc, edits->v);
	ug_release(edits->alloc, edits->notes);
	ug_buf_free(&edits->words);
	ug_edits_init(edits, edits->alloc);
}

enum ungarble_err
ug_edits_add(struct ug_edits *edits, size_t at, size_t len,
    struct ug_text after, const char *rule, unsigned confidence)
{
	enum ungarble_err err = ug_reserve(edits->alloc, &edits->v, &edits->cap,
	    edits->n + 1, sizeof(*edits->v));

	if (err != UNGARBLE_OK)
		return err;

	const size_t after_at = edits->words.len;

	err = ug_buf_add(&edits->words, after.s, after.len);
	if (err != UNGARBLE_OK)
		return err;
	edits->v[edits->n++] = (struct ug_edit){
		.at = at,
		.len = len,
		.after_at = after_at,
		.after_len = after.len,
		.rule = rule,
		.confidence = confidence,
		.sure = true,
	};
	return UNGARBLE_OK;
}

struct ug_edit *
ug_edits_last(struct ug_edits *edits)
{
	assert(edits->n > 0);
	return &edits->v[edits->n - 1];
}

enum ungarble_err
ug_edits_note(struct ug_edits *edits, const char *kind, struct ug_text what)
{
	const enum ungarble_err err = ug_reserve(edits->alloc, &edits->notes,
	    &edits->cap_notes, edits->n_notes + 1, sizeof(*edits->notes));

	if (err != UNGARBLE_OK)
		return err;
	edits->notes[edits->n_notes++] = (struct ug_note){ kind,
		ug_memory_key(what) };
	return UNGARBLE_OK;
}

/* Whether a text is well-formed; most that edits put are short, and ASCII. */
static bool
edit_well_formed(struct ug_text text)
{
	uint64_t bytes = 0;

	for (size_t at = 0; at < text.len && at < 32; at += 8)
		bytes |= ug_letters_at(text, at);
	return (text.len <= 32 && (bytes & UG_EACH_BYTE * 0x80) == 0) ||
	    ug_utf8_prefix((const unsigned char *)text.s, text.len, NULL) ==
	    text.len;
}

/* Whether text may be cut at `at`: it does not lie inside a character. */
static bool
edit_boundary(struct ug_text text, size_t at)
{
	return at <= text.len &&
	    (at == text.len || !ug_char_is_tail(text.s[at]));
}

bool
ug_edits_good(const struct ug_edits *edits, struct ug_text text)
{
	size_t end = 0;

	for (size_t i = 0; i < edits->n; i++) {
		const struct ug_edit *const e = &edits->v[i];
		const struct ug_text after = ug_edit_after(edits, e);

		if (e->at < end || (i > 0 && e->at == edits->v[i - 1].at) ||
		    e->len > text.len || e->at > text.len - e->len)
			return false;
		if (!edit_boundary(text, e->at) ||
		    !edit_boundary(text, e->at + e->len))
			return false;
		if (ug_text_equal(after, ug_text_part(text, e->at, e->len)))
			return false;
		if (!edit_well_formed(after))
			return false;
		if (e->rule == NULL || e->confidence > 100)
			return false;
		end = e->at + e->len;
	}
	return true;
}

enum ungarble_err
ug_edits_make(const struct ug_edits *edits, struct ug_text text,
    struct ug_buf *to)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t done = 0;

	for (size_t i = 0; i < edits->n && err == UNGARBLE_OK; i++) {
		const struct ug_edit *const e = &edits->v[i];
		const struct ug_text after = ug_edit_after(edits, e);

		err = ug_buf_add(to, text.s + done, e->at - done);
		if (err == UNGARBLE_OK)
			err = ug_buf_add(to, after.s, after.len);
		done = e->at + e->len;
	}
	return err != UNGARBLE_OK ? err :
	    ug_buf_add(to, text.s + done, text.len - done);
}
