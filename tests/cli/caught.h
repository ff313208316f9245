/*
 * caught.h - what is said on standard error, caught by a test
 */
#ifndef CAUGHT_H
#define CAUGHT_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static FILE *caught_file;
static int caught_stderr = -1;

/* Messages go to a file from here on. */
static inline bool
catch_start(void)
{
	if (caught_file == NULL)
		caught_file = tmpfile();
	caught_stderr = dup(2);
	return caught_file != NULL && caught_stderr >= 0 &&
	    ftruncate(fileno(caught_file), 0) == 0 &&
	    lseek(fileno(caught_file), 0, SEEK_SET) == 0 &&
	    dup2(fileno(caught_file), 2) == 2;
}

/* And no longer: what they were. */
static inline const char *
catch_end(void)
{
	static char said[4096];
	ssize_t n;

	(void)dup2(caught_stderr, 2);
	(void)close(caught_stderr);
	n = pread(fileno(caught_file), said, sizeof(said) - 1, 0);
	said[n > 0 ? n : 0] = '\0';
	return said;
}

/* The same, compared. */
static inline bool
caught(const char *wanted)
{
	const char *const said = catch_end();
	const bool same = strcmp(said, wanted) == 0;

	if (!same)
		fprintf(stderr, "wanted: %s\nsaid:   %s\n", wanted, said);
	return same;
}

#endif /* CAUGHT_H */
