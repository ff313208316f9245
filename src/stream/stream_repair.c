/*
 * stream_repair.c - from the reading to the hold: a record, or many as one
 *
 * A glance tells for many records what passes may find in each.  What is beyond
 * ASCII, and else shows nothing, is asked whether it is plain text of some
 * language (characters/plain.h).  Records that are run and stay as they are go
 * on with those that are not:
 *
 *	ascii "ascii" \u00E9t\u00E9 ascii . .  ascii
 *	glance run   plain  glance run  glance
 *	to the hold as one         by itself
 */
#include "marks/glance.h"
#include "stream_state.h"

enum ungarble_err
ug_stream_run_passes(struct ungarble *ug, struct ug_record *record,
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
	return UNGARBLE_OK;
}

/* Repair a decoded record. */
static enum ungarble_err
repair_run(struct ungarble *ug, struct ug_record *record, struct ug_work *work)
{
	enum ungarble_err err = ug_stream_run_passes(ug, record, work);

	if (err == UNGARBLE_OK && ug->memory != NULL && record->known &&
	    ug->fixes != 0)
		err = ug_runner_remember(ug->runner, work, ug->memory);
	return err;
}

enum ungarble_err
ug_stream_repair(void *user, struct ug_record *record,
    const unsigned char *bytes, struct ug_work *work)
{
	struct ungarble *const ug = user;
	const enum ungarble_err err = repair_run(ug, record, work);

	(void)bytes;
	return err != UNGARBLE_OK ? err : ug_hold_put(ug->hold, record, work);
}

/* What of a stretch did not go on yet. */
struct lines {
	struct ug_record like;   /* each record, but for its number and place
	                          * and for what is beyond ASCII */
	struct ug_stretch rest;
	uint64_t n;              /* of its records, looked at and unchanged: */
	size_t len;              /* so many bytes, */
	size_t plain;            /* and before the first beyond ASCII, */
	size_t ascii_len;        /* and of those in ASCII */
	bool all;                /* passes are due where nothing is seen */
};

/* Let what is unchanged go on. */
static enum ungarble_err
lines_pass(struct ungarble *ug, struct lines *lines)
{
	struct ug_stretch stretch = lines->rest;
	const size_t len = lines->len;
	uint64_t end;
	enum ungarble_err err;

	if (len == 0)
		return UNGARBLE_OK;
	stretch.len = len;
	stretch.plain = lines->plain;
	stretch.ascii_len = lines->ascii_len;
	stretch.n = lines->n;
	lines->rest.bytes += len;
	lines->rest.number += lines->n;
	lines->n = lines->len = lines->plain = lines->ascii_len = 0;
	err = ug_hold_pass(ug->hold, &lines->like, &stretch, &end);
	lines->rest.in_at = end;
	return err;
}

/* The next n records, of `len` bytes, all in ASCII or not, stay as they are. */
static void
lines_add(struct lines *lines, size_t len, size_t n, bool ascii)
{
	if (ascii && lines->plain == lines->len)
		lines->plain += len;
	lines->ascii_len += ascii ? len : 0;
	lines->len += len;
	lines->n += n;
}

/* A record beyond ASCII comes next: ASCII behind it stands in UTF-8. */
static enum ungarble_err
lines_beyond(struct ungarble *ug, struct lines *lines)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (lines->like.around != &ug_utf8)
		err = lines_pass(ug, lines);
	lines->like.around = &ug_utf8;
	return err;
}

/* Run the passes on the next record, of `len` bytes. */
static enum ungarble_err
lines_run(struct ungarble *ug, struct lines *lines, size_t len, bool ascii)
{
	const struct ug_text text = {
		(const char *)lines->rest.bytes + lines->len, len };
	struct ug_record record = lines->like;
	enum ungarble_err err, passed;

	record.number = lines->rest.number + lines->n;
	record.in_at = lines->rest.in_at + lines->len;
	record.in_len = len;
	record.ascii = ascii;
	ug_work_lend(&ug->line, text, record.in_at);
	err = repair_run(ug, &record, &ug->line);
	if (err == UNGARBLE_OK && ug->line.lent.s != NULL && record.known) {
		lines_add(lines, len, 1, ascii);
		return UNGARBLE_OK;
	}
	passed = lines_pass(ug, lines);
	if (passed != UNGARBLE_OK)
		return passed;
	lines->rest.bytes += len;
	lines->rest.in_at += len;
	lines->rest.number++;
	return err != UNGARBLE_OK ? err :
	    ug_hold_put(ug->hold, &record, &ug->line);
}

/* Whether passes are to be run on the next record, of `len` bytes. */
static enum ungarble_err
lines_due(struct ungarble *ug, const struct lines *lines, size_t len,
    const struct ug_glance_line *line, bool *due)
{
	const struct ug_text text = {
		(const char *)lines->rest.bytes + lines->len, len };
	enum ungarble_err err = UNGARBLE_OK;

	*due = ug_runner_due(ug->runner, ug->fixes, line->traits, line->cues);
	if (*due)
		err = ug_runner_asks_plain(ug->runner, text,
		    lines->rest.in_at + lines->len, ug->memory == NULL, due);
	return err;
}

/* Take the next record, of `len` bytes, in which that was seen. */
static enum ungarble_err
lines_take_one(struct ungarble *ug, struct lines *lines, size_t len,
    const struct ug_glance_line *line)
{
	const bool ascii = (line->traits & UG_TRAIT_BEYOND) == 0;
	enum ungarble_err err = UNGARBLE_OK;
	bool due;

	if (!ascii)
		err = lines_beyond(ug, lines);
	if (err == UNGARBLE_OK)
		err = lines_due(ug, lines, len, line, &due);
	if (err == UNGARBLE_OK && due)
		return lines_run(ug, lines, len, ascii);
	lines_add(lines, len, 1, ascii);
	return err;
}

/* Take the next n records, of `len` bytes, in which nothing was seen. */
static enum ungarble_err
lines_take_unseen(struct ungarble *ug, struct lines *lines, size_t len,
    size_t n)
{
	const struct ug_glance_line nothing = { .cues = 0 };
	struct ug_text text = { (const char *)lines->rest.bytes + lines->len,
		len };
	enum ungarble_err err = UNGARBLE_OK;

	if (!lines->all) {
		lines_add(lines, len, n, true);
		return UNGARBLE_OK;
	}
	for (size_t end; text.len > 0 && err == UNGARBLE_OK;
	    text = ug_text_part(text, end, text.len - end)) {
		end = ug_text_find(text, 0, UG_TEXT("\n")) + 1;
		err = lines_take_one(ug, lines, end, &nothing);
	}
	return err;
}

/* Look at what a glance at lines has seen, those of text.s[at..]. */
static enum ungarble_err
lines_take(struct ungarble *ug, struct lines *lines,
    const struct ug_glance_lines *seen, size_t at)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < seen->n && err == UNGARBLE_OK; i++) {
		const struct ug_glance_line *const line = &seen->v[i];

		err = lines_take_unseen(ug, lines, line->start - at, line->n);
		at = line->end;
		if (err == UNGARBLE_OK)
			err = lines_take_one(ug, lines, at - line->start,
			    line);
	}
	return err != UNGARBLE_OK ? err :
	    lines_take_unseen(ug, lines, seen->end - at, seen->rest);
}

enum ungarble_err
ug_stream_repair_stretch(struct ungarble *ug, struct ug_stretch *stretch,
    const struct ug_encoding *around)
{
	const struct ug_text text = { (const char *)stretch->bytes,
		stretch->len };
	struct ug_glance_lines seen;
	struct lines lines = {
		.like = {
			.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100,
			    NULL },
			.ascii = true,
			.around = around,
			.known = true,
		},
		.rest = *stretch,
	};
	enum ungarble_err err = UNGARBLE_OK;

	if (ug->fixes == 0) {
		err = ug_hold_pass(ug->hold, &lines.like, stretch,
		    &lines.rest.in_at);
		stretch->len = (size_t)(lines.rest.in_at - stretch->in_at);
		return err;
	}
	lines.all = ug_runner_due(ug->runner, ug->fixes, 0, 0);
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK;
	    at = seen.end) {
		ug_glance_lines(&seen, text, at);
		err = lines_take(ug, &lines, &seen, at);
	}
	if (err == UNGARBLE_OK)
		err = lines_pass(ug, &lines);
	stretch->len = (size_t)(lines.rest.in_at - stretch->in_at);
	return err;
}
