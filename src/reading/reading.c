/*
 * reading.c - from records of bytes to decoded records
 */
#include "reading_state.h"

#include <string.h>

#include "base/hash.h"
#include "edit/memory.h"
#include "encodings/label.h"

/*
 * By hand.  Bytes of legacy records, or sure ones of them, that settle what
 * waits; and how much waits at most.
 */
#define ENOUGH_BYTES     1024
#define ENOUGH_RECORDS   8

#define WAIT_BYTES_MAX   ((size_t)64 * 1024)
#define WAIT_RECORDS_MAX 4096

enum ungarble_err
ug_reading_new(struct ug_reading **reading,
    const struct ug_reading_setup *setup)
{
	const struct ug_alloc *const alloc = setup->alloc;
	struct ug_reading *const r = ug_new(alloc, sizeof(*r));

	*reading = NULL;
	if (r == NULL)
		return UNGARBLE_ENOMEM;
	*r = (struct ug_reading){
		.setup = *setup,
		.bytes = { .alloc = alloc },
		.utf8_allowed = setup->candidates.n_from == 0,
	};
	for (size_t i = 0; i < setup->candidates.n_from; i++)
		r->utf8_allowed |=
		    setup->candidates.from[i]->kind == UG_UTF8;
	ug_decoded_init(&r->decoded, alloc);
	r->decoded.invalid = setup->invalid;
	ug_work_init(&r->work, alloc);
	ug_work_init(&r->joined, alloc);
	ug_values_init(&r->values, r->utf8_allowed ? setup->fields :
	    UNGARBLE_FIELDS_NONE, setup->delim, alloc);

	enum ungarble_err err = ug_decoder_new(&r->decoder, alloc);

	if (err == UNGARBLE_OK)
		err = ug_detector_new(&r->detector, &r->setup.candidates,
		    alloc);
	if (err != UNGARBLE_OK) {
		ug_reading_free(r);
		return err;
	}
	*reading = r;
	return UNGARBLE_OK;
}

void
ug_reading_free(struct ug_reading *reading)
{
	if (reading == NULL)
		return;

	const struct ug_alloc *const alloc = reading->setup.alloc;

	ug_decoder_free(reading->decoder);
	ug_decoded_free(&reading->decoded);
	ug_work_free(&reading->work);
	ug_work_free(&reading->joined);
	ug_values_free(&reading->values);
	ug_detector_free(reading->detector);
	ug_release(alloc, reading->habit);
	ug_buf_free(&reading->bytes);
	ug_release(alloc, reading->waiting);
	ug_release(alloc, reading);
}

uint64_t
ug_reading_failed_at(const struct ug_reading *reading)
{
	return reading->failed_at;
}

static enum ungarble_err
reading_wait(struct ug_reading *r, const struct ug_record *record,
    const unsigned char *bytes, enum ug_reading_kind kind)
{
	const size_t at = r->bytes.len;
	enum ungarble_err err = ug_reserve(r->setup.alloc, &r->waiting, &r->cap,
	    r->n + 1, sizeof(*r->waiting));

	if (err == UNGARBLE_OK)
		err = ug_buf_add(&r->bytes, bytes, (size_t)record->in_len);
	if (err != UNGARBLE_OK)
		return err;
	r->waiting[r->n++] = (struct ug_waiting){ *record, at, kind };
	if (kind == UG_READING_LEGACY)
		r->legacy_len += (size_t)record->in_len;
	return UNGARBLE_OK;
}

/* Have at hand what is in a legacy record that waits. */
static enum ungarble_err
reading_find(struct ug_reading *r, const struct ug_waiting *w)
{
	return ug_values_find(&r->values,
	    (const unsigned char *)r->bytes.s + w->at,
	    (size_t)w->record.in_len, &r->rest);
}

/*
 * What the legacy records that wait say together: the verdict on a whole
 * stream; else as much as all of them.
 */
static enum ungarble_err
reading_judge_together(struct ug_reading *r)
{
	struct ug_buf sample = { .alloc = r->setup.alloc };
	const struct ug_reading_of *readings;
	enum ungarble_err err = UNGARBLE_OK;
	struct ug_verdict verdict = { NULL, UNGARBLE_BY_DEFAULT, 0, NULL };
	size_t n, n_legacy = 0;

	for (size_t i = 0; i < r->n && err == UNGARBLE_OK; i++) {
		const struct ug_waiting *const w = &r->waiting[i];

		if (w->kind != UG_READING_LEGACY)
			continue;
		n_legacy++;
		err = reading_find(r, w);
		if (err == UNGARBLE_OK)
			err = ug_buf_add(&sample, r->rest.s, r->rest.len);
	}
	if (err == UNGARBLE_OK)
		err = ug_detector_read(r->detector,
		    (const unsigned char *)sample.s, sample.len, NULL,
		    &readings, &n);
	if (err == UNGARBLE_OK)
		verdict = ug_detector_verdict(r->detector, readings, n);
	if (err == UNGARBLE_OK && r->setup.whole_stream)
		r->whole = verdict;
	for (size_t i = 0; err == UNGARBLE_OK && n_legacy > 1 && i < n_legacy;
	    i++)
		err = ug_reading_note(r, readings, n);
	/* ASCII records before the first other are read as it is. */
	ug_history_note(&r->history, verdict.encoding, verdict.encoding);
	ug_buf_free(&sample);
	return err;
}

enum ungarble_err
ug_reading_flush(struct ug_reading *reading)
{
	struct ug_reading *const r = reading;
	struct ug_block_history kept;
	enum ungarble_err err = UNGARBLE_OK;
	bool known = false;

	if (r->n == 0)
		return UNGARBLE_OK;
	kept = r->history.now;
	if (r->legacy_len > 0) {
		/* None is to hear itself but as one of them. */
		memset(&r->history.now, 0, sizeof(r->history.now));
		r->expected_records = 0;
		err = reading_judge_together(r);
	}
	for (size_t i = 0; i < r->n && err == UNGARBLE_OK; i++) {
		struct ug_waiting *const w = &r->waiting[i];

		err = reading_find(r, w);
		if (err == UNGARBLE_OK)
			err = ug_reading_read(r, &w->record,
			    (const unsigned char *)r->bytes.s + w->at, w->kind,
			    false);
		known |= w->record.known && w->kind != UG_READING_ASCII;
	}
	r->n = r->n_sure = 0;
	r->bytes.len = r->legacy_len = 0;
	/* What they said together is for them alone. */
	if (known)
		kept.latest = r->history.now.latest;
	if (known)
		kept.alone = r->history.now.alone;
	r->history.now = kept;
	r->expected_records = 0;
	return err;
}

/* Whether what waits can be read. */
static bool
reading_ready(const struct ug_reading *r, enum ug_reading_kind kind)
{
	return r->legacy_len >= ENOUGH_BYTES ||
	    r->n_sure >= ENOUGH_RECORDS ||
	    r->bytes.len >= WAIT_BYTES_MAX || r->n >= WAIT_RECORDS_MAX ||
	    (r->legacy_len == 0 && kind != UG_READING_ASCII);
}

/*
 * Whether a record must wait for what comes after it: one whose encoding is not
 * known where nothing is known yet, and has its say at once; ASCII that
 * declares an encoding; and all behind one that waits.
 */
static enum ungarble_err
reading_must_wait(struct ug_reading *r, const struct ug_record *record,
    const unsigned char *bytes, enum ug_reading_kind kind, bool *wait)
{
	enum ungarble_err err = UNGARBLE_OK;

	*wait = r->n > 0;
	if (r->setup.no_memory && !r->setup.whole_stream)
		return UNGARBLE_OK;
	if (kind == UG_READING_LEGACY && r->setup.whole_stream) {
		*wait |= r->whole.encoding == NULL;
	} else if (kind == UG_READING_LEGACY &&
	    (r->n > 0 || ug_history_len(&r->history) == 0)) {
		bool sure;

		err = ug_reading_learn(r, &sure);
		*wait = true;
		r->n_sure += sure;
	} else if (kind == UG_READING_ASCII) {
		*wait |= !r->beyond_ascii && r->history.block == 0 &&
		    ug_label_foreign(bytes, (size_t)record->in_len);
	}
	return err;
}

void
ug_reading_restart(struct ug_reading *reading)
{
	ug_decoder_reset(reading->decoder);
}

size_t
ug_reading_whole(const struct ug_reading *reading, const unsigned char *bytes,
    size_t len, struct ug_verdict form)
{
	const size_t whole = form.encoding == NULL ? len :
	    ug_decoder_whole(reading->decoder, form.encoding, bytes, len);

	return whole > 0 ? whole : len;
}

/* The start of the first ASCII record that declares an encoding, or the end. */
static size_t
reading_foreign(const struct ug_stretch *stretch)
{
	/* Markup that does starts with one of these. */
	if (memchr(stretch->bytes, '<', stretch->plain) == NULL &&
	    memchr(stretch->bytes, '@', stretch->plain) == NULL)
		return stretch->len;
	for (size_t start = 0, end; start < stretch->plain; start = end) {
		end = ug_stretch_end(stretch, start);
		if (ug_label_foreign(stretch->bytes + start, end - start))
			return start;
	}
	return stretch->len;
}

size_t
ug_reading_may_pass(const struct ug_reading *reading,
    const struct ug_stretch *stretch)
{
	const struct ug_reading *const r = reading;

	if (r->n > 0 || !r->utf8_allowed)
		return 0;
	/* As in reading_must_wait(). */
	if ((r->setup.no_memory && !r->setup.whole_stream) ||
	    r->beyond_ascii || stretch->in_at >= UG_BLOCK_LEN)
		return stretch->len;
	return reading_foreign(stretch);
}

const struct ug_encoding *
ug_reading_pass(struct ug_reading *reading, const struct ug_stretch *stretch)
{
	const struct ug_encoding *around;

	/* Nothing waits that would have to be read at the block's start. */
	(void)ug_history_enter(&reading->history, stretch->in_at);
	around = ug_history_latest(&reading->history);
	if (stretch->plain < stretch->len) {
		ug_history_note(&reading->history, &ug_utf8, &ug_utf8);
		reading->beyond_ascii = true;
	}
	return around;
}

/* Nothing waits behind what needs not, nor across a block's start. */
enum ungarble_err
ug_reading_enter(struct ug_reading *reading, uint64_t in_at,
    struct ug_verdict form)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (form.encoding != NULL)
		err = ug_reading_flush(reading);
	if (err == UNGARBLE_OK && ug_history_enter(&reading->history, in_at)) {
		err = ug_reading_flush(reading);
		ug_history_note_before(&reading->history);
	}
	return err;
}

bool
ug_reading_waits(const struct ug_reading *reading)
{
	return reading->n > 0;
}

uint64_t
ug_reading_state(const struct ug_reading *reading)
{
	if (ug_reading_waits(reading))
		return 0;
	return ug_verdict_hash(ug_history_state(&reading->history),
	    &reading->whole) | 1;
}

struct ug_verdict
ug_reading_verdict(const struct ug_reading *reading)
{
	return reading->whole;
}

void
ug_reading_start_as(struct ug_reading *reading, struct ug_verdict verdict)
{
	reading->whole = verdict;
}

enum ungarble_err
ug_reading_put(struct ug_reading *reading, const struct ug_record *record,
    const unsigned char *bytes, struct ug_verdict form)
{
	struct ug_record here = *record;
	enum ungarble_err err = ug_reading_enter(reading, record->in_at, form);
	bool wait;

	here.known = true;
	if (err != UNGARBLE_OK)
		return err;
	if (form.encoding != NULL)
		return ug_reading_formed(reading, &here, bytes, form);

	enum ug_reading_kind kind = ug_reading_kind(reading, bytes,
	    (size_t)record->in_len, record->in_at);

	if (reading->look_err != UNGARBLE_OK)
		return reading->look_err;
	/* What waits is judged together, what comes behind it as well. */
	if (kind == UG_READING_USUAL && reading->n > 0)
		kind = UG_READING_LEGACY;

	err = reading_must_wait(reading, record, bytes, kind, &wait);
	if (err != UNGARBLE_OK)
		return err;
	if (wait) {
		err = reading_wait(reading, &here, bytes, kind);
		if (err == UNGARBLE_OK && reading_ready(reading, kind))
			err = ug_reading_flush(reading);
	} else {
		err = ug_reading_read(reading, &here, bytes, kind,
		    !reading->setup.no_memory);
	}
	reading->beyond_ascii |= kind != UG_READING_ASCII;
	return err;
}
