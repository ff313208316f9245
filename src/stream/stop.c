/*
 * stop.c - where a stream stops, and whether another may go on for it
 */
#include "stop.h"

#include "base/hash.h"
#include "stream_state.h"

static bool
stop_starts_record(const struct ungarble *ug)
{
	return ug->records.seg.record_end == ug->records.at;
}

/*
 * Whether all before is decided but for what the fields' own record is.  No
 * part of a stream begins amid fields, nor where some wait to be read.
 */
static bool
stop_may_enter(const struct ungarble *ug)
{
	return !ug->part.is || ug->fields == NULL ||
	    (stop_starts_record(ug) && !ug_reading_waits(ug->reading));
}

static bool
stop_is_between(const struct ungarble *ug)
{
	return !ug->part.is || ug->fields == NULL ||
	    ug_fields_between(ug->fields);
}

enum ungarble_err
ug_stream_stop(struct ungarble *ug, struct ug_verdict form)
{
	const uint64_t at = ug->records.at;
	enum ungarble_err err = ug_reading_enter(ug->reading, at, form);

	if (err != UNGARBLE_OK || !stop_may_enter(ug))
		return err;
	if (ug->fields != NULL && stop_starts_record(ug))
		err = ug_fields_enter(ug->fields);
	if (err != UNGARBLE_OK || !stop_is_between(ug))
		return err;
	err = ug_hold_enter(ug->hold, at);
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, at);
	ug_runner_enter(ug->runner, at);
	ug->stopped = err == UNGARBLE_OK;
	return err;
}

struct ug_mark
ug_stream_mark(const struct ungarble *ug)
{
	const uint64_t states[] = {
		ug_records_state(&ug->records), ug_reading_state(ug->reading),
		ug_hold_state(ug->hold), ug_runner_state(ug->runner) | 1,
		ug->memory == NULL ? 1 : ug_memory_state(ug->memory) | 1,
		ug->fields == NULL ? 1 : ug_fields_state(ug->fields),
	};
	struct ug_mark mark = { ug->records.at, ug->records.number, UG_HASH };

	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
		if (states[i] == 0)
			mark.state = 0;
		else if (mark.state != 0)
			mark.state = ug_hash(mark.state, states[i]) | 1;
	}
	return mark;
}
