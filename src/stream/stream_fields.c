/*
 * stream_fields.c - the stages for what has fields: fields/ stands between the
 * reading and the repairs, and again before the output
 */
#include "repair/passes.h"
#include "stream_state.h"

static enum ungarble_err
fields_line(void *user, struct ug_record *record, struct ug_work *work,
    const char *never)
{
	const struct ungarble *const ug = user;

	ug_runner_never(ug->runner, never);
	return ug_stream_repair(user, record, NULL, work);
}

static enum ungarble_err
fields_end(void *user)
{
	const struct ungarble *const ug = user;

	return ug_hold_end_text(ug->hold);
}

/* A mark, or the end of a line, is tidied as it is in text without fields. */
static enum ungarble_err
fields_frame(struct ungarble *ug, const struct ug_record *record,
    struct ug_work *work)
{
	const struct ug_scope scope = {
		.encoding = ug_record_encoding(record),
		.confidence = ug->opts.confidence,
		.start = record->in_at == 0,
		.before = UG_LIT(""),
		.after = UG_LIT(""),
	};
	enum ungarble_err err;
	bool sure;

	ug_runner_never(ug->runner, NULL);
	ug->framing = true;
	err = ug_runner_run(ug->runner, ug->frames, scope,
	    &(struct ug_passage){ record, 1 }, work, &sure);
	ug->framing = false;
	return err;
}

static enum ungarble_err
fields_other(void *user, const struct ug_record *record,
    struct ug_work *work, bool frame)
{
	struct ungarble *const ug = user;
	const enum ungarble_err err = frame ? fields_frame(ug, record, work) :
	    UNGARBLE_OK;

	return err != UNGARBLE_OK ? err :
	    ug_output_put(&ug->output, record, 1, work);
}

static enum ungarble_err
fields_broken(void *user, const struct ug_record *record, uint64_t in_at)
{
	struct ungarble *const ug = user;
	const bool json = ug->opts.fields == UNGARBLE_FIELDS_JSON;
	const struct ungarble_finding finding = {
		.record = record->number,
		.in_at = in_at,
		.in_len = record->in_at + record->in_len - in_at,
		.rule = json ? "fields/json" : "fields/csv",
		.fix = "fields",
		.found = json ? "no JSON" : "no value",
	};

	return ug->opts.finding != NULL &&
	    ug_stream_part_tell_finding(ug, &finding) != 0 ?
	    UNGARBLE_ESTOPPED : UNGARBLE_OK;
}

static uint64_t
fields_held(void *user)
{
	const struct ungarble *const ug = user;

	return ug_hold_first(ug->hold);
}

enum ungarble_err
ug_stream_open_fields(struct ungarble *ug)
{
	ug->frames = ug->fixes & ug_fixes_tidy();
	return ug_fields_new(&ug->fields, &(struct ug_fields_setup){
		.kind = ug->opts.fields,
		.names = ug->opts.names,
		.delim = ug->opts.delimiter,
		.header = ug->opts.no_header == 0,
		.line = fields_line,
		.end = fields_end,
		.other = fields_other,
		.frames = ug->frames != 0,
		.broken = fields_broken,
		.held = fields_held,
		.user = ug,
		.alloc = &ug->alloc,
	});
}

enum ungarble_err
ug_stream_repair_fields(void *user, struct ug_record *record,
    const unsigned char *bytes, struct ug_work *work)
{
	struct ungarble *const ug = user;

	return ug_fields_put(ug->fields, record, bytes, work);
}

enum ungarble_answer
ug_stream_ask_fields(void *user, const struct ungarble_edit *edit)
{
	struct ungarble *const ug = user;
	struct ungarble_edit written = *edit;

	if (ug->framing)
		return ug->opts.ask(ug->opts.user, edit);
	ug->asking = ug_fields_edit(ug->fields, &written);
	return ug->asking != UNGARBLE_OK ? UNGARBLE_STOP :
	    ug->opts.ask(ug->opts.user, &written);
}

uint64_t
ug_stream_found(const struct ungarble *ug)
{
	return ug->found |
	    (ug->fields != NULL ? ug_fields_found(ug->fields) : 0);
}
