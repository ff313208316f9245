/*
 * edge.h - bytes behind which nothing may be read
 *
 *	unsigned char *bytes = edge_put(&edge, s, len);
 *
 * They end where a page does, and the next page may not be touched.
 */
#ifndef EDGE_H
#define EDGE_H

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct edge {
	unsigned char *pages; /* two of them; NULL: none were had */
	size_t size;          /* of one */
};

static inline void
edge_init(struct edge *edge)
{
	void *pages;

	edge->size = (size_t)sysconf(_SC_PAGESIZE);
	pages = mmap(NULL, 2 * edge->size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	edge->pages = pages == MAP_FAILED || mprotect((unsigned char *)pages +
	    edge->size, edge->size, PROT_NONE) != 0 ? NULL : pages;
}

/* Copy s[0..len), no more than a page, to the end of the first one. */
static inline unsigned char *
edge_put(const struct edge *edge, const char *s, size_t len)
{
	return memcpy(edge->pages + edge->size - len, s, len);
}

#endif /* EDGE_H */
