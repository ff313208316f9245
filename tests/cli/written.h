/*
 * written.h - all that is written to an output, read by a test
 *
 * Include it behind _XOPEN_SOURCE.
 */
#ifndef WRITTEN_H
#define WRITTEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/io.h"

static char *written; /* till it is read again */
static FILE *written_file;

/* From here on, to this output. */
static inline void
written_start(struct cli_out *out)
{
	if (written_file == NULL)
		written_file = tmpfile();
	if (written_file == NULL) {
		perror("tmpfile");
		exit(2);
	}
	out->fd = fileno(written_file);
	CHECK("empty", ftruncate(out->fd, 0) == 0 &&
	    lseek(out->fd, 0, SEEK_SET) == 0);
}

/* Read what was flushed. */
static inline void
written_read(void)
{
	const int fd = fileno(written_file);
	const off_t len = lseek(fd, 0, SEEK_END);

	free(written);
	written = calloc(1, (size_t)len + 1);
	if (!CHECK("read", written != NULL &&
	    pread(fd, written, (size_t)len, 0) == len))
		exit(2);
}

static inline void
written_end(void)
{
	free(written);
	(void)fclose(written_file);
}

#endif /* WRITTEN_H */
