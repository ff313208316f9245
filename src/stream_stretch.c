/*
 * stream_stretch.c - records that no stage needs to see, as one
 *
 * Who looks for them looks at many bytes at once.  Where few of those pass it
 * shall look at few, and where none do, seldom; so that what is looked at in
 * vain stays in proportion to what is not.
 */
#include "records/stretch.h"

#include "stream_state.h"

#define LOOK_FIRST ((size_t)128) /* bytes; then twice as many each time */
#define MISSES_MAX 4             /* fifteen records are let go then */

/* Leave of a stretch what may pass by all stages. */
static void
stretch_may_pass(const struct ungarble *ug, struct ug_stretch *stretch)
{
	ug_stretch_cut(stretch, stretch->len);
	ug_stretch_cut(stretch, ug_reading_may_pass(ug->reading, stretch));
	ug_stretch_cut(stretch, ug_hold_may_pass(ug->hold, stretch));
	ug_stretch_cut(stretch, ug_output_may_pass(&ug->output, stretch));
	/* Passes may find something in most of what is not ASCII. */
	if (ug->fixes != 0 || ug_hold_watches(ug->hold))
		ug_stretch_cut(stretch, stretch->plain);
}

/* Of bytes[0..len) so many passed: how many are looked at next, and when? */
static void
stretch_learn(struct ungarble *ug, const unsigned char *bytes, size_t len,
    size_t passed)
{
	/* Of a line that is longer, no byte was looked at in vain. */
	if (passed >= len / 2 || memchr(bytes, '\n', len) == NULL) {
		if (ug->look_len < UG_STRETCH_MAX)
			ug->look_len *= 2;
	} else {
		ug->look_len = LOOK_FIRST;
	}
	if (passed > 0)
		ug->look_misses = 0;
	else if (ug->look_misses < MISSES_MAX)
		ug->look_misses++;
	ug->look_pause = (1u << ug->look_misses) - 1;
}

enum ungarble_err
ug_stream_pass_stretch(struct ungarble *ug, const unsigned char *bytes,
    size_t len, size_t *used)
{
	const uint64_t at = ug->records.at;
	const uint64_t block_rest = UG_BLOCK_LEN - at % UG_BLOCK_LEN;
	struct ug_stretch stretch;
	enum ungarble_err err;

	*used = 0;
	/* Who is asked of edits has what is before them. */
	if (ug->no_stretches || (ug->fixes != 0 && ug->opts.ask != NULL))
		return UNGARBLE_OK;
	if (ug->look_pause > 0) {
		ug->look_pause--;
		return UNGARBLE_OK;
	}
	if (len > block_rest)
		len = (size_t)block_rest;
	if (len > ug->look_len)
		len = ug->look_len;
	if (ug_records_stretch(&ug->records, bytes, len, &stretch))
		stretch_may_pass(ug, &stretch);
	stretch_learn(ug, bytes, len, stretch.len);
	*used = stretch.len;
	if (stretch.len == 0)
		return UNGARBLE_OK;
	ug_reading_pass(ug->reading, &stretch);
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, at);
	err = ug_stream_repair_stretch(ug, &stretch);
	ug_records_take_stretch(&ug->records, &stretch);
	return err;
}
