/*
 * files.c - each input through a stream of its own
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "apply.h"
#include "clash.h"
#include "diff.h"
#include "feed.h"
#include "memory.h"
#include "message.h"
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

/* Say why a stream failed. */
static void
files_stream_failed(struct cli_one *one, enum ungarble_err err, uint64_t at)
{
	const struct cli_options *options = one->job->options;
	const char *name = cli_message_input(one->name);
	struct cli_out *out;

	if (err == UNGARBLE_EBINARY && options->binary == CLI_BINARY_SKIP) {
		one->job->n_skipped++;
		if (!options->quiet)
			cli_message(name, "binary, skipped");
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

/*
 * Run the input that is open on `fd`; `in_place`, if it is to be changed there.
 * Whether all went well.
 */
static bool
files_run_one(struct cli_job *job, const char *name, int fd,
    struct cli_in_place *in_place)
{
	static char head[CLI_GUESS_LEN];
	struct cli_one one = {
		.job = job, .name = name, .in_place = in_place
	};
	const struct ungarble_options opts = cli_told_options(&one);
	struct ungarble *ug;
	enum ungarble_err err;
	bool failed = false;

	if (job->options->mode == CLI_DETECT && job->options->verbose)
		one.detected.head = head;
	if (job->options->mode == CLI_DIFF)
		cli_diff_start(job->out, name);
	if (job->apply != NULL)
		cli_apply_start(job->apply, name);
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = cli_feed(ug, &one, fd, &failed);
	if (cli_one_out_failed(job)) {
		ungarble_close(ug);
		return false;
	}
	if (err == UNGARBLE_OK && !failed)
		err = files_tell(&one);
	if (err != UNGARBLE_OK && !(err == UNGARBLE_ESTOPPED && one.settled)) {
		failed = true;
		files_stream_failed(
		    &one, err, ug != NULL ? ungarble_failed_at(ug) : 0);
	} else {
		job->trouble |= failed;
	}
	ungarble_close(ug);
	if (job->options->mode == CLI_DIFF)
		cli_diff_end(!failed);
	if (job->apply != NULL && !cli_apply_end(job->apply, name, failed))
		failed = job->trouble = true;
	one.totals.complete = !failed;
	/* How far ahead it was read is no matter. */
	if (failed)
		one.totals.in_len = one.in_done;
	job->changed |= one.totals.changed;
	job->n_invalid += one.totals.n_invalid;
	if (job->options->mode == CLI_LIST && one.totals.changed) {
		if (job->options->fields == UNGARBLE_FIELDS_NUL)
			cli_show_name_whole(job->out, name);
		else
			cli_show_name(job->out, name);
	}
	if (job->report->fd >= 0)
		cli_json_totals(job->report, name, &one.totals);
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
files_run_in_place(struct cli_job *job, const char *name)
{
	const uint64_t n_words = job->n_words;
	const struct cli_in_place_how how = {
		.suffix = job->options->suffix,
		.break_links = job->options->break_links,
	};
	struct cli_in_place file;
	bool good, done;

	if (!cli_in_place_open(&file, name, &how)) {
		job->trouble = true;
		return;
	}
	good = files_start(job, name) &&
	    files_run_one(job, name, file.fd, &file);
	done = cli_in_place_close(&file, job->out, good, files_journal, job) &&
	    job->out->error == 0;
	job->trouble |= !done;
	if (!good || !done)
		job->n_words = n_words; /* of what was put back, none was */
	job->out->error = 0;
	cli_journal_drop(job->journal);
}

/* Open an input.  Its descriptor, or -1, with a message. */
static int
files_open(const struct cli_job *job, const char *name)
{
	struct stat input, output;
	const int fd = strcmp(name, "-") != 0 ? cli_open(name) : 0;

	if (fd < 0 || fstat(fd, &input) < 0) {
		cli_message_errno(cli_message_input(name), errno);
		if (fd > 0)
			(void)close(fd);
		return -1;
	}
	/* Reading what is being written would never end. */
	if (fstat(job->out->fd, &output) == 0 &&
	    cli_clash_same(&input, &output)) {
		cli_message(cli_message_input(name), "is also the output");
		if (fd > 0)
			(void)close(fd);
		return -1;
	}
	return fd;
}

/* Run an input to the output. */
static void
files_run(struct cli_job *job, const char *name)
{
	const int fd = files_open(job, name);

	if (fd < 0) {
		job->trouble = true;
		return;
	}
	if (files_start(job, name))
		(void)files_run_one(job, name, fd, NULL);
	/* What was written of a text that failed can be restored, too. */
	(void)cli_journal_end(job->journal);
	if (fd > 0)
		(void)close(fd); /* only read from: nothing to lose */
}

void
cli_files_run(struct cli_job *job)
{
	char *const *file = job->options->files;

	if (job->report->fd >= 0)
		cli_json_start(job->report);
	for (; *file != NULL && !cli_one_out_failed(job); file++)
		if (job->options->suffix != NULL)
			files_run_in_place(job, *file);
		else
			files_run(job, *file);
}
