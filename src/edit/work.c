/*
 * work.c - a record on its way through: log, lend, join
 */
#include "work.h"

#include "base/least.h"

static void
log_init(struct ug_log *log, const struct ug_alloc *alloc)
{
	*log = (struct ug_log){ .alloc = alloc, .words = { .alloc = alloc } };
}

static void
log_clear(struct ug_log *log)
{
	log->n = 0;
	log->words.len = 0;
}

static void
log_free(struct ug_log *log)
{
	ug_release(log->alloc, log->v);
	ug_buf_free(&log->words);
	log_init(log, log->alloc);
}

enum ungarble_err
ug_log_add(struct ug_log *log, const struct ug_done *done,
    struct ug_text before, struct ug_text after)
{
	enum ungarble_err err = ug_reserve(log->alloc, &log->v, &log->cap,
	    log->n + 1, sizeof(*log->v));

	if (err != UNGARBLE_OK)
		return err;

	struct ug_done *const d = &log->v[log->n];

	*d = *done;
	d->before_at = log->words.len;
	d->before_len = before.len;
	err = ug_buf_add(&log->words, before.s, before.len);
	if (err != UNGARBLE_OK)
		return err;
	d->after_at = log->words.len;
	d->after_len = after.len;
	err = ug_buf_add(&log->words, after.s, after.len);
	if (err == UNGARBLE_OK)
		log->n++;
	return err;
}

static struct ug_text
log_words(const struct ug_log *log, size_t at, size_t len)
{
	/* No words at all: nothing to point into. */
	if (len == 0)
		return (struct ug_text)UG_LIT("");
	return (struct ug_text){ log->words.s + at, len };
}

/* Append what `more` holds.  ENOMEM. */
static enum ungarble_err
log_join(struct ug_log *log, const struct ug_log *more)
{
	for (size_t i = 0; i < more->n; i++) {
		const struct ug_done *const d = &more->v[i];
		const enum ungarble_err err = ug_log_add(log, d,
		    log_words(more, d->before_at, d->before_len),
		    log_words(more, d->after_at, d->after_len));

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}

struct ungarble_edit
ug_log_edit(const struct ug_log *log, size_t i)
{
	const struct ug_done *const d = &log->v[i];

	return (struct ungarble_edit){
		.record = d->record,
		.in_at = d->in_at,
		.in_len = d->in_len,
		.at = d->at,
		.step = d->step,
		.before = log_words(log, d->before_at, d->before_len).s,
		.after = log_words(log, d->after_at, d->after_len).s,
		.before_len = d->before_len,
		.after_len = d->after_len,
		.before_is_bytes = d->before_is_bytes,
		.rule = d->rule,
		.fix = d->fix,
		.confidence = d->confidence,
		.margin = d->margin,
		.gate = d->gate,
	};
}

void
ug_work_init(struct ug_work *work, const struct ug_alloc *alloc)
{
	*work = (struct ug_work){ .alloc = alloc, .text = { .alloc = alloc } };
	ug_map_init(&work->map, alloc);
	log_init(&work->log, alloc);
}

void
ug_work_clear(struct ug_work *work)
{
	work->lent = (struct ug_text){ NULL, 0 };
	work->text.len = 0;
	work->step = 0;
	ug_map_clear(&work->map);
	log_clear(&work->log);
}

void
ug_work_free(struct ug_work *work)
{
	ug_buf_free(&work->text);
	ug_map_free(&work->map);
	log_free(&work->log);
	ug_work_init(work, work->alloc);
}

void
ug_work_lend(struct ug_work *work, struct ug_text text, uint64_t in_at)
{
	ug_work_clear(work);
	work->lent = text;
	work->lent_at = in_at;
}

enum ungarble_err
ug_work_own(struct ug_work *work)
{
	const struct ug_text lent = work->lent;

	if (lent.s == NULL)
		return ug_map_settle(&work->map, ug_work_text(work));

	enum ungarble_err err = ug_buf_add(&work->text, lent.s, lent.len);

	if (err == UNGARBLE_OK)
		err = ug_map_add_units(&work->map, work->lent_at, lent.len, 1,
		    1);
	if (err == UNGARBLE_OK)
		work->lent.s = NULL;
	return err;
}

enum ungarble_err
ug_work_join(struct ug_work *work, const struct ug_work *more)
{
	const struct ug_text text = ug_work_text(more);
	enum ungarble_err err = ug_buf_add(&work->text, text.s, text.len);

	if (err == UNGARBLE_OK && more->lent.s != NULL)
		err = ug_map_add_units(&work->map, more->lent_at, text.len, 1,
		    1);
	else if (err == UNGARBLE_OK)
		err = ug_map_join(&work->map, &more->map, text);
	if (err == UNGARBLE_OK)
		err = log_join(&work->log, &more->log);
	work->step = UG_MAX(work->step, more->step);
	return err;
}

enum ungarble_err
ug_log_remember(const struct ug_log *log, struct ug_memory *memory)
{
	const uint64_t all = ug_memory_key(UG_TEXT(""));
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0, n; i < log->n && err == UNGARBLE_OK; i += n) {
		const struct ug_done *const d = &log->v[i];

		for (n = 1; i + n < log->n && d[n].rule == d->rule &&
		    d[n].fix == d->fix && d[n].step == d->step; )
			n++;
		if (d->step == 0)
			continue;
		err = ug_memory_add_times(memory, d->rule, all, n);
		if (err == UNGARBLE_OK)
			err = ug_memory_add_times(memory, d->fix, all, n);
	}
	return err;
}
