/*
 * plan.h - --plan: what all shards of a file take for granted
 */
#ifndef CLI_PLAN_H
#define CLI_PLAN_H

#include "options.h"

/* What a plan says of the shard that is asked for. */
struct cli_plan {
	bool has_part;
	uint64_t size;                   /* of the input */
	char lead[UNGARBLE_PART_STATE];  /* see opts.part_lead, */
	char known[UNGARBLE_PART_STATE]; /* opts.part_known; "": none */
};

/*
 * --plan: read it.  False, with a message, if it cannot be read, or is one for
 * another version, other options, or another number of shards.
 */
bool cli_plan_read(struct cli_plan *plan, const struct cli_options *options);

/*
 * --plan-out: write the plan for an input of `size` bytes that is open and read
 * as *opts say.  *failed: it could not be read, and errno says why.
 */
enum ungarble_err cli_plan_make(struct cli_out *out, int fd, uint64_t size,
    const struct cli_options *options, const struct ungarble_options *opts,
    bool *failed);

#endif /* CLI_PLAN_H */
