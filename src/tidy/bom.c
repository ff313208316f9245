/*
 * bom.c - the byte order mark that a stream starts with, taken away
 *
 *	U+FEFF first line  ->  first line
 *
 * Of several all go, or the next run would take one more.
 *
 * Left alone: U+FEFF anywhere else.
 */
#include "edit/pass.h"

static enum ungarble_err
bom_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	size_t len = 0;

	if (!scope->start)
		return UNGARBLE_OK;
	while (ug_text_starts(text, len, "\uFEFF"))
		len += 3;
	return len == 0 ? UNGARBLE_OK :
	    ug_edits_add(edits, 0, len, UG_TEXT(""), "bom/mark", 100);
}

const struct ug_pass ug_pass_bom = {
	.fix = { "bom", "bom", "the byte order mark of a stream, taken away",
	    0 },
	.find = bom_find,
	.tidies = true,
};
