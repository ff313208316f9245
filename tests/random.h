/*
 * random.h - numbers that look random and are the same everywhere
 */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

/* The next one, below 1 << 31; *state is any seed at first. */
static inline uint64_t
random_next(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

#endif /* RANDOM_H */
