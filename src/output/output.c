/*
 * output.c - the last stage: tells of edits, writes text, closes spans
 *
 * ASCII fits any span it follows; what is not ASCII opens a span of its own
 * unless it was decoded as the open one was.
 */
#include "output.h"

#include <string.h>

#include "base/least.h"

enum ungarble_err
ug_output_write(const struct ug_output *out, const char *s, size_t len)
{
	if (out->whole != NULL)
		return ug_buf_add(out->whole, s, len);
	return len > 0 && out->opts->write != NULL &&
	    out->opts->write(out->opts->user, s, len) != 0 ?
	    UNGARBLE_ESTOPPED : UNGARBLE_OK;
}

/* Tell of the edits of a record, in order of steps. */
static enum ungarble_err
output_tell_record(const struct ug_output *out, const struct ug_record *record,
    const struct ug_work *work)
{
	const bool goes_on = record->number == out->number;

	for (size_t i = 0; i < work->log.n; i++) {
		if (work->log.v[i].record != record->number)
			continue;

		struct ungarble_edit edit = ug_log_edit(&work->log, i);
		size_t at, len;

		edit.record_at = goes_on ? out->record_at : record->in_at;
		if (work->lent.s == NULL) {
			ug_map_text(&work->map, edit.in_at, edit.in_len, &at,
			    &len);
			edit.out_at = out->at + at;
			edit.out_len = len;
		}
		if (out->opts->edit(out->opts->user, &edit) != 0)
			return UNGARBLE_ESTOPPED;
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
output_tell(const struct ug_output *out, const struct ug_record *records,
    size_t n, const struct ug_work *work)
{
	if (out->opts->edit == NULL || work->log.n == 0)
		return UNGARBLE_OK;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && records[i].number == records[i - 1].number)
			continue;

		const enum ungarble_err err = output_tell_record(out,
		    &records[i], work);

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}

enum ungarble_err
ug_output_end(struct ug_output *out)
{
	if (!out->span_open)
		return UNGARBLE_OK;

	const struct ungarble_span span = out->span;

	out->span_open = false;
	if (out->opts->span != NULL &&
	    out->opts->span(out->opts->user, &span) != 0)
		return UNGARBLE_ESTOPPED;
	return UNGARBLE_OK;
}

/* Whether a record may stand in the span that is open. */
static bool
output_fits(const struct ug_output *out, const struct ug_record *record)
{
	if (!out->span_open)
		return false;
	if (record->ascii)
		return record->verdict.encoding->kind != UG_BINARY;
	return out->span.encoding == record->verdict.encoding->name ||
	    strcmp(out->span.encoding, record->verdict.encoding->name) == 0;
}

/* An ASCII span that UTF-8 follows was UTF-8. */
static void
output_grow(struct ug_output *out, const struct ug_record *record)
{
	if (out->span_ascii && !record->ascii &&
	    record->verdict.encoding->kind == UG_UTF8) {
		out->span.encoding = record->verdict.encoding->name;
		out->span.rule = record->verdict.encoding->rule;
		out->span_ascii = false;
	}
}

enum ungarble_err
ug_output_span(struct ug_output *out, const struct ug_record *record,
    size_t out_len)
{
	output_grow(out, record);
	if (!output_fits(out, record)) {
		const enum ungarble_err err = ug_output_end(out);

		if (err != UNGARBLE_OK)
			return err;
		out->span = (struct ungarble_span){
			.encoding = record->ascii ? "US-ASCII" :
			    record->verdict.encoding->name,
			.rule = record->ascii ? "decode/us-ascii" :
			    record->verdict.encoding->rule,
			.reason = record->verdict.reason,
			.confidence = 100,
			.record = record->number,
			.in_at = record->in_at,
			.out_at = out->at,
		};
		out->span_ascii = record->ascii;
		out->span_open = true;
	}

	struct ungarble_span *const span = &out->span;

	if (!record->ascii && record->verdict.confidence < span->confidence)
		span->confidence = record->verdict.confidence;
	if (!record->ascii && span->language == NULL)
		span->language = record->verdict.language;
	/* A record in pieces counts where it starts. */
	if (record->number != out->number) {
		span->n_records++;
		out->number = record->number;
		out->record_at = record->in_at;
	}
	span->in_len += record->in_len;
	span->ascii_len += record->ascii ? record->in_len : 0;
	span->out_len += out_len;
	span->n_invalid += record->n_invalid;
	out->at += out_len;
	return UNGARBLE_OK;
}

/* Whether the text starts with the stream's own byte order mark, in UTF-8. */
static bool
output_marked(const struct ug_record *record, const struct ug_work *work,
    struct ug_text text)
{
	uint64_t in_at = 0, in_len = 3;

	if (record->in_at != 0 || record->ascii ||
	    record->verdict.encoding->kind != UG_UTF8 ||
	    !ug_text_starts(text, 0, "\uFEFF"))
		return false;
	/* What a repair put there was none. */
	if (work->lent.s == NULL)
		ug_map_source(&work->map, 0, 3, &in_at, &in_len);
	return in_at == 0 && in_len == 3;
}

/* Where the text of the i-th record ends: where that of the next one starts. */
static size_t
output_end_of(const struct ug_work *work, const struct ug_record *records,
    size_t n, size_t i)
{
	size_t end = ug_work_text(work).len, len;

	if (i + 1 < n)
		ug_map_text(&work->map, records[i + 1].in_at,
		    records[i + 1].in_len, &end, &len);
	return end;
}

/* Tell of each record as it was and as it is. */
static enum ungarble_err
output_pieces(struct ug_output *out, const struct ug_record *records, size_t n,
    const struct ug_work *work)
{
	const struct ug_text text = ug_work_text(work);

	if (out->opts->piece == NULL)
		return UNGARBLE_OK;
	for (size_t i = 0, done = 0; i < n; i++) {
		const struct ug_record *const record = &records[i];
		const size_t end = output_end_of(work, records, n, i);
		const struct ungarble_piece piece = {
			.encoding = record->ascii ? "US-ASCII" :
			    record->verdict.encoding->name,
			.record = record->number,
			.in_at = record->in_at,
			.out_at = out->at + done,
			.in = ug_kept_take(&out->kept, record->in_at),
			.out = text.s + done,
			.in_len = (size_t)record->in_len,
			.out_len = end - done,
		};

		if (out->opts->piece(out->opts->user, &piece) != 0)
			return UNGARBLE_ESTOPPED;
		done = end;
	}
	return UNGARBLE_OK;
}

/* Keep it for another output.  What it would tell comes back in edit(). */
static enum ungarble_err
output_keep(struct ug_output *out, const struct ug_record *records, size_t n,
    const struct ug_work *work)
{
	struct ug_told *const told = out->told;
	const struct ug_text text = told->wants_text ? ug_work_text(work) :
	    (struct ug_text)UG_LIT("");
	enum ungarble_err err;

	if (!told->on)
		return UNGARBLE_OK;
	if (ug_told_alike(told, n, out->opts->edit != NULL ? work->log.n : 0))
		return ug_told_add_alike(told, records, ug_work_text(work).len,
		    text);
	err = ug_told_start(told, records, n);
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++)
		err = ug_told_add_end(told, output_end_of(work, records, n, i));
	if (err == UNGARBLE_OK)
		err = output_tell(out, records, n, work);
	return err != UNGARBLE_OK ? err : ug_told_end(told, text);
}

enum ungarble_err
ug_output_put(struct ug_output *out, const struct ug_record *records, size_t n,
    const struct ug_work *work)
{
	const struct ug_text text = ug_work_text(work);
	enum ungarble_err err;
	size_t done = 0;

	if (out->told != NULL)
		return output_keep(out, records, n, work);
	err = output_tell(out, records, n, work);
	if (err == UNGARBLE_OK)
		err = output_pieces(out, records, n, work);
	if (err == UNGARBLE_OK)
		err = ug_output_write(out, text.s, text.len);
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++) {
		const size_t end = output_end_of(work, records, n, i);

		err = ug_output_span(out, &records[i], end - done);
		if (err == UNGARBLE_OK && output_marked(&records[i], work, text)
		    && out->span.reason == UNGARBLE_BY_VALIDITY)
			out->span.reason = UNGARBLE_BY_BOM;
		done = end;
	}
	return err;
}

/* ---- records that go as one */

size_t
ug_output_may_pass(const struct ug_output *out,
    const struct ug_stretch *stretch)
{
	const struct ug_record beyond = { .verdict = { .encoding = &ug_utf8 } };

	if (out->told != NULL)
		return out->told->wants_pieces ? 0 : stretch->len;
	if (!out->span_open)
		return 0;
	return out->span_ascii || output_fits(out, &beyond) ? stretch->len :
	    stretch->plain;
}

bool
ug_output_may_pass_text(const struct ug_output *out, struct ug_verdict verdict)
{
	const struct ug_record record = { .verdict = verdict };

	if (out->told != NULL)
		return ug_told_fits(out->told, verdict);
	return out->span_open && output_fits(out, &record);
}

/* The length of the record that a text starts with: its LF is the same. */
static size_t
output_record_len(struct ug_text text)
{
	const char *const end = memchr(text.s, '\n', text.len);

	return end != NULL ? (size_t)(end - text.s) + 1 : text.len;
}

/* Tell of each record of a stretch, and write it. */
static enum ungarble_err
output_pass_pieces(struct ug_output *out, const struct ug_stretch *stretch,
    struct ug_verdict verdict, struct ug_text text)
{
	uint64_t number = stretch->number, out_at = out->at;

	for (size_t at = 0, end; at < stretch->len; at = end, number++) {
		const size_t len = output_record_len(text);
		enum ungarble_err err;
		bool ascii;

		end = ug_stretch_end(stretch, at);
		ascii = ug_text_ascii((struct ug_text){
		    (const char *)stretch->bytes + at, end - at }) == end - at;

		const struct ungarble_piece piece = {
			.encoding = ascii ? "US-ASCII" : verdict.encoding->name,
			.record = number,
			.in_at = stretch->in_at + at,
			.out_at = out_at,
			.in = ug_kept_take(&out->kept, stretch->in_at + at),
			.out = text.s,
			.in_len = end - at,
			.out_len = len,
		};

		if (out->opts->piece(out->opts->user, &piece) != 0)
			return UNGARBLE_ESTOPPED;
		err = ug_output_write(out, text.s, len);
		if (err != UNGARBLE_OK)
			return err;
		text = ug_text_part(text, len, text.len - len);
		out_at += len;
	}
	return UNGARBLE_OK;
}

enum ungarble_err
ug_output_pass_text(struct ug_output *out, const struct ug_stretch *stretch,
    struct ug_verdict verdict, struct ug_text text)
{
	const struct ug_record beyond = { .verdict = verdict };
	struct ungarble_span *const span = &out->span;
	enum ungarble_err err;

	if (out->told != NULL)
		return ug_told_add_stretch(out->told, stretch, verdict, text);
	err = out->opts->piece != NULL ?
	    output_pass_pieces(out, stretch, verdict, text) :
	    ug_output_write(out, text.s, text.len);
	if (err != UNGARBLE_OK)
		return err;
	if (stretch->plain < stretch->len) {
		output_grow(out, &beyond);
		span->confidence = UG_MIN(span->confidence, verdict.confidence);
		if (span->language == NULL)
			span->language = verdict.language;
	}
	span->n_records += stretch->n;
	span->in_len += stretch->len;
	span->ascii_len += stretch->ascii_len;
	span->out_len += text.len;
	out->number = stretch->number + stretch->n - 1;
	out->at += text.len;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_output_pass(struct ug_output *out, const struct ug_stretch *stretch)
{
	return ug_output_pass_text(out, stretch, (struct ug_verdict){ &ug_utf8,
	    UNGARBLE_BY_VALIDITY, 100, NULL }, (struct ug_text){
	    (const char *)stretch->bytes, stretch->len });
}
