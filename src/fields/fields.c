/*
 * fields.c - hands on what a record has in fields, and what it has not
 */
#include "fields_state.h"

#include "json_escape.h"

enum ungarble_err
ug_fields_new(struct ug_fields **fields, const struct ug_fields_setup *setup)
{
	const struct ug_alloc *const alloc = setup->alloc;
	struct ug_fields *const f = ug_new(alloc, sizeof(*f));

	*fields = NULL;
	if (f == NULL)
		return UNGARBLE_ENOMEM;
	*f = (struct ug_fields){
		.setup = *setup,
		.paths = { .alloc = alloc },
		.words = { .alloc = alloc },
	};
	ug_work_init(&f->whole, alloc);
	ug_work_init(&f->line, alloc);
	ug_work_init(&f->other, alloc);
	ug_work_init(&f->out, alloc);
	f->all = setup->json[0] == '\0';
	if (!f->all) {
		const enum ungarble_err err = ug_paths_new(&f->paths,
		    setup->json, alloc);

		if (err != UNGARBLE_OK) {
			ug_fields_free(f);
			return err;
		}
	}
	*fields = f;
	return UNGARBLE_OK;
}

void
ug_fields_free(struct ug_fields *fields)
{
	if (fields == NULL)
		return;

	const struct ug_alloc *const alloc = fields->setup.alloc;

	ug_paths_free(&fields->paths);
	ug_work_free(&fields->whole);
	ug_work_free(&fields->line);
	ug_work_free(&fields->other);
	ug_work_free(&fields->out);
	ug_buf_free(&fields->words);
	ug_release(alloc, fields);
}

/* Where in the stream what starts at `at` of the whole text does. */
static uint64_t
fields_in_at(const struct ug_fields *f, size_t at)
{
	uint64_t in_at, in_len;

	ug_map_source(&f->whole.map, at, 0, &in_at, &in_len);
	return in_at;
}

/*
 * Append to `work` what the record says at [at, end), with all bytes from where
 * the last part ended.
 */
static enum ungarble_err
fields_add(struct ug_fields *f, struct ug_work *work, size_t at, size_t end)
{
	const uint64_t in_at = f->in_at;
	const enum ungarble_err err = ug_buf_add(&work->text,
	    f->whole.text.s + at, end - at);

	f->in_at = fields_in_at(f, end);
	return err != UNGARBLE_OK ? err : ug_map_add_part(&work->map,
	    &f->whole.map, in_at, f->in_at);
}

/* Whether the bytes of such a record can stand beside UTF-8. */
static bool
fields_keeps_bytes(const struct ug_record *record)
{
	const struct ug_encoding *const encoding = record->verdict.encoding;

	return record->ascii || encoding->kind == UG_UTF8 ||
	    encoding->kind == UG_MULTI_BYTE || encoding->kind == UG_BINARY ||
	    (encoding->kind == UG_SINGLE_BYTE && encoding->lower == NULL);
}

/* Hand on whole.text[at, end), which is in no field. */
static enum ungarble_err
fields_other(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, size_t at, size_t end)
{
	struct ug_record other = *record;
	enum ungarble_err err;

	other.in_at = f->in_at;
	other.n_invalid = 0;
	ug_work_clear(&f->other);
	err = fields_add(f, &f->other, at, end);
	other.in_len = f->in_at - other.in_at;
	if (err != UNGARBLE_OK || other.in_len == 0)
		return err;
	if (fields_keeps_bytes(record))
		ug_work_lend(&f->other, (struct ug_text){ (const char *)bytes +
		    (other.in_at - record->in_at), (size_t)other.in_len },
		    other.in_at);
	return f->setup.other(f->setup.user, &other, &f->other);
}

/* Log for the line, which is of that record, what was for its bytes. */
static enum ungarble_err
fields_log(struct ug_fields *f, struct ug_record *line,
    const struct ug_work *work)
{
	enum ungarble_err err = UNGARBLE_OK;

	line->n_invalid = 0;
	for (size_t i = 0; i < work->log.n && err == UNGARBLE_OK; i++) {
		const struct ug_done *const done = &work->log.v[i];
		const struct ungarble_edit edit = ug_log_edit(&work->log, i);

		if (done->in_at < line->in_at ||
		    done->in_at >= line->in_at + line->in_len)
			continue;
		line->n_invalid += strcmp(done->rule, "decode/malformed") == 0;
		err = ug_log_add(&f->line.log, done,
		    (struct ug_text){ edit.before, edit.before_len },
		    (struct ug_text){ edit.after, edit.after_len });
	}
	return err;
}

/* Add the escape at whole.text[at] to the line. */
static enum ungarble_err
fields_add_escaped(struct ug_fields *f, uint32_t c, size_t end)
{
	const uint64_t in_at = f->in_at;
	char utf8[4];
	const size_t len = ug_put_char(c, utf8);
	const enum ungarble_err err = ug_buf_add(&f->line.text, utf8, len);

	f->in_at = fields_in_at(f, end);
	return err != UNGARBLE_OK ? err : ug_map_add(&f->line.map, in_at,
	    (size_t)(f->in_at - in_at), len);
}

/*
 * Add what stands at whole.text[*at], before `end`, to the line, up to an
 * escape, or one; *at moves behind it.  *ended: with it a line ends.
 */
static enum ungarble_err
fields_add_some(struct ug_fields *f, size_t *at, size_t end, bool *ended)
{
	const struct ug_text text = { f->whole.text.s, end };
	const char *const escape = memchr(text.s + *at, '\\', end - *at);
	const size_t start = *at;
	bool escaped = false;

	if (escape == NULL)
		*at = end;
	else if (escape > text.s + start)
		*at = (size_t)(escape - text.s);
	else {
		const uint32_t c = ug_json_char(text, at, &escaped);

		*ended = escaped && c == '\n';
		if (escaped)
			return fields_add_escaped(f, c, *at);
	}
	return fields_add(f, &f->line, start, *at);
}

/* Hand on whole.text[at, end), which is of a field, line by line. */
static enum ungarble_err
fields_lines(struct ug_fields *f, const struct ug_record *record, size_t at,
    size_t end, const struct ug_work *work)
{
	enum ungarble_err err = UNGARBLE_OK;

	while (at < end && err == UNGARBLE_OK) {
		struct ug_record line = *record;
		bool ended = false;

		line.in_at = f->in_at;
		ug_work_clear(&f->line);
		while (at < end && !ended && err == UNGARBLE_OK)
			err = fields_add_some(f, &at, end, &ended);
		line.in_len = f->in_at - line.in_at;
		if (err == UNGARBLE_OK)
			err = fields_log(f, &line, work);
		if (err == UNGARBLE_OK)
			err = f->setup.line(f->setup.user, &line, &f->line);
	}
	return err;
}

/* The field that is open ends. */
static enum ungarble_err
fields_end(struct ug_fields *f)
{
	f->open = false;
	return f->setup.end(f->setup.user);
}

enum ungarble_err
ug_fields_finish(struct ug_fields *f)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (f->open)
		err = fields_end(f);
	if (err == UNGARBLE_OK && f->number != 0 && !f->broken &&
	    !ug_json_may_end(&f->json)) {
		f->broken = true;
		err = f->setup.broken(f->setup.user, &f->last,
		    f->last.in_at + f->last.in_len);
	}
	f->number = 0;
	return err;
}

/* Make `work` what follows in the whole text. */
static enum ungarble_err
fields_join(struct ug_fields *f, const struct ug_work *work)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (!f->open)
		ug_work_clear(&f->whole);
	if (work->lent.s == NULL)
		return ug_work_join(&f->whole, work);
	err = ug_buf_add(&f->whole.text, work->lent.s, work->lent.len);
	return err != UNGARBLE_OK ? err : ug_map_add_units(&f->whole.map,
	    work->lent_at, work->lent.len, 1, 1);
}

/* Hand on the next part of the record, whole.text[*at..]; *at moves past it. */
static enum ungarble_err
fields_part(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, const struct ug_work *work, size_t *at)
{
	const struct ug_text text = { f->whole.text.s, f->whole.text.len };
	const struct ug_part part = ug_json_next(&f->json, text, *at);
	const size_t start = *at;
	enum ungarble_err err;

	*at += part.len;
	if (part.kind == UG_PART_OTHER) {
		err = fields_other(f, record, bytes, start, *at);
	} else {
		f->open = true;
		err = fields_lines(f, record, start, *at, work);
	}
	if (err == UNGARBLE_OK && part.kind == UG_PART_FIELD_END)
		err = fields_end(f);
	if (err == UNGARBLE_OK && f->json.state == UG_JSON_BROKEN &&
	    !f->broken) {
		f->broken = true;
		err = f->setup.broken(f->setup.user, record, f->in_at);
	}
	return err;
}

enum ungarble_err
ug_fields_put(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, const struct ug_work *work)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at;

	if (record->number != f->number) {
		err = ug_fields_finish(f);
		f->number = record->number;
		f->broken = false;
		ug_json_start(&f->json, f->all ? NULL : &f->paths);
	}
	f->last = *record;
	f->in_at = record->in_at;
	at = f->open ? f->whole.text.len : 0;
	if (err == UNGARBLE_OK)
		err = fields_join(f, work);
	while (at < f->whole.text.len && err == UNGARBLE_OK)
		err = fields_part(f, record, bytes, work, &at);
	/* Bytes that no text stands for, if there is no other. */
	if (err == UNGARBLE_OK && f->in_at < record->in_at + record->in_len)
		err = fields_other(f, record, bytes, at, at);
	return err;
}
