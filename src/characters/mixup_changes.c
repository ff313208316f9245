/*
 * mixup_changes.c - what to change where a mix-up was found
 *
 * Stretches of characters become others; ASCII that stays is in none of them.
 */
#include "mixup.h"

#include "encodings/multi_byte.h"

/* Where the changes are written. */
struct writer {
	struct ug_mixup_change *changes;
	size_t n;
	char *s;
	size_t len;
};

/* Characters [first, end) become what was written from `from` on. */
static void
change_end(struct writer *to, size_t first, size_t end, size_t from)
{
	if (end > first)
		to->changes[to->n++] = (struct ug_mixup_change){ first, end,
			{ to->s + from, to->len - from } };
}

/* The changes that one piece needs.  False: it is no text of that encoding. */
static bool
piece_change(const struct ug_mixup_bytes *b,
    const struct ug_mixup_piece *piece, const struct ug_coding *text,
    struct writer *to)
{
	const size_t end = piece->at + piece->len;
	size_t i = piece->first, start = i, from = to->len, at = piece->at;

	while (at < end) {
		const struct ug_char found = ug_mixup_next(text,
		    b->bytes + at, end - at, piece->lost);

		if (found.c == UG_MALFORMED || ug_mixup_control(found.c))
			return false;
		if (found.c < 0x80 && i < piece->end && b->byte_at[i] == at &&
		    found.c == b->line->chars[i]) {
			change_end(to, start, i++, from);
			at++;
			start = i;
			from = to->len;
			continue;
		}
		to->len += ug_put_char(found.c, to->s + to->len);
		if (found.second != 0)
			to->len += ug_put_char(found.second, to->s + to->len);
		at += found.len;
		while (i < piece->end && b->byte_at[i] < at)
			i++;
	}
	change_end(to, start, piece->end, from);
	return true;
}

enum ungarble_err
ug_mixup_changes(const struct ug_scope *scope,
    struct ug_mixup_bytes *bytes, const struct ug_mixup *found,
    struct ug_mixup_change **changes, size_t *n)
{
	const struct ug_coding *const text =
	    &scope->codings->texts[found->text];
	struct writer to = { .n = 0 };

	*n = 0;
	if (!ug_mixup_turn(bytes, &scope->codings->readers[found->reader]))
		return UNGARBLE_OK;
	to.changes = ug_arena_take(scope->scratch,
	    (bytes->line->n + 1) * sizeof(*to.changes));
	to.s = ug_arena_take(scope->scratch, bytes->n_bytes * 6 + 1);
	if (to.changes == NULL || to.s == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t p = 0; p < bytes->n_pieces; p++)
		if (bytes->pieces[p].len > 0 &&
		    !piece_change(bytes, &bytes->pieces[p], text, &to))
			return UNGARBLE_OK;
	*changes = to.changes;
	*n = to.n;
	return UNGARBLE_OK;
}
