/*
 * hostile.h - hostile inputs, there and back
 */
#ifndef HOSTILE_H
#define HOSTILE_H

#include "trip.h"

struct hostile_count {
	uint64_t n, n_failed, n_in, n_journal; /* inputs, and bytes */
};

/* The input of that number, which may be any.  Whether it came back. */
bool hostile_one(uint64_t number, struct hostile_count *count);

#endif /* HOSTILE_H */
