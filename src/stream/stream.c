/*
 * stream.c - feed, flush, finish: bytes through all stages
 *
 *	bytes, fed in any cuts
 *	  |  `probation`: the first 64 KiB of a stream that must be text
 *	  |  `in`: the first part of a record whose rest is to come
 *	  v
 *	records/   where does a record end, in which form is it?  struct ug_cut
 *	  v
 *	reading/   what are its bytes in?  detect/ says, decode/ makes text with
 *	  |        a source map: struct ug_record, struct ug_work.
 *	  |        Waits: legacy records, until there is enough to go by.
 *	  v
 *	repair/    the runner asks each pass of characters/ and marks/ for
 *	  |        edits, makes them in the work's text, map and log
 *	  v
 *	hold/      was it spun?  If so the runner asks words/, too; and tidy/ of
 *	  |        what leaves, if that is asked for.
 *	  |        Waits: text that may have been, until words behind it tell.
 *	  v
 *	output/    tells of spans and edits, writes the text
 *
 * Records that nobody needs to see go on as one (base/stretch.h): records/
 * finds them, each stage behind it says how many of them may pass, and all let
 * those pass that no stage keeps.
 *
 * Any other is one function call from stage to stage; none but reading/ and
 * hold/ keeps any.  What waits does so for a bounded number of bytes, and never
 * across the start of a block (edit/memory.h); a flush has all of it decided at
 * once.  Text that was well-formed in the input is lent from the caller's
 * buffer: it is copied where it must wait or is changed, not before.
 *
 * An edit is found by a pass (struct ug_edit: a place in the text), checked and
 * asked about by the runner, made, and logged as struct ug_done, whose place is
 * one of the input; the output tells the caller.
 */
#include <string.h>

#include "base/least.h"
#include "stop.h"
#include "stream_state.h"

#define PROBE_LEN ((size_t)16 * 1024) /* is held back at a time */

void
ug_stream_start_at(struct ungarble *ug, uint64_t at, int cr_ends_lines)
{
	ug_records_start_at(&ug->records, at, cr_ends_lines != 0);
	ug->output.kept.at = ug->records.at;
}

void
ug_stream_set_no_stretches(struct ungarble *ug)
{
	ug->no_stretches = true;
}

void
ug_stream_set_low_water(struct ungarble *ug, int hundredths)
{
	ug_hold_set_low_water(ug->hold, hundredths);
}

/* Bytes that are no text go out as they are. */
static enum ungarble_err
stream_pass(struct ungarble *ug, const struct ug_record *record,
    const unsigned char *bytes)
{
	struct ug_work work;
	enum ungarble_err err = ug_reading_flush(ug->reading);

	if (err == UNGARBLE_OK)
		err = ug_hold_flush(ug->hold);
	if (err == UNGARBLE_OK && ug->opts.binary == UNGARBLE_BINARY_FAIL) {
		ug->probation.at = record->in_at;
		err = UNGARBLE_EBINARY;
	}
	ug_work_init(&work, &ug->alloc);
	ug_work_lend(&work, (struct ug_text){ (const char *)bytes,
	    (size_t)record->in_len }, record->in_at);
	if (err == UNGARBLE_OK)
		err = ug_output_put(&ug->output, record, 1, &work);
	return err;
}

/* Hand on what was cut; a piece of a record may be shortened. */
static enum ungarble_err
stream_put(struct ungarble *ug, const unsigned char *bytes, bool at_end,
    struct ug_cut *cut)
{
	struct ug_record record = {
		.number = ug->records.number + 1,
		.in_at = ug->records.at,
		.verdict = cut->form,
	};

	if (cut->restarts)
		ug_reading_restart(ug->reading);
	if (cut->kind == UG_CUT_RECORD && !cut->ended && !at_end)
		cut->len = ug_reading_whole(ug->reading, bytes, cut->len,
		    cut->form);
	record.in_len = cut->len;
	switch (cut->kind) {
	case UG_CUT_FORM:
		return ug_reading_flush(ug->reading);
	case UG_CUT_RECORD:
		return ug_reading_put(ug->reading, &record, bytes, cut->form);
	case UG_CUT_BINARY:
		return stream_pass(ug, &record, bytes);
	default:
		return UNGARBLE_OK;
	}
}

/* Let go as one what may; *len is how much. */
static enum ungarble_err
stream_pass_many(struct ungarble *ug, const unsigned char *bytes, size_t n,
    size_t *len)
{
	enum ungarble_err err;

	if (ug->fields != NULL)
		return ug_stream_pass_gathered(ug, bytes, n, len);
	err = ug_stream_pass_stretch(ug, bytes, n, len);
	return err == UNGARBLE_OK && *len == 0 ?
	    ug_stream_pass_usual(ug, bytes, n, len) : err;
}

/* Leave of what is no text what is of the part; true: nothing is. */
static bool
stream_cut_binary(struct ungarble *ug, struct ug_cut *cut)
{
	const uint64_t left = ug->stop_at - ug->records.at;

	if (cut->kind != UG_CUT_BINARY || !ug->part.is)
		return false;
	ug->stopped = left == 0;
	if (cut->len > left)
		cut->len = (size_t)left;
	return ug->stopped;
}

/* Stop at `start`, before a record that was cut, if it can be there. */
static enum ungarble_err
stream_stop_before(struct ungarble *ug, const struct ug_records *start,
    const struct ug_cut *cut)
{
	const struct ug_records behind = ug->records;
	enum ungarble_err err;

	ug->records = *start;
	err = ug_stream_stop(ug, cut->form);
	if (err == UNGARBLE_OK && !ug->stopped)
		ug->records = behind;
	return err;
}

/* Take what can be taken of `bytes`; *used is how much that was. */
static enum ungarble_err
stream_take(struct ungarble *ug, const unsigned char *bytes, size_t len,
    bool last, size_t *used)
{
	enum ungarble_err err = UNGARBLE_OK;
	struct ug_cut cut;

	for (*used = 0; *used < len && err == UNGARBLE_OK; *used += cut.len) {
		const unsigned char *const rest = bytes + *used;
		const size_t n = len - *used;
		const bool stops = ug->records.at >= ug->stop_at;
		struct ug_records start;

		if (stops)
			start = ug->records;
		else
			err = stream_pass_many(ug, rest, n, &cut.len);
		if (err != UNGARBLE_OK || (!stops && cut.len > 0))
			continue;
		err = ug_records_cut(&ug->records, rest, n, last, &cut);
		/* Who stops here has not asked yet what form it is. */
		if (stops && cut.kind == UG_CUT_NOTHING) {
			start.seg.searched = ug->records.seg.searched;
			ug->records = start;
		}
		if (err != UNGARBLE_OK || cut.kind == UG_CUT_NOTHING)
			break;
		if (stops && cut.kind == UG_CUT_RECORD)
			err = stream_stop_before(ug, &start, &cut);
		if (err != UNGARBLE_OK || ug->stopped ||
		    stream_cut_binary(ug, &cut))
			break;
		err = stream_put(ug, rest, last && cut.len == n, &cut);
		ug_records_take(&ug->records, &cut);
	}
	return err;
}

/* Take of the first `len` bytes that were left over what can be taken now. */
static enum ungarble_err
stream_take_rest(struct ungarble *ug, size_t len, bool last)
{
	size_t used;
	const enum ungarble_err err = stream_take(ug,
	    (const unsigned char *)ug->in.s, len, last, &used);

	ug_buf_shift(&ug->in, used);
	return err;
}

static enum ungarble_err
stream_feed(struct ungarble *ug, const unsigned char *bytes, size_t len)
{
	while (len > 0) {
		enum ungarble_err err;
		size_t used = len;

		if (ug->stopped)
			return ug_buf_add(&ug->in, bytes, len);
		if (ug->in.len == 0) {
			err = stream_take(ug, bytes, len, false, &used);
			if (err == UNGARBLE_OK && used < len) {
				err = ug_buf_add(&ug->in, bytes + used,
				    len - used);
				used = len;
			}
		} else {
			/* The rest of a line joins what was left over. */
			const unsigned char *const lf = memchr(bytes, '\n',
			    len);

			if (lf != NULL)
				used = (size_t)(lf - bytes) + 1;
			err = ug_buf_add(&ug->in, bytes, used);
			if (err == UNGARBLE_OK)
				err = stream_take_rest(ug, ug->in.len, false);
		}
		if (err != UNGARBLE_OK)
			return err;
		bytes += used;
		len -= used;
	}
	return UNGARBLE_OK;
}

/* Feed what was held back while the stream was on probation. */
static enum ungarble_err
stream_release(struct ungarble *ug)
{
	const struct ug_buf bytes = ug->probation.bytes;
	const enum ungarble_err err = stream_feed(ug,
	    (const unsigned char *)bytes.s, bytes.len);

	ug_buf_free(&ug->probation.bytes);
	return err;
}

/* Hold bytes back as long as the stream may turn out to be no text. */
static enum ungarble_err
stream_probe(struct ungarble *ug, const unsigned char *bytes, size_t len)
{
	enum ungarble_err err = UNGARBLE_OK;

	while (len > 0 && ug->probation.open && err == UNGARBLE_OK) {
		const size_t n = UG_MIN(len, PROBE_LEN);

		err = ug_probation_feed(&ug->probation, &ug->records, bytes,
		    n);
		bytes += n;
		len -= n;
	}
	if (err != UNGARBLE_OK || ug->probation.open)
		return err;
	err = stream_release(ug);
	return err != UNGARBLE_OK ? err : stream_feed(ug, bytes, len);
}

/*
 * Decide and write everything that has been fed; but for the first part of a
 * code unit whose rest may still come.
 */
static enum ungarble_err
stream_drain(struct ungarble *ug)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t part = 0;

	if (ug->probation.open)
		err = ug_probation_end(&ug->probation, &ug->records);
	if (err == UNGARBLE_OK && ug->probation.bytes.len > 0)
		err = stream_release(ug);
	if (!ug->finished)
		part = ug->in.len % ug_segment_unit(&ug->records.seg);
	if (err == UNGARBLE_OK)
		err = stream_take_rest(ug, ug->in.len - part, true);
	if (err == UNGARBLE_OK)
		err = ug_reading_flush(ug->reading);
	if (err == UNGARBLE_OK && ug->fields != NULL)
		err = ug_fields_finish(ug->fields);
	if (err == UNGARBLE_OK)
		err = ug_hold_flush(ug->hold);
	return err;
}

/* Let a result stick. */
static enum ungarble_err
stream_settle(struct ungarble *ug, enum ungarble_err err)
{
	if (err == UNGARBLE_ESTOPPED && ug->asking != UNGARBLE_OK)
		err = ug->asking;
	ug->err = err;
	if (err == UNGARBLE_EINPUT) {
		ug->failed_at = ug_reading_failed_at(ug->reading);
		/* What came before is good, and may be had. */
		if (ug_hold_flush(ug->hold) == UNGARBLE_OK &&
		    ug_output_end(&ug->output) != UNGARBLE_OK)
			ug->err = UNGARBLE_ESTOPPED;
	} else if (err != UNGARBLE_OK) {
		ug->failed_at = err == UNGARBLE_EBINARY ? ug->probation.at :
		    ug->records.at;
	}
	return ug->err;
}

enum ungarble_err
ug_stream_ready(struct ungarble *ug)
{
	if (ug->err == UNGARBLE_OK && ug->finished)
		ug->err = UNGARBLE_EMISUSE;
	return ug->err;
}

enum ungarble_err
ug_stream_feed(struct ungarble *ug, const void *data, size_t len)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (ug_stream_ready(ug) != UNGARBLE_OK)
		return ug->err;
	if (ug->opts.piece != NULL)
		err = ug_kept_add(&ug->output.kept, data, len);
	if (err == UNGARBLE_OK)
		err = ug->probation.open ? stream_probe(ug, data, len) :
		    stream_feed(ug, data, len);
	return stream_settle(ug, err);
}

enum ungarble_err
ug_stream_resume(struct ungarble *ug, uint64_t stop_at)
{
	ug->stop_at = stop_at;
	ug->stopped = false;
	return stream_settle(ug, stream_take_rest(ug, ug->in.len, false));
}

enum ungarble_err
ug_stream_flush(struct ungarble *ug)
{
	if (ug_stream_ready(ug) != UNGARBLE_OK)
		return ug->err;

	const enum ungarble_err err = stream_drain(ug);

	ug_records_end(&ug->records);
	return stream_settle(ug, err);
}

enum ungarble_err
ug_stream_finish(struct ungarble *ug)
{
	if (ug_stream_ready(ug) != UNGARBLE_OK)
		return ug->err;
	ug->finished = true;

	enum ungarble_err err = stream_drain(ug);

	if (err == UNGARBLE_OK)
		err = ug_output_end(&ug->output);
	return stream_settle(ug, err);
}
