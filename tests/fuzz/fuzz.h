/*
 * fuzz.h - what fuzzers share: failing, and choices drawn from the input
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A property does not hold. */
#define FUZZ_CHECK(cond) \
	((cond) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #cond))

static inline void
fuzz_fail(const char *file, int line, const char *cond)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, cond);
	abort();
}

/* An input: choices are taken from its start, the rest is text. */
struct fuzz_input {
	const uint8_t *s;
	size_t len;
};

/* The next choice; 0 if there is none left. */
static inline unsigned
fuzz_byte(struct fuzz_input *in)
{
	if (in->len == 0)
		return 0;
	in->len--;
	return *in->s++;
}

/* A number that follows from all of the input. */
static inline uint64_t
fuzz_hash(const void *bytes, size_t len)
{
	const unsigned char *const s = bytes;
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ s[i]) * 0x100000001B3;
	return (hash ^ len) * 0x100000001B3;
}

/* Bytes of exactly this size, that reading beyond them be seen; to be freed. */
static inline void *
fuzz_copy(const void *bytes, size_t len)
{
	void *const copy = calloc(len > 0 ? len : 1, 1);

	if (copy == NULL)
		fuzz_fail(__FILE__, __LINE__, "memory");
	if (len > 0)
		memcpy(copy, bytes, len);
	return copy;
}

#endif /* FUZZ_H */
