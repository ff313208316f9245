/*
 * failing.h - memory that runs out, and who still holds some
 *
 *	struct failing memory = { .left = n };
 *	const struct ug_alloc alloc = { failing_resize, &memory };
 */
#ifndef FAILING_H
#define FAILING_H

#include <stdbool.h>
#include <stdlib.h>

struct failing {
	long left;   /* how often memory is given before it runs out */
	bool once;   /* there is more after that */
	bool failed; /* it did */
	long live;   /* blocks that are not given back */
};

/* `user` is a struct failing. */
static inline void *
failing_resize(void *user, void *ptr, size_t size)
{
	struct failing *const memory = user;

	if (size == 0) {
		memory->live -= ptr != NULL;
		free(ptr);
		return NULL;
	}
	if (memory->left == 0 && !(memory->once && memory->failed)) {
		memory->failed = true;
		return NULL;
	}
	memory->left -= memory->left > 0;
	memory->live += ptr == NULL;
	return realloc(ptr, size);
}

#endif /* FAILING_H */
