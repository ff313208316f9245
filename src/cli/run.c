/*
 * run.c - an input that is open, through a stream of its own
 */
#include "run.h"

#include <errno.h>
#include <string.h>

#include "advice.h"
#include "apply.h"
#include "diff.h"
#include "feed.h"
#include "memory.h"
#include "message.h"
#include "notice.h"
#include "progress.h"
#include "reread.h"
#include "shard.h"
#include "show.h"

/* --detect: what the input is in. */
static enum ungarble_err
run_tell_detected(struct cli_one *one)
{
	const struct cli_job *job = one->job;
	const struct ungarble_options opts = cli_told_options(one);
	struct cli_detected *detected = &one->detected;
	enum ungarble_err err = UNGARBLE_OK;

	if (detected->head != NULL)
		err = ungarble_guess(detected->head, detected->head_len, &opts,
		    detected->guesses, CLI_N_GUESSES, &detected->n_guesses);
	if (err != UNGARBLE_OK)
		return err;
	if (job->options->json)
		cli_json_detected(job->out, one->name, detected);
	else
		cli_show_detected(job->out, one->name, detected);
	return UNGARBLE_OK;
}

/* --detect and -v: what the input is in. */
static enum ungarble_err
run_tell(struct cli_one *one)
{
	const struct cli_options *options = one->job->options;
	struct cli_finding finding;

	cli_detected_sort(&one->detected);
	if (options->mode == CLI_DETECT)
		return run_tell_detected(one);
	if (options->verbose) {
		(void)cli_detected_finding(&one->detected, 0, &finding);
		cli_notice_file(
		    cli_message_input(one->name), &finding, &one->totals);
	}
	return UNGARBLE_OK;
}

/* An input is no text.  Of those that -r finds the last line tells. */
static void
run_skipped(struct cli_one *one)
{
	const struct cli_options *options = one->job->options;

	one->job->n_skipped++;
	one->skipped = true;
	if (one->found && !options->binary_asked && !options->verbose)
		one->job->n_untold++;
	else if (!options->quiet)
		cli_message(cli_message_input(one->name), "binary, skipped");
}

/* Say why a stream failed. */
static void
run_stream_failed(struct cli_one *one, enum ungarble_err err, uint64_t at)
{
	const char *name = cli_message_input(one->name);
	struct cli_out *out;

	if (err == UNGARBLE_EBINARY &&
	    cli_told_binary(one) == CLI_BINARY_SKIP) {
		run_skipped(one);
		return;
	}
	if (err == UNGARBLE_EPART) {
		one->job->trouble = true;
		cli_shard_failed(one);
		return;
	}
	out = cli_message_start(name);
	if (err == UNGARBLE_EINPUT) {
		cli_out_string(out, "byte ");
		cli_out_number(out, at);
		cli_out_string(out, ": ");
		one->job->refused = true;
	} else {
		one->job->trouble = true;
	}
	cli_out_string(out, cli_strerror(err));
	cli_message_end();
	cli_advice_stream(one->job->options, err);
}

/* Add what an input came to. */
static void
run_count(struct cli_one *one, bool failed)
{
	struct cli_job *const job = one->job;

	one->totals.complete = !failed;
	/* How far ahead it was read is no matter. */
	if (failed)
		one->totals.in_len = one->in_done;
	job->changed |= one->totals.changed;
	job->n_invalid += one->totals.n_invalid;
	if (job->options->mode == CLI_LIST && one->totals.changed) {
		if (job->options->fields == UNGARBLE_FIELDS_NUL)
			cli_show_name_whole(job->out, one->name);
		else
			cli_show_name(job->out, one->name);
	}
	if (job->report->fd >= 0)
		cli_json_totals(job->report, one->name, &one->totals);
	if (job->html != NULL)
		cli_html_file(
		    job->html, one->name, &one->totals, &one->detected);
	cli_stats_add(&job->stats, one);
	cli_progress_next();
}

/* See which fields there were; of what was not read to its end, none lacks. */
static void
run_find(struct cli_one *one, const struct ungarble *ug, bool failed)
{
	struct cli_job *const job = one->job;

	job->any |= one->totals.in_len > 0;
	if (one->settled || (failed && !one->skipped))
		job->paths_found = UINT64_MAX;
	else if (ug != NULL)
		job->paths_found |= ungarble_fields_found(ug);
}

/* Feed a stream with the input, or the part of it that is asked for. */
static enum ungarble_err
run_feed(struct cli_one *one, struct cli_shard *shard, struct ungarble **ug,
    bool *failed)
{
	struct ungarble_options opts = cli_told_options(one);
	enum ungarble_err err = cli_shard_find(shard, one, one->source.fd,
	    &opts, failed);

	if (err != UNGARBLE_OK || *failed || shard->empty)
		return err;
	err = ungarble_open(ug, &opts);
	if (err != UNGARBLE_OK)
		return err;
	*failed = !cli_shard_seek(one, *ug, one->source.fd);
	return *failed ? UNGARBLE_OK : cli_feed(*ug, one, failed);
}

bool
cli_run(struct cli_one *one)
{
	static char head[CLI_GUESS_LEN];
	struct cli_job *const job = one->job;
	struct ungarble *ug = NULL;
	struct cli_shard shard; /* the stream looks there */
	enum ungarble_err err;
	bool failed = false;

	if (job->options->mode == CLI_DETECT && job->options->verbose)
		one->detected.head = head;
	if (job->options->mode == CLI_DIFF)
		cli_diff_start(job->out, one->name);
	if (job->apply != NULL)
		cli_apply_start(job->apply, one->name);
	err = run_feed(one, &shard, &ug, &failed);
	if (cli_job_out_failed(job)) {
		ungarble_close(ug);
		return false;
	}
	if (err == UNGARBLE_ESTOPPED && cli_reread_error() != UNGARBLE_OK)
		err = cli_reread_error();
	cli_reread_forget();
	if (err == UNGARBLE_OK && !failed)
		err = run_tell(one);
	if (err != UNGARBLE_OK && !(err == UNGARBLE_ESTOPPED && one->settled)) {
		failed = true;
		run_stream_failed(
		    one, err, ug != NULL ? ungarble_failed_at(ug) : 0);
	} else {
		job->trouble |= failed;
	}
	run_find(one, ug, failed);
	ungarble_close(ug);
	if (job->options->mode == CLI_DIFF)
		cli_diff_end(!failed);
	if (job->apply != NULL &&
	    !cli_apply_end(job->apply, one->name, failed))
		failed = job->trouble = true;
	run_count(one, failed);
	return cli_job_flush(job) && !failed;
}

bool
cli_run_plan(struct cli_one *one)
{
	const struct ungarble_options opts = cli_told_options(one);
	const char *const name = cli_message_input(one->name);
	bool failed = false;
	enum ungarble_err err;
	uint64_t size;

	if (!cli_shard_size(name, one->source.fd, &size))
		return false;
	err = cli_plan_make(one->job->out, one->source.fd, size,
	    one->job->options, &opts, &failed);
	if (failed)
		cli_message_errno(name, errno);
	else if (err != UNGARBLE_OK)
		run_stream_failed(one, err, 0);
	return !failed && err == UNGARBLE_OK;
}
