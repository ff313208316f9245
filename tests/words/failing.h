/*
 * failing.h - memory that runs out
 */
#ifndef FAILING_H
#define FAILING_H

#include <stdlib.h>

/* Fails once it has given memory as often as *user, an int, says. */
static inline void *
failing(void *user, void *ptr, size_t size)
{
	int *left = user;

	if (size == 0) {
		free(ptr);
		return NULL;
	}
	return (*left)-- > 0 ? realloc(ptr, size) : NULL;
}

#endif /* FAILING_H */
