/*
 * runner_choose.c - which edits of a pass are made: those that put in nothing
 * that must not be, and that the caller does not refuse
 */
#include "runner_state.h"

#include <string.h>

/* Whether the edit inserts what must not be. */
static bool
runner_forbids(const struct ug_runner *r, const struct ug_edit *edit)
{
	const struct ug_text after = ug_edit_after(&r->edits, edit);

	for (const char *c = r->never; c != NULL && *c != '\0'; c++)
		if (after.len > 0 && memchr(after.s, *c, after.len) != NULL)
			return true;
	return false;
}

/* The record, of those in `work`, that byte `in_at` of the input lies in. */
static const struct ug_record *
runner_record(const struct ug_passage *passage, uint64_t in_at)
{
	size_t low = 0, high = passage->n;

	while (high - low > 1) {
		const size_t mid = low + (high - low) / 2;

		if (passage->records[mid].in_at <= in_at)
			low = mid;
		else
			high = mid;
	}
	return &passage->records[low];
}

/* What an edit would be in the log: everything but its words. */
static struct ug_done
runner_done(const struct ug_edit *edit, const struct ug_pass *pass,
    const struct ug_passage *passage, const struct ug_work *work)
{
	struct ug_done done = {
		.step = work->step + 1,
		.rule = edit->rule,
		.fix = pass->fix.name,
		.confidence = edit->confidence,
		.margin = edit->margin,
		.gate = edit->gate,
	};
	size_t start, len;

	ug_map_source(&work->map, edit->at, edit->len, &done.in_at,
	    &done.in_len);

	const struct ug_record *const record = runner_record(passage,
	    done.in_at);

	ug_map_text(&work->map, record->in_at, record->in_len, &start, &len);
	done.record = record->number;
	done.at = edit->at - start;
	return done;
}

/*
 * Ask the caller about the edit logged last; *keep says whether it may be made.
 */
static enum ungarble_err
runner_ask(struct ug_runner *r, const struct ug_log *log, bool *keep)
{
	const struct ug_done *const done = &log->v[log->n - 1];
	struct ungarble_edit edit;
	struct ug_text after;

	*keep = true;
	if (r->asker.ask == NULL) /* who is not asked refuses none */
		return UNGARBLE_OK;
	edit = ug_log_edit(log, log->n - 1);
	after = (struct ug_text){ edit.after, edit.after_len };
	*keep = !ug_refused_has(&r->refused, done, after);
	if (!*keep)
		return UNGARBLE_OK;
	switch (r->asker.ask(r->asker.user, &edit)) {
	case UNGARBLE_APPLY:
		return UNGARBLE_OK;
	case UNGARBLE_SKIP:
		*keep = false;
		return ug_refused_add(&r->refused, done, after);
	default:
		return UNGARBLE_ESTOPPED;
	}
}

enum ungarble_err
ug_runner_choose(struct ug_runner *runner, const struct ug_pass *pass,
    const struct ug_passage *passage, struct ug_work *work, bool *sure)
{
	struct ug_runner *const r = runner;
	const struct ug_text text = ug_work_text(work);
	size_t n = 0;

	for (size_t i = 0; i < r->edits.n; i++) {
		const struct ug_edit edit = r->edits.v[i];
		const struct ug_done done = runner_done(&edit, pass, passage,
		    work);
		bool keep = false;
		enum ungarble_err err;

		if (runner_forbids(r, &edit))
			continue;
		err = ug_log_add(&work->log, &done,
		    ug_text_part(text, edit.at, edit.len),
		    ug_edit_after(&r->edits, &edit));

		if (err == UNGARBLE_OK)
			err = runner_ask(r, &work->log, &keep);
		if (err != UNGARBLE_OK)
			return err;
		if (!keep) {
			work->log.n--;
			continue;
		}
		*sure = *sure && edit.sure;
		if (n < i)
			r->edits.v[n] = edit;
		n++;
	}
	r->edits.n = n;
	return UNGARBLE_OK;
}
