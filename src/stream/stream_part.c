/*
 * stream_part.c - a stream that is a part of a longer one
 *
 *	block | block before | the part ...        | the next part
 *	        read, not told  told and written
 *
 * As a crew's thread does it (crew_job.c), but by another process, which cannot
 * be asked whether it knows all.  So what is known where the lead begins, and
 * what must be known where the part starts, may be told: in words that another
 * stream, which came there, has said (stream_known.c).
 */
#include "stream_part.h"

#include <string.h>

#include "stop.h"
#include "stream_known.h"
#include "stream_state.h"

/* Records before the part have numbers from here on. */
#define PART_NUMBERS (UINT64_MAX / 2)

/* What the stream knows where it stopped; false: it cannot be told. */
static bool
part_known(const struct ungarble *ug, struct ug_stream_known *known)
{
	*known = (struct ug_stream_known){
		.binary = ug->records.phase == UG_PHASE_BINARY,
		.whole = ug_reading_verdict(ug->reading),
		.history = ug_reading_state(ug->reading),
	};
	if (ug->fields != NULL)
		known->columns = ug_fields_columns(ug->fields);
	return known->binary || (ug->stopped && known->history != 0 &&
	    ug_records_known(&ug->records, &known->records));
}

size_t
ungarble_part_state(const struct ungarble *ug, char *buf, size_t cap)
{
	struct ug_stream_known known;
	size_t len = 0;

	if (ug->reading != NULL && part_known(ug, &known))
		len = ug_stream_known_write(&known, buf, cap);
	/* Columns may be more than there are words for. */
	if (len < UNGARBLE_PART_STATE)
		return len;
	if (cap > 0)
		buf[0] = '\0';
	return 0;
}

/* Begin at the place of which `known` was told. */
static void
part_begin_at(struct ungarble *ug, const struct ug_stream_known *known)
{
	ug->part.from = known->records.at;
	ug_records_start_known(&ug->records, &known->records);
	ug_reading_start_as(ug->reading, known->whole);
	if (ug->fields != NULL)
		ug_fields_start_as(ug->fields, &known->columns);
}

/*
 * Begin a block early, as if what `known` was told of had not changed.  With
 * fields two: the block before the start must be seen from where it starts.
 */
static void
part_begin_near(struct ungarble *ug, const struct ug_stream_known *known)
{
	const uint64_t lead = ug->fields != NULL ? 2 * UG_BLOCK_LEN :
	    UG_BLOCK_LEN;
	struct ug_records like = ug->records;

	if (ug->opts.part_start <= lead)
		return;
	ug_records_start_known(&like, &known->records);
	ug_records_start_as(&ug->records, ug->opts.part_start - lead, &like);
	ug->records.join_whole = ug->fields != NULL;
	ug_reading_start_as(ug->reading, known->whole);
	ug->part.from = ug->records.at;
	ug->part.guesses = true;
}

/* Find out where to begin.  EOPTION. */
static enum ungarble_err
part_begin(struct ungarble *ug)
{
	const struct ungarble_options *const opts = &ug->opts;
	struct ug_stream_known known;

	ug->part.from = 0;
	if (opts->part_lead == NULL)
		return UNGARBLE_OK;
	if (!ug_stream_known_read(opts->part_lead, &known))
		return UNGARBLE_EOPTION;
	/* Where a row starts cannot be guessed. */
	if (ug->fields != NULL && ug_fields_span(ug->fields) &&
	    !known.binary && (opts->part_guess != 0 || !known.columns.known))
		return UNGARBLE_EOPTION;
	if (known.binary) {
		ug->part.from = opts->part_start;
		ug->records.phase = UG_PHASE_BINARY;
		ug->records.at = opts->part_start;
		ug->records.form = (struct ug_verdict){ &ug_binary,
			UNGARBLE_BY_VALIDITY, 100, NULL };
	} else if (opts->part_guess != 0) {
		part_begin_near(ug, &known);
	} else if (known.records.at >= opts->part_start) {
		return UNGARBLE_EOPTION;
	} else {
		part_begin_at(ug, &known);
	}
	return UNGARBLE_OK;
}

enum ungarble_err
ug_stream_part_open(struct ungarble *ug)
{
	const struct ungarble_options *const opts = &ug->opts;
	struct ug_stream_part *const part = &ug->part;
	enum ungarble_err err = UNGARBLE_OK;

	part->is = opts->part_start > 0 || opts->part_end > 0;
	if (!part->is)
		return UNGARBLE_OK;
	part->end = opts->part_end > 0 ? opts->part_end : UINT64_MAX;
	if (opts->part_start % UG_BLOCK_LEN != 0 ||
	    opts->part_end % UG_BLOCK_LEN != 0 ||
	    opts->part_start >= part->end || opts->ask != NULL)
		return UNGARBLE_EOPTION;
	ug->stop_at = part->end;
	if (opts->part_start == 0)
		return UNGARBLE_OK;
	err = part_begin(ug);
	ug->output.kept.at = part->from;
	if (part->from == opts->part_start)
		return err;
	ug->stop_at = opts->part_start;
	ug->records.number = PART_NUMBERS;
	part->leads = true;
	ug->output.told = &part->silent;
	if (part->from > 0)
		ug->probation.open = false;
	return err;
}

/* Whether the part starts as it was said. */
static bool
part_agrees(const struct ungarble *ug)
{
	const char *const wanted = ug->opts.part_known;
	struct ug_stream_known known;
	char words[UNGARBLE_PART_STATE];

	/* Of fields nothing is known within a record that began before. */
	if (ug->part.guesses && ug->fields != NULL &&
	    ug->records.join_at > ug->opts.part_start - UG_BLOCK_LEN)
		return false;
	return wanted == NULL || (part_known(ug, &known) &&
	    ug_stream_known_write(&known, words, sizeof(words)) <
	    sizeof(words) && strcmp(words, wanted) == 0);
}

static enum ungarble_err
part_fail(struct ungarble *ug)
{
	ug->err = UNGARBLE_EPART;
	ug->failed_at = ug->records.at;
	return ug->err;
}

/* The start is there: from now on all is told. */
static enum ungarble_err
part_start(struct ungarble *ug)
{
	if (!part_agrees(ug))
		return part_fail(ug);
	ug->part.leads = false;
	ug->output.told = NULL;
	ug->records.number = 0;
	return ug_stream_resume(ug, ug->part.end);
}

enum ungarble_err
ug_stream_part_feed(struct ungarble *ug, const void *data, size_t len)
{
	enum ungarble_err err = ug_stream_feed(ug, data, len);

	if (err == UNGARBLE_OK && ug->stopped && ug->part.leads)
		err = part_start(ug);
	return err;
}

enum ungarble_err
ug_stream_part_finish(struct ungarble *ug)
{
	enum ungarble_err err;

	/* What comes behind is for the next part. */
	if (ug->stopped)
		ug->in.len = 0;
	err = ug_stream_finish(ug);
	if (err != UNGARBLE_OK || !ug->part.leads)
		return err;
	if (!ug->stopped)
		return ug->opts.part_known == NULL ? err : part_fail(ug);
	/* It starts with the last record, which only the end told. */
	ug->finished = false;
	err = part_start(ug);
	return err != UNGARBLE_OK ? err : ug_stream_part_finish(ug);
}

int
ug_stream_part_tell_finding(void *user, const struct ungarble_finding *finding)
{
	const struct ungarble *const ug = user;
	struct ungarble_finding told = *finding;

	if (ug->part.leads)
		return 0;
	/* It began before the part, and tells of what goes on there. */
	if (told.record >= PART_NUMBERS)
		told.record = 0;
	return ug->opts.finding(ug->opts.user, &told);
}

uint64_t
ungarble_part_block(void)
{
	return UG_BLOCK_LEN;
}

uint64_t
ungarble_part_from(const struct ungarble *ug)
{
	return ug->part.from;
}

int
ungarble_part_ended(const struct ungarble *ug)
{
	return ug->part.is && !ug->part.leads && ug->stopped;
}

enum ungarble_err
ungarble_part_next(struct ungarble *ug, uint64_t end)
{
	enum ungarble_err err;

	if (ug->calling)
		return UNGARBLE_EMISUSE;
	if (ug->err == UNGARBLE_OK && (!ungarble_part_ended(ug) ||
	    ug->finished || end % UG_BLOCK_LEN != 0))
		ug->err = UNGARBLE_EMISUSE;
	if (ug->err != UNGARBLE_OK)
		return ug->err;
	ug->part.end = end > 0 ? end : UINT64_MAX;
	ug->calling = true;
	err = ug_stream_resume(ug, ug->part.end);
	ug->calling = false;
	return err;
}
