/*
 * clock.h - what time it is, and that something failed, for benches
 */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline void
fail(const char *what)
{
	perror(what);
	exit(1);
}

/* In seconds. */
static inline double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

#endif /* CLOCK_H */
