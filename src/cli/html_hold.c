/*
 * html_hold.c - edits that wait for what stands around them
 *
 * The library tells of a piece of text behind its edits.
 */
#include <string.h>

#include "html_hold.h"

static const char *
hold_copy(struct cli_html_hold *hold, const char *s, size_t len)
{
	char *const copy = hold->bytes + hold->len;

	if (len > 0)
		memcpy(copy, s, len);
	hold->len += len;
	return copy;
}

bool
cli_html_hold_add(
    struct cli_html_hold *hold, const struct ungarble_edit *edit)
{
	const size_t room = sizeof(hold->bytes) - hold->len;
	struct ungarble_edit *const held = &hold->edits[hold->n];

	if (hold->n == CLI_HTML_HELD || edit->before_len > room ||
	    edit->after_len > room - edit->before_len)
		return false;
	hold->n++;
	*held = *edit;
	held->before = hold_copy(hold, edit->before, edit->before_len);
	held->after = hold_copy(hold, edit->after, edit->after_len);
	return true;
}

void
cli_html_hold_clear(struct cli_html_hold *hold)
{
	hold->n = hold->len = 0;
}
