/*
 * files.c - each input through a stream of its own
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "apply.h"
#include "clash.h"
#include "diff.h"
#include "feed.h"
#include "inputs.h"
#include "memory.h"
#include "message.h"
#include "notice.h"
#include "progress.h"
#include "reread.h"
#include "shard.h"
#include "show.h"

/* --detect: what the input is in. */
static enum ungarble_err
files_tell_detected(struct cli_one *one)
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
files_tell(struct cli_one *one)
{
	const struct cli_options *options = one->job->options;
	struct cli_finding finding;

	cli_detected_sort(&one->detected);
	if (options->mode == CLI_DETECT)
		return files_tell_detected(one);
	if (options->verbose) {
		(void)cli_detected_finding(&one->detected, 0, &finding);
		cli_notice_file(
		    cli_message_input(one->name), &finding, &one->totals);
	}
	return UNGARBLE_OK;
}

/* An input is no text.  Of those that -r finds the last line tells. */
static void
files_skipped(struct cli_one *one)
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
files_stream_failed(struct cli_one *one, enum ungarble_err err, uint64_t at)
{
	const char *name = cli_message_input(one->name);
	struct cli_out *out;

	if (err == UNGARBLE_EBINARY &&
	    cli_told_binary(one) == CLI_BINARY_SKIP) {
		files_skipped(one);
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
	cli_out_string(out, err == UNGARBLE_ENOMEM ? cli_memory_error()
						   : ungarble_strerror(err));
	cli_message_end();
}

/* Add what an input came to. */
static void
files_count(struct cli_one *one, bool failed)
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

/* Feed a stream with the input, or the part of it that is asked for. */
static enum ungarble_err
files_feed(struct cli_one *one, struct cli_shard *shard, struct ungarble **ug,
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

/* Run the input that is open.  Whether all went well. */
static bool
files_run_one(struct cli_one *one)
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
	err = files_feed(one, &shard, &ug, &failed);
	if (cli_one_out_failed(job)) {
		ungarble_close(ug);
		return false;
	}
	if (err == UNGARBLE_ESTOPPED && cli_reread_error() != UNGARBLE_OK)
		err = cli_reread_error();
	cli_reread_forget();
	if (err == UNGARBLE_OK && !failed)
		err = files_tell(one);
	if (err != UNGARBLE_OK && !(err == UNGARBLE_ESTOPPED && one->settled)) {
		failed = true;
		files_stream_failed(
		    one, err, ug != NULL ? ungarble_failed_at(ug) : 0);
	} else {
		job->trouble |= failed;
	}
	ungarble_close(ug);
	if (job->options->mode == CLI_DIFF)
		cli_diff_end(!failed);
	if (job->apply != NULL &&
	    !cli_apply_end(job->apply, one->name, failed))
		failed = job->trouble = true;
	files_count(one, failed);
	return cli_one_flush(job) && !failed;
}

/* Start the section of an input, if there is a journal. */
static bool
files_start(struct cli_job *job, const char *name)
{
	return job->journal->out.fd < 0 ||
	    cli_journal_start(job->journal, name);
}

/* The journal of a file is on the disk before its text is changed. */
static bool
files_journal(void *user)
{
	return cli_journal_sync(((struct cli_job *)user)->journal);
}

/*
 * Change a file in place.  An error of writing it is its own: the next one is
 * taken all the same.
 */
static void
files_run_in_place(struct cli_job *job, const char *name, bool found)
{
	const uint64_t n_words = job->n_words;
	const struct cli_in_place_how how = {
		.suffix = job->options->suffix,
		.break_links = job->options->break_links,
	};
	struct cli_in_place file;
	struct cli_one one = {
		.job = job, .name = name, .in_place = &file, .found = found,
		.source.options = job->options
	};
	bool good, done;

	if (!cli_in_place_open(&file, name, &how)) {
		job->trouble = true;
		job->stats.n_failed++;
		return;
	}
	one.source.fd = file.fd;
	file.source = &one.source;
	good = files_start(job, name) && files_run_one(&one);
	done = cli_in_place_close(&file, job->out, good, files_journal, job) &&
	    job->out->error == 0;
	cli_source_close(&one.source);
	job->trouble |= !done;
	if (!good || !done)
		job->n_words = n_words; /* of what was put back, none was */
	job->out->error = 0;
	cli_journal_drop(job->journal);
}

/* Whether the input is what an output of the run is. */
static bool
files_is_output(const struct cli_job *job, const struct stat *input)
{
	const int outputs[] = { job->out->fd, job->report->fd, job->page->fd,
		job->journal->out.fd };
	const char *const name = job->options->output;
	struct stat output;

	for (size_t i = 0; i < sizeof(outputs) / sizeof(*outputs); i++)
		if (outputs[i] >= 0 && fstat(outputs[i], &output) == 0 &&
		    cli_clash_same(input, &output))
			return true;
	return name != NULL && stat(name, &output) == 0 &&
	    cli_clash_same(input, &output);
}

/* Whether an input that is open can be read; says what it is, if not. */
static bool
files_may_read(struct cli_job *job, const struct cli_one *one,
    const struct stat *input)
{
	const char *const name = cli_message_input(one->name);

	if (S_ISDIR(input->st_mode) && strcmp(one->name, "-") != 0) {
		cli_message_folder(name);
		job->trouble = true;
		job->stats.n_failed++;
		return false;
	}
	/* Another one has come to stand where it was found. */
	if (one->found && !S_ISREG(input->st_mode))
		return false;
	/* Reading what is being written would never end. */
	if (!files_is_output(job, input))
		return true;
	cli_message(name, one->found ? "is written to; left out"
				     : "is also the output");
	job->trouble |= !one->found;
	return false;
}

/* Open an input.  Its descriptor, or -1. */
static int
files_open(struct cli_job *job, const struct cli_one *one)
{
	const char *const name = one->name;
	struct stat input;
	const int fd = strcmp(name, "-") == 0 ? 0
	    : one->found ? cli_open_found(name, job->options->follow)
			 : cli_open(name);

	if (fd < 0 || fstat(fd, &input) < 0) {
		cli_message_errno(cli_message_input(name), errno);
		job->trouble = true;
		job->stats.n_failed++;
	} else if (files_may_read(job, one, &input)) {
		return fd;
	}
	if (fd > 0)
		(void)close(fd);
	return -1;
}

/* --plan-out: what the shards of an input are to agree on. */
static bool
files_plan(struct cli_one *one)
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
		files_stream_failed(one, err, 0);
	return !failed && err == UNGARBLE_OK;
}

/* Run an input to the output. */
static void
files_run(struct cli_job *job, const char *name, bool found)
{
	struct cli_one one = { .job = job, .name = name, .found = found,
		.source.options = job->options };
	const int fd = files_open(job, &one);

	if (fd < 0)
		return;
	one.source.fd = fd;
	if (job->options->mode == CLI_PLAN)
		job->trouble |= !files_plan(&one);
	else if (files_start(job, name))
		(void)files_run_one(&one);
	cli_source_close(&one.source);
	/* What was written of a text that failed can be restored, too. */
	(void)cli_journal_end(job->journal);
	if (fd > 0)
		(void)close(fd); /* only read from: nothing to lose */
}

/* Keep a name that is told of at the end, but lives no longer than this. */
static void
files_keep_name(const char **where, const char *name, char **kept)
{
	if (*where != name)
		return;
	*kept = malloc(strlen(name) + 1);
	*where = *kept != NULL ? strcpy(*kept, name) : "a file";
}

/* Run one input; for cli_inputs_each(). */
static bool
files_take(void *user, const char *name, bool found)
{
	struct cli_job *const job = user;

	if (job->options->suffix != NULL)
		files_run_in_place(job, name, found);
	else
		files_run(job, name, found);
	if (found) {
		files_keep_name(&job->invalid_file, name, &job->kept[0]);
		files_keep_name(&job->spun.file, name, &job->kept[1]);
		files_keep_name(&job->invisible.file, name, &job->kept[2]);
		files_keep_name(&job->broken.file, name, &job->kept[3]);
	}
	return !cli_one_out_failed(job);
}

void
cli_files_run(struct cli_job *job)
{
	if (job->report->fd >= 0)
		cli_json_start(job->report);
	if (job->page->fd >= 0)
		job->html = cli_html_start(job->page);
	if (!cli_one_out_failed(job) &&
	    !cli_inputs_each(job->options, files_take, job))
		job->trouble = true;
}

void
cli_files_free(struct cli_job *job)
{
	for (size_t i = 0; i < sizeof(job->kept) / sizeof(*job->kept); i++)
		free(job->kept[i]);
}
