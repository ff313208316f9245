/*
 * stream_gather.c - records of which no field changes, as one
 *
 * What is seen in their fields is known some records ahead
 * (stream_gather_look.c).  Where it is nothing the record goes on as it is,
 * with those beside it; where passes may find something in lines they are run
 * on those, in their order; others go their way, one by one.
 */
#include "stream_state.h"

#define AHEAD_LEAST ((size_t)256) /* bytes; by hand */

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
 * Whether what is found in a line is nothing: it is plain, or passes are run,
 * and leave it as it is.  They are to have nothing to remember of it unless it
 * is the `last` one that is due: a later one could have the record read again.
 */
static enum ungarble_err
gather_line(struct ungarble *ug, const struct ug_record *of,
    const struct ug_gathered_line *line, bool last, bool *nothing)
{
	const struct ug_text text = { ug->gather.text.s + line->at, line->len };
	struct ug_record record = *of;
	enum ungarble_err err = UNGARBLE_OK;
	bool due = ug_runner_due(ug->runner, ug->fixes, line->traits,
	    line->cues);

	if (due)
		err = ug_runner_asks_plain(ug->runner, text, record.in_at,
		    ug->memory == NULL, &due);
	*nothing = !due;
	if (err != UNGARBLE_OK || !due)
		return err;
	record.in_len = text.len;
	ug_work_lend(&ug->line, text, record.in_at);
	err = ug_stream_run_passes(ug, &record, &ug->line);
	if (err != UNGARBLE_OK || !record.known || ug->line.lent.s == NULL)
		return err;
	*nothing = last || !ug_runner_noted(ug->runner);
	if (*nothing && ug->memory != NULL)
		err = ug_runner_remember(ug->runner, &ug->line, ug->memory);
	return err;
}

/*
 * Look at the lines that are due in a record.  It is quiet if all stay as they
 * are; if not, nothing is known of it that was not before.
 */
static enum ungarble_err
gather_lines(struct ungarble *ug, struct ug_gathered_record *gathered,
    struct ug_record *record)
{
	const struct ug_gathered_line *const lines = ug->gather.lines +
	    gathered->line;
	enum ungarble_err err = UNGARBLE_OK;
	bool nothing = true;

	ug_runner_enter(ug->runner, record->in_at);
	ug_runner_set_mark(ug->runner);
	for (size_t i = 0; i < gathered->n_lines && nothing &&
	    err == UNGARBLE_OK; i++)
		err = gather_line(ug, record, &lines[i],
		    i + 1 == gathered->n_lines, &nothing);
	if (!nothing)
		ug_runner_go_back(ug->runner);
	gathered->state = nothing ? UG_GATHERED_QUIET : UG_GATHERED_LOUD;
	return err;
}

/* Add a record to those that stay as they are. */
static void
gather_add(struct ug_stretch *stretch, const struct ug_gathered_record *record)
{
	if (record->ascii && stretch->plain == stretch->len)
		stretch->plain += record->len;
	stretch->ascii_len += record->ascii ? record->len : 0;
	stretch->len += record->len;
	stretch->n++;
}

/*
 * Of no more than `len` bytes that come, those that may stay as they are; of
 * more than are likely to, just some.
 */
static size_t
gather_may_pass(const struct ungarble *ug, const unsigned char *bytes,
    size_t len)
{
	const struct ug_gather *const g = &ug->gather;
	struct ug_stretch stretch = {
		.bytes = bytes,
		.in_at = ug->records.at,
		.number = ug->records.number + 1,
	};

	for (size_t i = ug->gathered.record; i < g->n_records &&
	    g->records[i].state != UG_GATHERED_LOUD &&
	    g->records[i].len <= len - stretch.len &&
	    stretch.len <= ug->gathered.ahead; i++)
		gather_add(&stretch, &g->records[i]);
	ug_stretch_cut(&stretch, ug_reading_may_pass(ug->reading, &stretch));
	ug_stretch_cut(&stretch, ug_hold_may_pass(ug->hold, &stretch));
	return ug_output_may_pass(&ug->output, &stretch);
}

/*
 * Take the records that stay as they are of `len` bytes: up to the first that
 * does not, or at which something failed.
 */
static enum ungarble_err
gather_take(struct ungarble *ug, size_t len, struct ug_stretch *stretch)
{
	struct ug_gathered_record *next =
	    &ug->gather.records[ug->gathered.record];
	struct ug_record record = {
		.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100, NULL },
		.around = ug_reading_pass(ug->reading, &(struct ug_stretch){
		    .in_at = stretch->in_at }),
		.known = true,
	};
	enum ungarble_err err = UNGARBLE_OK;

	for (; stretch->len < len; next++) {
		record.number = stretch->number + stretch->n;
		record.in_at = stretch->in_at + stretch->len;
		record.ascii = next->ascii;
		if (!record.ascii)
			record.around = &ug_utf8;
		if (next->state == UG_GATHERED_DUE)
			err = gather_lines(ug, next, &record);
		if (err != UNGARBLE_OK || next->state != UG_GATHERED_QUIET)
			break;
		gather_add(stretch, next);
	}
	return err;
}

/* Pass the records that come and stay as they are, of no more than `len`. */
static enum ungarble_err
gather_pass(struct ungarble *ug, const unsigned char *bytes, size_t len,
    size_t *used)
{
	struct ug_stretch stretch = {
		.bytes = bytes,
		.in_at = ug->records.at,
		.number = ug->records.number + 1,
	};
	enum ungarble_err err, passed;

	len = gather_may_pass(ug, bytes, len);
	if (len == 0)
		return UNGARBLE_OK;
	if (ug->memory != NULL)
		ug_memory_enter(ug->memory, stretch.in_at);
	err = gather_take(ug, len, &stretch);
	/* What is looked at in vain stays in proportion. */
	ug->gathered.ahead = AHEAD_LEAST + (stretch.len == len ? 2 : 1) *
	    stretch.len;
	*used = stretch.len;
	if (stretch.len == 0)
		return err;
	(void)ug_reading_pass(ug->reading, &stretch);
	passed = ug_hold_enter(ug->hold, stretch.in_at);
	if (passed == UNGARBLE_OK)
		passed = ug_output_pass(&ug->output, &stretch);
	ug_records_take_stretch(&ug->records, &stretch);
	return err != UNGARBLE_OK ? err : passed;
}

enum ungarble_err
ug_stream_pass_gathered(struct ungarble *ug, const unsigned char *bytes,
    size_t len, size_t *used)
{
	enum ungarble_err err;

	*used = 0;
	/* Who is asked of edits has what is before them. */
	if (ug->no_stretches || ug->opts.ask != NULL ||
	    ug->opts.fields == UNGARBLE_FIELDS_NUL ||
	    ug->records.seg.record_end != ug->records.at ||
	    ug_reading_waits(ug->reading))
		return UNGARBLE_OK;
	len = ug_memory_block_part(ug->records.at, len);
	err = ug_fields_enter(ug->fields);
	if (err != UNGARBLE_OK || !ug_fields_between(ug->fields) ||
	    !ug_hold_is_quiet(ug->hold))
		return err;
	if (!gather_knows(ug)) {
		if (!ug_look_ahead_now(&ug->look))
			return UNGARBLE_OK;
		err = ug_stream_gather(ug, bytes, len);
		if (err != UNGARBLE_OK || ug->gather.n_records == 0)
			return err;
	}
	return gather_pass(ug, bytes, len, used);
}
