/*
 * run.h - an input that is open, through a stream of its own
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "told.h"

/* Run it.  Whether all went well; what did not is told. */
bool cli_run(struct cli_one *one);

/* --plan-out: write what the shards of it are to agree on.  As cli_run(). */
bool cli_run_plan(struct cli_one *one);

#endif /* CLI_RUN_H */
