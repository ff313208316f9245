/*
 * stream_gather_look.c - what is seen in the fields of records that come
 *
 * What they say is looked at as if it were their lines (fields/gather.h), each
 * field as a text of its own.
 */
#include "base/least.h"
#include "marks/glance.h"
#include "stream_state.h"
#include "tidy/invisible.h"
#include "words/watch.h"

/* Words of a spinner stand in no record that goes on as it is. */
static void
gather_watch(struct ug_gather *g)
{
	const struct ug_texts texts = { { g->text.s, g->text.len }, g->ends,
		g->followed, g->n_fields };

	ug_gather_follow(g);
	for (size_t i = 0; (i = ug_watch_texts(&texts, i)) < texts.n; ) {
		const uint32_t record = g->fields[i].record;

		g->records[record].state = UG_GATHERED_LOUD;
		while (i < texts.n && g->fields[i].record == record)
			i++;
	}
}

/* Nor characters, in escapes, that make a text read otherwise than it is. */
static void
gather_unhide(struct ug_gather *g)
{
	for (size_t i = 0, at = 0; i < g->n_fields; at = g->ends[i++]) {
		struct ug_gathered_record *const record =
		    &g->records[g->fields[i].record];
		const struct ug_text text = ug_text_part((struct ug_text){
		    g->text.s, g->ends[i] }, at, g->ends[i] - at);

		if (record->escapes && ug_invisible_may(text) < text.len)
			record->state = UG_GATHERED_LOUD;
	}
}

/* Passes may find something in the line, which is of that field. */
static enum ungarble_err
gather_stir(struct ug_gather *g, size_t field,
    const struct ug_glance_line *line)
{
	const struct ug_gathered_field *const f = &g->fields[field];

	if (g->records[f->record].state == UG_GATHERED_LOUD)
		return UNGARBLE_OK;
	return ug_gather_due(g, f->record, &(struct ug_gathered_line){
		.at = (uint32_t)line->start,
		.len = (uint32_t)(line->end - line->start) -
		    (f->open && line->end == g->ends[field]),
		.traits = line->traits,
		.cues = line->cues,
	    });
}

/* Look for what passes may find. */
static enum ungarble_err
gather_glance(struct ungarble *ug, struct ug_gather *g)
{
	const struct ug_text text = { g->text.s, g->text.len };
	enum ungarble_err err = UNGARBLE_OK;
	struct ug_glance_lines seen;
	size_t field = 0;

	if (ug_runner_may_find(ug->runner, ug->fixes, 0, 0))
		for (size_t i = 0; i < g->n_fields; i++)
			g->records[g->fields[i].record].state =
			    UG_GATHERED_LOUD;
	for (size_t at = 0; at < text.len; at = seen.end) {
		ug_glance_lines(&seen, text, at);
		for (size_t i = 0; i < seen.n && err == UNGARBLE_OK; i++) {
			const struct ug_glance_line *const line = &seen.v[i];

			while (g->ends[field] <= line->start)
				field++;
			if (ug_runner_may_find(ug->runner, ug->fixes,
			    line->traits, line->cues))
				err = gather_stir(g, field, line);
		}
		if (err != UNGARBLE_OK)
			break;
	}
	return err;
}

enum ungarble_err
ug_stream_gather(struct ungarble *ug, const unsigned char *bytes, size_t len)
{
	struct ug_gather *const g = &ug->gather;
	struct ug_stretch stretch;
	size_t passed = 0;
	enum ungarble_err err;

	len = UG_MIN(len, ug->look.len);
	g->n_records = 0;
	if (!ug_records_stretch(&ug->records, bytes, len, &stretch)) {
		ug_look_ahead_learn(&ug->look, bytes, len, 0);
		return UNGARBLE_OK;
	}
	err = ug_fields_gather(ug->fields, (struct ug_text){
	    (const char *)bytes, stretch.len }, g);
	if (err != UNGARBLE_OK)
		return err;
	if (ug->teller.finding != NULL && !ug->opts.keep_invisible)
		gather_unhide(g);
	if (ug->fixes != 0)
		err = gather_glance(ug, g);
	if (ug_hold_watches(ug->hold))
		gather_watch(g);
	for (size_t i = 0; i < g->n_records; i++)
		passed += g->records[i].state != UG_GATHERED_LOUD ?
		    g->records[i].len : 0;
	ug_look_ahead_learn(&ug->look, bytes, len, passed);
	ug->gathered.in_at = ug->records.at;
	ug->gathered.record = 0;
	return err;
}
