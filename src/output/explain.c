/*
 * explain.c - an edit in words
 *
 *	12: c1/windows-1252: \u{0092} → ’ (95 %, bytes 301-303)
 *	3: words/word: mentioned → said (96 %, margin 2.310, gate 14.250, bytes
 *	    88-97)
 */
#include "line.h"
#include "ungarble.h"

/* ", margin 1.250", of thousandths of a nat. */
static void
explain_nats(struct ug_line *line, const char *what, int n)
{
	const unsigned value = n < 0 ? 0 - (unsigned)n : (unsigned)n;
	const char digits[4] = { '.', (char)('0' + value / 100 % 10),
		(char)('0' + value / 10 % 10), (char)('0' + value % 10) };

	ug_line_add(line, what);
	ug_line_add(line, n < 0 ? "-" : "");
	ug_line_number(line, value / 1000);
	ug_line_bytes(line, digits, sizeof(digits));
}

/* A side of the edit; what is empty is shown to be. */
static void
explain_side(struct ug_line *line, const char *s, size_t len, bool is_bytes)
{
	if (len == 0)
		ug_line_add(line, "\"\"");
	else
		ug_line_text(line, (struct ug_text){ s, len }, is_bytes);
}

size_t
ungarble_explain(const struct ungarble_edit *edit, char *buf, size_t cap)
{
	struct ug_line line = { buf, cap, 0 };

	ug_line_number(&line, edit->record);
	ug_line_add(&line, ": ");
	ug_line_add(&line, edit->rule);
	ug_line_add(&line, ": ");
	explain_side(&line, edit->before, edit->before_len,
	    edit->before_is_bytes != 0);
	ug_line_add(&line, " \u2192 ");
	explain_side(&line, edit->after, edit->after_len, false);
	ug_line_add(&line, " (");
	ug_line_number(&line, edit->confidence);
	ug_line_add(&line, " %");
	if (edit->gate != 0) {
		explain_nats(&line, ", margin ", edit->margin);
		explain_nats(&line, ", gate ", edit->gate);
	}
	ug_line_add(&line, ", bytes ");
	ug_line_number(&line, edit->in_at);
	ug_line_add(&line, "-");
	ug_line_number(&line, edit->in_at + edit->in_len);
	ug_line_add(&line, ")");
	return ug_line_end(&line);
}
