/*
 * lines.c - a text line by line
 *
 * A record is one line but a passage may hold several, and what was garbled in
 * one says nothing of the next:
 *
 *	"one\ntwo\n"  ->  "one\n" at 0, "two\n" at 4
 */
#include "lines.h"

#define PIECE_LEN 65536 /* bytes, by hand: twice as many without a blank */

/* The line that starts at text.s[at], or the first piece of a longer one. */
static struct ug_text
line_at(struct ug_text text, size_t at)
{
	const char *const start = text.s + at;
	const char *const end = memchr(start, '\n', text.len - at);
	size_t len = end != NULL ? (size_t)(end - start) + 1 : text.len - at;

	if (len > PIECE_LEN) {
		len = PIECE_LEN;
		while (at + len < text.len && (unsigned char)start[len] > ' ' &&
		    (len < 2 * PIECE_LEN || ug_char_is_tail(start[len])))
			len++;
	}
	return (struct ug_text){ start, len };
}

enum ungarble_err
ug_lines_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits, ug_line_find *find)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t at = 0; at < text.len && err == UNGARBLE_OK; ) {
		const struct ug_text line = line_at(text, at);

		err = find(scope, line, at, edits);
		ug_arena_reset(scope->scratch);
		at += line.len;
	}
	return err;
}

enum ungarble_err
ug_lines_find_first(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits, ug_line_find *find)
{
	return scope->changed ? UNGARBLE_OK :
	    ug_lines_find(scope, text, edits, find);
}
