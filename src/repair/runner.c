/*
 * runner.c - runs passes over a text until nothing changes, or leaves it alone
 *
 * A step is one pass's edits, made all at once.  A round is a trip through the
 * passes; the last one finds nothing, and what it notes goes to memory.
 */
#include "runner_state.h"

#include <assert.h>
#include <string.h>

#include "keep.h"
#include "passes.h"

/* By hand.  A record that still changes then is left as it was. */
#define ROUNDS_MAX 12

enum ungarble_err
ug_runner_new(struct ug_runner **runner, const struct ug_asker *asker,
    const struct ug_alloc *alloc)
{
	struct ug_runner *const r = ug_new(alloc, sizeof(*r));

	*runner = r;
	if (r == NULL)
		return UNGARBLE_ENOMEM;
	*r = (struct ug_runner){
		.asker = *asker,
		.refused = { .alloc = alloc },
		.text = { .alloc = alloc },
		.first_text = { .alloc = alloc },
		.scratch = { .alloc = alloc },
		.look_arena = { .alloc = alloc },
		.look = { .arena = &r->look_arena },
		.plain = { .alloc = alloc },
		.met = { .alloc = alloc },
		.alloc = alloc,
	};
	ug_edits_init(&r->edits, alloc);
	ug_map_init(&r->map, alloc);
	ug_map_init(&r->first_map, alloc);
	ug_due_init(&r->due);
	return UNGARBLE_OK;
}

void
ug_runner_free(struct ug_runner *runner)
{
	if (runner == NULL)
		return;
	ug_edits_free(&runner->edits);
	ug_map_free(&runner->map);
	ug_map_free(&runner->first_map);
	ug_buf_free(&runner->text);
	ug_buf_free(&runner->first_text);
	ug_release(runner->alloc, runner->notes);
	ug_plain_free(&runner->plain);
	ug_release(runner->alloc, runner->met.pairs);
	ug_release(runner->alloc, runner->refused.v);
	ug_arena_free(&runner->scratch);
	ug_arena_free(&runner->look_arena);
	ug_release(runner->alloc, runner);
}

void
ug_runner_keep(struct ug_runner *runner, struct ug_keep *keep)
{
	runner->keep = keep;
}

void
ug_runner_never(struct ug_runner *runner, const char *never)
{
	runner->never = never;
}

/* Make the edits on the list. */
static enum ungarble_err
runner_apply(struct ug_runner *r, struct ug_work *work)
{
	enum ungarble_err err;

	ug_look_forget(&r->look);
	ug_due_forget(&r->due);
	r->text.len = 0;
	err = ug_edits_make(&r->edits, ug_work_text(work), &r->text);
	if (err == UNGARBLE_OK)
		err = ug_map_edit(&work->map, &r->edits, &r->map);
	if (err != UNGARBLE_OK)
		return err;

	const struct ug_buf old_text = work->text;
	const struct ug_map old_map = work->map;

	work->text = r->text;
	work->map = r->map;
	work->step++;
	if (r->kept) {
		r->text = old_text;
		r->map = old_map;
	} else {
		r->text = r->first_text;
		r->map = r->first_map;
		r->first_text = old_text;
		r->first_map = old_map;
		r->kept = true;
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
runner_note(struct ug_runner *r)
{
	const size_t n = r->n_notes + r->edits.n_notes;
	const enum ungarble_err err = ug_reserve(r->alloc, &r->notes,
	    &r->cap_notes, n, sizeof(*r->notes));

	if (err == UNGARBLE_OK && r->edits.n_notes > 0) {
		memcpy(r->notes + r->n_notes, r->edits.notes,
		    r->edits.n_notes * sizeof(*r->notes));
		r->n_notes = n;
	}
	return err;
}

/* One pass over the text: find, choose, apply. */
static enum ungarble_err
runner_step(struct ug_runner *r, const struct ug_pass *pass,
    const struct ug_scope *scope, const struct ug_passage *passage,
    struct ug_work *work, bool *sure)
{
	ug_edits_clear(&r->edits);
	/* Most short texts have nothing for any pass. */
	if (r->codings.n_texts == 0)
		ug_codings_init(&r->codings);

	enum ungarble_err err = ug_pass_find(pass, scope, ug_work_text(work),
	    &r->edits);

	ug_arena_reset(&r->scratch);
	*sure = *sure && !r->edits.swayed;
	if (err == UNGARBLE_OK && r->edits.n_notes > 0)
		err = runner_note(r);
	if (err != UNGARBLE_OK || r->edits.n == 0)
		return err;
	/* A pass that errs must not take the text with it. */
	if (!ug_edits_good(&r->edits, ug_work_text(work))) {
		assert(!"a pass made bad edits");
		return UNGARBLE_OK;
	}
	if (r->keep != NULL)
		err = ug_keep_filter(r->keep, ug_work_text(work), &r->edits);
	if (err != UNGARBLE_OK || r->edits.n == 0)
		return err;
	err = ug_work_own(work);
	if (err == UNGARBLE_OK)
		err = ug_runner_choose(r, pass, passage, work, sure);
	if (err == UNGARBLE_OK && r->edits.n > 0)
		err = runner_apply(r, work);
	return err;
}

/* No fixed point: put back the text as it was before the first step. */
static void
runner_undo(struct ug_runner *r, struct ug_work *work, size_t n_logged,
    unsigned step)
{
	const struct ug_buf text = work->text;
	const struct ug_map map = work->map;

	work->text = r->first_text;
	work->map = r->first_map;
	work->step = step;
	work->log.n = n_logged;
	r->first_text = text;
	r->first_map = map;
	r->n_notes = 0;
}

/* One trip through the passes. */
static enum ungarble_err
runner_round(struct ug_runner *r, uint64_t fixes, struct ug_scope *scope,
    const struct ug_passage *passage, struct ug_work *work, bool *sure)
{
	const unsigned first = work->step;
	const struct ug_pass *pass;
	uint64_t left = fixes;
	enum ungarble_err err = UNGARBLE_OK;

	r->n_notes = 0;
	ug_look_forget(&r->look);
	while (err == UNGARBLE_OK && (pass = ug_due_next(&r->due, fixes,
	    &r->look, ug_work_text(work), &left)) != NULL) {
		scope->changed = work->step != first;
		err = runner_step(r, pass, scope, passage, work, sure);
	}
	return err;
}

enum ungarble_err
ug_runner_run(struct ug_runner *runner, uint64_t fixes, struct ug_scope scope,
    const struct ug_passage *passage, struct ug_work *work, bool *sure)
{
	const size_t n_logged = work->log.n;
	const unsigned first = work->step;

	scope.scratch = &runner->scratch;
	scope.look = &runner->look;
	scope.codings = &runner->codings;
	scope.plain = &runner->plain;
	scope.odd = runner->not_plain;
	scope.met = &runner->met;
	ug_runner_enter(runner, passage->records->in_at);
	runner->refused.n = 0;
	runner->kept = runner->not_plain = false;
	ug_due_start(&runner->due);
	*sure = true;
	for (scope.round = 0; scope.round < ROUNDS_MAX; scope.round++) {
		const unsigned step = work->step;
		const enum ungarble_err err = runner_round(runner, fixes,
		    &scope, passage, work, sure);

		if (err != UNGARBLE_OK || work->step == step)
			return err;
		scope.odd = false;
	}
	runner_undo(runner, work, n_logged, first);
	return UNGARBLE_OK;
}

bool
ug_runner_due(struct ug_runner *runner, uint64_t fixes, unsigned traits,
    unsigned cues)
{
	return ug_due_tell(&runner->due, fixes, traits, cues);
}

bool
ug_runner_may_find(struct ug_runner *runner, uint64_t fixes, unsigned traits,
    unsigned cues)
{
	struct ug_due *const due = &runner->due;

	return ug_due_by_cues(due, ug_due_by_traits(due, fixes, traits), cues)
	    != 0;
}

enum ungarble_err
ug_runner_asks_plain(struct ug_runner *runner, struct ug_text line,
    uint64_t in_at, bool alone, bool *due)
{
	enum ungarble_err err;
	bool plain;

	if (!ug_due_asks_plain(&runner->due))
		return UNGARBLE_OK;
	ug_runner_enter(runner, in_at);
	err = ug_plain_is(&runner->plain, line, alone, &plain);
	runner->not_plain = !plain;
	*due &= !plain;
	if (plain)
		ug_due_forget(&runner->due);
	return err;
}

bool
ug_runner_noted(const struct ug_runner *runner)
{
	return runner->n_notes > 0;
}

void
ug_runner_set_mark(struct ug_runner *runner)
{
	memcpy(runner->marked, runner->plain.now, sizeof(runner->marked));
}

void
ug_runner_go_back(struct ug_runner *runner)
{
	memcpy(runner->plain.now, runner->marked, sizeof(runner->marked));
}

enum ungarble_err
ug_runner_remember(const struct ug_runner *runner, const struct ug_work *work,
    struct ug_memory *memory)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < runner->n_notes && err == UNGARBLE_OK; i++)
		err = ug_memory_add(memory, runner->notes[i].kind,
		    runner->notes[i].key);
	return err == UNGARBLE_OK ? ug_log_remember(&work->log, memory) : err;
}

void
ug_runner_enter(struct ug_runner *runner, uint64_t in_at)
{
	ug_plain_enter(&runner->plain, in_at / UG_BLOCK_LEN);
}

uint64_t
ug_runner_state(const struct ug_runner *runner)
{
	return ug_plain_state(&runner->plain);
}
