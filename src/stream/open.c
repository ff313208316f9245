/*
 * open.c - options into stages, and away with them
 */
#include "records/stretch.h"
#include "repair/keep.h"
#include "repair/passes.h"
#include "stream_state.h"
#include "tidy/normal.h"

#define CONFIDENCE 90 /* percent that a repair needs unless the caller says */

/* Read the rows that are the caller's own. */
static enum ungarble_err
open_set_lexicon(struct ungarble *ug)
{
	const struct ug_text rows = { ug->opts.lexicon, ug->opts.lexicon_len };
	struct ug_own_fault fault;

	if (rows.s == NULL && rows.len > 0)
		return UNGARBLE_EOPTION;
	return ug_own_new(&ug->own, rows, &ug->alloc, &fault);
}

static enum ungarble_err
open_set_keep(struct ungarble *ug)
{
	const struct ug_text rows = { ug->opts.keep, ug->opts.keep_len };
	struct ug_keep_fault fault;

	if (rows.s == NULL && rows.len > 0)
		return UNGARBLE_EOPTION;
	return ug_keep_new(&ug->keep, rows, &ug->alloc, &fault);
}

/* Check the options and set what follows from them. */
static enum ungarble_err
open_configure(struct ungarble *ug)
{
	enum ungarble_err err = ug_hints_parse(&ug->hints, &ug->opts,
	    &ug->alloc);

	if (err != UNGARBLE_OK)
		return err;
	ug_records_init(&ug->records, &ug->hints.candidates, &ug->alloc);
	ug->probation.open = ug->opts.binary == UNGARBLE_BINARY_FAIL &&
	    ug->hints.candidates.n_from != 1;
	if (ug->opts.confidence == 0)
		ug->opts.confidence = CONFIDENCE;
	if (ug->opts.confidence > 100 ||
	    ug->opts.scope > UNGARBLE_SCOPE_STREAM ||
	    ug->opts.binary > UNGARBLE_BINARY_FAIL ||
	    ug->opts.invalid > UNGARBLE_INVALID_DROP)
		return UNGARBLE_EOPTION;
	err = ug_fixes_parse(ug->opts.fixes, &ug->fixes);
	if (err == UNGARBLE_OK && (ug->fixes & ug_fixes_tidy()) != 0)
		err = ug_normal_open();
	if (err == UNGARBLE_OK)
		err = open_set_lexicon(ug);
	if (err == UNGARBLE_OK)
		err = open_set_keep(ug);
	return err;
}

/* Look for what other spinners left, if words matter and somebody asks. */
static enum ungarble_err
open_build_other(struct ungarble *ug)
{
	if (ug->opts.finding == NULL ||
	    (ug->fixes & ug_fixes_words()) == 0)
		return UNGARBLE_OK;
	return ug_other_new(&ug->other, &(struct ug_other_setup){
		.finding = ug_stream_part_tell_finding,
		.user = ug,
		.no_memory = ug->opts.no_memory != 0,
		.alloc = &ug->alloc,
	});
}

/* Build the stages, the last one first. */
static enum ungarble_err
open_build(struct ungarble *ug)
{
	const uint64_t held = ug->opts.no_memory ? 0 :
	    ug->fixes & ug_fixes_words();
	const uint64_t tidies = ug->fixes & ug_fixes_tidy();
	const struct ug_asker asker = ug->opts.ask == NULL ||
	    ug->opts.fields == UNGARBLE_FIELDS_NONE ?
	    (struct ug_asker){ ug->opts.ask, ug->opts.user } :
	    (struct ug_asker){ ug_stream_ask_fields, ug };
	enum ungarble_err err = ug_runner_new(&ug->runner, &asker, &ug->alloc);

	ug->output.opts = &ug->opts;
	ug->teller = (struct ug_invisible_teller){
		ug_stream_part_tell_finding, ug };
	if (err == UNGARBLE_OK)
		ug_runner_keep(ug->runner, ug->keep);
	if (err == UNGARBLE_OK)
		err = open_build_other(ug);
	if (err == UNGARBLE_OK && !ug->opts.no_memory)
		err = ug_memory_new(&ug->memory, &ug->alloc);
	if (err == UNGARBLE_OK && ug->opts.fields != UNGARBLE_FIELDS_NONE)
		err = ug_stream_open_fields(ug);
	if (ug->opts.fields == UNGARBLE_FIELDS_NUL)
		ug_records_end_with_nul(&ug->records);
	if (err == UNGARBLE_OK)
		err = ug_hold_new(&ug->hold, &(struct ug_hold_setup){
			.runner = ug->runner,
			.output = &ug->output,
			.fields = ug->fields,
			.fixes = held,
			.tidies = tidies,
			.teller = ug->opts.finding != NULL &&
			    !ug->opts.keep_invisible ? &ug->teller : NULL,
			.own = ug->own,
			.other = ug->other,
			.confidence = ug->opts.confidence,
			.alloc = &ug->alloc,
		});
	if (err == UNGARBLE_OK)
		err = ug_reading_new(&ug->reading, &(struct ug_reading_setup){
			.candidates = ug->hints.candidates,
			.whole_stream =
			    ug->opts.scope == UNGARBLE_SCOPE_STREAM,
			.no_memory = ug->opts.no_memory != 0,
			.invalid = ug->opts.invalid,
			.fields = ug->opts.fields,
			.delim = ug->opts.delimiter,
			.next = ug->fields != NULL ? ug_stream_repair_fields :
			    ug_stream_repair,
			.user = ug,
			.alloc = &ug->alloc,
		});
	ug->fixes &= ~(held | tidies);
	return err;
}

enum ungarble_err
ug_stream_open(struct ungarble **ug, const struct ungarble_options *opts)
{
	struct ungarble_options mine;

	*ug = NULL;
	if (ug_hints_copy(&mine, opts) != UNGARBLE_OK)
		return UNGARBLE_EOPTION;

	const struct ug_alloc alloc = ug_alloc_of(mine.resize, mine.user);
	struct ungarble *const s = ug_new(&alloc, sizeof(*s));

	if (s == NULL)
		return UNGARBLE_ENOMEM;
	*s = (struct ungarble){
		.opts = mine,
		.alloc = alloc,
		.look.len = UG_STRETCH_MAX,
		.look_usual.len = UG_STRETCH_MAX,
		.in = { .alloc = &s->alloc },
		.gather = { .alloc = &s->alloc,
		    .text = { .alloc = &s->alloc } },
		.probation.bytes.alloc = &s->alloc,
		.output.kept.buf.alloc = &s->alloc,
		.stop_at = UINT64_MAX,
	};

	ug_work_init(&s->line, &s->alloc);

	enum ungarble_err err = open_configure(s);

	if (err == UNGARBLE_OK)
		err = open_build(s);
	if (err == UNGARBLE_OK)
		err = ug_stream_part_open(s);
	if (err != UNGARBLE_OK) {
		ug_stream_close(s);
		return err;
	}
	*ug = s;
	return UNGARBLE_OK;
}

void
ug_stream_strip(struct ungarble *ug)
{
	ug_reading_free(ug->reading);
	ug_hold_free(ug->hold);
	ug_fields_free(ug->fields);
	ug_gather_free(&ug->gather);
	ug_other_free(ug->other);
	ug_own_free(ug->own);
	ug_runner_free(ug->runner);
	ug_keep_free(ug->keep);
	ug_memory_free(ug->memory);
	ug_work_free(&ug->line);
	ug->reading = NULL;
	ug->hold = NULL;
	ug->fields = NULL;
	ug->other = NULL;
	ug->own = NULL;
	ug->runner = NULL;
	ug->keep = NULL;
	ug->memory = NULL;
	ug_buf_free(&ug->in);
}

void
ug_stream_close(struct ungarble *ug)
{
	if (ug == NULL)
		return;

	const struct ug_alloc alloc = ug->alloc;

	ug_stream_strip(ug);
	ug_buf_free(&ug->probation.bytes);
	ug_buf_free(&ug->output.kept.buf);
	ug_hints_free(&ug->hints, &alloc);
	ug_release(&alloc, ug);
}
