/*
 * fields_frame.c - what stands around fields and is of the stream, not of them
 *
 *	U+FEFF id,name \r\n   the mark, and the end of a row
 *	7,"a\r\n note" \r\n   but not that within a value
 */
#include "fields_state.h"

void
ug_fields_frame(const struct ug_fields *f, size_t *from, size_t *to)
{
	const char *const s = f->whole.text.s;
	size_t end = *to;

	while (f->in_at == 0 && end - *from >= 3 &&
	    memcmp(s + *from, "\uFEFF", 3) == 0)
		*from += 3;
	if (end < f->whole.text.len || !ug_lexer_between(&f->lexer))
		return;
	if (end > *from && s[end - 1] == '\n')
		end--;
	while (end > *from && s[end - 1] == '\r')
		end--;
	*to = end;
}
