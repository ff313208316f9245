/*
 * view.c - the tokens of a text and of what stands around it
 *
 * The gate has read the text, and what stands around, line by line; it keeps
 * the tokens for a while.  What stands around is seen from and to the middle of
 * a line, which may make other tokens of it:
 *
 *	before                  | text          | after
 *	.. `ls -l` in a shell,  | which lists   | files, see `man ..
 *
 * There words and marks are the same if the line's part is no code, and
 * neither code nor a tag is cut; else all is walked once more.
 */
#include "view.h"

#include "base/least.h"
#include "gate.h"
#include "gate_tokens.h"
#include "prose_line.h"
#include "tokens_run.h"

#define AROUND 256 /* bytes, by hand: what a place is about */

/* Room for n more tokens. */
static enum ungarble_err
view_grow(struct ug_view *view, struct ug_arena *scratch, size_t n)
{
	const size_t cap = view->cap * 2 + n;
	struct ug_token *const more = ug_arena_take(scratch,
	    cap * sizeof(*more));

	if (more == NULL)
		return UNGARBLE_ENOMEM;
	if (view->n > 0)
		memcpy(more, view->v, view->n * sizeof(*more));
	view->v = more;
	view->cap = cap;
	return UNGARBLE_OK;
}

/* Take the tokens of a text, `most` of them at most. */
static enum ungarble_err
view_walk(struct ug_view *view, struct ug_arena *scratch, struct ug_text text,
    uint8_t *region, size_t most)
{
	struct ug_tokens walk;
	size_t room, n;

	ug_tokens_start(&walk, text, *region);
	do {
		if (view->n == view->cap &&
		    view_grow(view, scratch, 1024) != UNGARBLE_OK)
			return UNGARBLE_ENOMEM;
		room = view->cap - view->n;
		room = UG_MIN(room, most);
		n = ug_tokens_run(&walk, view->v + view->n, room);
		view->n += n;
		most -= n;
	} while (n == room && most > 0);
	*region = walk.region;
	return UNGARBLE_OK;
}

/* Cut what stands around to what features are made of, between words. */
static void
view_near(struct ug_text *before, struct ug_text *after)
{
	size_t at = before->len > AROUND ? before->len - AROUND : 0;

	while (at > 0 && at < before->len && before->s[at - 1] != ' ')
		at++;
	*before = ug_text_part(*before, at, before->len - at);
	if (after->len > AROUND) {
		for (at = AROUND; at < after->len && after->s[at] != ' '; at++)
			;
		after->len = at;
	}
}

/* All of it anew. */
static enum ungarble_err
view_read(struct ug_view *view, const struct ug_scope *scope,
    struct ug_text before, struct ug_text text, struct ug_text after)
{
	struct ug_arena *const scratch = scope->scratch;
	uint8_t region = 0;
	enum ungarble_err err = view_walk(view, scratch, before, &region,
	    SIZE_MAX);

	if (scope->spin != NULL)
		region = ug_spin_region(scope->spin, scope->first_token);
	view->start = view->n;
	if (err == UNGARBLE_OK)
		err = view_walk(view, scratch, text, &region, SIZE_MAX);
	view->end = view->n;
	/* No more of these is looked at from within the text. */
	if (err == UNGARBLE_OK)
		err = view_walk(view, scratch, after, &region,
		    UG_VECTOR_REACH);
	return err;
}

/* The length of a text's first line, its end left aside. */
static size_t
view_line(struct ug_text text)
{
	const char *end = text.len == 0 ? NULL : memchr(text.s, '\n',
	    text.len);

	if (end != NULL)
		text.len = (size_t)(end - text.s);
	end = text.len == 0 ? NULL : memchr(text.s, '\r', text.len);
	return end != NULL ? (size_t)(end - text.s) : text.len;
}

/* Where its last line starts. */
static size_t
view_last_line(struct ug_text text)
{
	size_t at = 0;

	for (;;) {
		const size_t end = at + view_line(ug_text_part(text, at,
		    text.len - at));

		if (end == text.len)
			return at;
		at = end + 1;
	}
}

/*
 * Whether tokens are the same in a part of their line that is cut at a blank.
 * What ends at a blank is; what is hidden may have some within.
 */
static bool
view_same(const struct ug_token *tokens, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (tokens[i].kind == UG_TOKEN_HIDDEN)
			return false;
	return true;
}

/* Whether a tag or quoted code may stand in a text. */
static bool
view_has_tags(struct ug_text text)
{
	return text.len > 0 && (memchr(text.s, '<', text.len) != NULL ||
	    memchr(text.s, '>', text.len) != NULL ||
	    memchr(text.s, '`', text.len) != NULL);
}

/*
 * How many tokens of what stands before a text's first byte were kept as a walk
 * has them, the last of which is kept->v[-1]; false if not as many as count.
 */
static bool
view_recall_before(const struct ug_spin_kept *kept, uint32_t first,
    struct ug_text before, size_t *n)
{
	const struct ug_token *const v = kept->v - UG_VECTOR_REACH;
	const uint32_t start = first - (uint32_t)before.len;
	size_t end, cut = 0, at = 0;

	*n = before.len == 0 ? 0 : UG_VECTOR_REACH;
	if (*n == 0)
		return true;
	if (kept->before < *n || first - v[0].at > before.len ||
	    first - kept->plain_byte < before.len)
		return false;
	end = view_line(before);
	while (at < end && before.s[at] == ' ')
		at++;
	/* A part of a line may open what hides words. */
	if ((at < end && memchr("~.", before.s[at], 2) != NULL) ||
	    view_has_tags(ug_text_part(before, at, end - at)))
		return false;
	while (cut < *n && v[cut].at - start < end)
		cut++;
	return cut == 0 || (view_same(v, cut) &&
	    !ug_prose_line_is_code(before, 0, end));
}

/*
 * The same of what stands behind it, where byte `first` and kept->v[at] are;
 * there may be fewer: those that there are.
 */
static bool
view_recall_after(const struct ug_spin_kept *kept, size_t at, uint32_t first,
    struct ug_text after, size_t *n)
{
	const struct ug_token *const v = kept->v + at;
	const size_t most = UG_MIN(kept->n - at, UG_VECTOR_REACH);
	size_t whole = 0, start;

	for (*n = 0; *n < most && v[*n].at - first < after.len; ++*n)
		;
	start = view_last_line(after);
	while (whole < *n && v[whole].at - first < start)
		whole++;
	/* As much of a line may have words though all of it has none. */
	if (*n < UG_VECTOR_REACH && start < after.len && (whole == *n ||
	    view_has_tags(ug_text_part(after, start, after.len - start))))
		return false;
	return whole == *n || (view_same(v + whole, *n - whole) &&
	    !ug_prose_line_is_code(after, start, after.len));
}

/* Take tokens that stand in a text whose first byte is counted as `first`. */
static void
view_take(struct ug_view *view, struct ug_token *tokens, size_t n,
    struct ug_text text, uint32_t first)
{
	for (size_t i = 0; i < n; i++)
		if (tokens[i].kind == UG_TOKEN_UNREAD)
			ug_token_finish(&tokens[i], text, tokens[i].at - first);
	if (n > 0)
		memcpy(view->v + view->n, tokens, n * sizeof(*tokens));
	view->n += n;
}

/* Take all of it from the gate; *there is false if it has not kept it. */
static enum ungarble_err
view_recall(struct ug_view *view, const struct ug_scope *scope,
    struct ug_text before, struct ug_text text, struct ug_text after,
    bool *there)
{
	const uint32_t first = scope->first_byte;
	const uint32_t start = first - (uint32_t)before.len;
	const uint32_t end = first + (uint32_t)text.len;
	struct ug_spin_kept kept = { NULL };
	size_t n_before, n = 0, n_after;

	*there = false;
	if (scope->spin != NULL && !scope->changed)
		kept = ug_spin_tokens(scope->spin, scope->first_token);
	if (kept.v == NULL)
		return UNGARBLE_OK;
	while (n < kept.n && kept.v[n].at - first < text.len)
		n++;
	if (!view_recall_before(&kept, first, before, &n_before) ||
	    !view_recall_after(&kept, n, end, after, &n_after))
		return UNGARBLE_OK;
	*there = true;
	view->forms = kept.forms;
	if (view_grow(view, scope->scratch, n_before + n + n_after + 1) !=
	    UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	view_take(view, kept.v - n_before, n_before, before, start);
	view->start = view->n;
	view_take(view, kept.v, n, text, first);
	view->end = view->n;
	for (size_t i = view->start; i < view->end; i++)
		view->v[i].at -= first;
	view_take(view, kept.v + n, n_after, after, end);
	return UNGARBLE_OK;
}

enum ungarble_err
ug_view_read(struct ug_view *view, const struct ug_scope *scope,
    struct ug_text text)
{
	struct ug_text before = scope->before, after = scope->after;
	enum ungarble_err err;
	bool there;

	view_near(&before, &after);
	err = view_recall(view, scope, before, text, after, &there);
	return there || err != UNGARBLE_OK ? err :
	    view_read(view, scope, before, text, after);
}
