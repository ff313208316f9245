/*
 * watch_read.h - the words of a text by their keys, some hundred at a time
 */
#ifndef UG_WATCH_READ_H
#define UG_WATCH_READ_H

#include "base/text.h"

#define UG_WATCH_WORDS 256 /* of a part of a text, at most */
#define UG_WATCH_LINES 128
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
	size_t n, n_lines, n_hits;
	struct ug_watch_line lines[UG_WATCH_LINES];
	uint16_t hits[UG_WATCH_WORDS];
	uint32_t words[UG_WATCH_BEFORE + UG_WATCH_WORDS + UG_WATCH_PAD];
};

/* A way to read a text. */
struct ug_watch_way {
	const char *name;
	bool (*there)(void); /* whether this machine has what it needs */

	/*
	 * Read the part of text.s[at..] that comes first: n words, by their
	 * ug_watch_mix(), behind those before; the LFs; and which words, pairs
	 * and threes are in the filter `bits`, as hits of their last words.
	 * at < text.len.
	 */
	void (*read)(struct ug_watch_part *part, struct ug_text text,
	    size_t at, const uint32_t *bits);
};

/* The best one first; the last one, "plain", is always there. */
extern const struct ug_watch_way *const ug_watch_ways[];
extern const struct ug_watch_way ug_watch_avx2;

#endif /* UG_WATCH_READ_H */
