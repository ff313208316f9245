/*
 * feed.c - an input's bytes into a stream
 *
 * What was decided leaves at once: as soon as reading would have to wait,
 * everything that is held for writing is written, journal and report first, so
 * that no change is seen before it is told of and can be undone.
 *
 * Text that stays as it is goes from the block it was read into to the output.
 * So the first part of a line that the block cuts is not fed with it: it moves
 * before the next block.
 */
#include <string.h>

#include "feed.h"
#include "delimiter.h"
#include "least.h"
#include "message.h"
#include "progress.h"

#define FEED_TAIL 4096 /* bytes of a line that wait for the rest of it */

/*
 * Whether a stream is in UTF-16 or UTF-32, as far as it was read: in these a
 * byte 0A need not end a line, and one that does has a NUL beside it.
 */
static bool
feed_is_wide(struct cli_one *one, const char *bytes, size_t len)
{
	const uint64_t at = one->totals.in_len - len;

	for (size_t i = 0; i < len && at + i < sizeof(one->mark); i++)
		one->mark[at + i] = bytes[i];
	one->wide |= memchr(bytes, '\0', len) != NULL ||
	    memcmp(one->mark, "\xFF\xFE", sizeof(one->mark)) == 0 ||
	    memcmp(one->mark, "\xFE\xFF", sizeof(one->mark)) == 0;
	return one->wide;
}

/* --line-buffered: feed up to each line feed, and wait for nothing. */
static enum ungarble_err
feed_lines(
    struct ungarble *ug, struct cli_one *one, const char *bytes, size_t len)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (feed_is_wide(one, bytes, len))
		return ungarble_feed(ug, bytes, len);
	while (len > 0 && err == UNGARBLE_OK) {
		const char *end = memchr(bytes, '\n', len);
		const size_t n = end != NULL ? (size_t)(end + 1 - bytes) : len;

		err = ungarble_feed(ug, bytes, n);
		if (err == UNGARBLE_OK && end != NULL) {
			err = ungarble_flush(ug);
			(void)cli_job_flush(one->job);
		}
		bytes += n;
		len -= n;
	}
	return err;
}

/*
 * Whether text may be written from where it was read: what would have to be
 * written before it is not asked for.
 */
static bool
feed_lends(const struct cli_one *one)
{
	const struct cli_job *job = one->job;

	return job->options->mode == CLI_REPAIR && one->in_place == NULL &&
	    job->report->fd < 0 && job->page->fd < 0 &&
	    job->journal->out.fd < 0;
}

/* The bytes behind the last line end, if they are few. */
static size_t
feed_tail(const char *bytes, size_t len)
{
	const size_t most = CLI_MIN(len, FEED_TAIL);
	size_t n = 0;

	if (memchr(bytes + len - most, '\n', most) == NULL)
		return 0;
	while (bytes[len - n - 1] != '\n')
		n++;
	return n;
}

/* Feed what was read. */
static enum ungarble_err
feed_some(struct ungarble *ug, struct cli_one *one, const char *bytes,
    size_t len)
{
	struct cli_out *out = one->job->out;
	enum ungarble_err err;

	if (one->job->options->line_buffered)
		return feed_lines(ug, one, bytes, len);
	if (feed_lends(one))
		cli_out_lend(out, bytes, len);
	err = ungarble_feed(ug, bytes, len);
	cli_out_settle(out);
	return err;
}

enum ungarble_err
cli_feed(struct ungarble *ug, struct cli_one *one, bool *failed)
{
	static char block[FEED_TAIL + CLI_BLOCK];
	char *const read_to = block + FEED_TAIL;
	struct cli_source *const source = &one->source;
	struct cli_job *job = one->job;
	enum ungarble_err err = UNGARBLE_OK;
	size_t left = 0; /* stand before what is read next */
	ssize_t n = 0;

	while (!ungarble_part_ended(ug) &&
	    (n = cli_source_read(source, read_to, CLI_BLOCK)) > 0) {
		const char *bytes = read_to - left;
		const size_t len = left + (size_t)n;
		const bool waits = cli_source_waits(source);

		if (one->totals.in_len == 0)
			cli_delimiter_look(job->options,
			    cli_message_input(one->name), read_to, (size_t)n);
		one->totals.in_len += (uint64_t)n;
		cli_detected_feed(&one->detected, read_to, (size_t)n);
		left = waits || job->options->line_buffered
		    ? 0
		    : feed_tail(bytes, len);
		err = feed_some(ug, one, bytes, len - left);
		if (err != UNGARBLE_OK)
			return err;
		cli_progress_at(source->at, one->totals.n_edits);
		if (waits && !cli_job_flush(job))
			return UNGARBLE_ESTOPPED;
		memmove(read_to - left, bytes + len - left, left);
	}
	*failed = n < 0;
	if (n < 0)
		cli_source_failed(source, cli_message_input(one->name));
	if (left > 0 && !ungarble_part_ended(ug))
		err = ungarble_feed(ug, read_to - left, left);
	return err != UNGARBLE_OK ? err : ungarble_finish(ug);
}
