/*
 * unread.h - reads of the program under test that fail
 *
 * It takes the place of the system's read(), here and in what is tested.
 * Include it behind _XOPEN_SOURCE.
 */
#ifndef UNREAD_H
#define UNREAD_H

#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

/* The how many-th read from now on fails; 0: none. */
static unsigned unread_after;

ssize_t
read(int fd, void *bytes, size_t len)
{
	const struct iovec all = { bytes, len };

	if (unread_after == 0 || --unread_after > 0)
		return readv(fd, &all, 1);
	errno = EIO;
	return -1;
}

/* Let all reads succeed again.  Whether one had failed. */
static inline int
unread_end(void)
{
	const int failed = unread_after == 0;

	unread_after = 0;
	return failed;
}

#endif /* UNREAD_H */
