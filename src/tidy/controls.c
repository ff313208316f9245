/*
 * controls.c - control characters that no text needs
 *
 *	a U+0000 b U+007F c   ->  abc
 *	N BS N  _ BS n        ->  N n   struck over, as old manuals have it
 *
 * Left alone: tab, line feed, carriage return, form feed; what U+0080..U+009F
 * has; escape sequences go whole with `ansi`.
 */
#include "edit/pass.h"

#define BACKSPACE 0x08

static bool
controls_is_one(char c)
{
	const unsigned char byte = (unsigned char)c;

	return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f' &&
	    byte != '\r') || byte == 0x7F;
}

/*
 * What is struck over at the backspace text.s[at], the character before it
 * starting at `before`, behind `from`: the edit's place in *start and *end.
 */
static bool
controls_struck(struct ug_text text, size_t from, size_t at, size_t *start,
    size_t *end)
{
	size_t before = at, next = at + 1;

	if (at == from || next == text.len || controls_is_one(text.s[next]) ||
	    controls_is_one(text.s[at - 1]))
		return false;

	const uint32_t old = ug_text_prev(text, &before);
	const uint32_t new = ug_text_next(text, &next);

	if (before < from || (old != new && old != '_' && new != '_'))
		return false;
	*start = old != new && new == '_' ? at : before;
	*end = old != new && new == '_' ? next : at + 1;
	return true;
}

static enum ungarble_err
controls_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t done = 0;

	(void)scope;
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK; ) {
		const char *rule = "controls/stray";
		size_t start = at, end = at + 1;

		if (!controls_is_one(text.s[at])) {
			at++;
			continue;
		}
		if (text.s[at] == BACKSPACE &&
		    controls_struck(text, done, at, &start, &end))
			rule = "controls/overstruck";
		err = ug_edits_add(edits, start, end - start, UG_TEXT(""), rule,
		    100);
		done = at = end;
	}
	return err;
}

const struct ug_pass ug_pass_controls = {
	.fix = { "controls", "tidy", "stray control characters", 0 },
	.find = controls_find,
	.tidies = true,
};
