/*
 * fixes_check.h - what a stream makes of a text, with these fixes alone
 */
#ifndef FIXES_CHECK_H
#define FIXES_CHECK_H

#include "base/text.h"
#include "check.h"
#include "harness.h"

/* `fixes` as of --fix; NULL: those by default. */
static inline void
check_fixes(const char *name, const char *fixes, struct ug_text in,
    struct ug_text want)
{
	struct run run = { .n_edits = 0 };
	struct ungarble_options opts = run_options(&run);

	opts.fixes = fixes;
	run_stream(&run, &opts, in.s, in.len, CUT_NOWHERE, 0);
	CHECK(name, run.err == UNGARBLE_OK);
	CHECK(name, ug_text_equal((struct ug_text){ run.out.s, run.out.len },
	    want));
	run_free(&run);
}

#endif /* FIXES_CHECK_H */
