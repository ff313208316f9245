/*
 * main.c - options, streams, exit status
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "apply.h"
#include "clash.h"
#include "completion.h"
#include "field_names.h"
#include "files.h"
#include "inputs.h"
#include "message.h"
#include "names.h"
#include "notice.h"
#include "options.h"
#include "progress.h"
#include "replace.h"
#include "restore.h"
#include "rows.h"
#include "sandbox.h"
#include "show.h"
#include "teach.h"

enum main_status {
	MAIN_OK = 0,
	MAIN_CHANGED = 1,
	MAIN_TROUBLE = 2,
	MAIN_REFUSED = 3
};

static struct cli_out main_out = { .fd = 1, .name = "standard output" };
static struct cli_out main_report = { .fd = -1, .name = "standard error" };
static struct cli_out main_page = { .fd = -1, .name = "standard error" };
static struct cli_journal main_journal = CLI_JOURNAL_NONE;

/* Close what was written to; says what went wrong. */
static bool
main_close(struct cli_out *out)
{
	/* Messages may yet follow on standard error. */
	if (out->fd == 2 ? cli_out_flush(out) : cli_out_close(out))
		return true;
	cli_message_errno(out->name, out->error);
	return false;
}

/* Options that ask for nothing but words. */
static enum main_status
main_about(const struct cli_options *options)
{
	const enum cli_mode mode = options->mode;

	if (mode == CLI_HELP)
		cli_options_help(&main_out);
	else if (mode == CLI_VERSION)
		cli_show_version(&main_out);
	else if (mode == CLI_LIST_FIXES)
		cli_names_list_fixes(&main_out);
	else if (mode == CLI_LIST_ENCODINGS)
		cli_names_list_encodings(&main_out);
	else
		cli_completion(&main_out, options->shell);
	return main_close(&main_out) ? MAIN_OK : MAIN_TROUBLE;
}

static bool
main_open_report(struct cli_out *report, const char *name)
{
	if (name == NULL)
		return true;
	if (strcmp(name, "-") == 0) {
		report->fd = 2;
		return true;
	}
	report->name = name;
	do
		report->fd = open(name,
		    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
	while (report->fd < 0 && errno == EINTR);
	if (report->fd < 0)
		cli_message_errno(name, errno);
	return report->fd >= 0;
}

/* Open what is written and what is asked before anything is read. */
static bool
main_open(const struct cli_options *options, struct cli_job *job)
{
	if (options->suffix != NULL)
		main_out.fd = -1;
	if (!cli_names_check(options) || !cli_field_names_check(options) ||
	    cli_clash_found(options))
		return false;
	if (options->apply != NULL &&
	    (job->apply = cli_apply_read(options->apply, options->files)) ==
	    NULL)
		return false;
	if (options->plan != NULL && !cli_plan_read(&job->plan, options))
		return false;
	return main_open_report(&main_report, options->report) &&
	    main_open_report(&main_page, options->page) &&
	    (options->journal == NULL ||
		cli_journal_open(&main_journal, options->journal,
		    options->suffix != NULL)) &&
	    (options->output == NULL ||
		cli_replace_open(&main_out, options->output));
}

/* Whether it is worth a word that there was no such field. */
static bool
main_wants_paths(const struct cli_job *job)
{
	const struct cli_options *const options = job->options;

	return options->fields == UNGARBLE_FIELDS_JSON &&
	    options->names != NULL && options->n_shards == 0 && job->any &&
	    options->mode != CLI_DETECT && options->restore == NULL;
}

/* Say what is easily overlooked in the text alone. */
static void
main_notices(const struct cli_job *job)
{
	if (job->options->quiet)
		return;
	if (main_wants_paths(job))
		cli_field_names_missing(job->options, job->paths_found);
	if (job->n_untold > 0)
		cli_notice_skipped(job->n_untold);
	if (job->invisible.n > 0 && job->options->mode != CLI_LIST)
		cli_notice_invisible(&job->invisible);
	if (job->options->mode != CLI_REPAIR)
		return;
	if (job->options->unpack && job->options->output != NULL &&
	    !job->trouble)
		cli_notice_plain(job->options->output);
	if (job->n_words > 0)
		cli_notice_words(job->n_words);
	if (job->spun.n > 0)
		cli_notice_spun(&job->spun);
	if (job->broken.n > 0)
		cli_notice_broken(&job->broken,
		    job->options->fields == UNGARBLE_FIELDS_JSON);
	if (job->n_invalid > 0 && job->invalid_file != NULL)
		cli_notice_invalid(job->options->invalid, job->n_invalid,
		    job->invalid_file, job->invalid_at);
}

/* --strict: what no repair, and no reader, knew what to do about. */
static bool
main_left(const struct cli_job *job)
{
	return job->options->strict &&
	    (job->n_invalid > 0 || job->spun.n > 0 || job->invisible.n > 0 ||
		job->broken.n > 0 || job->n_skipped > 0);
}

/* The worst that happened. */
static enum main_status
main_status(const struct cli_job *job)
{
	const struct cli_options *options = job->options;

	if (job->trouble)
		return MAIN_TROUBLE;
	if (job->refused || main_left(job))
		return MAIN_REFUSED;
	if (job->changed &&
	    (options->exit_code || options->mode == CLI_CHECK ||
		options->mode == CLI_LIST || options->mode == CLI_DIFF))
		return MAIN_CHANGED;
	return MAIN_OK;
}

static bool
main_restore(const struct cli_options *options)
{
	return options->suffix != NULL
	    ? cli_restore_in_place(options, &main_out)
	    : cli_restore_run(options, &main_out);
}

/* Say what is waited for, to who did not mean to type. */
static void
main_greet(const struct cli_options *options)
{
	if (!options->named && options->files0 == NULL && !options->quiet &&
	    strcmp(options->files[0], "-") == 0 &&
	    isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1)
		cli_message(NULL,
		    "reads what is typed here; Ctrl-D ends it, --help tells "
		    "more");
}

/* Do what is asked; then all is closed that was written to. */
static void
main_work(const struct cli_options *options, struct cli_job *job)
{
	bool good;

	main_out.color = cli_color_wanted(options->color, main_out.fd);
	cli_progress_start(options, main_out.fd);
	cli_stats_start(&job->stats);
	cli_teach_start(options);
	if (!cli_sandbox_enter(options))
		job->trouble = true;
	else if (options->restore != NULL)
		job->trouble = !main_restore(options);
	else
		cli_files_run(job);
	cli_progress_end();
	if (job->apply != NULL && !cli_apply_end_all(job->apply))
		job->trouble = true;
	if (!cli_journal_close(&main_journal)) {
		job->trouble = true;
		cli_out_drop(&main_out); /* it could not be undone */
	}
	if (job->html != NULL)
		cli_html_end(job->html, &job->stats);
	good = main_close(&main_report) & main_close(&main_page) &&
	    !job->trouble && !job->refused;
	if (options->output != NULL)
		job->trouble |= !cli_replace_close(&main_out, good);
	else
		job->trouble |= !main_close(&main_out);
	job->trouble |= main_report.error != 0 || main_page.error != 0;
}

static enum main_status
main_run(const struct cli_options *options)
{
	struct cli_job job = {
		.options = options,
		.out = &main_out,
		.report = &main_report,
		.page = &main_page,
		.journal = &main_journal,
	};
	const bool open = main_open(options, &job);

	if (open) {
		main_greet(options);
		main_work(options, &job);
	}
	cli_apply_free(job.apply);
	if (!open)
		return MAIN_TROUBLE;
	main_notices(&job);
	if (main_left(&job))
		cli_notice_left(job.n_invalid, job.spun.n, job.invisible.n,
		    job.broken.n, job.n_skipped);
	if (options->stats)
		cli_stats_tell(&job.stats, options->stats_json);
	cli_files_free(&job);
	return main_status(&job);
}

int
main(int argc, char *argv[])
{
	enum main_status status = MAIN_TROUBLE;
	struct cli_options options;

	if (!cli_io_start()) {
		cli_message_errno("/dev/null", errno);
		return MAIN_TROUBLE;
	}
	if (cli_options_parse(&options, argc, argv)) {
		if (options.mode >= CLI_HELP)
			status = main_about(&options);
		else if (cli_rows_read(&options) && cli_inputs_read(&options))
			status = main_run(&options);
	}
	cli_options_free(&options);
	return (int)status;
}
