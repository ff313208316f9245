/*
 * mojibake_pass.c - the pass of text that was read in the wrong encoding
 *
 * A line may make sense as UTF-8 misread and as one legacy encoding read as
 * another.  Both are looked for, and what makes the better text is done:
 *
 *	U+0420 U+045F U+0421 U+0402   of UTF-8 in windows-1251, or of KOI8-R?
 *
 * Legacy encodings are not looked for where UTF-8 is beyond doubt, for time.
 */
#include <limits.h>

#include "edit/pass.h"
#include "lines.h"
#include "mixup.h"
#include "mojibake.h"
#include "plain.h"

#define BEYOND 3000 /* a margin that no legacy encoding will beat */

/* What the line costs with the edits made that were added from `first` on. */
static enum ungarble_err
edits_cost(const struct ug_scope *scope, const struct ug_edits *edits,
    size_t first, struct ug_text text, size_t line_at, int *cost)
{
	const size_t size = text.len + edits->words.len;
	char *const s = ug_arena_take(scope->scratch, size);
	struct ug_mixup_line line;
	size_t len = 0, done = 0;
	enum ungarble_err err;

	if (s == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t i = first; i < edits->n; i++) {
		const struct ug_edit *const e = &edits->v[i];
		const struct ug_text after = ug_edit_after(edits, e);
		const size_t at = e->at - line_at;

		memcpy(s + len, text.s + done, at - done);
		len += at - done;
		memcpy(s + len, after.s, after.len);
		len += after.len;
		done = at + e->len;
	}
	memcpy(s + len, text.s + done, text.len - done);
	len += text.len - done;
	err = ug_mixup_line((struct ug_text){ s, len }, scope->plain,
	    scope->scratch, &line);
	*cost = err == UNGARBLE_OK && line.n_words > 0 ? line.cost : 0;
	return err;
}

/*
 * Is what was found beyond doubt?  Bytes of a legacy alphabet can make a row of
 * ideographs: those never are.
 */
static bool
edits_clear(const struct ug_edits *edits, size_t first)
{
	for (size_t i = first; i < edits->n; i++) {
		const struct ug_text after = ug_edit_after(edits, &edits->v[i]);

		for (size_t k = 0; k < after.len; k++)
			if ((unsigned char)after.s[k] >= 0xE3)
				return false;
	}
	return edits->v[first].margin >= BEYOND;
}

/* Is all that is beyond ASCII in edits from `first` on? */
static bool
edits_cover(const struct ug_edits *edits, size_t first, struct ug_text text,
    size_t line_at)
{
	size_t at = 0;

	for (size_t i = first; i <= edits->n; i++) {
		const size_t end = i < edits->n ? edits->v[i].at - line_at :
		    text.len;

		if (ug_text_ascii(ug_text_part(text, at, end - at)) < end - at)
			return false;
		if (i < edits->n)
			at = end + edits->v[i].len;
	}
	return true;
}

/* UTF-8 misread, or legacy encodings: what makes the better text. */
static enum ungarble_err
line_find(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	const size_t first = edits->n;
	int below = INT_MAX;
	size_t n;
	enum ungarble_err err = ug_mojibake_find(scope, text, line_at, edits);

	/* Lines are long, and what is found is kept elsewhere. */
	ug_arena_reset(scope->scratch);
	n = edits->n;
	if (err != UNGARBLE_OK || edits_cover(edits, first, text, line_at))
		return err;
	/* What rests on memory must not keep back what does not. */
	if (n > first && ug_edits_last(edits)->sure) {
		if (edits_clear(edits, first))
			return UNGARBLE_OK;
		err = edits_cost(scope, edits, first, text, line_at, &below);
		ug_arena_reset(scope->scratch);
	}
	if (err == UNGARBLE_OK)
		err = ug_mixup_find(scope, text, line_at, below, edits);
	if (err == UNGARBLE_OK && n > first && edits->n > n) {
		memmove(edits->v + first, edits->v + n,
		    (edits->n - n) * sizeof(*edits->v));
		edits->n -= n - first;
	}
	return err;
}

static enum ungarble_err
line_repair(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	const size_t first = edits->n;
	enum ungarble_err err = UNGARBLE_OK;
	bool plain = false;

	if (scope->plain != NULL && !scope->start && !scope->odd)
		err = ug_plain_is(scope->plain, text, scope->memory == NULL,
		    &plain);
	if (plain || err != UNGARBLE_OK)
		return err;
	err = line_find(scope, text, line_at, edits);

	if (err == UNGARBLE_OK &&
	    ug_mojibake_shown(text, line_at, edits, first))
		edits->n = first;
	return err;
}

static enum ungarble_err
mojibake_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	return ug_lines_find(scope, text, edits, line_repair);
}

const struct ug_pass ug_pass_mojibake = {
	.fix = { "mojibake", "characters",
	    "text that was read in the wrong encoding", 1 },
	.find = mojibake_find,
	.needs = UG_TRAIT_BEYOND | UG_TRAIT_ESCAPE,
	.odd = UG_PASS_ASKS,
};
