/*
 * side.c - does with an output what the stages before it do
 */
#include "side.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

#define LEGACY "legacy caf\xE9\n"
#define READ   "legacy caf\u00E9\n"

static const struct ug_encoding side_other = { .name = "x-other",
	.kind = UG_SINGLE_BYTE, .rule = "decode/x-other" };

/* What a record is read as. */
static const struct way {
	const struct ug_encoding *encoding; /* NULL: ASCII */
	const char *text, *language;
	enum ungarble_reason reason;
	unsigned confidence;
} ways[] = {
	{ NULL, "a plain line\n", NULL, UNGARBLE_BY_VALIDITY, 100 },
	{ &ug_utf8, "caf\u00E9\n", NULL, UNGARBLE_BY_VALIDITY, 100 },
#define USUAL 2
	{ &ug_windows_1252, LEGACY, "fr", UNGARBLE_BY_STATISTICS, 90 },
	{ &ug_windows_1252, LEGACY, "fr", UNGARBLE_BY_STATISTICS, 70 },
	{ &ug_windows_1252, LEGACY, "it", UNGARBLE_BY_STATISTICS, 90 },
	{ &ug_windows_1252, LEGACY, "fr", UNGARBLE_BY_HISTORY, 90 },
	{ &ug_windows_1252, LEGACY, NULL, UNGARBLE_BY_STATISTICS, 90 },
	{ &side_other, LEGACY, "fr", UNGARBLE_BY_STATISTICS, 90 },
	{ &side_other, LEGACY, NULL, UNGARBLE_BY_DEFAULT, 40 },
	{ &ug_binary, "\x01\x02\xFF\n", NULL, UNGARBLE_BY_VALIDITY, 100 },
};

static const char lead[] = "has ten...";

/* ---- acts */

/* The text of the i-th record. */
static const char *
act_text(const struct act *act, size_t i)
{
	if (act->what != PASS)
		return ways[act->way].text;
	/* Blank lines among them. */
	return (i + act->n) % 3 == 0 ? "\n" : ways[i % 2].text;
}

static size_t
act_len(const struct act *act)
{
	size_t len = 0;

	for (size_t i = 0; i < act->n && act->what != FIND; i++)
		len += strlen(act_text(act, i));
	return len;
}

struct act
act_draw(const struct act *last, struct bytes *in, uint64_t *seed)
{
	struct act act = { .n = 1 };

	switch (random_next(seed) % 8) {
	case 0:
		act.what = FIND;
		break;
	case 1:
		act.what = PASS;
		act.n = 1 + random_next(seed) % 20;
		break;
	case 2:
		act.what = PASS_TEXT;
		act.way = USUAL;
		act.n = 1 + random_next(seed) % 4;
		break;
	default:
		act.what = PUT;
		act.way = random_next(seed) % (random_next(seed) % 2 == 0 ?
		    sizeof(ways) / sizeof(*ways) : 3);
		if (last != NULL && random_next(seed) % 2 == 0)
			act.way = last->way;
		act.n += random_next(seed) % 4 == 0 ? random_next(seed) % 4 : 0;
		if (random_next(seed) % 3 == 0)
			act.n_edits = (unsigned)(random_next(seed) % 4);
		act.goes_on = last != NULL && last->what == PUT &&
		    random_next(seed) % 4 == 0;
	}
	for (size_t i = 0; i < act.n && act.what != FIND; i++)
		bytes_string(in, act_text(&act, i));
	return act;
}

/* ---- what is told */

/* Whether it is that one's call, at which it stops. */
static int
side_stops(void *user, enum side_call call)
{
	struct side *const side = user;

	return side->stops == call && --side->left == 0;
}

static int
side_write(void *user, const char *bytes, size_t len)
{
	if (len == 0)
		bytes_string(&((struct side *)user)->run.report, "nothing\n");
	bytes_add(&((struct side *)user)->run.out, bytes, len);
	return side_stops(user, SIDE_WRITE);
}

static int
side_span(void *user, const struct ungarble_span *span)
{
	struct run *const run = &((struct side *)user)->run;

	return run_options(run).span(run, span) || side_stops(user, SIDE_SPAN);
}

static int
side_edit(void *user, const struct ungarble_edit *edit)
{
	struct run *const run = &((struct side *)user)->run;

	return run_options(run).edit(run, edit) || side_stops(user, SIDE_EDIT);
}

static int
side_piece(void *user, const struct ungarble_piece *piece)
{
	struct run *const run = &((struct side *)user)->run;

	return run_options(run).piece(run, piece) ||
	    side_stops(user, SIDE_PIECE);
}

static int
side_finding(void *user, const struct ungarble_finding *finding)
{
	char line[100];

	snprintf(line, sizeof(line), "finding %llu %llu+%llu %s %s\n",
	    (unsigned long long)finding->record,
	    (unsigned long long)finding->in_at,
	    (unsigned long long)finding->in_len, finding->rule,
	    finding->found);
	bytes_string(&((struct side *)user)->run.report, line);
	return side_stops(user, SIDE_FINDING);
}

void
side_init(struct side *side, const struct bytes *in, bool pieces)
{
	*side = (struct side){ .in = in };
	side->opts = (struct ungarble_options)UNGARBLE_OPTIONS_INIT;
	side->opts.write = side_write;
	side->opts.span = side_span;
	side->opts.edit = side_edit;
	side->opts.finding = side_finding;
	side->opts.piece = pieces ? side_piece : NULL;
	side->opts.user = side;
	side->out.opts = &side->opts;
	side->out.kept.buf.alloc = &ug_alloc_libc;
	if (ug_kept_add(&side->out.kept, in->s, in->len) != UNGARBLE_OK)
		abort();
}

void
side_free(struct side *side)
{
	ug_buf_free(&side->out.kept.buf);
	ug_buf_free(&side->told.kept);
	run_free(&side->run);
}

/* ---- records, one by one */

/* The text of a legacy record: its last character was decoded. */
static enum ungarble_err
side_decode(struct ug_work *work, uint64_t in_at)
{
	const size_t n = sizeof(LEGACY) - 3;
	enum ungarble_err err = ug_buf_add(&work->text, READ, sizeof(READ) - 1);

	if (err == UNGARBLE_OK)
		err = ug_map_add_units(&work->map, in_at, n, 1, 1);
	if (err == UNGARBLE_OK)
		err = ug_map_add(&work->map, in_at + n, 1, 2);
	return err != UNGARBLE_OK ? err : ug_map_add_units(&work->map,
	    in_at + n + 1, 1, 1, 1);
}

static enum ungarble_err
side_log(struct ug_work *work, const struct ug_record *record, unsigned i)
{
	const struct ug_done done = { .record = record->number, .step = i,
		.in_at = record->in_at + i, .in_len = 2, .at = i,
		.rule = "a/b", .fix = "a", .confidence = 80 + i,
		.margin = (int)i - 1, .gate = (int)i,
		.before_is_bytes = i % 2 };

	return ug_log_add(&work->log, &done, (struct ug_text)UG_LIT("before"),
	    i == 2 ? (struct ug_text)UG_LIT("") :
	    (struct ug_text)UG_LIT("then"));
}

/* A record, as the stages before have it. */
static enum ungarble_err
side_make(struct ug_work *work, const struct way *way,
    const struct ug_record *record, unsigned n_edits)
{
	enum ungarble_err err = UNGARBLE_OK;

	ug_work_clear(work);
	if (way->encoding != NULL && way->encoding->kind == UG_SINGLE_BYTE)
		err = side_decode(work, record->in_at);
	else
		ug_work_lend(work, (struct ug_text){ way->text,
		    strlen(way->text) }, record->in_at);
	/* What was edited is lent no longer. */
	if (err == UNGARBLE_OK && n_edits > 0)
		err = ug_work_own(work);
	for (unsigned i = 0; i < n_edits && err == UNGARBLE_OK; i++)
		err = side_log(work, record, i);
	return err;
}

static enum ungarble_err
side_put(struct side *side, const struct way *way, size_t n, unsigned n_edits,
    bool goes_on)
{
	struct ug_record records[4];
	struct ug_work work, one;
	enum ungarble_err err = UNGARBLE_OK;

	ug_work_init(&work, &ug_alloc_libc);
	ug_work_init(&one, &ug_alloc_libc);
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++) {
		side->number += !(goes_on && i == 0);
		records[i] = (struct ug_record){
			.number = side->number,
			.in_at = side->in_at,
			.in_len = strlen(way->text),
			.verdict = { way->encoding != NULL ? way->encoding :
			    &ug_utf8, way->reason, way->confidence,
			    way->language },
			.ascii = way->encoding == NULL,
			.n_invalid = way->confidence < 50,
		};
		side->in_at += records[i].in_len;
		err = side_make(&one, way, &records[i], n_edits);
		if (err == UNGARBLE_OK && n > 1)
			err = ug_work_join(&work, &one);
	}
	if (err == UNGARBLE_OK)
		err = ug_output_put(&side->out, records, n, n > 1 ? &work :
		    &one);
	ug_work_free(&work);
	ug_work_free(&one);
	return err;
}

enum ungarble_err
side_lead(struct side *side)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < SIDE_AHEAD && err == UNGARBLE_OK; i++)
		err = side_put(side, &(struct way){ NULL, lead, NULL,
		    UNGARBLE_BY_VALIDITY, 100 }, 1, 0, false);
	return err;
}

/* ---- records that go as one */

static struct ug_stretch
side_stretch(const struct side *side, size_t len)
{
	struct ug_stretch stretch = {
		.bytes = (const unsigned char *)side->in->s + side->in_at,
		.len = len,
		.in_at = side->in_at,
		.number = side->number + 1,
	};

	ug_stretch_cut(&stretch, len);
	return stretch;
}

static void
side_take(struct side *side, const struct ug_stretch *stretch)
{
	side->number += stretch->n;
	side->in_at += stretch->len;
}

/* Those that may pass as one; the first of others opens their span. */
static enum ungarble_err
side_pass(struct side *side, size_t len)
{
	const uint64_t end = side->in_at + len;
	enum ungarble_err err = UNGARBLE_OK;

	while (side->in_at < end && err == UNGARBLE_OK) {
		struct ug_stretch stretch = side_stretch(side,
		    (size_t)(end - side->in_at));
		const size_t may = ug_output_may_pass(&side->out, &stretch);

		if (may == 0) {
			const struct way blank = { NULL, "\n", NULL,
				UNGARBLE_BY_VALIDITY, 100 };

			err = side_put(side, *stretch.bytes == '\n' ? &blank :
			    &ways[stretch.plain == 0], 1, 0, false);
			continue;
		}
		ug_stretch_cut(&stretch, may);
		err = ug_output_pass(&side->out, &stretch);
		side_take(side, &stretch);
	}
	return err;
}

/* Legacy ones, decoded, if they belong to the span that is open. */
static enum ungarble_err
side_pass_text(struct side *side, const struct act *act)
{
	const struct way *const way = &ways[act->way];
	const struct ug_verdict verdict = { way->encoding, way->reason,
		way->confidence, way->language };
	const struct ug_stretch stretch = side_stretch(side, act_len(act));
	char text[8 * sizeof(READ)] = "";
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < act->n; i++)
		strcat(text, READ);
	if (ug_output_may_pass_text(&side->out, verdict)) {
		side_take(side, &stretch);
		return ug_output_pass_text(&side->out, &stretch, verdict,
		    (struct ug_text){ text, strlen(text) });
	}
	for (size_t i = 0; i < act->n && err == UNGARBLE_OK; i++)
		err = side_put(side, way, 1, 0, false);
	return err;
}

enum ungarble_err
side_do(struct side *side, const struct act *act)
{
	const struct ungarble_finding finding = { .record = side->number,
		.in_at = side->in_at, .in_len = act->n, .rule = "a/found",
		.found = "what" };

	switch (act->what) {
	case PUT:
		return side_put(side, &ways[act->way], act->n, act->n_edits,
		    act->goes_on);
	case PASS:
		return side_pass(side, act_len(act));
	case PASS_TEXT:
		return side_pass_text(side, act);
	default:
		break;
	}
	if (side->out.told != NULL)
		return ug_told_add_finding(side->out.told, &finding);
	return side->opts.finding(side, &finding) != 0 ? UNGARBLE_ESTOPPED :
	    UNGARBLE_OK;
}
