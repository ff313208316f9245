/*
 * worst.h - inputs that cost the most: one of a kind, again and again
 */
#ifndef WORST_H
#define WORST_H

#include <stddef.h>

struct worst {
	const char *name;
	const char *head, *s; /* `head` once, then s[0..len) to the end */
	size_t head_len, len;

	/* Or this fills out[0..len). */
	void (*make)(char *out, size_t len);
};

/* The i-th, NULL past the last. */
const struct worst *worst_at(size_t i);

/* Fill out[0..len). */
void worst_make(const struct worst *worst, char *out, size_t len);

#endif /* WORST_H */
