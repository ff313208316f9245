/*
 * hidden.c - runs of a line that are no words: addresses, paths, names of code
 *
 *	https://a.example/x  me@example.org  --no-help  /usr/share  x_y  f(3)
 */
#include "hidden.h"

#include "prose_line.h"

/* The end of the run of non-blanks that starts at `at`, closing marks left. */
static size_t
hidden_end(struct ug_text line, size_t at)
{
	while (at < line.len) {
		unsigned char c = (unsigned char)line.s[at];

		if (ug_prose_line_classes[c] == UG_CLASS_BLANK ||
		    ug_prose_line_classes[c] == UG_CLASS_LINE || c == '<' ||
		    c == '>' || c == '"' || c == ')')
			break;
		at++;
	}
	return at;
}

size_t
ug_hidden_word(struct ug_text line, size_t at, size_t end)
{
	const char *s = line.s;
	unsigned char next, after;

	if (end + 1 >= line.len || memchr(".:@(=\\", s[end], 6) == NULL)
		return memchr(s + at, '_', end - at) != NULL ? end : 0;
	next = (unsigned char)s[end];
	if (next == '.' && ug_prose_line_starts(line, at, "www."))
		return hidden_end(line, end);
	after = (unsigned char)s[end + 1];
	if (ug_prose_line_starts(line, end, "://"))
		return hidden_end(line, end);
	if (next == '@' && ug_prose_line_letter((char)after))
		return hidden_end(line, end);
	if (next == '(' || (next == '.' && end - at > 1 &&
	    ug_prose_line_classes[after] == UG_CLASS_LOWER) ||
	    (next == ':' && after == ':') ||
	    (next == '=' && after != ' ') || next == '\\')
		return hidden_end(line, end);
	return memchr(s + at, '_', end - at) != NULL ? end : 0;
}

size_t
ug_hidden_mark(struct ug_text line, size_t at, bool glued)
{
	const char *close;
	unsigned char next;

	if (at + 1 >= line.len)
		return 0;
	next = (unsigned char)line.s[at + 1];
	switch (line.s[at]) {
	case '/':
	case '-':
		if (glued ||
		    (!ug_prose_line_letter((char)next) &&
		    (char)next != line.s[at]) ||
		    (line.s[at] == (char)next && at + 2 < line.len &&
		    !ug_prose_line_letter(line.s[at + 2])))
			return 0;
		return hidden_end(line, at);
	case '$':
	case '@':
	case '#':
	case '\\':
		return ug_prose_line_letter((char)next) ?
		    hidden_end(line, at) : 0;
	case '`':
		close = memchr(line.s + at + 1, '`', line.len - at - 1);
		return close != NULL ? (size_t)(close - line.s) + 1 : 0;
	default:
		return 0;
	}
}
