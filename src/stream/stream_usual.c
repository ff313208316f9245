/*
 * stream_usual.c - legacy records that are as all others near by, as one
 *
 * What stream_stretch.c does for text that stays is done for text that is only
 * decoded: the records of a stretch are one call from stage to stage.
 */
#include "base/least.h"
#include "stream_state.h"

/*
 * The text of a stretch, and how many of its bytes that is; no text if records
 * must be taken one by one.
 */
static enum ungarble_err
usual_text(struct ungarble *ug, struct ug_stretch *stretch,
    struct ug_text *text)
{
	enum ungarble_err err;

	*text = (struct ug_text){ NULL, 0 };
	ug_stretch_cut(stretch, ug_reading_may_decode(ug->reading, stretch));
	if (stretch->len == 0 || !ug_output_may_pass_text(&ug->output,
	    ug_reading_usual(ug->reading)))
		return UNGARBLE_OK;
	err = ug_reading_decode(ug->reading, stretch, text);
	if (err == UNGARBLE_OK && text->s != NULL &&
	    ug_hold_may_pass(ug->hold, &(struct ug_stretch){
		.bytes = (const unsigned char *)text->s,
		.len = text->len,
	    }) < text->len)
		text->s = NULL;
	return err;
}

enum ungarble_err
ug_stream_pass_usual(struct ungarble *ug, const unsigned char *bytes,
    size_t len, size_t *used)
{
	struct ug_look_ahead *const look = &ug->look_usual;
	struct ug_stretch stretch;
	struct ug_text text = { NULL, 0 };
	enum ungarble_err err = UNGARBLE_OK;

	*used = 0;
	if (ug->no_stretches || ug->fixes != 0 || ug_hold_watches(ug->hold))
		return UNGARBLE_OK;
	if (ug_reading_ends_usual(ug->reading, ug->records.at) ||
	    !ug_look_ahead_now(look))
		return UNGARBLE_OK;
	len = ug_memory_block_part(ug->records.at, len);
	len = UG_MIN(len, look->len);
	if (ug_records_bytes(&ug->records, bytes, len, &stretch))
		err = usual_text(ug, &stretch, &text);
	if (err != UNGARBLE_OK)
		return err;
	*used = text.s != NULL ? stretch.len : 0;
	ug_look_ahead_learn(look, bytes, len, *used);
	if (text.s == NULL)
		return UNGARBLE_OK;
	ug_reading_pass_usual(ug->reading, &stretch);
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, stretch.in_at);
	err = ug_output_pass_text(&ug->output, &stretch,
	    ug_reading_usual(ug->reading), text);
	ug_records_take_stretch(&ug->records, &stretch);
	return err;
}
