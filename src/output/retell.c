/*
 * retell.c - tells and writes what another output has kept
 *
 * In the order in which it was kept, to the same callbacks, as the output does:
 * a put's edits, its pieces, its text; then it is counted to its span.
 */
#include "retell.h"

#include <string.h>

/* A part of an event; *at comes to stand behind it. */
static const void *
retell_part(const char *event, size_t *at, size_t len)
{
	const void *const part = event + *at;

	*at = UG_TOLD_ROOM(*at + len);
	return part;
}

/* The record of a put, or of those alike, as the stream counts. */
static struct ug_record
retell_record(const struct ug_retold *retold, const void *records, size_t i)
{
	struct ug_record record;

	memcpy(&record, (const char *)records + i * sizeof(record),
	    sizeof(record));
	record.number += retold->number;
	return record;
}

static enum ungarble_err
retell_alike(const struct ug_retold *retold, const char *event,
    const struct ug_told_event *told)
{
	struct ug_output *const out = retold->out;
	size_t at = UG_TOLD_ROOM(sizeof(*told));
	const void *const both = retell_part(event, &at,
	    2 * sizeof(struct ug_record));
	const struct ug_record first = retell_record(retold, both, 0);
	const struct ug_record last = retell_record(retold, both, 1);
	enum ungarble_err err = ug_output_write(out, event + at,
	    told->text_len);

	if (err == UNGARBLE_OK)
		err = ug_output_span(out, &first, told->out_len);
	if (err != UNGARBLE_OK || last.number == first.number)
		return err;
	out->span.n_records += last.number - first.number;
	out->number = last.number;
	out->record_at = last.in_at;
	return UNGARBLE_OK;
}

static enum ungarble_err
retell_edits(const struct ug_retold *retold, const char *event, size_t *at,
    size_t n)
{
	const struct ug_output *const out = retold->out;

	for (size_t i = 0; i < n; i++) {
		struct ungarble_edit edit;

		memcpy(&edit, retell_part(event, at, sizeof(edit)),
		    sizeof(edit));
		edit.before = retell_part(event, at, edit.before_len);
		edit.after = retell_part(event, at, edit.after_len);
		edit.record += retold->number;
		edit.out_at += out->at;
		if (edit.record == out->number)
			edit.record_at = out->record_at;
		if (out->opts->edit(out->opts->user, &edit) != 0)
			return UNGARBLE_ESTOPPED;
	}
	return UNGARBLE_OK;
}

/* A put, whose parts stand one behind the other. */
struct put {
	const void *records;
	const char *ends, *text;
	size_t n, text_len;
};

static size_t
put_end(const struct put *put, size_t i)
{
	size_t end;

	memcpy(&end, put->ends + i * UG_TOLD_ROOM(sizeof(end)), sizeof(end));
	return end;
}

static enum ungarble_err
retell_pieces(const struct ug_retold *retold, const struct put *put)
{
	const struct ug_output *const out = retold->out;

	if (out->opts->piece == NULL)
		return UNGARBLE_OK;
	for (size_t i = 0, done = 0; i < put->n; i++) {
		const struct ug_record record = retell_record(retold,
		    put->records, i);
		const struct ungarble_piece piece = {
			.encoding = record.ascii ? "US-ASCII" :
			    record.verdict.encoding->name,
			.record = record.number,
			.in_at = record.in_at,
			.out_at = out->at + done,
			.in = retold->in + (record.in_at - retold->in_at),
			.out = put->text + done,
			.in_len = (size_t)record.in_len,
			.out_len = put_end(put, i) - done,
		};

		if (out->opts->piece(out->opts->user, &piece) != 0)
			return UNGARBLE_ESTOPPED;
		done = put_end(put, i);
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
retell_put(const struct ug_retold *retold, const char *event,
    const struct ug_told_event *told)
{
	size_t at = UG_TOLD_ROOM(sizeof(*told)), done = 0;
	struct put put = { .n = told->n_records, .text_len = told->text_len };
	enum ungarble_err err;

	put.records = retell_part(event, &at, put.n * sizeof(struct ug_record));
	put.ends = retell_part(event, &at,
	    put.n * UG_TOLD_ROOM(sizeof(size_t)));
	err = retell_edits(retold, event, &at, told->n_edits);
	put.text = event + at;
	if (err == UNGARBLE_OK)
		err = retell_pieces(retold, &put);
	if (err == UNGARBLE_OK)
		err = ug_output_write(retold->out, put.text, put.text_len);
	for (size_t i = 0; i < put.n && err == UNGARBLE_OK; i++) {
		const struct ug_record record = retell_record(retold,
		    put.records, i);

		err = ug_output_span(retold->out, &record,
		    put_end(&put, i) - done);
		done = put_end(&put, i);
	}
	return err;
}

/* The first record of a stretch that belongs to no span that is open. */
static enum ungarble_err
retell_first(struct ug_output *out, const struct ug_stretch *stretch,
    struct ug_verdict verdict)
{
	const struct ug_record record = {
		.number = stretch->number,
		.in_at = stretch->in_at,
		.in_len = stretch->len,
		.verdict = verdict,
		.ascii = stretch->plain == stretch->len,
	};
	struct ug_work work;

	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, (struct ug_text){ (const char *)stretch->bytes,
	    stretch->len }, stretch->in_at);
	return ug_output_put(out, &record, 1, &work);
}

/* Leave of a stretch what is behind another one, with which it starts. */
static void
retell_behind(struct ug_stretch *stretch, const struct ug_stretch *first)
{
	*stretch = (struct ug_stretch){
		.bytes = stretch->bytes + first->len,
		.len = stretch->len - first->len,
		.in_at = stretch->in_at + first->len,
		.number = stretch->number + first->n,
	};
	ug_stretch_cut(stretch, stretch->len);
}

static enum ungarble_err
retell_stretch(const struct ug_retold *retold, const char *event,
    const struct ug_told_event *told)
{
	size_t at = UG_TOLD_ROOM(sizeof(*told));
	struct ug_stretch stretch;
	struct ug_verdict verdict;
	enum ungarble_err err = UNGARBLE_OK;

	memcpy(&stretch, retell_part(event, &at, sizeof(stretch)),
	    sizeof(stretch));
	memcpy(&verdict, retell_part(event, &at, sizeof(verdict)),
	    sizeof(verdict));
	stretch.bytes = (const unsigned char *)retold->in +
	    (stretch.in_at - retold->in_at);
	stretch.number += retold->number;
	/* What was decoded belongs to the span of what was told before. */
	if (verdict.encoding->kind != UG_UTF8)
		return ug_output_pass_text(retold->out, &stretch, verdict,
		    (struct ug_text){ event + at, told->out_len });
	while (stretch.len > 0 && err == UNGARBLE_OK) {
		struct ug_stretch part = stretch;
		const size_t may = ug_output_may_pass(retold->out, &part);

		ug_stretch_cut(&part, may > 0 ? may :
		    ug_stretch_end(&part, 0));
		err = may > 0 ? ug_output_pass(retold->out, &part) :
		    retell_first(retold->out, &part, verdict);
		retell_behind(&stretch, &part);
	}
	return err;
}

static enum ungarble_err
retell_finding(const struct ug_retold *retold, const char *event)
{
	const struct ungarble_options *const opts = retold->out->opts;
	struct ungarble_finding finding;

	memcpy(&finding, event + UG_TOLD_ROOM(sizeof(struct ug_told_event)),
	    sizeof(finding));
	finding.record += retold->number;
	return opts->finding(opts->user, &finding) != 0 ? UNGARBLE_ESTOPPED :
	    UNGARBLE_OK;
}

enum ungarble_err
ug_retell(const struct ug_retold *retold, const struct ug_buf *kept)
{
	enum ungarble_err err = UNGARBLE_OK;
	struct ug_told_event told;

	for (size_t at = 0; at < kept->len && err == UNGARBLE_OK;
	    at = UG_TOLD_ROOM(at + told.len)) {
		const char *const event = kept->s + at;

		memcpy(&told, event, sizeof(told));
		if (told.kind == UG_TOLD_ALIKE)
			err = retell_alike(retold, event, &told);
		else if (told.kind == UG_TOLD_PUT)
			err = retell_put(retold, event, &told);
		else if (told.kind == UG_TOLD_STRETCH)
			err = retell_stretch(retold, event, &told);
		else
			err = retell_finding(retold, event);
	}
	return err;
}
