/*
 * stream_repair.c - from the reading to the hold: a record, or many as one
 *
 * Where passes may find something, only records in ASCII go as one.  A glance
 * tells for many what may be found in each; those that are run and stay as they
 * are go on with those that are not:
 *
 *	plain plain "plain" . . plain
 *	glance      run     run glance
 *	to the hold as one  by itself
 */
#include "marks/glance.h"
#include "stream_state.h"

enum ungarble_err
ug_stream_run(struct ungarble *ug, struct ug_record *record,
    struct ug_work *work)
{
	const struct ug_scope scope = {
		.encoding = ug_record_encoding(record),
		.confidence = ug->opts.confidence,
		.start = record->in_at == 0,
		.memory = ug->memory,
		.own = ug->own,
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
	return UNGARBLE_OK;
}

enum ungarble_err
ug_stream_repair(void *user, struct ug_record *record, struct ug_work *work)
{
	struct ungarble *const ug = user;
	const enum ungarble_err err = ug_stream_run(ug, record, work);

	return err != UNGARBLE_OK ? err : ug_hold_put(ug->hold, record, work);
}

/* What of a stretch did not go on yet. */
struct lines {
	struct ug_record like;   /* each record, but for its number and place */
	struct ug_stretch rest;
	uint64_t n;              /* of its records, looked at and unchanged: */
	size_t len;              /* so many bytes */
};

/* Let what is unchanged go on. */
static enum ungarble_err
lines_pass(struct ungarble *ug, struct lines *lines)
{
	struct ug_stretch stretch = lines->rest;
	const size_t len = lines->len;

	if (len == 0)
		return UNGARBLE_OK;
	stretch.len = stretch.plain = stretch.ascii_len = len;
	stretch.n = lines->n;
	lines->rest.bytes += len;
	lines->rest.in_at += len;
	lines->rest.number += lines->n;
	lines->n = lines->len = 0;
	return ug_hold_pass(ug->hold, &lines->like, &stretch);
}

/* Run the passes on the next record, of `len` bytes. */
static enum ungarble_err
lines_run(struct ungarble *ug, struct lines *lines, size_t len)
{
	const struct ug_text text = {
		(const char *)lines->rest.bytes + lines->len, len };
	struct ug_record record = lines->like;
	enum ungarble_err err, passed;

	record.number = lines->rest.number + lines->n;
	record.in_at = lines->rest.in_at + lines->len;
	record.in_len = len;
	ug_work_lend(&ug->line, text, record.in_at);
	err = ug_stream_run(ug, &record, &ug->line);
	if (err == UNGARBLE_OK && ug->line.lent.s != NULL && record.known) {
		lines->len += len;
		lines->n++;
		return UNGARBLE_OK;
	}
	passed = lines_pass(ug, lines);
	lines->rest.bytes += len;
	lines->rest.in_at += len;
	lines->rest.number++;
	if (err == UNGARBLE_OK)
		err = passed;
	return err != UNGARBLE_OK ? err :
	    ug_hold_put(ug->hold, &record, &ug->line);
}

/* Look at what a glance at lines has seen, those of text.s[at..]. */
static enum ungarble_err
lines_take(struct ungarble *ug, struct lines *lines,
    const struct ug_glance_lines *seen, size_t at)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < seen->n && err == UNGARBLE_OK; i++) {
		const struct ug_glance_line *const line = &seen->v[i];
		const size_t len = line->end - at;

		at = line->end;
		if (ug_runner_due(ug->runner, ug->fixes, line->traits,
		    line->cues)) {
			err = lines_run(ug, lines, len);
		} else {
			lines->len += len;
			lines->n++;
		}
	}
	return err;
}

enum ungarble_err
ug_stream_repair_stretch(struct ungarble *ug, const struct ug_stretch *stretch)
{
	const struct ug_text text = { (const char *)stretch->bytes,
		stretch->len };
	struct ug_glance_lines seen;
	struct lines lines = {
		.like = {
			.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100,
			    NULL },
			.ascii = true,
			.around = ug_reading_around(ug->reading),
			.known = true,
		},
		.rest = *stretch,
	};
	enum ungarble_err err = UNGARBLE_OK;

	if (ug->fixes == 0)
		return ug_hold_pass(ug->hold, &lines.like, stretch);
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK;
	    at = seen.end) {
		ug_glance_lines(&seen, text, at);
		err = lines_take(ug, &lines, &seen, at);
	}
	if (err == UNGARBLE_OK)
		err = lines_pass(ug, &lines);
	return err;
}
