/*
 * told.c - what the library tells of an input goes where it is wanted
 */
#include <string.h>

#include "told.h"
#include "apply.h"
#include "diff.h"
#include "json.h"
#include "memory.h"
#include "message.h"
#include "show.h"
#include "teach.h"

bool
cli_job_flush(struct cli_job *job)
{
	return cli_journal_flush(job->journal) && cli_out_flush(job->report) &&
	    cli_out_flush(job->page) && cli_out_flush(job->out);
}

bool
cli_job_out_failed(const struct cli_job *job)
{
	return job->out->error != 0 || job->report->error != 0 ||
	    job->page->error != 0 || cli_journal_failed(job->journal);
}

/*
 * Whether a change is one of bytes: what is decoded, and repaired again, may
 * come out as it was.  --check and --explain show each step of the way.
 */
static bool
told_by_bytes(const struct cli_options *options)
{
	return options->mode == CLI_LIST || options->mode == CLI_DIFF ||
	    options->exit_code;
}

/*
 * Whether a span that was decoded can be one in which nothing changes, since
 * what is in no field stays as it is: that is seen by its bytes.
 */
static bool
told_by_fields(const struct cli_job *job)
{
	const struct cli_options *const options = job->options;

	return (options->mode == CLI_CHECK || options->mode == CLI_EXPLAIN ||
	    options->stats || job->report->fd >= 0 || job->page->fd >= 0) &&
	    (options->fields == UNGARBLE_FIELDS_JSON ||
	    options->fields == UNGARBLE_FIELDS_CSV ||
	    options->fields == UNGARBLE_FIELDS_TSV);
}

/* Note that the bytes from in_at to `end` are others now. */
static void
told_differs(struct cli_one *one, uint64_t in_at, uint64_t end)
{
	if (one->differs_to == one->differs_from)
		one->differs_from = in_at;
	one->differs_to = end;
}

/*
 * Whether bytes of the span may be others now: to be asked of each.  Pieces of
 * the next one can have been told of, in which case all of its start counts.
 */
static bool
told_span_differs(struct cli_one *one, const struct ungarble_span *span)
{
	const uint64_t end = span->in_at + span->in_len;
	const bool differs = one->differs_from < one->differs_to &&
	    one->differs_from < end;

	if (one->differs_to <= end)
		one->differs_from = one->differs_to;
	return differs;
}

enum cli_binary
cli_told_binary(const struct cli_one *one)
{
	const struct cli_options *options = one->job->options;

	return one->found && !options->binary_asked ? CLI_BINARY_SKIP
						    : options->binary;
}

/* Whether nothing that stands behind a change matters. */
static bool
told_is_enough(const struct cli_one *one)
{
	const struct cli_job *job = one->job;
	const struct cli_options *options = job->options;

	return options->mode == CLI_LIST && job->report->fd < 0 &&
	    job->html == NULL &&
	    !options->verbose && !options->strict && !options->stats &&
	    job->apply == NULL &&
	    options->invalid != UNGARBLE_INVALID_FAIL &&
	    cli_told_binary(one) == CLI_BINARY_PASS;
}

/* Note that the input changes.  Whether the stream shall stop. */
static int
told_changed(struct cli_one *one)
{
	const struct cli_job *job = one->job;

	one->totals.changed = true;
	one->settled = told_is_enough(one);
	return one->settled || cli_job_out_failed(job);
}

static int
told_on_write(void *user, const char *bytes, size_t len)
{
	struct cli_job *job = ((struct cli_one *)user)->job;
	const bool full = len > sizeof(job->out->bytes) - job->out->len;

	/* What tells of these bytes goes before them. */
	if (full &&
	    !(cli_journal_flush(job->journal) && cli_out_flush(job->report)))
		return 1;
	cli_out_add(job->out, bytes, len);
	/* Text ends where blocks of the journal do. */
	if (full && job->journal->out.fd >= 0)
		(void)cli_out_flush(job->out);
	return cli_job_out_failed(job);
}

/* The same, of an edit or a span. */
static int
told_step(struct cli_one *one)
{
	return told_by_bytes(one->job->options) ? cli_job_out_failed(one->job)
						: told_changed(one);
}

static enum ungarble_answer
told_on_ask(void *user, const struct ungarble_edit *edit)
{
	const struct cli_one *one = user;

	return cli_apply_wants(one->job->apply, one->name, edit)
	    ? UNGARBLE_APPLY
	    : UNGARBLE_SKIP;
}

static int
told_on_edit(void *user, const struct ungarble_edit *edit)
{
	struct cli_one *one = user;
	struct cli_job *job = one->job;

	one->totals.n_edits++;
	if (job->options->stats)
		cli_stats_edit(&job->stats, edit);
	if (job->apply != NULL)
		cli_apply_made(job->apply, one->name, edit);
	if (edit->fix != NULL && strcmp(edit->fix, "words") == 0)
		job->n_words++;
	if (edit->step == 0 && job->invalid_file == NULL &&
	    strcmp(edit->rule, "decode/malformed") == 0) {
		job->invalid_file = cli_message_input(one->name);
		job->invalid_at = edit->in_at;
	}
	if (job->options->mode == CLI_CHECK)
		cli_show_edit(job->out, one->name, edit);
	else if (job->options->mode == CLI_EXPLAIN) {
		cli_explain_edit(job->out, one->name, edit);
		if (!cli_teach_edit(job->out, edit))
			return 1;
	}
	if (job->report->fd >= 0)
		cli_json_edit(job->report, one->name, edit);
	if (job->html != NULL)
		cli_html_edit(job->html, one->name, edit);
	return told_step(one);
}

/* Say that the input is no text, and what it may be. */
static void
told_passed(const struct cli_one *one)
{
	const struct cli_form *const form = one->source.left;
	const bool looks = one->job->options->mode != CLI_REPAIR;
	struct cli_out *out;

	if (looks && (form == NULL || one->job->options->mode == CLI_DETECT))
		return;
	out = cli_message_start(cli_message_input(one->name));
	cli_out_string(out, looks ? "binary, nothing in it is looked at"
				  : "binary, passed through as it is");
	if (form != NULL && form->version != NULL) {
		cli_out_string(out, "; -z reads ");
		cli_out_string(out, form->name);
	}
	cli_message_end();
}

static int
told_on_span(void *user, const struct ungarble_span *span)
{
	struct cli_one *one = user;
	struct cli_job *job = one->job;

	one->in_done += span->in_len;
	one->totals.out_len += span->out_len;
	one->totals.n_records += span->n_records;
	one->totals.n_invalid += span->n_invalid;
	cli_detected_count(&one->detected, span);
	if (strcmp(span->encoding, "binary") == 0 && !job->options->quiet)
		told_passed(one);
	if ((told_by_fields(job) && !told_span_differs(one, span)) ||
	    !cli_span_changed(span))
		return cli_job_out_failed(job);
	if (job->options->mode == CLI_CHECK)
		cli_show_span(job->out, one->name, span);
	else if (job->options->mode == CLI_EXPLAIN) {
		cli_explain_span(job->out, one->name, span);
		if (!cli_teach_span(job->out, span))
			return 1;
	}
	if (job->report->fd >= 0)
		cli_json_span(job->report, one->name, span);
	if (job->html != NULL)
		cli_html_span(job->html, one->name, span);
	return told_step(one);
}

static int
told_on_piece(void *user, const struct ungarble_piece *piece)
{
	struct cli_one *one = user;
	const bool same = piece->in_len == piece->out_len &&
	    memcmp(piece->in, piece->out, piece->in_len) == 0;

	if (one->job->html != NULL)
		cli_html_piece(one->job->html, piece);
	if (!same)
		told_differs(one, piece->in_at, piece->in_at + piece->in_len);
	if (one->job->journal->section != NULL)
		cli_journal_piece(one->job->journal, piece);
	if (one->in_place != NULL)
		cli_in_place_put(one->in_place, one->job->out, piece->out,
		    piece->out_len, same);
	else if (one->job->options->mode == CLI_DIFF)
		cli_diff_piece(piece);
	else if (cli_teach_wanted())
		cli_teach_piece(piece);
	return same ? cli_job_out_failed(one->job) : told_changed(one);
}

/* Where such findings are counted. */
static struct cli_found *
told_found(struct cli_job *job, const struct ungarble_finding *finding)
{
	return strcmp(finding->fix, "fields") == 0 ? &job->broken :
	    finding->character != 0 ? &job->invisible : &job->spun;
}

static int
told_on_finding(void *user, const struct ungarble_finding *finding)
{
	struct cli_one *one = user;
	struct cli_job *job = one->job;

	struct cli_found *const found = told_found(job, finding);

	one->totals.n_findings++;
	if (found->n++ == 0) {
		found->file = cli_message_input(one->name);
		found->at = finding->in_at;
	}
	if (job->options->mode == CLI_EXPLAIN ||
	    (job->options->mode == CLI_CHECK && finding->character != 0))
		cli_explain_finding(job->out, one->name, finding);
	if (job->report->fd >= 0)
		cli_json_finding(job->report, one->name, finding);
	if (job->html != NULL)
		cli_html_finding(job->html, one->name, finding);
	return cli_job_out_failed(job);
}

/* Whether edits are shown amid their text. */
static bool
told_shows_around(const struct cli_one *one)
{
	return one->job->page->fd >= 0 && one->job->options->mode != CLI_DETECT;
}

struct ungarble_options
cli_told_options(struct cli_one *one)
{
	const struct cli_options *options = one->job->options;
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.from = options->from;
	opts.fallback = options->fallback;
	opts.languages = options->languages;
	opts.declared = options->declared;
	opts.scope = options->scope;
	opts.fixes = options->mode == CLI_DETECT ? "encoding" : options->fixes;
	opts.invalid = options->invalid;
	if (cli_told_binary(one) != CLI_BINARY_PASS &&
	    options->mode != CLI_DETECT)
		opts.binary = UNGARBLE_BINARY_FAIL;
	opts.keep_invisible = options->keep_invisible ||
	    options->mode == CLI_DETECT;
	opts.confidence = options->confidence;
	opts.no_memory = options->no_memory;
	if (one->in_place != NULL || one->job->journal->section != NULL ||
	    told_shows_around(one) || told_by_bytes(options) ||
	    told_by_fields(one->job) || cli_teach_wanted())
		opts.piece = told_on_piece;
	if (one->in_place == NULL && options->mode == CLI_REPAIR)
		opts.write = told_on_write;
	opts.span = told_on_span;
	opts.ask = one->job->apply != NULL ? told_on_ask : NULL;
	opts.edit = told_on_edit;
	opts.finding = told_on_finding;
	opts.lexicon = options->lexicon.s;
	opts.lexicon_len = options->lexicon.len;
	opts.keep = options->keep.s;
	opts.keep_len = options->keep.len;
	opts.user = one;
	opts.resize = cli_memory_resize;
	opts.threads = options->threads;
	opts.fields = options->fields;
	opts.names = options->names;
	opts.delimiter = options->delimiter;
	opts.no_header = options->no_header;
	return opts;
}
