/*
 * hidden.h - runs of a line that are no words: addresses, paths, names of code
 */
#ifndef UG_HIDDEN_H
#define UG_HIDDEN_H

#include "base/text.h"
#include "prose_line.h"

/*
 * The end of the run that a word line.s[at..end) makes an address, or a name
 * in a program, with what follows it; 0: it is a word.
 */
size_t ug_hidden_word(struct ug_text line, size_t at, size_t end);

/*
 * Whether letters that end at line.s[end], which is no blank, are a word by
 * themselves for sure.  `key` has the first eight of them, in lower case.
 */
static inline bool
ug_hidden_cannot(struct ug_text line, size_t end, uint64_t key)
{
	const char after = end + 1 < line.len ? line.s[end + 1] : ' ';

	switch (line.s[end]) {
	case '.':
		return ug_prose_line_class(after) != UG_CLASS_LOWER &&
		    key != 0x777777; /* "www" */
	case ':':
		return after != ':' && after != '/';
	case ',': case ';': case '!': case '?': case '"': case ')':
	case ']': case '-': case '/': case '%': case '*':
		return true;
	default:
		return false;
	}
}

/*
 * The end of the path, option, variable or quoted code that the mark at `at`
 * starts; 0: it starts none.  `glued`: no white space stands before it.
 */
size_t ug_hidden_mark(struct ug_text line, size_t at, bool glued);

#endif /* UG_HIDDEN_H */
