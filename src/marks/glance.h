/*
 * glance.h - one quick look at a text: what rules could find anything in it
 */
#ifndef UG_GLANCE_H
#define UG_GLANCE_H

#include "base/text.h"

/* What was seen; a text without it has no such thing. */
enum ug_glance_cue {
	UG_GLANCE_STOP = 1 << 0,       /* a stop or comma that may float */
	UG_GLANCE_COPY = 1 << 1,       /* words that may be copies */
	UG_GLANCE_BLANKED = 1 << 2,    /* an s or a t by itself */
	UG_GLANCE_SAID = 1 << 3,       /* " said", " told " and such */
	UG_GLANCE_TITLE = 1 << 4,      /* Mr, Mrs, Ms, Dr */
	UG_GLANCE_NAMES = 1 << 5,      /* a name that ends in s before a name */
	UG_GLANCE_SLURRED = 1 << 6,    /* " wont ", " Im " */
	UG_GLANCE_QUOTE = 1 << 7,      /* " */
	UG_GLANCE_APOSTROPHE = 1 << 8, /* ' */
	UG_GLANCE_WIDE = 1 << 9,       /* other than ASCII */
	UG_GLANCE_SPACED = 1 << 10,    /* a stop or comma behind a blank */
	UG_GLANCE_SMALL = 1 << 11,     /* a small letter behind a stop */
	UG_GLANCE_THE = 1 << 12,       /* "the Harlands List" */
	UG_GLANCE_TOLD = 1 << 13,      /* " told" */
	UG_GLANCE_CURLED = 1 << 14,    /* ’ */
	UG_GLANCE_OPEN = 1 << 15,      /* “ */
	UG_GLANCE_CLOSE = 1 << 16,     /* ” */
	UG_GLANCE_ANGLE = 1 << 17,     /* « or » */
	UG_GLANCE_MOVED = 1 << 18,     /* an apostrophe that may have moved */
	UG_GLANCE_NOT = 1 << 19,       /* n’t, n't */
	UG_GLANCE_OWNER = 1 << 20,     /* ’s, 's behind a letter or such */
	UG_GLANCE_SLIP = 1 << 21       /* a quotation mark that moved */
};

/* Marks of quotation in English. */
#define UG_GLANCE_QUOTED (UG_GLANCE_QUOTE | UG_GLANCE_OPEN | UG_GLANCE_CLOSE)

/* Several of enum ug_glance_cue. */
unsigned ug_glance(struct ug_text text);

#define UG_GLANCE_LINES 128

/* A line in which something may have been seen. */
struct ug_glance_line {
	size_t n;          /* lines before it, behind the last such, in which
	                    * nothing was */
	size_t start, end; /* in the text */
	unsigned cues;
	unsigned traits;   /* of enum ug_trait */
};

struct ug_glance_lines {
	size_t n;
	size_t rest, end;  /* lines behind the last of them, up to there */
	struct ug_glance_line v[UG_GLANCE_LINES];
};

/*
 * Glance at the lines from text.s[at] on, where one starts, or so many of them.
 * The text ends with the LF of the last one; at < text.len.
 */
void ug_glance_lines(struct ug_glance_lines *lines, struct ug_text text,
    size_t at);

/*
 * What the rules look for at a blank; each stands beside its rule.  They may be
 * wrong where they see something, never where they do not.
 */

/* floating_stops.c: a stop or comma that may be one too many. */
bool ug_stop_floats(struct ug_text text, size_t blank);

/* doubled_fragments.c: words behind a mark that may be copies. */
bool ug_copy_here(struct ug_text text, size_t blank);

/* ... and two blanks in what may be words twice in a row. */
bool ug_copy_again(struct ug_text text, size_t first, size_t second);

/* possessives.c: a name before the blank and behind it that may lack an ’. */
bool ug_owner_here(struct ug_text text, size_t blank);

/* ... and what the mark text[at..end), ' or ’, is a cue of. */
unsigned ug_owner_mark(struct ug_text text, size_t at, size_t end);

#endif /* UG_GLANCE_H */
