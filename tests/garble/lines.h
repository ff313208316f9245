/*
 * lines.h - lines through the library, and what came of each
 *
 *	lines_open(&lines, true);
 *	lines_put(&lines, text);             any number of times
 *	lines_close(&lines);
 *	for (i = 0; i < lines.n; i++)
 *		lines_at(&lines, i)
 *
 * Alone: each line is decided by itself and nothing is learnt from any.
 */
#ifndef LINES_H
#define LINES_H

#include "base/buf.h"
#include "base/text.h"

struct lines {
	struct ungarble *ug;
	bool alone;
	struct ug_buf out;
	struct { size_t at, len; } *list; /* once closed */
	size_t n, cap, n_put;
	struct ug_buf rules;              /* "3 mojibake/windows-1252\n" */
	enum ungarble_err err;
};

void lines_open(struct lines *lines, bool alone);
void lines_put(struct lines *lines, struct ug_text text);

/* False if the library failed, or as many lines did not come out. */
bool lines_close(struct lines *lines);

struct ug_text lines_at(const struct lines *lines, size_t i);

/* The rules by which line `i` was changed, " a b" to *out, emptied first. */
void lines_rules(const struct lines *lines, size_t i, struct ug_buf *out);

void lines_free(struct lines *lines);

#endif /* LINES_H */
