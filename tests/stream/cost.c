/*
 * cost.c - what a stream takes: time, memory, and what it gives
 */
#include "cost.h"

#include <stdlib.h>
#include <time.h>

#include "ungarble.h"

#define PIECE 65536 /* bytes of a feed */

struct held {
	struct cost *cost;
	size_t now;
};

/* Before each block stands how long it is. */
union head {
	size_t len;
	max_align_t align;
};

static void *
held_resize(void *user, void *ptr, size_t size)
{
	struct held *const held = user;
	union head *head = ptr != NULL ? (union head *)ptr - 1 : NULL;
	const size_t had = head != NULL ? head->len : 0;

	if (size == 0) {
		held->now -= had;
		free(head);
		return NULL;
	}
	head = realloc(head, sizeof(*head) + size);
	if (head == NULL)
		return NULL;
	head->len = size;
	held->now += size - had;
	if (held->now > held->cost->peak)
		held->cost->peak = held->now;
	return head + 1;
}

static int
held_write(void *user, const char *s, size_t len)
{
	(void)s;
	((struct held *)user)->cost->out_len += len;
	return 0;
}

struct cost
cost_of(const char *in, size_t len, const char *fixes)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.fixes = fixes;
	return cost_with(in, len, &opts);
}

struct cost
cost_with(const char *in, size_t len, const struct ungarble_options *like)
{
	struct ungarble_options opts = *like;
	struct cost cost = { 0 };
	struct held held = { &cost, 0 };
	struct ungarble *ug;
	enum ungarble_err err;
	const clock_t start = clock();

	opts.write = held_write;
	opts.resize = held_resize;
	opts.user = &held;
	err = ungarble_open(&ug, &opts);
	for (size_t at = 0; at < len && err == UNGARBLE_OK; at += PIECE)
		err = ungarble_feed(ug, in + at,
		    len - at < PIECE ? len - at : PIECE);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	ungarble_close(ug);
	cost.failed = err != UNGARBLE_OK || held.now != 0;
	cost.seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	return cost;
}
