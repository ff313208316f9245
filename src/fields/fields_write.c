/*
 * fields_write.c - from what a field says, repaired, to how it is written
 *
 * What stayed as it was is written as it was, run by run of the map; what was
 * changed, as what it replaces is: beyond ASCII in escapes where that has
 * them, with digits in the same case.
 */
#include "fields_state.h"

/* What the record says at those bytes of the input. */
static struct ug_text
write_source(const struct ug_fields *f, uint64_t in_at, uint64_t in_len)
{
	size_t at, len;

	ug_map_text(&f->whole.map, in_at, in_len, &at, &len);
	return (struct ug_text){ f->whole.text.s + at, len };
}

/* Whether that is what `text` is written as. */
static enum ungarble_err
write_is(struct ug_fields *f, struct ug_text source, struct ug_text text,
    bool *is)
{
	enum ungarble_err err;

	f->words.len = 0;
	err = ug_buf_reserve(&f->words, source.len + 1);
	if (err != UNGARBLE_OK)
		return err;
	*is = ug_text_equal((struct ug_text){ f->words.s,
	    ug_dialect_says(ug_lexer_dialect(&f->lexer), source,
	    f->words.s) }, text);
	return UNGARBLE_OK;
}

/* Put to f->words how `text` is written instead of `source`. */
static enum ungarble_err
write_words(struct ug_fields *f, struct ug_text source, struct ug_text text)
{
	const struct ug_dialect *const dialect = ug_lexer_dialect(&f->lexer);
	struct ug_style style = { .beyond = false };
	enum ungarble_err err = UNGARBLE_OK;

	ug_style_add(&style, dialect, source);
	if (!style.beyond && !style.escaped)
		style = ug_fields_style(f);
	f->words.len = 0;
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK; ) {
		char out[UG_DIALECT_CHAR];
		const size_t len = dialect->write(ug_text_next(text, &at),
		    style.escaped && !style.beyond, style.upper, out);

		err = ug_buf_add(&f->words, out, len);
	}
	return err;
}

/* What f->words hold; they may never have held anything. */
static struct ug_text
write_text(const struct ug_fields *f)
{
	if (f->words.len == 0)
		return (struct ug_text)UG_LIT("");
	return (struct ug_text){ f->words.s, f->words.len };
}

/* Write the i-th run to f->out. */
static enum ungarble_err
write_run(struct ug_fields *f, const struct ug_work *work, size_t i)
{
	const struct ug_run *const run = &work->map.runs[i];
	const uint64_t in_len = ug_run_in_len(&work->map, i);
	const struct ug_text source = write_source(f, run->in_at, in_len);
	const struct ug_text text = { work->text.s + run->text_at,
		ug_run_text_len(&work->map, i) };
	bool is = run->in_unit != 0;
	enum ungarble_err err = UNGARBLE_OK;

	if (!is)
		err = write_is(f, source, text, &is);
	if (err == UNGARBLE_OK && is) {
		err = ug_buf_add(&f->out.text, source.s, source.len);
		return err != UNGARBLE_OK ? err : ug_map_add_part(&f->out.map,
		    &f->whole.map, run->in_at, run->in_at + in_len);
	}
	if (err == UNGARBLE_OK)
		err = write_words(f, source, text);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&f->out.text, f->words.s, f->words.len);
	return err != UNGARBLE_OK ? err : ug_map_add(&f->out.map, run->in_at,
	    (size_t)in_len, f->words.len);
}

enum ungarble_err
ug_fields_edit(struct ug_fields *f, struct ungarble_edit *edit)
{
	const struct ug_text source = write_source(f, edit->in_at,
	    edit->in_len);
	const struct ug_text before = { edit->before, edit->before_len };
	enum ungarble_err err;
	struct ug_text words;
	bool is = false;

	if (edit->step == 0)
		return UNGARBLE_OK;
	err = write_is(f, source, before, &is);
	if (err == UNGARBLE_OK && !is)
		err = write_words(f, source, before);
	words = is ? source : write_text(f);
	f->before.len = 0;
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&f->before, words.s, words.len);
	if (err == UNGARBLE_OK)
		err = write_words(f, source, (struct ug_text){ edit->after,
		    edit->after_len });
	if (err != UNGARBLE_OK)
		return err;
	words = write_text(f);
	edit->before = f->before.s;
	edit->before_len = f->before.len;
	edit->after = words.s;
	edit->after_len = words.len;
	return UNGARBLE_OK;
}

/* Log to f->out, as it is written, what was logged of the text. */
static enum ungarble_err
write_log(struct ug_fields *f, const struct ug_work *work, size_t i)
{
	struct ungarble_edit edit = ug_log_edit(&work->log, i);
	const enum ungarble_err err = ug_fields_edit(f, &edit);

	return err != UNGARBLE_OK ? err : ug_log_add(&f->out.log,
	    &work->log.v[i], (struct ug_text){ edit.before, edit.before_len },
	    (struct ug_text){ edit.after, edit.after_len });
}

enum ungarble_err
ug_fields_write(struct ug_fields *f, struct ug_work *work)
{
	enum ungarble_err err = ug_work_own(work);

	ug_work_clear(&f->out);
	for (size_t i = 0; i < work->map.n && err == UNGARBLE_OK; i++)
		err = write_run(f, work, i);
	for (size_t i = 0; i < work->log.n && err == UNGARBLE_OK; i++)
		err = write_log(f, work, i);
	if (err != UNGARBLE_OK)
		return err;

	const struct ug_work out = f->out;

	f->out = *work;
	*work = out;
	work->step = f->out.step;
	return UNGARBLE_OK;
}
