/*
 * watch_read.h - the words of a text by their keys, some hundred at a time
 */
#ifndef UG_WATCH_READ_H
#define UG_WATCH_READ_H

#include "base/text.h"

#define UG_WATCH_WORDS 96 /* of a part of a text, at most */
#define UG_WATCH_LINES 96
#define UG_WATCH_BEFORE 2  /* words before them, which a third may go with */
#define UG_WATCH_PAD 8     /* words behind them, which may be read */

/* The end of a line: so many words of the part, and bytes of the text. */
struct ug_watch_line {
	size_t n, end;
};

/* A part of a text. */
struct ug_watch_part {
	size_t end;            /* where it ends in the text */
	size_t turn;           /* where code may turn first, or SIZE_MAX */
	size_t n, n_lines;
	struct ug_watch_line lines[UG_WATCH_LINES];
	uint32_t words[UG_WATCH_BEFORE + UG_WATCH_WORDS + UG_WATCH_PAD];
};

/*
 * Read the part of text.s[at..] that comes first: n words, by their
 * ug_watch_mix(), behind those before, and the LFs.  at < text.len.
 */
void ug_watch_read(struct ug_watch_part *part, struct ug_text text, size_t at);

#endif /* UG_WATCH_READ_H */
