/*
 * short.h - short clean lines: letters, names, words, signs
 *
 * What tells least: a stream that saw much of one kind of damage may not take
 * any of these for more of it.
 */
#ifndef SHORT_H
#define SHORT_H

#include <stddef.h>

extern const char *const short_lines[];
extern const size_t short_n_lines;

#endif /* SHORT_H */
