/*
 * records.c - from bytes to records, each with the form it is read in
 *
 *	"plain\n" "h\0i\0\n\0"  ->  "plain\n" bytes, "h\0i\0\n\0" UTF-16LE
 */
#include "records.h"

#include "form.h"
#include "shifts.h"

void
ug_records_init(struct ug_records *r, const struct ug_candidates *candidates,
    const struct ug_alloc *alloc)
{
	*r = (struct ug_records){ .candidates = candidates, .alloc = alloc };
	if (candidates->n_from == 1) {
		r->form = (struct ug_verdict){ candidates->from[0],
			UNGARBLE_BY_OPTION, 100, NULL };
		r->seg.form = candidates->from[0]->kind;
		r->phase = UG_PHASE_RECORDS;
	}
}

void
ug_records_end_with_nul(struct ug_records *r)
{
	r->seg.line_end = UG_LINE_END_NUL;
	r->phase = UG_PHASE_RECORDS;
}

void
ug_records_start_at(struct ug_records *r, uint64_t at, bool cr_ends_lines)
{
	r->join_at = at;
	r->at = at - UG_RECORDS_LEAD;
	r->seg.line_end = cr_ends_lines ? UG_LINE_END_CR : UG_LINE_END_LF;
	r->phase = UG_PHASE_JOIN;
}

void
ug_records_start_as(struct ug_records *r, uint64_t at,
    const struct ug_records *other)
{
	ug_records_start_at(r, at, false);
	r->seg.form = other->seg.form;
	r->seg.ebcdic = other->seg.ebcdic;
	r->seg.line_end = other->seg.line_end;
	r->form = other->form;
	r->korean = other->korean;
}

bool
ug_records_known(const struct ug_records *r, struct ug_known *known)
{
	const struct ug_segmenter *const seg = &r->seg;
	const uint64_t window = r->at / UG_WINDOW_LEN;
	const bool starts = seg->record_end == r->at;
	const bool near = seg->record_end > window * UG_WINDOW_LEN;
	const bool cut = seg->piece_window >= (window + 1) * UG_WINDOW_LEN;

	*known = (struct ug_known){
		.at = r->at,
		.record_end = starts || near ? seg->record_end : 0,
		.piece_window = cut ? seg->piece_window : 0,
		.line_end = seg->line_end,
		.ebcdic = seg->ebcdic,
		.asked_here = r->asked.at == r->at + 1,
		.n_asked = r->asked.window == window ? r->asked.n : 0,
		.korean = r->korean,
	};
	/* How sure it was that a form ended is of no matter. */
	if (r->form.encoding != NULL)
		known->form = r->form;
	/* What a decoder goes on with is not known here. */
	return r->phase == UG_PHASE_RECORDS && (r->own == NULL || starts) &&
	    (r->form.encoding == NULL ||
	    r->form.encoding->kind != UG_STATEFUL);
}

void
ug_records_start_known(struct ug_records *r, const struct ug_known *known)
{
	r->at = known->at;
	r->seg.record_end = known->record_end;
	r->seg.piece_window = known->piece_window;
	r->seg.line_end = known->line_end;
	r->seg.form = known->form.encoding != NULL ?
	    known->form.encoding->kind : UG_UTF8;
	r->seg.ebcdic = known->ebcdic;
	r->form = known->form;
	r->asked.at = known->asked_here ? known->at + 1 : 0;
	r->asked.window = known->at / UG_WINDOW_LEN;
	r->asked.n = known->n_asked;
	r->korean = known->korean;
	r->phase = UG_PHASE_RECORDS;
}

uint64_t
ug_records_state(const struct ug_records *r)
{
	struct ug_known known;
	uint64_t hash = UG_HASH;

	if (!ug_records_known(r, &known))
		return 0;

	const uint64_t state[] = { known.at, known.record_end,
		known.piece_window, known.line_end, known.ebcdic,
		known.asked_here, known.n_asked, known.korean };

	for (size_t i = 0; i < sizeof(state) / sizeof(*state); i++)
		hash = ug_hash(hash, state[i]);
	return ug_verdict_hash(hash, &known.form) | 1;
}

/* What is before the first record that starts at the join or behind it. */
static void
records_join(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last, struct ug_cut *cut)
{
	cut->len = ug_segment_cut(&r->seg, bytes, len, r->at, last,
	    &cut->ended);
	if (cut->len > 0)
		cut->kind = UG_CUT_OTHERS;
	if (cut->len > 0 && r->at + cut->len >= r->join_at &&
	    (cut->ended || !r->join_whole)) {
		r->phase = UG_PHASE_RECORDS;
		r->join_at = r->at + cut->len;
	}
	cut->ended = false;
}

/* The next record; or none, and a phase in which its form is asked. */
static void
records_next(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last, struct ug_cut *cut)
{
	const struct ug_segmenter seg = r->seg;
	const bool starts = seg.record_end == r->at;
	bool more;

	cut->len = ug_segment_cut(&r->seg, bytes, len, r->at, last,
	    &cut->ended);
	if (seg.line_end == UG_LINE_END_NUL)
		more = false;
	else if (ug_form_doubts(r, bytes, len, cut->len, last, &more))
		r->phase = UG_PHASE_FORM;
	if (r->phase == UG_PHASE_FORM || more)
		r->seg = seg;
	if (r->phase == UG_PHASE_FORM || more || cut->len == 0)
		return;
	cut->form = r->form;
	if (r->form.encoding == NULL)
		cut->form = ug_shifts_verdict(r, bytes, len, cut->len, starts,
		    &cut->restarts);
	cut->kind = UG_CUT_RECORD;
}

static enum ungarble_err
records_ask_form(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last, struct ug_cut *cut)
{
	const struct ug_encoding *const before = r->form.encoding;
	const enum ungarble_err err = ug_form_find(r, bytes, len, last);

	if (r->form.encoding != before)
		cut->kind = UG_CUT_FORM;
	return err;
}

enum ungarble_err
ug_records_cut(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last, struct ug_cut *cut)
{
	enum ungarble_err err = UNGARBLE_OK;
	enum ug_records_phase phase;

	do {
		*cut = (struct ug_cut){ .kind = UG_CUT_NOTHING };
		phase = r->phase;
		switch (phase) {
		case UG_PHASE_MARK:
			ug_form_mark(r, bytes, len, last);
			break;
		case UG_PHASE_JOIN:
			records_join(r, bytes, len, last, cut);
			break;
		case UG_PHASE_RECORDS:
			records_next(r, bytes, len, last, cut);
			break;
		case UG_PHASE_FORM:
			err = records_ask_form(r, bytes, len, last, cut);
			break;
		case UG_PHASE_BINARY:
			*cut = (struct ug_cut){ .kind = UG_CUT_BINARY,
				.len = len, .form = r->form };
			break;
		}
	} while (err == UNGARBLE_OK && cut->kind == UG_CUT_NOTHING &&
	    r->phase != phase);
	return err;
}

void
ug_records_take(struct ug_records *r, const struct ug_cut *cut)
{
	r->at += cut->len;
	r->number += cut->ended;
}

void
ug_records_end(struct ug_records *r)
{
	r->number += r->at > r->seg.record_end;
	r->seg.record_end = r->at;
}
