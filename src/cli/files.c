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

#include "clash.h"
#include "files.h"
#include "json.h"
#include "message.h"
#include "show.h"

#define FILES_N_ENCODINGS 64 /* that one input is said to be in */

/* One input on its way. */
struct files_one {
	struct cli_job *job;
	const char *name;
	struct cli_totals totals;
	bool settled; /* nothing more is asked about it */
	bool wide;    /* a byte 0A is no line end */
	size_t n_encodings;
	struct {
		const char *name;
		uint64_t len;  /* bytes of the input, ASCII lines left out */
		uint64_t sure; /* confidence times bytes */
	} encodings[FILES_N_ENCODINGS];
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

/* Count a span for its encoding; ASCII lines in it may be of any. */
static void
files_count(struct files_one *one, const struct ungarble_span *span)
{
	const uint64_t len = span->in_len - span->ascii_len;
	size_t i = 0;

	while (i < one->n_encodings &&
	    strcmp(one->encodings[i].name, span->encoding) != 0)
		i++;
	if (i == FILES_N_ENCODINGS)
		return;
	if (i == one->n_encodings) {
		one->n_encodings++;
		one->encodings[i].name = span->encoding;
	}
	one->encodings[i].len += len;
	one->encodings[i].sure += len * span->confidence;
}

static int
files_on_span(void *user, const struct ungarble_span *span)
{
	struct files_one *one = user;
	struct cli_job *job = one->job;

	one->totals.out_len += span->out_len;
	one->totals.n_records += span->n_records;
	one->totals.n_invalid += span->n_invalid;
	files_count(one, span);
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

/* The encoding that most of what is not ASCII in an input is in. */
static size_t
files_main_encoding(const struct files_one *one)
{
	size_t best = FILES_N_ENCODINGS;

	for (size_t i = 0; i < one->n_encodings; i++)
		if (one->encodings[i].len > 0 &&
		    (best == FILES_N_ENCODINGS ||
			one->encodings[i].len > one->encodings[best].len))
			best = i;
	return best;
}

/* --detect and -v: what the input is in. */
static void
files_tell(struct files_one *one)
{
	const struct cli_options *options = one->job->options;
	const size_t best = files_main_encoding(one);
	const bool found = best < FILES_N_ENCODINGS;
	const char *encoding = found ? one->encodings[best].name : "US-ASCII";
	const unsigned sure = found
	    ? (unsigned)(one->encodings[best].sure / one->encodings[best].len)
	    : 100;

	if (options->mode == CLI_DETECT)
		cli_show_detected(one->job->out, one->name, encoding, sure);
	if (options->verbose)
		cli_notice_file(cli_message_input(one->name), encoding, sure,
		    one->totals.in_len, one->totals.n_records,
		    one->totals.n_edits);
}

/* Open the stream as the options say. */
static enum ungarble_err
files_open_stream(struct ungarble **ug, struct files_one *one)
{
	const struct cli_options *options = one->job->options;
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.from = options->from;
	opts.fallback = options->fallback;
	opts.fixes = options->mode == CLI_DETECT ? "encoding" : options->fixes;
	opts.invalid = options->invalid;
	opts.confidence = options->confidence;
	opts.no_memory = options->no_memory;
	opts.write = options->mode == CLI_REPAIR ? files_on_write : NULL;
	opts.span = files_on_span;
	opts.edit = files_on_edit;
	opts.user = one;
	return ungarble_open(ug, &opts);
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
	struct files_one one = { .job = job, .name = name };
	struct ungarble *ug;
	enum ungarble_err err;
	bool failed = false;

	err = files_open_stream(&ug, &one);
	if (err == UNGARBLE_OK)
		err = files_pump(ug, &one, fd, &failed);
	if (files_out_failed(job)) {
		ungarble_close(ug);
		return;
	}
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
	if (!failed)
		files_tell(&one);
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
