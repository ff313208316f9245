/*
 * ascii.h - letters and digits of ASCII, and the values of digits
 *
 *	'A'  a letter, upper; its lower one is 'a', its value in base 16 is 10
 *
 * What is asked for may be a char of either sign, a byte or a code point, and
 * is taken as what holds all of them.  Beyond ASCII nothing is anything here.
 */
#ifndef UG_ASCII_H
#define UG_ASCII_H

#include <stdbool.h>

static inline bool
ug_ascii_is_upper(long long c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ug_ascii_is_lower(long long c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
ug_ascii_is_letter(long long c)
{
	return ug_ascii_is_lower(c | 0x20);
}

static inline bool
ug_ascii_is_digit(long long c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ug_ascii_is_alnum(long long c)
{
	return ug_ascii_is_letter(c) || ug_ascii_is_digit(c);
}

static inline char
ug_ascii_lower(char c)
{
	return (char)(ug_ascii_is_upper(c) ? c | 0x20 : c);
}

static inline char
ug_ascii_upper(char c)
{
	return (char)(ug_ascii_is_lower(c) ? c & ~0x20 : c);
}

/* The value of a digit in base 16 or less; of what is none, 16. */
static inline unsigned
ug_ascii_digit(char c)
{
	return ug_ascii_is_digit(c) ? (unsigned)(c - '0') :
	    c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 :
	    c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10 : 16;
}

#endif /* UG_ASCII_H */
