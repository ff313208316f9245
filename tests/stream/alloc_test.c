/*
 * alloc_test.c - every allocation fails once: ENOMEM, no leak, no crash
 */
#include "check.h"
#include "failing.h"
#include "harness.h"

struct budget {
	struct run run;
	struct failing memory;
};

static void *
budget_resize(void *user, void *ptr, size_t size)
{
	struct budget *const b = user;

	return failing_resize(&b->memory, ptr, size);
}

/* Returns whether an allocation was made to fail. */
static bool
check_budget(const struct bytes *in, long left)
{
	struct budget b = { .memory = { .left = left, .once = true } };
	struct ungarble_options opts = run_options(&b.run);

	opts.user = &b;
	opts.resize = budget_resize;
	run_stream(&b.run, &opts, in->s, in->len, CUT_AT_RANDOM, 3);
	CHECK("result", b.run.err == (b.memory.failed ? UNGARBLE_ENOMEM :
	    UNGARBLE_OK));
	CHECK("leak", b.memory.live == 0);
	run_free(&b.run);
	return b.memory.failed;
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
