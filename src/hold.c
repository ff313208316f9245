/*
 * hold.c - holds back the records of which it is not decided whether they were
 * spun, and repairs their words
 */
#include "hold.h"

#include "paragraph.h"
#include "passed.h"

#define HELD_TOKENS_MAX  480
#define HELD_BYTES_MAX   ((size_t)64 * 1024)
#define HELD_RECORDS_MAX 480
#define SLOT_BYTES_KEPT  4096
#define PARAGRAPH_BYTES  ((size_t)16 * 1024)
#define PARAGRAPH_LINES  64

enum gate_state {
	GATE_UNKNOWN,             /* more must be read first */
	GATE_SHUT,
	GATE_OPEN
};

struct held {
	struct ug_record record;
	struct ug_work work;
	uint64_t first, end;      /* its tokens, counted from the stream's start */
	enum gate_state gate;
};

struct ug_hold {
	struct ug_hold_setup setup;
	struct ug_spin *spin;
	struct held *ring;        /* n held from `head` on; the other slots keep
	                           * their buffers */
	size_t head, n, cap;
	size_t bytes;             /* of input, held */
	uint64_t block;           /* of the last record: see memory.h */
	struct ug_work passage;
	struct ug_record *records;
	size_t cap_records;
	struct ug_buf before, after;
};

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
	};
	ug_work_init(&h->passage, alloc);
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
	ug_buf_free(&hold->before);
	ug_buf_free(&hold->after);
	ug_release(alloc, hold);
}

void
ug_hold_set_low_water(struct ug_hold *hold, int hundredths)
{
	if (hold->spin != NULL)
		ug_spin_set_low_water(hold->spin, hundredths);
}

static struct held *
hold_at(const struct ug_hold *h, size_t i)
{
	return &h->ring[(h->head + i) % h->cap];
}

/* Twice the slots, those held first. */
static enum ungarble_err
hold_grow(struct ug_hold *h)
{
	const struct ug_alloc *const alloc = h->setup.alloc;
	void *ring = NULL;
	size_t cap = 0;
	const enum ungarble_err err = ug_reserve(alloc, &ring, &cap,
	    h->cap > 0 ? 2 * h->cap : 16, sizeof(*h->ring));

	if (err != UNGARBLE_OK)
		return err;

	struct held *const grown = ring;

	for (size_t i = 0; i < h->cap; i++)
		grown[i] = *hold_at(h, i);
	for (size_t i = h->cap; i < cap; i++)
		ug_work_init(&grown[i].work, alloc);
	ug_release(alloc, h->ring);
	h->ring = grown;
	h->head = 0;
	h->cap = cap;
	return UNGARBLE_OK;
}

/* Copy a record behind those held; if it is clean it waits for those alone. */
static enum ungarble_err
hold_keep(struct ug_hold *h, const struct ug_record *record,
    const struct ug_work *work, uint64_t first, uint64_t end, bool clean)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (h->n == h->cap)
		err = hold_grow(h);
	if (err != UNGARBLE_OK)
		return err;

	struct held *const held = hold_at(h, h->n);

	ug_work_clear(&held->work);
	err = ug_work_join(&held->work, work);
	if (err != UNGARBLE_OK)
		return err;
	held->record = *record;
	held->first = first;
	held->end = end;
	held->gate = clean ? GATE_SHUT : GATE_UNKNOWN;
	h->bytes += (size_t)record->in_len;
	h->n++;
	return UNGARBLE_OK;
}

static void
hold_drop(struct ug_hold *h, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct held *const held = hold_at(h, i);

		h->bytes -= (size_t)held->record.in_len;
		/* The buffers of long records are not kept in every slot. */
		if (held->record.in_len > SLOT_BYTES_KEPT)
			ug_work_free(&held->work);
	}
	h->head = (h->head + n) % h->cap;
	h->n -= n;
}

/* Whether nothing may wait any longer. */
static bool
hold_full(const struct ug_hold *h)
{
	return h->bytes >= HELD_BYTES_MAX || h->n >= HELD_RECORDS_MAX ||
	    hold_at(h, h->n - 1)->end - hold_at(h, 0)->first >=
	    HELD_TOKENS_MAX;
}

/* The gate's state for held record i; `forced`: with what has been seen. */
static enum gate_state
hold_gate(struct ug_hold *h, size_t i, bool forced)
{
	struct held *const held = hold_at(h, i);

	if (held->gate == GATE_UNKNOWN &&
	    (forced || ug_spin_ready(h->spin, held->end)))
		held->gate = ug_spin_open(h->spin, held->first, held->end) ?
		    GATE_OPEN : GATE_SHUT;
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
		const struct ug_text text = ug_work_text(&hold_at(h, n)->work);

		if (n > 0 && ug_paragraph_starts(text))
			return n;

		const enum gate_state gate = hold_gate(h, n, forced);

		if (gate == GATE_UNKNOWN && !hold_full(h))
			return 0;
		if (gate == GATE_UNKNOWN)
			return sentence > 0 ? sentence : n;
		if (gate == GATE_SHUT)
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

/* Repair the words of the first n held records and write them. */
static enum ungarble_err
hold_repair(struct ug_hold *h, size_t n)
{
	enum ungarble_err err = ug_reserve(h->setup.alloc, &h->records,
	    &h->cap_records, n, sizeof(*h->records));

	ug_work_clear(&h->passage);
	h->after.len = 0;
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++) {
		h->records[i] = hold_at(h, i)->record;
		err = ug_work_join(&h->passage, &hold_at(h, i)->work);
	}
	for (size_t i = n; i < h->n && err == UNGARBLE_OK &&
	    h->after.len < UG_PASSED_LEN; i++) {
		const struct ug_text text = ug_work_text(&hold_at(h, i)->work);

		err = ug_buf_add(&h->after, text.s, text.len);
	}
	if (err != UNGARBLE_OK)
		return err;

	const struct ug_scope scope = {
		.encoding = ug_record_encoding(&h->records[0]),
		.confidence = h->setup.confidence,
		.own = h->setup.own,
		.spin = h->spin,
		.first_token = hold_at(h, 0)->first,
		.end_token = hold_at(h, n - 1)->end,
		.before = ug_passed_text(&h->before),
		.after = hold_text(&h->after),
	};
	bool sure;

	err = ug_runner_run(h->setup.runner, h->setup.fixes, scope,
	    &(struct ug_passage){ h->records, n }, &h->passage, &sure);
	if (err == UNGARBLE_OK)
		err = ug_output_put(h->setup.output, h->records, n,
		    &h->passage);
	return err;
}

/* Write the first of those held, or the paragraph it starts. */
static enum ungarble_err
hold_release(struct ug_hold *h, size_t n, enum gate_state gate)
{
	const struct held *const last = hold_at(h, n - 1);
	enum ungarble_err err;

	if (gate == GATE_OPEN)
		err = hold_repair(h, n);
	else
		err = ug_output_put(h->setup.output, &last->record, 1,
		    &last->work);
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++)
		err = ug_passed_add(&h->before,
		    hold_at(h, i)->record.known,
		    ug_work_text(&hold_at(h, i)->work));
	if (err == UNGARBLE_OK)
		hold_drop(h, n);
	return err;
}

/* Write what is decided of the records held; all, if `forced`. */
static enum ungarble_err
hold_drain(struct ug_hold *h, bool forced)
{
	while (h->n > 0) {
		const enum gate_state gate = hold_gate(h, 0,
		    forced || hold_full(h));
		size_t n = 1;

		if (gate == GATE_UNKNOWN)
			break;
		if (gate == GATE_OPEN)
			n = hold_paragraph(h, forced);
		if (n == 0)
			break;

		const enum ungarble_err err = hold_release(h, n, gate);

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}

/* Nothing is held across the start of a block: whoever starts there agrees. */
static enum ungarble_err
hold_enter(struct ug_hold *h, uint64_t in_at)
{
	const uint64_t block = in_at / UG_BLOCK_LEN;

	if (block == h->block)
		return UNGARBLE_OK;
	h->block = block;

	const enum ungarble_err err = hold_drain(h, true);

	h->before.len = 0;
	ug_spin_enter_block(h->spin);
	return err;
}

/* Show a record to who looks for other spinners. */
static enum ungarble_err
hold_show(struct ug_hold *h, const struct ug_record *record,
    struct ug_work *work)
{
	return ug_other_see(h->setup.other, record, work,
	    ug_spin_cues(h->spin));
}

enum ungarble_err
ug_hold_put(struct ug_hold *hold, const struct ug_record *record,
    struct ug_work *work)
{
	uint64_t first, end;
	enum ungarble_err err;
	bool clean;

	if (hold->spin == NULL) {
		err = hold_show(hold, record, work);
		return err != UNGARBLE_OK ? err : ug_output_put(
		    hold->setup.output, record, 1, work);
	}
	err = hold_enter(hold, record->in_at);
	if (err == UNGARBLE_OK)
		err = ug_spin_see(hold->spin, ug_work_text(work),
		    record->known, &first, &end);
	if (err == UNGARBLE_OK)
		err = hold_show(hold, record, work);
	if (err != UNGARBLE_OK)
		return err;
	clean = ug_spin_clean(hold->spin);
	if (hold->n == 0 && clean) {
		err = ug_output_put(hold->setup.output, record, 1, work);
		if (err == UNGARBLE_OK)
			err = ug_passed_add(&hold->before, record->known,
			    ug_work_text(work));
	} else {
		err = hold_keep(hold, record, work, first, end, clean);
		if (err == UNGARBLE_OK)
			err = hold_drain(hold, false);
	}
	ug_spin_forget(hold->spin, hold->n > 0 ? hold_at(hold, 0)->first :
	    end);
	return err;
}

enum ungarble_err
ug_hold_flush(struct ug_hold *hold)
{
	return hold_drain(hold, true);
}
