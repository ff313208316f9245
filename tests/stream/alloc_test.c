/*
 * alloc_test.c - every allocation fails once: ENOMEM, no leak, no crash
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "harness.h"

struct budget {
	struct run run;
	long left;       /* allocations until one fails; -1: never */
	bool failed;
	long live;       /* blocks that are not freed yet */
};

static void *
budget_resize(void *user, void *ptr, size_t size)
{
	struct budget *const b = user;

	if (size == 0) {
		b->live -= ptr != NULL;
		free(ptr);
		return NULL;
	}
	if (b->left == 0) {
		b->failed = true;
		b->left = -1;
		return NULL;
	}
	if (b->left > 0)
		b->left--;
	b->live += ptr == NULL;
	return realloc(ptr, size);
}

/* Returns whether an allocation was made to fail. */
static bool
check_budget(const struct bytes *in, long left)
{
	struct budget b = { .left = left };
	struct ungarble_options opts = run_options(&b.run);

	opts.user = &b;
	opts.resize = budget_resize;
	run_stream(&b.run, &opts, in->s, in->len, CUT_AT_RANDOM, 3);
	CHECK("result", b.run.err == (b.failed ? UNGARBLE_ENOMEM :
	    UNGARBLE_OK));
	CHECK("leak", b.live == 0);
	run_free(&b.run);
	return b.failed;
}

int
main(int argc, char *argv[])
{
	struct bytes in = { 0 };
	long n = 0;

	(void)argc;
	mixed_make(&in, 30000, 11);
	/* Few allocations: fail each.  Many: the first, then ever fewer. */
	while (check_budget(&in, n))
		n += 1 + n / 40;
	CHECK("tried some", n > 40);
	bytes_free(&in);
	return check_done(argv[0]);
}
