/*
 * stream_stretch.c - records that no stage needs to see, as one
 */
#include "base/least.h"
#include "stream_state.h"

/* Leave of a stretch what may pass by all stages. */
static void
stretch_may_pass(const struct ungarble *ug, struct ug_stretch *stretch)
{
	ug_stretch_cut(stretch, stretch->len);
	ug_stretch_cut(stretch, ug_reading_may_pass(ug->reading, stretch));
	ug_stretch_cut(stretch, ug_hold_may_pass(ug->hold, stretch));
	ug_stretch_cut(stretch, ug_output_may_pass(&ug->output, stretch));
}

enum ungarble_err
ug_stream_pass_stretch(struct ungarble *ug, const unsigned char *bytes,
    size_t len, size_t *used)
{
	const uint64_t at = ug->records.at;
	struct ug_stretch stretch;
	enum ungarble_err err;

	*used = 0;
	/* Who is asked of edits has what is before them. */
	if (ug->no_stretches || (ug->fixes != 0 && ug->opts.ask != NULL))
		return UNGARBLE_OK;
	if (!ug_look_ahead_now(&ug->look))
		return UNGARBLE_OK;
	len = ug_memory_block_part(at, len);
	len = UG_MIN(len, ug->look.len);
	if (ug_records_stretch(&ug->records, bytes, len, &stretch))
		stretch_may_pass(ug, &stretch);
	ug_look_ahead_learn(&ug->look, bytes, len, stretch.len);
	*used = stretch.len;
	if (stretch.len == 0)
		return UNGARBLE_OK;
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, at);
	err = ug_stream_repair_stretch(ug, &stretch,
	    ug_reading_pass(ug->reading, &stretch));
	ug_records_take_stretch(&ug->records, &stretch);
	return err;
}
