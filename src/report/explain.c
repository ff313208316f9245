/*
 * explain.c - an edit in words
 *
 *	12: c1/windows-1252: \u{0092} → ’ (95 %, bytes 301-303)
 */
#include "../ungarble.h"
#include "line.h"

size_t
ungarble_explain(const struct ungarble_edit *edit, char *buf, size_t cap)
{
	struct ug_line line = { buf, cap, 0 };

	ug_line_number(&line, edit->record);
	ug_line_add(&line, ": ");
	ug_line_add(&line, edit->rule);
	ug_line_add(&line, ": ");
	ug_line_text(&line, (struct ug_text){ edit->before, edit->before_len },
	    edit->before_is_bytes != 0);
	ug_line_add(&line, " \u2192 ");
	ug_line_text(&line, (struct ug_text){ edit->after, edit->after_len },
	    false);
	ug_line_add(&line, " (");
	ug_line_number(&line, edit->confidence);
	ug_line_add(&line, " %, bytes ");
	ug_line_number(&line, edit->in_at);
	ug_line_add(&line, "-");
	ug_line_number(&line, edit->in_at + edit->in_len);
	ug_line_add(&line, ")");
	return ug_line_end(&line);
}
