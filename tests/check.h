/*
 * check.h - the whole test framework
 *
 * A test prints what failed, with the row's name, then one total.  Running
 * nothing is a failure.
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>

static unsigned long check_n, check_failed;

#define CHECK(name, cond) \
	check_that((cond) != 0, __FILE__, __LINE__, (name), #cond)

static inline int
check_that(int ok, const char *file, int line, const char *name,
    const char *cond)
{
	check_n++;
	if (!ok) {
		check_failed++;
		fprintf(stderr, "%s:%d: %s: %s\n", file, line, name, cond);
	}
	return ok;
}

static inline int
check_done(const char *program)
{
	printf("%s: %lu checks, %lu failed\n", program, check_n, check_failed);
	return check_n == 0 || check_failed != 0;
}

#endif /* CHECK_H */
