/*
 * crew_open_test.c - memory that is not to be had when a crew is made
 */
#include <stdbool.h>

#include "check.h"
#include "failing.h"
#include "ungarble.h"

/* Fail the allocation behind so many of the opening, and none behind it. */
static bool
check_opening(long left)
{
	struct failing memory = { .left = left, .once = true };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	opts.threads = 2;
	opts.resize = failing_resize;
	opts.user = &memory;
	err = ungarble_open(&ug, &opts);
	CHECK("no stream", (ug == NULL) == memory.failed);
	CHECK("memory", err == (memory.failed ? UNGARBLE_ENOMEM :
	    UNGARBLE_OK));
	ungarble_close(ug);
	CHECK("none is left", memory.live == 0);
	return memory.failed;
}

int
main(int argc, char *argv[])
{
	long n = 0;

	(void)argc;
	while (check_opening(n))
		n++;
	CHECK("allocations", n > 2);
	return check_done(argv[0]);
}
