/*
 * files.c - each input through a stream of its own
 *
 * What was decided leaves at once: as soon as reading would have to wait,
 * everything that is held for writing is written, the report first, so that no
 * change is seen before it is told of.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "clash.h"
#include "json.h"
#include "message.h"
#include "show.h"

/* One input on its way. */
struct files_one {
	struct cli_job *job;
	const char *name;
	struct cli_totals totals;
	bool settled; /* nothing more is asked about it */
	bool wide;    /* a byte 0A is no line end */
	struct cli_detected detected;
};

static bool
files_flush(struct cli_job *job)
{
	return cli_out_flush(job->report) && cli_out_flush(job->out);
}

static bool
files_out_failed(const struct cli_job *job)
{
	return job->out->error != 0 || job->report->error != 0;
}

/* Note that the input changes.  Whether the stream shall stop. */
static int
files_changed(struct files_one *one)
{
	const struct cli_job *job = one->job;

	one->totals.changed = true;
	one->settled = job->options->mode == CLI_LIST && job->report->fd < 0 &&
	    !job->options->verbose;
	return one->settled || files_out_failed(job);
}

static int
files_on_write(void *user, const char *bytes, size_t len)
{
	struct cli_job *job = ((struct files_one *)user)->job;

	/* What tells of these bytes goes before them. */
	if (len > sizeof(job->out->bytes) - job->out->len)
		(void)cli_out_flush(job->report);
	cli_out_add(job->out, bytes, len);
	return files_out_failed(job);
}

static int
files_on_edit(void *user, const struct ungarble_edit *edit)
{
	struct files_one *one = user;
	struct cli_job *job = one->job;

	one->totals.n_edits++;
	if (edit->fix != NULL && strcmp(edit->fix, "words") == 0)
		job->n_words++;
	if (edit->step == 0 && job->invalid_file == NULL &&
	    edit->after_len == 3 &&
	    memcmp(edit->after, "\xEF\xBF\xBD", 3) == 0) {
		job->invalid_file = cli_message_input(one->name);
		job->invalid_at = edit->in_at;
	}
	if (job->options->mode == CLI_CHECK)
		cli_show_edit(job->out, one->name, edit);
	else if (job->options->mode == CLI_EXPLAIN)
		cli_explain_edit(job->out, one->name, edit);
	if (job->report->fd >= 0)
		cli_json_edit(job->report, one->name, edit);
	return files_changed(one);
}

static int
files_on_span(void *user, const struct ungarble_span *span)
{
	struct files_one *one = user;
	struct cli_job *job = one->job;

	one->totals.out_len += span->out_len;
	one->totals.n_records += span->n_records;
	one->totals.n_invalid += span->n_invalid;
	cli_detected_count(&one->detected, span);
	if (strcmp(span->encoding, "binary") == 0 &&
	    job->options->mode == CLI_REPAIR && !job->options->quiet)
		cli_message(cli_message_input(one->name),
		    "binary, passed through as it is");
	if (!cli_span_changed(span))
		return files_out_failed(job);
	if (job->options->mode == CLI_CHECK)
		cli_show_span(job->out, one->name, span);
	else if (job->options->mode == CLI_EXPLAIN)
		cli_explain_span(job->out, one->name, span);
	if (job->report->fd >= 0)
		cli_json_span(job->report, one->name, span);
	return files_changed(one);
}

static int
files_on_finding(void *user, const struct ungarble_finding *finding)
{
	struct files_one *one = user;
	struct cli_job *job = one->job;

	one->totals.n_findings++;
	if (job->n_findings++ == 0) {
		job->finding_file = cli_message_input(one->name);
		job->finding_at = finding->in_at;
	}
	if (job->options->mode == CLI_EXPLAIN)
		cli_explain_finding(job->out, one->name, finding);
	if (job->report->fd >= 0)
		cli_json_finding(job->report, one->name, finding);
	return files_out_failed(job);
}

/* How an input is read. */
static struct ungarble_options
files_options(struct files_one *one)
{
	const struct cli_options *options = one->job->options;
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.from = options->from;
	opts.fallback = options->fallback;
	opts.languages = options->languages;
	opts.declared = options->declared;
	opts.scope = options->scope;
	opts.fixes = options->mode == CLI_DETECT ? "encoding" : options->fixes;
	opts.invalid = options->invalid;
	opts.confidence = options->confidence;
	opts.no_memory = options->no_memory;
	opts.write = options->mode == CLI_REPAIR ? files_on_write : NULL;
	opts.span = files_on_span;
	opts.edit = files_on_edit;
	opts.finding = files_on_finding;
	opts.lexicon = options->rows;
	opts.lexicon_len = options->rows_len;
	opts.user = one;
	return opts;
}

/* --detect: what the input is in. */
static enum ungarble_err
files_tell_detected(struct files_one *one)
{
	const struct cli_job *job = one->job;
	const struct ungarble_options opts = files_options(one);
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
files_tell(struct files_one *one)
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

/*
 * Whether a stream is in UTF-16 or UTF-32, as far as it was read: in these a
 * byte 0A need not end a line, and one that does has a NUL beside it.
 */
static bool
files_is_wide(struct files_one *one, const char *bytes, size_t len)
{
	const bool first = one->totals.in_len == len;

	one->wide |= memchr(bytes, '\0', len) != NULL ||
	    (first && len >= 2 &&
		(memcmp(bytes, "\xFF\xFE", 2) == 0 ||
		    memcmp(bytes, "\xFE\xFF", 2) == 0));
	return one->wide;
}

/* --line-buffered: feed up to each line feed, and wait for nothing. */
static enum ungarble_err
files_feed_lines(
    struct ungarble *ug, struct files_one *one, const char *bytes, size_t len)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (files_is_wide(one, bytes, len))
		return ungarble_feed(ug, bytes, len);
	while (len > 0 && err == UNGARBLE_OK) {
		const char *end = memchr(bytes, '\n', len);
		const size_t n = end != NULL ? (size_t)(end + 1 - bytes) : len;

		err = ungarble_feed(ug, bytes, n);
		if (err == UNGARBLE_OK && end != NULL) {
			err = ungarble_flush(ug);
			(void)files_flush(one->job);
		}
		bytes += n;
		len -= n;
	}
	return err;
}

/* Read to the end.  What was read before an error is finished all the same. */
static enum ungarble_err
files_pump(struct ungarble *ug, struct files_one *one, int fd, bool *failed)
{
	static char block[CLI_BLOCK];
	struct cli_job *job = one->job;
	enum ungarble_err err;
	ssize_t n;

	while ((n = cli_read(fd, block, sizeof(block))) > 0) {
		one->totals.in_len += (uint64_t)n;
		cli_detected_feed(&one->detected, block, (size_t)n);
		err = job->options->line_buffered
		    ? files_feed_lines(ug, one, block, (size_t)n)
		    : ungarble_feed(ug, block, (size_t)n);
		if (err != UNGARBLE_OK)
			return err;
		if (((size_t)n < sizeof(block) || cli_read_waits(fd)) &&
		    !files_flush(job))
			return UNGARBLE_ESTOPPED;
	}
	*failed = n < 0;
	if (n < 0)
		cli_message_errno(cli_message_input(one->name), errno);
	return ungarble_finish(ug);
}

/* Say why a stream failed. */
static void
files_stream_failed(struct files_one *one, enum ungarble_err err, uint64_t at)
{
	struct cli_out *out = cli_message_start(cli_message_input(one->name));

	if (err == UNGARBLE_EINPUT) {
		cli_out_string(out, "byte ");
		cli_out_number(out, at);
		cli_out_string(out, ": ");
		one->job->refused = true;
	} else {
		one->job->trouble = true;
	}
	cli_out_string(out, ungarble_strerror(err));
	cli_message_end();
}

/* Run the input that is open on `fd`. */
static void
files_run_one(struct cli_job *job, const char *name, int fd)
{
	static char head[CLI_GUESS_LEN];
	struct files_one one = { .job = job, .name = name };
	const struct ungarble_options opts = files_options(&one);
	struct ungarble *ug;
	enum ungarble_err err;
	bool failed = false;

	if (job->options->mode == CLI_DETECT && job->options->verbose)
		one.detected.head = head;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = files_pump(ug, &one, fd, &failed);
	if (files_out_failed(job)) {
		ungarble_close(ug);
		return;
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
	one.totals.complete = !failed;
	job->changed |= one.totals.changed;
	job->n_invalid += one.totals.n_invalid;
	if (job->options->mode == CLI_LIST && one.totals.changed)
		cli_show_name(job->out, name);
	if (job->report->fd >= 0)
		cli_json_totals(job->report, name, &one.totals);
	(void)files_flush(job);
}

/* Open an input.  Its descriptor, or -1, with a message. */
static int
files_open(const struct cli_job *job, const char *name)
{
	struct stat input, output;
	int fd = 0;

	if (strcmp(name, "-") != 0)
		do
			fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
		while (fd < 0 && errno == EINTR);
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

void
cli_files_run(struct cli_job *job)
{
	char *const *file = job->options->files;

	if (job->report->fd >= 0)
		cli_json_start(job->report);
	for (; *file != NULL && !files_out_failed(job); file++) {
		const int fd = files_open(job, *file);

		if (fd < 0) {
			job->trouble = true;
			continue;
		}
		files_run_one(job, *file, fd);
		if (fd > 0)
			(void)close(fd); /* only read from: nothing to lose */
	}
}
