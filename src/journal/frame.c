/*
 * frame.c - the frames of a journal, read one by one
 */
#include "frame.h"

#include "xxh64.h"

#define READ_LEN 65536

/* Read until `len` bytes are there; *there: how many are. */
static enum ungarble_err
frame_fill(struct ug_frames *f, size_t len, size_t *there)
{
	while (f->buf.len - f->used < len) {
		const enum ungarble_err err = ug_buf_reserve(&f->buf, READ_LEN);
		long n;

		if (err != UNGARBLE_OK)
			return err;
		n = f->read(f->user, f->buf.s + f->buf.len, READ_LEN);
		if (n < 0 || n > READ_LEN)
			return UNGARBLE_ESTOPPED;
		if (n == 0)
			break;
		f->buf.len += (size_t)n;
	}
	*there = f->buf.len - f->used;
	return UNGARBLE_OK;
}

/* What is there. */
static struct ug_cursor
frame_cursor(const struct ug_frames *f)
{
	return (struct ug_cursor){
		.s = (const unsigned char *)f->buf.s + f->used,
		.len = f->buf.len - f->used,
	};
}

/* Whether a section starts here, or the journal ends. */
static enum ungarble_err
frame_magic(struct ug_frames *f, bool *more)
{
	size_t there;
	const enum ungarble_err err = frame_fill(f, UG_JOURNAL_MAGIC_LEN,
	    &there);

	if (err != UNGARBLE_OK)
		return err;
	*more = there > 0;
	f->section_at = f->at + f->used;
	if (there == 0)
		return f->n_sections > 0 ? UNGARBLE_OK : UNGARBLE_EJOURNAL;
	if (there < UG_JOURNAL_MAGIC_LEN ||
	    memcmp(f->buf.s + f->used, UG_JOURNAL_MAGIC,
		UG_JOURNAL_MAGIC_LEN) != 0)
		return UNGARBLE_EJOURNAL;
	f->used += UG_JOURNAL_MAGIC_LEN;
	f->hash = 0;
	return UNGARBLE_OK;
}

/* Read a frame whole; its payload. */
static enum ungarble_err
frame_payload(struct ug_frames *f, struct ug_cursor *payload)
{
	enum ungarble_err err;
	struct ug_cursor at;
	uint64_t len;
	size_t there;

	ug_buf_shift(&f->buf, f->used);
	f->at += f->used;
	f->used = 0;
	err = frame_fill(f, 10, &there);
	if (err != UNGARBLE_OK)
		return err;
	at = frame_cursor(f);
	len = ug_get_number(&at);
	if (at.bad || len == 0 || len > UG_JOURNAL_FRAME)
		return UNGARBLE_EJOURNAL;
	err = frame_fill(f, at.at + (size_t)len + 8, &there);
	if (err != UNGARBLE_OK)
		return err;
	at.s = (const unsigned char *)f->buf.s;
	at.len = there;
	*payload = (struct ug_cursor){ at.s + at.at, (size_t)len, 0, false };
	if (ug_get_bytes(&at, len) == NULL)
		return UNGARBLE_EJOURNAL;
	f->hash = ug_xxh64(payload->s, payload->len, f->hash);
	if (ug_get_hash(&at) != f->hash || at.bad)
		return UNGARBLE_EJOURNAL;
	f->used = at.at;
	return UNGARBLE_OK;
}

static enum ungarble_err
frame_name(struct ug_frames *f)
{
	struct ug_cursor payload = { 0 };
	enum ungarble_err err = frame_payload(f, &payload);
	const char nul = '\0';

	if (err != UNGARBLE_OK)
		return err;
	if (payload.s[0] != UG_FRAME_NAME || payload.len > UG_JOURNAL_NAME ||
	    memchr(payload.s, '\0', payload.len) != NULL)
		return UNGARBLE_EJOURNAL;
	f->name.len = 0;
	err = ug_buf_add(&f->name, payload.s + 1, payload.len - 1);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&f->name, &nul, 1);
	f->open = true;
	return err;
}

enum ungarble_err
ug_frames_next(struct ug_frames *f, struct ug_frame *frame, bool *more)
{
	struct ug_cursor payload = { 0 };
	enum ungarble_err err = UNGARBLE_OK;

	*more = true;
	if (!f->open) {
		err = frame_magic(f, more);
		if (err == UNGARBLE_OK && *more)
			err = frame_name(f);
	}
	if (err != UNGARBLE_OK || !*more)
		return err;
	err = frame_payload(f, &payload);
	if (err != UNGARBLE_OK)
		return err;
	frame->kind = (enum ug_journal_frame)payload.s[payload.at++];
	frame->in_len = ug_get_number(&payload);
	frame->out_len = ug_get_number(&payload);
	frame->in_hash = ug_get_hash(&payload);
	frame->out_hash = ug_get_hash(&payload);
	frame->ops = payload;
	if (payload.bad || (frame->kind != UG_FRAME_BLOCK &&
	    (frame->kind != UG_FRAME_END || payload.at != payload.len)))
		return UNGARBLE_EJOURNAL;
	if (frame->kind == UG_FRAME_END) {
		f->open = false;
		f->n_sections++;
	}
	return UNGARBLE_OK;
}

void
ug_frames_free(struct ug_frames *f)
{
	ug_buf_free(&f->buf);
	ug_buf_free(&f->name);
}
