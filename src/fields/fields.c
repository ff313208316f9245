/*
 * fields.c - hands on what a record has in fields, and what it has not
 */
#include "fields_state.h"
#include "gather.h"

enum ungarble_err
ug_fields_new(struct ug_fields **fields, const struct ug_fields_setup *setup)
{
	const struct ug_alloc *const alloc = setup->alloc;
	struct ug_fields *const f = ug_new(alloc, sizeof(*f));
	enum ungarble_err err;

	*fields = NULL;
	if (f == NULL)
		return UNGARBLE_ENOMEM;
	*f = (struct ug_fields){ .setup = *setup, .words = { .alloc = alloc },
	    .before = { .alloc = alloc } };
	ug_work_init(&f->whole, alloc);
	ug_work_init(&f->line, alloc);
	ug_work_init(&f->other, alloc);
	ug_work_init(&f->out, alloc);
	err = ug_lexer_init(&f->lexer, &(struct ug_lexer_setup){
		.kind = setup->kind,
		.names = setup->names,
		.delim = setup->delim,
		.header = setup->header,
	    }, alloc);
	if (err != UNGARBLE_OK) {
		ug_fields_free(f);
		return err;
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

	ug_lexer_free(&fields->lexer);
	ug_work_free(&fields->whole);
	ug_work_free(&fields->line);
	ug_work_free(&fields->other);
	ug_work_free(&fields->out);
	ug_buf_free(&fields->words);
	ug_buf_free(&fields->before);
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

/* Whether what stands between fields is as in ASCII; controls may differ. */
static bool
fields_frame_in(const struct ug_encoding *encoding)
{
	for (unsigned byte = ' '; encoding->lower != NULL && byte < 0x7F;
	    byte++)
		if (encoding->lower[byte] != byte)
			return false;
	return encoding->kind == UG_SINGLE_BYTE;
}

/* Whether the bytes of such a record can stand beside UTF-8. */
static bool
fields_keeps_bytes(const struct ug_record *record)
{
	const struct ug_encoding *const encoding = record->verdict.encoding;

	return record->ascii || encoding->kind == UG_UTF8 ||
	    encoding->kind == UG_MULTI_BYTE || encoding->kind == UG_BINARY ||
	    fields_frame_in(encoding);
}

/* Hand on whole.text[at, end), which is in no field. */
static enum ungarble_err
fields_other(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, size_t at, size_t end, bool frame)
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
	return f->setup.other(f->setup.user, &other, &f->other, frame);
}

/* The same, with what frames it by itself if that is asked for. */
static enum ungarble_err
fields_framed(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, size_t at, size_t end)
{
	size_t from = at, to = end;
	enum ungarble_err err = UNGARBLE_OK;

	if (f->setup.frames)
		ug_fields_frame(f, &from, &to);
	if (at < from)
		err = fields_other(f, record, bytes, at, from, true);
	if (err == UNGARBLE_OK && (from < to || at == end))
		err = fields_other(f, record, bytes, from, to, false);
	if (err == UNGARBLE_OK && to < end)
		err = fields_other(f, record, bytes, to, end, true);
	return err;
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
	const struct ug_dialect *const dialect = ug_lexer_dialect(&f->lexer);
	const struct ug_text text = { f->whole.text.s, end };
	const size_t start = *at;
	const char *const escape = dialect->escape == 0 ? NULL :
	    memchr(text.s + start, dialect->escape, end - start);

	if (escape == NULL)
		*at = end;
	else if (escape > text.s + start)
		*at = (size_t)(escape - text.s);
	else {
		bool escaped;
		const uint32_t c = dialect->read(text, at, &escaped);

		*ended = c == '\n';
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
			err = f->setup.line(f->setup.user, &line, &f->line,
			    ug_lexer_never(&f->lexer));
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

/* Tell where the record is not what it should be, unless that was told. */
static enum ungarble_err
fields_tell(struct ug_fields *f, bool broken, uint64_t in_at)
{
	const bool told = f->broken;

	f->broken = broken;
	return broken && !told ? f->setup.broken(f->setup.user, &f->last,
	    in_at) : UNGARBLE_OK;
}

/* No more comes of what the lexer is in. */
static enum ungarble_err
fields_stop(struct ug_fields *f)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (f->open)
		err = fields_end(f);
	return err != UNGARBLE_OK ? err : fields_tell(f, f->broken ||
	    !ug_lexer_may_end(&f->lexer), f->last.in_at + f->last.in_len);
}

enum ungarble_err
ug_fields_finish(struct ug_fields *f)
{
	return f->number == 0 ? UNGARBLE_OK : fields_stop(f);
}

uint64_t
ug_fields_found(const struct ug_fields *f)
{
	return f->lexer.json.found | f->ahead.json.found;
}

enum ungarble_err
ug_fields_enter(struct ug_fields *f)
{
	const bool stops = f->number != 0 && !ug_lexer_spans(&f->lexer);
	const enum ungarble_err err = stops ? fields_stop(f) : UNGARBLE_OK;

	if (stops) {
		f->number = 0;
		f->broken = false;
	}
	return err;
}

struct ug_columns
ug_fields_columns(const struct ug_fields *f)
{
	return f->lexer.csv.columns;
}

void
ug_fields_start_as(struct ug_fields *f, const struct ug_columns *columns)
{
	f->lexer.csv.columns = *columns;
	f->lexer.csv.started = true;
}

bool
ug_fields_span(const struct ug_fields *f)
{
	return ug_lexer_spans(&f->lexer);
}

bool
ug_fields_between(const struct ug_fields *f)
{
	return !f->open && ug_lexer_between(&f->lexer);
}

enum ungarble_err
ug_fields_gather(struct ug_fields *f, struct ug_text records,
    struct ug_gather *gather)
{
	ug_lexer_copy(&f->ahead, &f->lexer);
	return ug_gather(gather, &f->ahead, records);
}

uint64_t
ug_fields_state(const struct ug_fields *f)
{
	if (f->open)
		return 0;
	if (ug_lexer_spans(&f->lexer))
		return ug_csv_state(&f->lexer.csv) | 1;
	return f->number == 0;
}

/* Another record starts. */
static enum ungarble_err
fields_start(struct ug_fields *f, const struct ug_record *record)
{
	enum ungarble_err err;

	if (f->number == record->number)
		return UNGARBLE_OK;
	err = ug_fields_enter(f);
	f->number = record->number;
	ug_lexer_start(&f->lexer);
	return err;
}

/* Hand on the next part of the record, whole.text[*at..]; *at moves past it. */
static enum ungarble_err
fields_part(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, const struct ug_work *work, size_t *at)
{
	const struct ug_text text = { f->whole.text.s, f->whole.text.len };
	const size_t start = *at;
	struct ug_part part;
	enum ungarble_err err = ug_lexer_next(&f->lexer, text, start, &part);

	if (err != UNGARBLE_OK)
		return err;
	*at += part.len;
	if (part.kind == UG_PART_OTHER) {
		err = fields_framed(f, record, bytes, start, *at);
	} else {
		f->open = true;
		err = fields_lines(f, record, start, *at, work);
	}
	if (err == UNGARBLE_OK && part.kind == UG_PART_FIELD_END)
		err = fields_end(f);
	return err != UNGARBLE_OK ? err : fields_tell(f,
	    ug_lexer_broken(&f->lexer), f->in_at);
}

enum ungarble_err
ug_fields_put(struct ug_fields *f, const struct ug_record *record,
    const unsigned char *bytes, const struct ug_work *work)
{
	enum ungarble_err err = fields_start(f, record);
	size_t at = 0;

	f->last = *record;
	f->in_at = record->in_at;
	if (err == UNGARBLE_OK)
		err = ug_fields_join(f, work, &at);
	while (at < f->whole.text.len && err == UNGARBLE_OK)
		err = fields_part(f, record, bytes, work, &at);
	/* Bytes that no text stands for, if there is no other. */
	if (err == UNGARBLE_OK && f->in_at < record->in_at + record->in_len)
		err = fields_other(f, record, bytes, at, at, false);
	return err;
}
