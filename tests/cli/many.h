/*
 * many.h - long strings that a test makes of short ones
 */
#ifndef MANY_H
#define MANY_H

#include <string.h>

/* Room for a string, until so much more was asked for. */
static inline char *
string(size_t len)
{
	static char room[1 << 18];
	static size_t used;
	char *s;

	if (len >= sizeof(room) - used)
		used = 0;
	s = room + used;
	s[0] = '\0';
	used += len + 1;
	return s;
}

/* So many times some text. */
static inline const char *
many(size_t n, const char *s)
{
	const size_t len = strlen(s);
	char *const text = string(n * len);

	for (size_t i = 0; i < n; i++)
		memcpy(text + i * len, s, len);
	text[n * len] = '\0';
	return text;
}

#endif /* MANY_H */
