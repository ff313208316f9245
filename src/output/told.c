/*
 * told.c - what an output would tell and write, kept for another to do it
 *
 * Most records are read as the one before and not edited, so those are kept as
 * one.  The first one that is read otherwise is left alone: the span before it
 * ends between its text and that of the next.
 */
#include "told.h"

#include <string.h>

static struct ug_told_event *
told_event(struct ug_told *told)
{
	return (struct ug_told_event *)(void *)(told->kept.s + told->event);
}

static enum ungarble_err
told_align(struct ug_told *told)
{
	static const char nothing[UG_TOLD_ALIGN];
	const size_t len = told->kept.len;

	return ug_buf_add(&told->kept, nothing, UG_TOLD_ROOM(len) - len);
}

/* Append what another part of the event follows. */
static enum ungarble_err
told_add(struct ug_told *told, const void *bytes, size_t len)
{
	const enum ungarble_err err = ug_buf_add(&told->kept, bytes, len);

	return err != UNGARBLE_OK ? err : told_align(told);
}

/* Start an event, which is ended by told_close(). */
static enum ungarble_err
told_open(struct ug_told *told, enum ug_told_kind kind)
{
	const struct ug_told_event event = { .kind = kind };
	const enum ungarble_err err = told_align(told);

	told->event = told->kept.len;
	return err != UNGARBLE_OK ? err : told_add(told, &event, sizeof(event));
}

/* End it with text, or with more of it. */
static enum ungarble_err
told_close(struct ug_told *told, struct ug_text text)
{
	const enum ungarble_err err = ug_buf_add(&told->kept, text.s, text.len);

	if (err != UNGARBLE_OK)
		return err;
	told_event(told)->text_len += text.len;
	told_event(told)->len = told->kept.len - told->event;
	return told->kept.len < UG_TOLD_LEN ? UNGARBLE_OK : ug_told_flush(told);
}

enum ungarble_err
ug_told_flush(struct ug_told *told)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (told->kept.len > 0)
		err = told->full(told->user, &told->kept);
	told->kept.len = 0;
	if (told->last == UG_TOLD_GROWS)
		told->last = UG_TOLD_ALONE;
	return err;
}

static bool
told_read_alike(const struct ug_record *a, const struct ug_record *b)
{
	const struct ug_verdict *const v = &a->verdict, *const w = &b->verdict;

	return a->ascii == b->ascii && v->encoding == w->encoding &&
	    v->reason == w->reason && v->confidence == w->confidence &&
	    v->language == w->language;
}

bool
ug_told_alike(const struct ug_told *told, size_t n_records, size_t n_edits)
{
	return n_records == 1 && n_edits == 0 && !told->wants_pieces;
}

static void
told_note(struct ug_told *told, const struct ug_record *record)
{
	told->record = *record;
	if (!record->ascii)
		told->encoding = record->verdict.encoding;
}

/* Add a record to those of the last event. */
static void
told_join(struct ug_told *told, const struct ug_record *record)
{
	char *const at = told->kept.s + told->event +
	    UG_TOLD_ROOM(sizeof(struct ug_told_event));
	struct ug_record both[2];

	memcpy(both, at, sizeof(both));
	both[0].in_len += record->in_len;
	both[0].n_invalid += record->n_invalid;
	/* The last one stands where the first of its pieces does. */
	if (record->number != both[1].number)
		both[1] = *record;
	memcpy(at, both, sizeof(both));
}

enum ungarble_err
ug_told_add_alike(struct ug_told *told, const struct ug_record *record,
    size_t out_len, struct ug_text text)
{
	const struct ug_record both[] = { *record, *record };
	const bool alike = told->last != UG_TOLD_NONE &&
	    told_read_alike(&told->record, record);
	const bool grows = alike && told->last == UG_TOLD_GROWS;
	enum ungarble_err err = UNGARBLE_OK;

	told_note(told, record);
	if (grows) {
		told_join(told, record);
	} else {
		err = told_open(told, UG_TOLD_ALIKE);
		if (err == UNGARBLE_OK)
			err = told_add(told, both, sizeof(both));
	}
	told->last = alike ? UG_TOLD_GROWS : UG_TOLD_ALONE;
	if (err != UNGARBLE_OK)
		return err;
	told_event(told)->out_len += out_len;
	return told_close(told, text);
}

enum ungarble_err
ug_told_start(struct ug_told *told, const struct ug_record *records,
    size_t n)
{
	enum ungarble_err err = told_open(told, UG_TOLD_PUT);

	for (size_t i = 0; i < n; i++)
		told_note(told, &records[i]);
	told->last = UG_TOLD_ALONE;
	if (err == UNGARBLE_OK)
		err = told_add(told, records, n * sizeof(*records));
	if (err == UNGARBLE_OK)
		told_event(told)->n_records = n;
	return err;
}

enum ungarble_err
ug_told_add_end(struct ug_told *told, size_t end)
{
	return told_add(told, &end, sizeof(end));
}

enum ungarble_err
ug_told_add_edit(struct ug_told *told, const struct ungarble_edit *edit)
{
	enum ungarble_err err = told_add(told, edit, sizeof(*edit));

	if (err == UNGARBLE_OK)
		err = told_add(told, edit->before, edit->before_len);
	if (err == UNGARBLE_OK)
		err = told_add(told, edit->after, edit->after_len);
	if (err == UNGARBLE_OK)
		told_event(told)->n_edits++;
	return err;
}

enum ungarble_err
ug_told_end(struct ug_told *told, struct ug_text text)
{
	return told_close(told, text);
}

bool
ug_told_fits(const struct ug_told *told, struct ug_verdict verdict)
{
	return !told->wants_pieces && told->encoding == verdict.encoding;
}

enum ungarble_err
ug_told_add_stretch(struct ug_told *told, const struct ug_stretch *stretch,
    struct ug_verdict verdict, struct ug_text text)
{
	const bool same = text.s == (const char *)stretch->bytes;
	enum ungarble_err err;

	if (!told->on)
		return UNGARBLE_OK;
	if (stretch->plain < stretch->len)
		told->encoding = verdict.encoding;
	told->last = UG_TOLD_NONE;
	err = told_open(told, UG_TOLD_STRETCH);
	if (err == UNGARBLE_OK)
		err = told_add(told, stretch, sizeof(*stretch));
	if (err == UNGARBLE_OK)
		err = told_add(told, &verdict, sizeof(verdict));
	if (err != UNGARBLE_OK)
		return err;
	told_event(told)->out_len = text.len;
	return told_close(told, same || !told->wants_text ?
	    (struct ug_text)UG_LIT("") : text);
}

enum ungarble_err
ug_told_add_finding(struct ug_told *told,
    const struct ungarble_finding *finding)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (!told->on)
		return UNGARBLE_OK;
	err = told_open(told, UG_TOLD_FINDING);
	if (err == UNGARBLE_OK)
		err = told_add(told, finding, sizeof(*finding));
	if (told->last == UG_TOLD_GROWS)
		told->last = UG_TOLD_ALONE;
	return err != UNGARBLE_OK ? err : told_close(told,
	    (struct ug_text)UG_LIT(""));
}
