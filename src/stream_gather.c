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

/*
 * Passes may find something in a line of the field, text[at, end), or it is
 * `beyond` ASCII.  If there are several such lines the record is loud, or if
 * not all of it is ASCII.
 */
static void
gather_stir(struct ug_gather *g, size_t field, size_t at, size_t end,
    bool beyond)
{
	const struct ug_gathered_field *const f = &g->fields[field];
	struct ug_gathered_record *const record = &g->records[f->record];

	if (beyond || !record->ascii || record->state != UG_GATHERED_QUIET) {
		record->state = UG_GATHERED_LOUD;
		return;
	}
	record->state = UG_GATHERED_DUE;
	record->line = (uint32_t)at;
	record->line_len = (uint32_t)(end - at) - (f->open && end == f->end);
}

/* Look for what passes may find. */
static void
gather_glance(struct ungarble *ug, struct ug_gather *g)
{
	const struct ug_text text = { g->text.s, g->text.len };
	struct ug_glance_lines seen;
	size_t field = 0;

	if (ug_runner_may_find(ug->runner, ug->fixes, 0, 0))
		for (size_t i = 0; i < g->n_fields; i++)
			g->records[g->fields[i].record].state =
			    UG_GATHERED_LOUD;
	for (size_t at = 0; at < text.len; at = seen.end) {
		ug_glance_lines(&seen, text, at);
		for (size_t i = 0; i < seen.n; i++) {
			const struct ug_glance_line *const line = &seen.v[i];
			const bool beyond =
			    (line->traits & UG_TRAIT_BEYOND) != 0;

			while (g->fields[field].end <= line->start)
				field++;
			if (beyond || ug_runner_may_find(ug->runner,
			    ug->fixes, line->traits, line->cues))
				gather_stir(g, field, line->start, line->end,
				    beyond);
		}
	}
}

/* Look for words of a spinner: each field is a text of its own. */
static void
gather_watch(struct ug_gather *g)
{
	for (size_t i = 0, at = 0; i < g->n_fields; at = g->fields[i++].end) {
		enum ug_gathered_state *const state =
		    &g->records[g->fields[i].record].state;
		struct ug_watch watch;

		ug_watch_calm(&watch);
		if (*state != UG_GATHERED_LOUD && ug_watch_lines(&watch,
		    (struct ug_text){ g->text.s + at, g->fields[i].end - at
		    }).sights != 0)
			*state = UG_GATHERED_LOUD;
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
	if (!ug_records_stretch(&ug->records, bytes, len, &stretch)) {
		ug_look_ahead_learn(&ug->look, bytes, len, 0);
		return UNGARBLE_OK;
	}
	err = ug_fields_gather(ug->fields, (struct ug_text){
	    (const char *)bytes, stretch.len }, g);
	if (err != UNGARBLE_OK)
		return err;
	if (ug_hold_watches(ug->hold))
		gather_watch(g);
	if (ug->fixes != 0)
		gather_glance(ug, g);
	for (size_t i = 0; i < g->n_records; i++)
		passed += g->records[i].state != UG_GATHERED_LOUD ?
		    g->records[i].len : 0;
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

/*
 * The record that comes has a line in which passes may find something: they are
 * run, and if nothing is found it is quiet.
 */
static enum ungarble_err
gather_run(struct ungarble *ug, struct ug_gathered_record *gathered,
    const unsigned char *bytes)
{
	const struct ug_stretch stretch = {
		.bytes = bytes, .len = gathered->len, .in_at = ug->records.at,
		.n = 1, .plain = gathered->len, .ascii_len = gathered->len,
	};
	const struct ug_text text = { ug->gather.text.s + gathered->line,
		gathered->line_len };
	struct ug_record record = {
		.number = ug->records.number + 1,
		.in_at = ug->records.at,
		.in_len = text.len,
		.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100, NULL },
		.ascii = true,
		.known = true,
	};
	enum ungarble_err err;

	gathered->state = UG_GATHERED_LOUD;
	if (ug_reading_may_pass(ug->reading, &stretch) < stretch.len)
		return UNGARBLE_OK;
	record.around = ug_reading_pass(ug->reading, &stretch);
	ug_work_lend(&ug->line, text, record.in_at);
	err = ug_stream_run_passes(ug, &record, &ug->line);
	if (err != UNGARBLE_OK || !record.known || ug->line.lent.s == NULL)
		return err;
	if (ug->memory != NULL)
		ug_runner_remember(ug->runner, &ug->line, ug->memory);
	gathered->state = UG_GATHERED_QUIET;
	return UNGARBLE_OK;
}

/* How many bytes the quiet records have that come, no more than `len`. */
static size_t
gather_quiet(const struct ungarble *ug, size_t len)
{
	const struct ug_gather *const g = &ug->gather;
	size_t n = 0;

	for (size_t i = ug->gathered.record; i < g->n_records &&
	    g->records[i].state == UG_GATHERED_QUIET &&
	    g->records[i].len <= len - n; i++)
		n += g->records[i].len;
	return n;
}

/* Pass the quiet records that come, no more than `len` bytes of them. */
static enum ungarble_err
gather_pass(struct ungarble *ug, const unsigned char *bytes, size_t len,
    size_t *used)
{
	struct ug_gathered_record *const first =
	    &ug->gather.records[ug->gathered.record];
	struct ug_stretch stretch = {
		.bytes = bytes,
		.in_at = ug->records.at,
		.number = ug->records.number + 1,
	};
	enum ungarble_err err = UNGARBLE_OK;

	/* Where the stream starts is a place of its own to passes. */
	if (first->state == UG_GATHERED_DUE && ug->records.at > 0)
		err = gather_run(ug, first, bytes);
	if (err != UNGARBLE_OK)
		return err;
	stretch.len = gather_quiet(ug, len);
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
		if (err != UNGARBLE_OK || ug->gather.n_records == 0)
			return err;
	}
	return gather_pass(ug, bytes, len, used);
}
