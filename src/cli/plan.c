/*
 * plan.c - --plan-out: what all shards of a file take for granted
 *
 *	... plan_head.c ...
 *	size 73400320
 *	shards 4
 *	part 2 17825799 17825799 0 1 ... <TAB> 18874381 18874381 0 1 ...
 *	...
 *	end
 *
 * Of each shard but the first: what is known a block before it, where it begins
 * to read, and what it must have found out when it comes to its start; "-" for
 * nothing.  The former is of an earlier place where it cannot be told there.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"
#include "plan_head.h"
#include "shard.h"

#define PLAN_STATES 3 /* a shard's start, and those it may begin at */

/* A stream that goes from place to place. */
struct plan_scan {
	struct ungarble *ug;
	int fd;
	bool failed;                     /* to read */
	uint64_t at;                     /* the place it was sent to last */
	/* There, and at the places before, the last one first; or "". */
	char states[PLAN_STATES][UNGARBLE_PART_STATE];
	char lead[UNGARBLE_PART_STATE];  /* for the next shard */
};

/* Read up to where the stream was sent. */
static enum ungarble_err
scan_read(struct plan_scan *scan)
{
	static char bytes[CLI_BLOCK];
	enum ungarble_err err = UNGARBLE_OK;
	ssize_t n = 1;

	while (err == UNGARBLE_OK && !ungarble_part_ended(scan->ug) &&
	    (n = cli_read(scan->fd, bytes, sizeof(bytes))) > 0)
		err = ungarble_feed(scan->ug, bytes, (size_t)n);
	scan->failed = n < 0;
	memmove(scan->states[1], scan->states[0],
	    sizeof(scan->states) - sizeof(scan->states[0]));
	scan->states[0][0] = '\0';
	if (err == UNGARBLE_OK && !scan->failed)
		(void)ungarble_part_state(scan->ug, scan->states[0],
		    sizeof(scan->states[0]));
	return err;
}

/* Come to a place, or to the end of the input. */
static enum ungarble_err
scan_go(struct plan_scan *scan, uint64_t place)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (place <= scan->at || scan->failed)
		return UNGARBLE_OK;
	if (scan->at == 0) {
		scan->at = ungarble_part_block();
		err = scan_read(scan);
	}
	if (err != UNGARBLE_OK || place == scan->at ||
	    !ungarble_part_ended(scan->ug))
		return err;
	scan->at = place;
	err = ungarble_part_next(scan->ug, place);
	return err != UNGARBLE_OK ? err : scan_read(scan);
}

/* Keep what was known last at a place before `most`. */
static void
scan_keep(struct plan_scan *scan, uint64_t most)
{
	for (size_t i = 0; i < PLAN_STATES; i++) {
		const char *const state = scan->states[i];

		/* Its first word is the place; "binary" is so anywhere. */
		if (state[0] != '\0' && strtoull(state, NULL, 10) < most) {
			memcpy(scan->lead, state, sizeof(scan->lead));
			return;
		}
	}
}

static void
plan_part(struct cli_out *out, unsigned k, const struct plan_scan *scan)
{
	cli_out_string(out, "part ");
	cli_out_number(out, k);
	cli_out_string(out, " ");
	cli_out_string(out, scan->lead[0] != '\0' ? scan->lead : "-");
	cli_out_string(out, "\t");
	cli_out_string(out, scan->states[0][0] != '\0' ?
	    scan->states[0] : "-");
	cli_out_string(out, "\n");
}

/*
 * Go through the input, from start to start.  A shard begins a block early, and
 * `more`, if a long record before may leave it nothing of that block's start.
 */
static enum ungarble_err
plan_parts(struct cli_out *out, struct plan_scan *scan, uint64_t size,
    unsigned n, uint64_t more)
{
	const uint64_t block = ungarble_part_block(), lead = more + block;
	enum ungarble_err err = UNGARBLE_OK;
	uint64_t before = 0;

	for (unsigned k = 2; k <= n && err == UNGARBLE_OK; k++) {
		const uint64_t start = cli_shard_start(size, k - 1, n);

		if (start == 0 || start == size)
			continue;
		/* Else the shard before is empty. */
		if (start > before && start > lead) {
			err = scan_go(scan, start - lead);
			if (err == UNGARBLE_OK)
				scan_keep(scan, start - more);
		}
		if (err == UNGARBLE_OK)
			err = scan_go(scan, start);
		if (err == UNGARBLE_OK && !scan->failed)
			plan_part(out, k, scan);
		before = start;
	}
	return err;
}

static void
plan_write_head(struct cli_out *out, uint64_t size,
    const struct cli_options *options)
{
	char line[CLI_PLAN_LINE];

	for (size_t i = 0; cli_plan_head(options, i, line); i++) {
		cli_out_string(out, line);
		cli_out_string(out, "\n");
	}
	cli_out_string(out, "size ");
	cli_out_number(out, size);
	cli_out_string(out, "\nshards ");
	cli_out_number(out, options->n_shards);
	cli_out_string(out, "\n");
}

enum ungarble_err
cli_plan_make(struct cli_out *out, int fd, uint64_t size,
    const struct cli_options *options, const struct ungarble_options *like,
    bool *failed)
{
	struct ungarble_options opts = cli_shard_looks(like);
	struct plan_scan scan = { .fd = fd };
	enum ungarble_err err;

	plan_write_head(out, size, options);
	err = ungarble_open(&scan.ug, &opts);
	if (err == UNGARBLE_OK)
		err = plan_parts(out, &scan, size, options->n_shards,
		    options->fields != UNGARBLE_FIELDS_NONE ?
		    ungarble_part_block() : 0);
	ungarble_close(scan.ug);
	cli_out_string(out, "end\n");
	*failed = scan.failed;
	return err;
}
