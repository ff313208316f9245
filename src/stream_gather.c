/*
 * stream_gather.c - records of which no field changes, as one
 *
 * What the fields of many records say is looked at as if it were their lines
 * (fields/gather.h).  Where nothing is seen in any of a record's the record
 * goes on as it is, with those beside it; others go their way, one by one.
 */
#include "marks/glance.h"
#include "stream_state.h"
#include "words/watch.h"

/* Note that records may change whose fields have text[at, end). */
static void
gather_stir(struct ug_gather *g, size_t *field, size_t at, size_t end)
{
	while (*field < g->n_fields && g->fields[*field].end <= at)
		++*field;
	for (size_t i = *field; i < g->n_fields && at < end; i++) {
		g->records[g->fields[i].record].quiet = false;
		at = g->fields[i].end;
	}
}

/* Look for what passes may find. */
static void
gather_glance(struct ungarble *ug, struct ug_gather *g)
{
	const struct ug_text text = { g->text.s, g->text.len };
	struct ug_glance_lines seen;
	size_t field = 0;

	if (ug_runner_may_find(ug->runner, ug->fixes, 0, 0))
		gather_stir(g, &field, 0, text.len);
	for (size_t at = 0; at < text.len; at = seen.end) {
		ug_glance_lines(&seen, text, at);
		for (size_t i = 0; i < seen.n; i++)
			if ((seen.v[i].traits & UG_TRAIT_BEYOND) != 0 ||
			    ug_runner_may_find(ug->runner, ug->fixes,
			    seen.v[i].traits, seen.v[i].cues))
				gather_stir(g, &field, seen.v[i].start,
				    seen.v[i].end);
	}
}

/* Look for words of a spinner: each field is a text of its own. */
static void
gather_watch(struct ug_gather *g)
{
	for (size_t i = 0, at = 0; i < g->n_fields; at = g->fields[i++].end) {
		bool *const quiet = &g->records[g->fields[i].record].quiet;
		struct ug_watch watch;

		ug_watch_calm(&watch);
		if (*quiet && ug_watch_lines(&watch, (struct ug_text){
		    g->text.s + at, g->fields[i].end - at }).sights != 0)
			*quiet = false;
	}
}

/* Look at the records that bytes[0..len) start with. */
static enum ungarble_err
gather_look(struct ungarble *ug, const unsigned char *bytes, size_t len)
{
	struct ug_gather *const g = &ug->gather;
	struct ug_stretch stretch;
	size_t passed = 0;
	enum ungarble_err err;

	if (len > ug->look.len)
		len = ug->look.len;
	g->n_records = 0;
	if (!ug_records_stretch(&ug->records, bytes, len, &stretch))
		stretch.len = 0;
	err = ug_fields_gather(ug->fields, (struct ug_text){
	    (const char *)bytes, stretch.len }, g);
	if (err != UNGARBLE_OK)
		return err;
	if (g->text.len > 0 && ug->fixes != 0)
		gather_glance(ug, g);
	if (ug_hold_watches(ug->hold))
		gather_watch(g);
	for (size_t i = 0; i < g->n_records; i++)
		passed += g->records[i].quiet ? g->records[i].len : 0;
	ug_look_ahead_learn(&ug->look, bytes, len, passed);
	ug->gathered = (struct ug_gathered){ ug->records.at, 0 };
	return UNGARBLE_OK;
}

/* Whether it is known of the record that comes what is seen in it. */
static bool
gather_knows(struct ungarble *ug)
{
	const struct ug_gather *const g = &ug->gather;
	struct ug_gathered *const at = &ug->gathered;

	while (at->record < g->n_records && at->in_at < ug->records.at)
		at->in_at += g->records[at->record++].len;
	return at->record < g->n_records && at->in_at == ug->records.at;
}

/* Pass the quiet records that come, no more than `len` bytes of them. */
static enum ungarble_err
gather_pass(struct ungarble *ug, const unsigned char *bytes, size_t len,
    size_t *used)
{
	const struct ug_gather *const g = &ug->gather;
	struct ug_stretch stretch = {
		.bytes = bytes,
		.in_at = ug->records.at,
		.number = ug->records.number + 1,
	};
	enum ungarble_err err;

	for (size_t i = ug->gathered.record; i < g->n_records &&
	    g->records[i].quiet && g->records[i].len <= len - stretch.len; i++)
		stretch.len += g->records[i].len;
	ug_stretch_cut(&stretch, stretch.len);
	ug_stretch_cut(&stretch, ug_reading_may_pass(ug->reading, &stretch));
	ug_stretch_cut(&stretch, ug_hold_may_pass(ug->hold, &stretch));
	ug_stretch_cut(&stretch, ug_output_may_pass(&ug->output, &stretch));
	*used = stretch.len;
	if (stretch.len == 0)
		return UNGARBLE_OK;
	(void)ug_reading_pass(ug->reading, &stretch);
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, stretch.in_at);
	err = ug_hold_enter(ug->hold, stretch.in_at);
	if (err == UNGARBLE_OK)
		err = ug_output_pass(&ug->output, &stretch);
	ug_records_take_stretch(&ug->records, &stretch);
	return err;
}

enum ungarble_err
ug_stream_pass_gathered(struct ungarble *ug, const unsigned char *bytes,
    size_t len, size_t *used)
{
	const uint64_t block_rest = UG_BLOCK_LEN - ug->records.at %
	    UG_BLOCK_LEN;
	enum ungarble_err err;

	*used = 0;
	/* Who is asked of edits has what is before them. */
	if (ug->no_stretches || ug->opts.ask != NULL ||
	    ug->opts.fields == UNGARBLE_FIELDS_NUL ||
	    ug->records.seg.record_end != ug->records.at)
		return UNGARBLE_OK;
	if (len > block_rest)
		len = (size_t)block_rest;
	err = ug_fields_enter(ug->fields);
	if (err != UNGARBLE_OK || !ug_fields_between(ug->fields) ||
	    !ug_hold_is_quiet(ug->hold))
		return err;
	if (!gather_knows(ug)) {
		if (!ug_look_ahead_now(&ug->look))
			return UNGARBLE_OK;
		err = gather_look(ug, bytes, len);
		if (err != UNGARBLE_OK)
			return err;
	}
	return gather_pass(ug, bytes, len, used);
}
