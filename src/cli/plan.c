/*
 * plan.c - --plan-out: what all shards of a file take for granted
 *
 *	... plan_head.c ...
 *	size 73400320
 *	shards 4
 *	part 2 17825799 17825799 0 1 ... <TAB> 18874381 18874381 0 1 ...
 *	...
 *	end 8C3EFE92A9E9C45D
 *
 * Of each shard but the first: what is known a block before it, where it begins
 * to read, and what it must have found out when it comes to its start; "-" for
 * nothing.  The former is of an earlier place where it cannot be told there.
 * Behind the end stands a hash of all before.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"
#include "plan_head.h"
#include "shard.h"

#define PLAN_STATES 3 /* a shard's start, and those it may begin at */

/* What is written. */
struct plan_writer {
	struct cli_out *out;
	uint64_t hash;
};

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

/* Write a line; for cli_plan_head(). */
static bool
plan_write(void *user, const char *line)
{
	struct plan_writer *const writer = user;

	writer->hash = cli_plan_hash(writer->hash, line, strlen(line));
	writer->hash = cli_plan_hash(writer->hash, "\n", 1);
	cli_out_string(writer->out, line);
	cli_out_string(writer->out, "\n");
	return true;
}

static void
plan_write_number(struct plan_writer *writer, const char *name, uint64_t n)
{
	char line[CLI_PLAN_LINE];

	(void)snprintf(line, sizeof(line), "%s %" PRIu64, name, n);
	(void)plan_write(writer, line);
}

static void
plan_write_part(struct plan_writer *writer, unsigned k,
    const struct plan_scan *scan)
{
	const char *const lead = scan->lead, *const known = scan->states[0];
	char line[CLI_PLAN_LINE];

	(void)snprintf(line, sizeof(line), "part %u %s\t%s", k,
	    lead[0] != '\0' ? lead : "-", known[0] != '\0' ? known : "-");
	(void)plan_write(writer, line);
}

/*
 * Go through the input, from start to start.  A shard begins a block early, and
 * `more`, if a long record before may leave it nothing of that block's start.
 */
static enum ungarble_err
plan_parts(struct plan_writer *writer, struct plan_scan *scan, uint64_t size,
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
			plan_write_part(writer, k, scan);
		before = start;
	}
	return err;
}

enum ungarble_err
cli_plan_make(struct cli_out *out, int fd, uint64_t size,
    const struct cli_options *options, const struct ungarble_options *like,
    bool *failed)
{
	struct ungarble_options opts = cli_shard_looks(like);
	struct plan_writer writer = { out, CLI_PLAN_HASH };
	struct plan_scan scan = { .fd = fd };
	enum ungarble_err err;

	(void)cli_plan_head(options, plan_write, &writer);
	plan_write_number(&writer, "size", size);
	plan_write_number(&writer, "shards", options->n_shards);
	err = ungarble_open(&scan.ug, &opts);
	if (err == UNGARBLE_OK)
		err = plan_parts(&writer, &scan, size, options->n_shards,
		    options->fields != UNGARBLE_FIELDS_NONE ?
		    ungarble_part_block() : 0);
	ungarble_close(scan.ug);
	*failed = scan.failed;
	/* What has no end is no plan. */
	if (err != UNGARBLE_OK || scan.failed)
		return err;
	cli_out_string(out, "end ");
	cli_out_hex(out, (uint32_t)(writer.hash >> 32), 8);
	cli_out_hex(out, (uint32_t)writer.hash, 8);
	cli_out_string(out, "\n");
	return UNGARBLE_OK;
}
