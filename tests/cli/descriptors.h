/*
 * descriptors.h - whether a test's subject closes what it opened
 */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H

#include <unistd.h>

/* The descriptor that the next file would get. */
static inline int
descriptor_next(void)
{
	const int fd = dup(2);

	(void)close(fd);
	return fd;
}

#endif /* DESCRIPTORS_H */
