/*
 * stretches_check.h - a stream whose records go as one, or each on its own
 */
#ifndef STRETCHES_CHECK_H
#define STRETCHES_CHECK_H

#include <stdio.h>

#include "harness.h"
#include "random.h"
#include "stream/stream_state.h"

/* Findings go to the report, too, with how much was written then. */
static inline int
told_finding(void *user, const struct ungarble_finding *finding)
{
	struct run *const run = user;
	char line[120];

	snprintf(line, sizeof(line), "finding %s %llu %llu+%llu %llu\n",
	    finding->rule, (unsigned long long)finding->record,
	    (unsigned long long)finding->in_at,
	    (unsigned long long)finding->in_len,
	    (unsigned long long)run->out.len);
	bytes_string(&run->report, line);
	return 0;
}

/* What a stream knows of its text: it must be the same in any way. */
static inline void
run_know(struct run *run, const struct ungarble *ug)
{
	char line[80];

	ug_runner_enter(ug->runner, ug->records.at);
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, ug->records.at);
	snprintf(line, sizeof(line), "known %llx %llx\n",
	    (unsigned long long)ug_runner_state(ug->runner), ug->memory == NULL
	    ? 0 : (unsigned long long)ug_memory_state(ug->memory));
	bytes_string(&run->report, line);
}

/*
 * Feed a stream in cuts, and flush it, as `seed` says; 0: at once.  `alone`: each
 * record goes on its own.
 */
static inline void
run_feed(struct run *run, const struct ungarble_options *opts, bool alone,
    const struct bytes *in, uint64_t seed)
{
	struct ungarble *ug;

	run->err = ungarble_open(&ug, opts);
	if (run->err == UNGARBLE_OK && alone)
		ug_stream_set_no_stretches(ug);
	for (size_t at = 0, n; at < in->len && run->err == UNGARBLE_OK;
	    at += n) {
		n = seed == 0 ? in->len : random_next(&seed) % 50000;
		n = n < in->len - at ? n : in->len - at;
		run->err = ungarble_feed(ug, in->s + at, n);
		if (run->err == UNGARBLE_OK && seed % 16 == 1)
			run->err = ungarble_flush(ug);
	}
	if (run->err == UNGARBLE_OK)
		run->err = ungarble_finish(ug);
	if (run->err == UNGARBLE_OK)
		run_know(run, ug);
	ungarble_close(ug);
}

static inline int
write_count(void *user, const char *bytes, size_t len)
{
	(void)bytes;
	(void)len;
	++*(unsigned long *)user;
	return 0;
}

/* How often output of a stream is written: few times, where many go as one. */
static inline unsigned long
count_writes(const struct ungarble_options *like, const struct bytes *in)
{
	unsigned long n = 0;
	struct run run = { .err = UNGARBLE_OK };
	struct ungarble_options opts = *like;

	opts.write = write_count;
	opts.user = &n;
	run_feed(&run, &opts, false, in, 0);
	CHECK("writes", run.err == UNGARBLE_OK);
	run_free(&run);
	return n;
}

#endif /* STRETCHES_CHECK_H */
