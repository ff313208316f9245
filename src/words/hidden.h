/*
 * hidden.h - runs of a line that are no words: addresses, paths, names of code
 */
#ifndef UG_HIDDEN_H
#define UG_HIDDEN_H

#include "base/text.h"

/*
 * The end of the run that a word line.s[at..end) makes an address, or a name
 * in a program, with what follows it; 0: it is a word.
 */
size_t ug_hidden_word(struct ug_text line, size_t at, size_t end);

/*
 * The end of the path, option, variable or quoted code that the mark at `at`
 * starts; 0: it starts none.  `glued`: no white space stands before it.
 */
size_t ug_hidden_mark(struct ug_text line, size_t at, bool glued);

#endif /* UG_HIDDEN_H */
