/*
 * steady.c - what does a stream ask of memory once it has run for a while?
 *
 *	steady [-b BYTES] [-f FIXES] <TEXT
 *
 * Feeds the text in blocks as the program does.  Prints of what comes behind
 * the first BYTES (2 MiB)
 *
 *	records new grown freed peak
 *
 * how many records (line feeds), how many blocks of memory were asked for, had
 * to grow, were given back; and the KiB that were held at most, all in all.
 */
#define _XOPEN_SOURCE 700
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ungarble.h"

#define BLOCK 65536

struct counts {
	unsigned long fresh, grown, freed;
};

struct memory {
	struct counts n;
	size_t held, most;
};

/* Before each block of memory stands how long it is. */
union head {
	size_t size;
	max_align_t align;
};

static void *
count_resize(void *user, void *ptr, size_t size)
{
	struct memory *const memory = user;
	union head *head = ptr != NULL ? (union head *)ptr - 1 : NULL;

	memory->held -= head != NULL ? head->size : 0;
	if (size == 0) {
		memory->n.freed += head != NULL;
		free(head);
		return NULL;
	}
	if (head == NULL)
		memory->n.fresh++;
	else
		memory->n.grown++;
	head = realloc(head, sizeof(*head) + size);
	if (head == NULL)
		abort();
	head->size = size;
	memory->held += size;
	if (memory->held > memory->most)
		memory->most = memory->held;
	return head + 1;
}

/* Feed all there is; *from is what was counted behind the first bytes. */
static unsigned long
feed(struct ungarble *ug, size_t before, const struct memory *memory,
    struct counts *from)
{
	static char block[BLOCK];
	unsigned long n_records = 0;
	size_t at = 0, n;

	while ((n = fread(block, 1, sizeof(block), stdin)) > 0) {
		for (size_t i = 0; i < n && at >= before; i++)
			n_records += block[i] == '\n';
		at += n;
		if (ungarble_feed(ug, block, n) != UNGARBLE_OK)
			abort();
		if (at - n < before)
			*from = memory->n;
	}
	return n_records;
}

int
main(int argc, char *argv[])
{
	struct memory memory = { .held = 0 };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	struct counts from = { 0 };
	size_t before = 2 << 20;
	unsigned long n_records;
	int option;

	while ((option = getopt(argc, argv, "b:f:")) != -1) {
		switch (option) {
		case 'b': before = strtoul(optarg, NULL, 10); break;
		case 'f': opts.fixes = optarg; break;
		default: return 2;
		}
	}
	opts.resize = count_resize;
	opts.user = &memory;
	if (ungarble_open(&ug, &opts) != UNGARBLE_OK)
		return 1;
	n_records = feed(ug, before, &memory, &from);
	printf("%lu %lu %lu %lu %zu\n", n_records,
	    memory.n.fresh - from.fresh, memory.n.grown - from.grown,
	    memory.n.freed - from.freed, memory.most / 1024);
	if (ungarble_finish(ug) != UNGARBLE_OK)
		return 1;
	ungarble_close(ug);
	return memory.held != 0;
}
