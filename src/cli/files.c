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
#include "advice.h"
#include "clash.h"
#include "inputs.h"
#include "message.h"
#include "run.h"
#include "show.h"

/* Start the section of an input, if there is a journal. */
static bool
files_start(struct cli_job *job, const char *name)
{
	return job->journal->out.fd < 0 ||
	    cli_journal_start(job->journal, name);
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

/* Whether reading an input would never end, since it is written; says so. */
static bool
files_is_written(const struct cli_one *one, const struct stat *input)
{
	if (!files_is_output(one->job, input))
		return false;
	cli_message(cli_message_input(one->name), one->found
	    ? "is written to; left out" : "is also the output");
	one->job->trouble |= !one->found;
	return true;
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
	if (files_is_written(&one, &file.was)) {
		(void)cli_in_place_close(&file, NULL, false, NULL, NULL);
		return;
	}
	one.source.fd = file.fd;
	file.source = &one.source;
	good = files_start(job, name) && cli_run(&one);
	done = cli_in_place_close(&file, job->out, good, files_journal, job) &&
	    job->out->error == 0;
	cli_source_close(&one.source);
	job->trouble |= !done;
	if (!good || !done)
		job->n_words = n_words; /* of what was put back, none was */
	job->out->error = 0;
	cli_journal_drop(job->journal);
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
	return !files_is_written(one, input);
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
		const int error = errno;

		cli_message_errno(cli_message_input(name), error);
		if (error == ENOENT)
			cli_advice_missing(job->options, name);
		job->trouble = true;
		job->stats.n_failed++;
	} else if (files_may_read(job, one, &input)) {
		return fd;
	}
	if (fd > 0)
		(void)close(fd);
	return -1;
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
		job->trouble |= !cli_run_plan(&one);
	else if (files_start(job, name))
		(void)cli_run(&one);
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
	return !cli_job_out_failed(job);
}

void
cli_files_run(struct cli_job *job)
{
	if (job->report->fd >= 0)
		cli_json_start(job->report);
	if (job->page->fd >= 0)
		job->html = cli_html_start(job->page);
	if (!cli_job_out_failed(job) &&
	    !cli_inputs_each(job->options, files_take, job))
		job->trouble = true;
}

void
cli_files_free(struct cli_job *job)
{
	for (size_t i = 0; i < sizeof(job->kept) / sizeof(*job->kept); i++)
		free(job->kept[i]);
}
