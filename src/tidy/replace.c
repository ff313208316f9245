/*
 * replace.c - edits that put characters for others, one by one
 *
 *	U+FF21 U+FF22  ->  AB   in one edit, as they stand together
 */
#include "replace.h"

/* Let the last edit go on with what stands behind it. */
static enum ungarble_err
replace_go_on(struct ug_edits *edits, const struct ug_replaced *r)
{
	const enum ungarble_err err = ug_buf_add(&edits->words, r->out, r->len);

	if (err == UNGARBLE_OK) {
		ug_edits_last(edits)->len += r->used;
		ug_edits_last(edits)->after_len += r->len;
	}
	return err;
}

enum ungarble_err
ug_replace(struct ug_text text, struct ug_edits *edits, ug_replace_look *look)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = 0, end = SIZE_MAX;

	while (err == UNGARBLE_OK) {
		at += ug_text_ascii(ug_text_part(text, at, text.len - at));
		if (at == text.len)
			break;

		const struct ug_replaced r = look(text, at);

		if (r.rule == NULL) {
			at += ug_char_len((unsigned char)text.s[at]);
			continue;
		}
		err = at == end && ug_edits_last(edits)->rule == r.rule ?
		    replace_go_on(edits, &r) : ug_edits_add(edits, at, r.used,
		    (struct ug_text){ r.out, r.len }, r.rule, 100);
		at += r.used;
		end = at;
	}
	return err;
}
