/*
 * hold.c - holds back the records of which it is not decided whether they were
 * spun, and repairs their words
 */
#include "fields/fields.h"
#include "hold_state.h"
#include "paragraph.h"
#include "passed.h"
#include "tidy/invisible.h"
#include "words/gate_limits.h"

/*
 * What is held at most: tokens as a decision looks at, a window on either side;
 * for records without any, and long ones, bounds set by hand.
 */
#define HELD_TOKENS_MAX  (2 * UG_SPIN_WINDOW)
#define HELD_BYTES_MAX   ((size_t)64 * 1024)
#define HELD_RECORDS_MAX HELD_TOKENS_MAX

/* What is repaired together at most, by hand: less than is held. */
#define PARAGRAPH_BYTES  ((size_t)16 * 1024)
#define PARAGRAPH_LINES  64

enum ungarble_err
ug_hold_new(struct ug_hold **hold, const struct ug_hold_setup *setup)
{
	const struct ug_alloc *const alloc = setup->alloc;
	struct ug_hold *const h = ug_new(alloc, sizeof(*h));

	*hold = NULL;
	if (h == NULL)
		return UNGARBLE_ENOMEM;
	*h = (struct ug_hold){
		.setup = *setup,
		.before = { .alloc = alloc },
		.after = { .alloc = alloc },
		.reads_all = setup->own != NULL,
	};
	if (setup->fields != NULL)
		ug_unread_enter_text(&h->unread);
	ug_work_init(&h->passage, alloc);
	ug_work_init(&h->line, alloc);
	if (setup->fixes != 0) {
		const enum ungarble_err err = ug_spin_new(&h->spin, alloc);

		if (err != UNGARBLE_OK) {
			ug_hold_free(h);
			return err;
		}
		ug_spin_set_own(h->spin, setup->own);
		if (setup->other != NULL)
			ug_spin_look_for_others(h->spin);
	}
	*hold = h;
	return UNGARBLE_OK;
}

void
ug_hold_free(struct ug_hold *hold)
{
	if (hold == NULL)
		return;

	const struct ug_alloc *const alloc = hold->setup.alloc;

	ug_spin_free(hold->spin);
	for (size_t i = 0; i < hold->cap; i++)
		ug_work_free(&hold->ring[i].work);
	ug_release(alloc, hold->ring);
	ug_release(alloc, hold->records);
	ug_work_free(&hold->passage);
	ug_work_free(&hold->line);
	ug_buf_free(&hold->before);
	ug_buf_free(&hold->after);
	ug_release(alloc, hold);
}

void
ug_hold_set_low_water(struct ug_hold *hold, int hundredths)
{
	hold->reads_all |= hundredths != UG_GATE_LOW_WATER;
	if (hold->spin != NULL)
		ug_spin_set_low_water(hold->spin, hundredths);
}

/* Whether nothing may wait any longer. */
static bool
hold_full(const struct ug_hold *h)
{
	return h->bytes >= HELD_BYTES_MAX || h->n >= HELD_RECORDS_MAX ||
	    ug_hold_at(h, h->n - 1)->end_token -
	    ug_hold_at(h, 0)->first_token >= HELD_TOKENS_MAX;
}

/* The gate's state for held record i; `forced`: with what has been seen. */
static enum ug_gate_state
hold_gate(struct ug_hold *h, size_t i, bool forced)
{
	struct ug_held *const held = ug_hold_at(h, i);

	if (held->gate == UG_GATE_UNKNOWN &&
	    (forced || ug_spin_ready(h->spin, held->end_token)))
		held->gate = ug_spin_open(h->spin, held->first_token,
		    held->end_token) ? UG_GATE_OPEN : UG_GATE_SHUT;
	return held->gate;
}

/*
 * How many of the held records, of which the first is spun, are to be repaired
 * together: up to the paragraph's end; 0 if more must be read first.
 */
static size_t
hold_paragraph(struct ug_hold *h, bool forced)
{
	size_t n = 0, bytes = 0, sentence = 0;

	while (n < h->n && n < PARAGRAPH_LINES && bytes < PARAGRAPH_BYTES) {
		const struct ug_text text =
		    ug_work_text(&ug_hold_at(h, n)->work);

		if (n > 0 && ug_paragraph_starts(text))
			return n;

		const enum ug_gate_state gate = hold_gate(h, n, forced);

		if (gate == UG_GATE_UNKNOWN && !hold_full(h))
			return 0;
		if (gate == UG_GATE_UNKNOWN)
			return sentence > 0 ? sentence : n;
		if (gate == UG_GATE_SHUT)
			return n;
		bytes += text.len;
		n++;
		if (ug_sentence_ends(text))
			sentence = n;
	}
	return n;
}

/* What a buffer holds; it may never have held anything. */
static struct ug_text
hold_text(const struct ug_buf *buf)
{
	if (buf->len == 0)
		return (struct ug_text)UG_LIT("");
	return (struct ug_text){ buf->s, buf->len };
}

enum ungarble_err
ug_hold_write(struct ug_hold *h, const struct ug_record *records, size_t n,
    struct ug_work *work)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (h->setup.tidies != 0) {
		const struct ug_scope scope = {
			.encoding = ug_record_encoding(&records[0]),
			.confidence = h->setup.confidence,
			.start = records[0].in_at == 0,
			.before = UG_LIT(""),
			.after = UG_LIT(""),
		};
		bool sure;

		err = ug_runner_run(h->setup.runner, h->setup.tidies, scope,
		    &(struct ug_passage){ records, n }, work, &sure);
	}
	/* Text that came in as ASCII and stayed has none. */
	if (err == UNGARBLE_OK && h->setup.teller != NULL &&
	    (!records[0].ascii || n > 1 || work->lent.s == NULL))
		err = ug_invisible_tell(h->setup.teller, records, n, work);
	if (err == UNGARBLE_OK && h->setup.fields != NULL)
		err = ug_fields_write(h->setup.fields, work);
	return err != UNGARBLE_OK ? err :
	    ug_output_put(h->setup.output, records, n, work);
}

/* Repair the words of the first n held records, as one passage. */
static enum ungarble_err
hold_repair(struct ug_hold *h, size_t n)
{
	enum ungarble_err err = ug_reserve(h->setup.alloc, &h->records,
	    &h->cap_records, n, sizeof(*h->records));

	ug_work_clear(&h->passage);
	h->after.len = 0;
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++) {
		h->records[i] = ug_hold_at(h, i)->record;
		err = ug_work_join(&h->passage, &ug_hold_at(h, i)->work);
	}
	for (size_t i = n; i < h->n && err == UNGARBLE_OK &&
	    h->after.len < UG_PASSED_LEN; i++) {
		const struct ug_text text =
		    ug_work_text(&ug_hold_at(h, i)->work);

		err = ug_buf_add(&h->after, text.s, text.len);
	}
	if (err != UNGARBLE_OK)
		return err;

	const struct ug_scope scope = {
		.encoding = ug_record_encoding(&h->records[0]),
		.confidence = h->setup.confidence,
		.own = h->setup.own,
		.spin = h->spin,
		.first_token = ug_hold_at(h, 0)->first_token,
		.first_byte = ug_hold_at(h, 0)->first_byte,
		.before = ug_passed_text(&h->before),
		.after = hold_text(&h->after),
	};
	bool sure;

	return ug_runner_run(h->setup.runner, h->setup.fixes, scope,
	    &(struct ug_passage){ h->records, n }, &h->passage, &sure);
}

/* Write the first of those held, or the paragraph it starts. */
static enum ungarble_err
hold_release(struct ug_hold *h, size_t n, enum ug_gate_state gate)
{
	struct ug_held *const last = ug_hold_at(h, n - 1);
	enum ungarble_err err = UNGARBLE_OK;

	if (gate == UG_GATE_OPEN)
		err = hold_repair(h, n);
	/* What passes see before a text is not tidied. */
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++)
		err = ug_passed_add(&h->before,
		    ug_hold_at(h, i)->record.known,
		    ug_work_text(&ug_hold_at(h, i)->work));
	if (err != UNGARBLE_OK)
		return err;
	err = gate == UG_GATE_OPEN ?
	    ug_hold_write(h, h->records, n, &h->passage) :
	    ug_hold_write(h, &last->record, 1, &last->work);
	if (err == UNGARBLE_OK)
		ug_hold_drop(h, n);
	return err;
}

enum ungarble_err
ug_hold_drain(struct ug_hold *h, bool forced)
{
	while (h->n > 0) {
		const enum ug_gate_state gate = hold_gate(h, 0,
		    forced || hold_full(h));
		size_t n = 1;

		if (gate == UG_GATE_UNKNOWN)
			break;
		if (gate == UG_GATE_OPEN)
			n = hold_paragraph(h, forced);
		if (n == 0)
			break;

		const enum ungarble_err err = hold_release(h, n, gate);

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}
