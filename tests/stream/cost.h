/*
 * cost.h - what a stream takes: time, memory, and what it gives
 */
#ifndef COST_H
#define COST_H

#include <stdbool.h>
#include <stddef.h>

struct cost {
	double seconds;    /* of the processor */
	size_t out_len;
	size_t peak;       /* bytes of memory that were held at once */
	bool failed;
};

/* Feed in[0..len) to a stream, with fixes as of ungarble_options. */
struct cost cost_of(const char *in, size_t len, const char *fixes);

/* The same with all options but callbacks. */
struct ungarble_options;
struct cost cost_with(const char *in, size_t len,
    const struct ungarble_options *like);

/* Output is at most so long. */
static inline bool
cost_bounded(const struct cost *cost, size_t len)
{
	return cost->out_len <= 12 * len + 64;
}

#endif /* COST_H */
