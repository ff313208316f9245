/*
 * stream.c - feed, flush, finish: bytes through all stages
 *
 *	bytes -> form       -> records -> reading -> passes -> hold -> output
 *	   stream_form.c     segment.c  reading.c  runner.c hold.c   output.c
 *
 * Each stage hands single records to the next one.  Reading and hold may keep
 * some of them back for a while; no stage keeps anything else.
 *
 * The form (UTF-16, UTF-32, EBCDIC, or bytes) is the stream's, from one record
 * on until it changes.  ISO-2022, HZ and UTF-7 are each record's own, see
 * stream_escapes.c.
 */
#include <string.h>

#include "stream_form.h"

enum ungarble_err
ug_stream_repair(void *user, struct ug_record *record, struct ug_work *work)
{
	struct ungarble *const ug = user;
	const struct ug_scope scope = {
		.encoding = ug_record_encoding(record),
		.confidence = ug->opts.confidence,
		.start = record->in_at == 0,
		.memory = ug->memory,
		.own = ug->rows,
		.before = UG_LIT(""),
		.after = UG_LIT(""),
	};
	bool sure = true;

	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, record->in_at);
	if (ug->fixes != 0) {
		const enum ungarble_err err = ug_runner_run(ug->runner,
		    ug->fixes, scope, &(struct ug_passage){ record, 1 }, work,
		    &sure);

		if (err != UNGARBLE_OK)
			return err;
	}
	record->known = record->known && sure;
	if (ug->memory != NULL && record->known && ug->fixes != 0)
		ug_runner_remember(ug->runner, work, ug->memory);
	return ug_hold_put(ug->hold, record, work);
}

uint64_t
ungarble_failed_at(const struct ungarble *ug)
{
	return ug->failed_at;
}

void
ug_stream_start_at(struct ungarble *ug, uint64_t at, int cr_ends_lines)
{
	ug->join_at = at;
	ug->in_at = at - UG_STREAM_LEAD;
	ug->seg.line_end = cr_ends_lines ? UG_LINE_END_CR : UG_LINE_END_LF;
	ug->phase = PHASE_JOIN;
}

void
ug_stream_set_low_water(struct ungarble *ug, int hundredths)
{
	ug_hold_set_low_water(ug->hold, hundredths);
}

/* Bytes that are no text go out as they are. */
static enum ungarble_err
stream_pass(struct ungarble *ug, const unsigned char *bytes, size_t len)
{
	const struct ug_record record = {
		.number = ug->number,
		.in_at = ug->in_at,
		.in_len = len,
		.verdict = ug->form,
	};
	struct ug_work work;
	enum ungarble_err err = ug_reading_flush(ug->reading);

	if (err == UNGARBLE_OK)
		err = ug_hold_flush(ug->hold);
	ug_work_init(&work, &ug->alloc);
	ug_work_lend(&work, (struct ug_text){ (const char *)bytes, len },
	    ug->in_at);
	if (err == UNGARBLE_OK)
		err = ug_output_put(&ug->output, &record, 1, &work);
	return err;
}

/* Each of these takes its phase's step, and says how far. */

static size_t
stream_join(struct ungarble *ug, const unsigned char *bytes, size_t len,
    bool last)
{
	bool ended;
	const size_t cut = ug_segment_cut(&ug->seg, bytes, len, ug->in_at, last,
	    &ended);

	if (cut > 0 && ug->in_at + cut >= ug->join_at)
		ug->phase = PHASE_RECORDS;
	return cut;
}

static size_t
stream_record(struct ungarble *ug, const unsigned char *bytes, size_t len,
    bool last, enum ungarble_err *err)
{
	const struct ug_segmenter seg = ug->seg;
	const bool starts = seg.record_end == ug->in_at;
	bool ended, more;
	size_t cut = ug_segment_cut(&ug->seg, bytes, len, ug->in_at, last,
	    &ended);

	if (ug_stream_doubts(ug, bytes, len, cut, last, &more))
		ug->phase = PHASE_FORM;
	if (ug->phase == PHASE_FORM || more)
		ug->seg = seg;
	if (ug->phase == PHASE_FORM || more || cut == 0)
		return 0;

	const struct ug_verdict form = ug_stream_verdict(ug, bytes, len, cut,
	    starts);

	/* What waits goes first. */
	if (form.encoding != ug->form.encoding)
		*err = ug_reading_flush(ug->reading);
	if (!ended && !(last && cut == len))
		cut = ug_reading_whole(ug->reading, bytes, cut, form);

	const struct ug_record record = {
		.number = ug->number,
		.in_at = ug->in_at,
		.in_len = cut,
	};

	if (*err == UNGARBLE_OK)
		*err = ug_reading_put(ug->reading, &record, bytes, form);
	if (ended)
		ug->number++;
	return cut;
}

/* Take what can be taken of `bytes`; *used is how much that was. */
static enum ungarble_err
stream_take(struct ungarble *ug, const unsigned char *bytes, size_t len,
    bool last, size_t *used)
{
	enum ungarble_err err = UNGARBLE_OK;

	*used = 0;
	while (*used < len && err == UNGARBLE_OK) {
		const unsigned char *const rest = bytes + *used;
		const size_t n = len - *used;
		const enum stream_phase phase = ug->phase;
		size_t step = 0;

		switch (phase) {
		case PHASE_MARK:
			ug_stream_mark(ug, rest, n, last);
			break;
		case PHASE_JOIN:
			step = stream_join(ug, rest, n, last);
			break;
		case PHASE_RECORDS:
			step = stream_record(ug, rest, n, last, &err);
			break;
		case PHASE_FORM:
			err = ug_stream_form(ug, rest, n, last);
			break;
		case PHASE_BINARY:
			err = stream_pass(ug, rest, n);
			step = n;
			break;
		}
		if (step == 0 && ug->phase == phase)
			break;
		*used += step;
		ug->in_at += step;
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

/*
 * Decide and write everything that has been fed; but for the first part of a
 * code unit whose rest may still come.
 */
static enum ungarble_err
stream_drain(struct ungarble *ug)
{
	const size_t part = ug->finished ? 0 :
	    ug->in.len % ug_segment_unit(&ug->seg);
	enum ungarble_err err = stream_take_rest(ug, ug->in.len - part, true);

	if (err == UNGARBLE_OK)
		err = ug_reading_flush(ug->reading);
	if (err == UNGARBLE_OK)
		err = ug_hold_flush(ug->hold);
	return err;
}

/* Let a result stick. */
static enum ungarble_err
stream_settle(struct ungarble *ug, enum ungarble_err err)
{
	ug->err = err;
	if (err == UNGARBLE_EINPUT) {
		ug->failed_at = ug_reading_failed_at(ug->reading);
		/* What came before is good, and may be had. */
		if (ug_hold_flush(ug->hold) == UNGARBLE_OK &&
		    ug_output_end(&ug->output) != UNGARBLE_OK)
			ug->err = UNGARBLE_ESTOPPED;
	} else if (err != UNGARBLE_OK)
		ug->failed_at = ug->in_at;
	return ug->err;
}

/* Whether a call may be made: an error sticks, and the end is the end. */
static enum ungarble_err
stream_ready(struct ungarble *ug)
{
	if (ug->err == UNGARBLE_OK && ug->finished)
		ug->err = UNGARBLE_EMISUSE;
	return ug->err;
}

enum ungarble_err
ungarble_feed(struct ungarble *ug, const void *data, size_t len)
{
	if (stream_ready(ug) != UNGARBLE_OK)
		return ug->err;
	return stream_settle(ug, stream_feed(ug, data, len));
}

enum ungarble_err
ungarble_flush(struct ungarble *ug)
{
	if (stream_ready(ug) != UNGARBLE_OK)
		return ug->err;

	const enum ungarble_err err = stream_drain(ug);

	if (ug->in_at > ug->seg.record_end)
		ug->number++;
	ug->seg.record_end = ug->in_at;
	return stream_settle(ug, err);
}

enum ungarble_err
ungarble_finish(struct ungarble *ug)
{
	if (stream_ready(ug) != UNGARBLE_OK)
		return ug->err;
	ug->finished = true;

	enum ungarble_err err = stream_drain(ug);

	if (err == UNGARBLE_OK)
		err = ug_output_end(&ug->output);
	return stream_settle(ug, err);
}
