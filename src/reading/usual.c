/*
 * usual.c - consecutive records in the encoding that all of their block are in
 *
 * They are told from others one by one, and decoded as one.
 */
#include "edit/memory.h"
#include "reading_state.h"

size_t
ug_reading_may_decode(struct ug_reading *reading,
    const struct ug_stretch *stretch)
{
	struct ug_reading *const r = reading;
	const struct ug_encoding *only;
	size_t at = 0;

	r->n_usual = 0;
	if (r->n > 0 || r->setup.no_memory || r->whole.encoding != NULL ||
	    stretch->in_at / UG_BLOCK_LEN != r->history.block)
		return 0;
	/* Records in ASCII are that, even where others have it elsewhere. */
	only = ug_history_only(&r->history);
	if (only == NULL || only->lower != NULL)
		return 0;
	while (at < stretch->len) {
		const size_t end = ug_stretch_end(stretch, at);
		const enum ug_reading_kind kind = ug_reading_kind(r,
		    stretch->bytes + at, end - at, stretch->in_at + at);

		if (kind != UG_READING_ASCII && kind != UG_READING_USUAL)
			break;
		r->n_usual += kind == UG_READING_USUAL;
		at = end;
	}
	return at;
}

bool
ug_reading_ends_usual(const struct ug_reading *reading, uint64_t in_at)
{
	return reading->seen.len > 0 && reading->seen.in_at == in_at &&
	    reading->seen.kind != UG_READING_USUAL &&
	    reading->seen.kind != UG_READING_ASCII;
}

enum ungarble_err
ug_reading_decode(struct ug_reading *reading,
    const struct ug_stretch *stretch, struct ug_text *text)
{
	struct ug_reading *const r = reading;
	const enum ungarble_err err = ug_decode(r->decoder,
	    ug_history_only(&r->history), NULL, stretch->bytes, stretch->len,
	    stretch->in_at, &r->decoded);

	*text = (struct ug_text){ NULL, 0 };
	if (err == UNGARBLE_OK && r->decoded.n_strays == 0)
		*text = (struct ug_text){ r->decoded.text.s,
			r->decoded.text.len };
	return err;
}

void
ug_reading_pass_usual(struct ug_reading *reading,
    const struct ug_stretch *stretch)
{
	ug_history_usual(&reading->history, reading->n_usual);
	if (stretch->plain < stretch->len)
		ug_history_note(&reading->history,
		    ug_history_only(&reading->history),
		    ug_history_only(&reading->history));
}
