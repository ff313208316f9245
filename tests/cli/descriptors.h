/*
 * descriptors.h - whether a test's subject closes what it opened
 */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H

#include <fcntl.h>

/* How many are open. */
static inline int
descriptors_open(void)
{
	int n = 0;

	for (int fd = 0; fd < 256; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

#endif /* DESCRIPTORS_H */
