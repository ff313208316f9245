/*
 * feed.c - an input's bytes into a stream
 *
 * What was decided leaves at once: as soon as reading would have to wait,
 * everything that is held for writing is written, journal and report first, so
 * that no change is seen before it is told of and can be undone.
 */
#include <errno.h>
#include <string.h>

#include "feed.h"
#include "message.h"

/*
 * Whether a stream is in UTF-16 or UTF-32, as far as it was read: in these a
 * byte 0A need not end a line, and one that does has a NUL beside it.
 */
static bool
feed_is_wide(struct cli_one *one, const char *bytes, size_t len)
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
			(void)cli_one_flush(one->job);
		}
		bytes += n;
		len -= n;
	}
	return err;
}

enum ungarble_err
cli_feed(struct ungarble *ug, struct cli_one *one, int fd, bool *failed)
{
	static char block[CLI_BLOCK];
	struct cli_job *job = one->job;
	enum ungarble_err err;
	ssize_t n;

	while ((n = cli_read(fd, block, sizeof(block))) > 0) {
		one->totals.in_len += (uint64_t)n;
		cli_detected_feed(&one->detected, block, (size_t)n);
		err = job->options->line_buffered
		    ? feed_lines(ug, one, block, (size_t)n)
		    : ungarble_feed(ug, block, (size_t)n);
		if (err != UNGARBLE_OK)
			return err;
		if (((size_t)n < sizeof(block) || cli_read_waits(fd)) &&
		    !cli_one_flush(job))
			return UNGARBLE_ESTOPPED;
	}
	*failed = n < 0;
	if (n < 0)
		cli_message_errno(cli_message_input(one->name), errno);
	return ungarble_finish(ug);
}
