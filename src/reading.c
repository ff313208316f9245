/*
 * reading.c - from records of bytes to decoded records
 */
#include "reading.h"

#include <string.h>

#include "detect/habit.h"
#include "detect/label.h"
#include "model/weights.h"
#include "utf8.h"

/* Bytes of legacy records, or sure ones of them, that settle what waits. */
#define ENOUGH_BYTES     1024
#define ENOUGH_RECORDS   8

/* Hundredths of a nat that no expectation makes up for. */
#define BEYOND_DOUBT     2000

#define WAIT_BYTES_MAX   ((size_t)64 * 1024)
#define WAIT_RECORDS_MAX 4096

/* What a record is before its encoding is known. */
enum reading_kind {
	READING_ASCII,
	READING_UTF8,
	READING_STRAYS, /* UTF-8 with stray bytes in it */
	READING_LEGACY,
	READING_USUAL   /* legacy, and fits what the others are in */
};

struct waiting {
	struct ug_record record;
	size_t at;                        /* in ug_reading.bytes */
	enum reading_kind kind;
};

struct ug_reading {
	struct ug_reading_setup setup;
	struct ug_decoder *decoder;
	struct ug_decoded decoded;
	struct ug_work work;
	struct ug_detector *detector;
	struct ug_history history;
	struct ug_habit habit;
	struct ug_verdict whole;          /* with setup.whole_stream, once known */
	bool utf8_allowed;
	bool beyond_ascii;                /* seen in the stream */
	struct ug_buf bytes;              /* of the records that wait */
	size_t legacy_len;                /* those that are not UTF-8 */
	struct waiting *waiting;
	size_t n, cap;
	size_t n_sure;                    /* of them */
	uint64_t failed_at;
};

enum ungarble_err
ug_reading_new(struct ug_reading **reading,
    const struct ug_reading_setup *setup)
{
	const struct ug_alloc *const alloc = setup->alloc;
	struct ug_reading *const r = alloc->resize(alloc->user, NULL,
	    sizeof(*r));

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
	ug_work_init(&r->work, alloc);

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
	ug_detector_free(reading->detector);
	ug_buf_free(&reading->bytes);
	ug_release(alloc, reading->waiting);
	ug_release(alloc, reading);
}

uint64_t
ug_reading_failed_at(const struct ug_reading *reading)
{
	return reading->failed_at;
}

/* Whether a record fits what all others of its block are in. */
static bool
reading_fits(struct ug_reading *r, const unsigned char *bytes, size_t len)
{
	const struct ug_encoding *const only = r->setup.no_memory ? NULL :
	    ug_history_only(&r->history);

	if (only == NULL || r->whole.encoding != NULL)
		return false;
	ug_habit_set(&r->habit, only);
	return ug_habit_fits(&r->habit, bytes, len);
}

static enum reading_kind
reading_kind(struct ug_reading *r, const unsigned char *bytes,
    size_t len)
{
	bool ascii;

	if (ug_utf8_prefix(bytes, len, &ascii) == len) {
		if (ascii)
			return READING_ASCII;
		return r->utf8_allowed ? READING_UTF8 : READING_LEGACY;
	}
	if (reading_fits(r, bytes, len))
		return READING_USUAL;
	if (r->utf8_allowed && ug_detect_is_utf8(bytes, len))
		return READING_STRAYS;
	return READING_LEGACY;
}

/* The encoding in which a stray byte of UTF-8 is read. */
static const struct ug_encoding *
reading_stray(const struct ug_reading *r)
{
	const struct ug_encoding *encoding = ug_history_main(&r->history);

	if (encoding == NULL || encoding->kind != UG_SINGLE_BYTE)
		encoding = r->setup.candidates.fallback;
	for (size_t i = 0; i < r->setup.candidates.n_from &&
	    encoding->kind != UG_SINGLE_BYTE; i++)
		encoding = r->setup.candidates.from[i];
	return encoding->kind == UG_SINGLE_BYTE ? encoding : NULL;
}

/* Log what was not read like the rest of its record. */
static enum ungarble_err
reading_log(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes)
{
	const struct ug_decoded *const d = &r->decoded;

	for (size_t i = 0; i < d->n_strays; i++) {
		const struct ug_stray *const stray = &d->strays[i];
		const struct ug_done done = {
			.record = record->number,
			.in_at = stray->in_at,
			.in_len = stray->in_len,
			.at = stray->text_at,
			.before_is_bytes = true,
			.rule = stray->rule != NULL ? stray->rule :
			    "decode/malformed",
			.fix = "encoding",
			.confidence = stray->rule != NULL ? 95 : 100,
		};
		const struct ug_text before = {
			(const char *)bytes + (stray->in_at - record->in_at),
			stray->in_len
		};
		const struct ug_text after = {
			r->work.text.s + stray->text_at, stray->text_len
		};
		const enum ungarble_err err = ug_log_add(&r->work.log, &done,
		    before, after);

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
reading_fail(struct ug_reading *r)
{
	const struct ug_stray *stray = r->decoded.strays;

	while (stray->rule != NULL)
		stray++;
	r->failed_at = stray->in_at;
	return UNGARBLE_EINPUT;
}

/* Decode a record as record->verdict says and hand it on. */
static enum ungarble_err
reading_decode(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, const struct ug_encoding *stray)
{
	struct ug_decoded *const d = &r->decoded;
	bool ascii;
	enum ungarble_err err = ug_decode(r->decoder, record->verdict.encoding,
	    stray, bytes, (size_t)record->in_len, record->in_at, d);

	if (err != UNGARBLE_OK)
		return err;
	record->n_invalid = d->n_invalid;
	if (d->n_invalid > 0 && r->setup.fail_on_invalid)
		return reading_fail(r);
	record->ascii = d->text.len == record->in_len && ug_utf8_prefix(bytes,
	    d->text.len, &ascii) == d->text.len && ascii &&
	    memcmp(bytes, d->text.s, d->text.len) == 0;
	ug_work_clear(&r->work);

	const struct ug_buf text = r->work.text;
	const struct ug_map map = r->work.map;

	r->work.text = d->text;
	r->work.map = d->map;
	d->text = text;
	d->map = map;
	err = reading_log(r, record, bytes);
	if (err == UNGARBLE_OK)
		err = r->setup.next(r->setup.user, record, &r->work);
	return err;
}

/* Hand on a record that is text as it stands. */
static enum ungarble_err
reading_lend(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes)
{
	ug_work_lend(&r->work, (struct ug_text){ (const char *)bytes,
	    (size_t)record->in_len }, record->in_at);
	return r->setup.next(r->setup.user, record, &r->work);
}

/*
 * The verdict on a legacy record, by its bytes and by what the stream lets one
 * expect.
 */
static enum ungarble_err
reading_judge(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, bool learn)
{
	struct ug_expectation expected;
	const bool alone = r->setup.no_memory ||
	    ug_history_len(&r->history) == 0;
	const struct ug_reading_of *readings;
	enum ungarble_err err;
	size_t n;

	if (r->whole.encoding != NULL) {
		record->verdict = r->whole;
		return UNGARBLE_OK;
	}
	if (!alone)
		ug_history_expect(&r->history, &expected);
	err = ug_detector_read(r->detector, bytes, (size_t)record->in_len,
	    alone ? NULL : &expected, &readings, &n);
	if (err != UNGARBLE_OK)
		return err;
	record->verdict = ug_detector_verdict(r->detector, readings, n);
	record->known = ug_detector_sure(readings, n, BEYOND_DOUBT);
	if (learn)
		ug_history_learn(&r->history, readings, n);
	if (!alone && !ug_detector_sure(readings, n, UG_W(SURE)))
		record->verdict.reason = UNGARBLE_BY_HISTORY;
	return UNGARBLE_OK;
}

/*
 * What a legacy record, by its own bytes alone, says of those near by; *sure if
 * it needs none of them.
 */
static enum ungarble_err
reading_learn(struct ug_reading *r, const unsigned char *bytes, size_t len,
    bool *sure)
{
	const struct ug_reading_of *readings;
	size_t n;
	const enum ungarble_err err = ug_detector_read(r->detector, bytes, len,
	    NULL, &readings, &n);

	*sure = false;
	if (err != UNGARBLE_OK)
		return err;
	*sure = ug_detector_sure(readings, n, UG_W(SURE));
	ug_history_learn(&r->history, readings, n);
	return UNGARBLE_OK;
}

/* Read one record with what the stream says of encodings. */
static enum ungarble_err
reading_read(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, enum reading_kind kind, bool learn)
{
	enum ungarble_err err = UNGARBLE_OK;

	record->verdict = (struct ug_verdict){ &ug_utf8,
		UNGARBLE_BY_VALIDITY, 100, NULL };
	switch (kind) {
	case READING_ASCII:
		record->ascii = true;
		record->around = ug_history_latest(&r->history);
		return reading_lend(r, record, bytes);
	case READING_UTF8:
		break;
	case READING_STRAYS:
		record->verdict.confidence = 95;
		record->known = false;
		break;
	case READING_USUAL:
		record->verdict = (struct ug_verdict){ r->habit.encoding,
			UNGARBLE_BY_HISTORY, 99, NULL };
		break;
	case READING_LEGACY:
		err = reading_judge(r, record, bytes, learn);
		break;
	}
	if (err != UNGARBLE_OK)
		return err;
	if (record->known)
		r->history.now.latest = record->verdict.encoding;
	record->around = record->verdict.encoding;
	if (kind == READING_UTF8)
		return reading_lend(r, record, bytes);
	return reading_decode(r, record, bytes, kind == READING_STRAYS ?
	    reading_stray(r) : NULL);
}

static enum ungarble_err
reading_wait(struct ug_reading *r, const struct ug_record *record,
    const unsigned char *bytes, enum reading_kind kind)
{
	const size_t at = r->bytes.len;
	enum ungarble_err err = ug_reserve(r->setup.alloc, &r->waiting, &r->cap,
	    r->n + 1, sizeof(*r->waiting));

	if (err == UNGARBLE_OK)
		err = ug_buf_add(&r->bytes, bytes, (size_t)record->in_len);
	if (err != UNGARBLE_OK)
		return err;
	r->waiting[r->n++] = (struct waiting){ *record, at, kind };
	if (kind == READING_LEGACY)
		r->legacy_len += (size_t)record->in_len;
	return UNGARBLE_OK;
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
		if (r->waiting[i].kind != READING_LEGACY)
			continue;
		n_legacy++;
		err = ug_buf_add(&sample, r->bytes.s + r->waiting[i].at,
		    (size_t)r->waiting[i].record.in_len);
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
		ug_history_learn(&r->history, readings, n);
	/* ASCII records before the first other are read as it is. */
	r->history.now.latest = verdict.encoding;
	ug_buf_free(&sample);
	return err;
}

enum ungarble_err
ug_reading_flush(struct ug_reading *reading)
{
	struct ug_reading *const r = reading;
	struct ug_block_history kept = r->history.now;
	enum ungarble_err err = UNGARBLE_OK;
	bool known = false;

	if (r->n == 0)
		return UNGARBLE_OK;
	if (r->legacy_len > 0) {
		/* None is to hear itself but as one of them. */
		memset(&r->history.now, 0, sizeof(r->history.now));
		err = reading_judge_together(r);
	}
	for (size_t i = 0; i < r->n && err == UNGARBLE_OK; i++) {
		struct waiting *const w = &r->waiting[i];

		err = reading_read(r, &w->record,
		    (const unsigned char *)r->bytes.s + w->at, w->kind, false);
		known |= w->record.known && w->kind != READING_ASCII;
	}
	r->n = r->n_sure = 0;
	r->bytes.len = r->legacy_len = 0;
	/* What they said together is for them alone. */
	if (known)
		kept.latest = r->history.now.latest;
	r->history.now = kept;
	return err;
}

/* Whether what waits can be read. */
static bool
reading_ready(const struct ug_reading *r, enum reading_kind kind)
{
	return r->legacy_len >= ENOUGH_BYTES ||
	    r->n_sure >= ENOUGH_RECORDS ||
	    r->bytes.len >= WAIT_BYTES_MAX || r->n >= WAIT_RECORDS_MAX ||
	    (r->legacy_len == 0 && kind != READING_ASCII);
}

/*
 * Whether a record must wait for what comes after it: one that is not sure by
 * its own bytes where nothing is known yet; ASCII that declares an encoding.
 */
static enum ungarble_err
reading_must_wait(struct ug_reading *r, const struct ug_record *record,
    const unsigned char *bytes, enum reading_kind kind, bool *wait)
{
	enum ungarble_err err = UNGARBLE_OK;

	*wait = r->n > 0;
	if (r->setup.no_memory && !r->setup.whole_stream)
		return UNGARBLE_OK;
	if (kind == READING_LEGACY && r->setup.whole_stream) {
		*wait |= r->whole.encoding == NULL;
	} else if (kind == READING_LEGACY &&
	    (r->n > 0 || ug_history_len(&r->history) == 0)) {
		bool sure;

		err = reading_learn(r, bytes, (size_t)record->in_len, &sure);
		*wait = true;
		r->n_sure += sure;
	} else if (kind == READING_ASCII) {
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

/* Read a record whose encoding is that of the stream. */
static enum ungarble_err
reading_formed(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, struct ug_verdict form)
{
	const size_t len = (size_t)record->in_len;

	record->verdict = form;
	record->around = form.encoding;
	if (form.encoding->kind == UG_UTF8 &&
	    ug_utf8_prefix(bytes, len, NULL) == len)
		return reading_lend(r, record, bytes);
	return reading_decode(r, record, bytes, NULL);
}

enum ungarble_err
ug_reading_put(struct ug_reading *reading, const struct ug_record *record,
    const unsigned char *bytes, struct ug_verdict form)
{
	struct ug_record here = *record;
	enum ungarble_err err = UNGARBLE_OK;
	bool wait;

	here.known = true;
	if (ug_history_enter(&reading->history, record->in_at)) {
		/* Nothing waits across the start of a block. */
		err = ug_reading_flush(reading);
		if (err != UNGARBLE_OK)
			return err;
	}

	if (form.encoding != NULL)
		return reading_formed(reading, &here, bytes, form);

	enum reading_kind kind = reading_kind(reading, bytes,
	    (size_t)record->in_len);

	/* What waits is judged together, what comes behind it as well. */
	if (kind == READING_USUAL && reading->n > 0)
		kind = READING_LEGACY;

	const bool first = kind == READING_LEGACY && reading->n == 0 &&
	    ug_history_len(&reading->history) == 0;

	err = reading_must_wait(reading, record, bytes, kind, &wait);
	if (err != UNGARBLE_OK)
		return err;
	if (wait) {
		err = reading_wait(reading, &here, bytes, kind);
		if (err == UNGARBLE_OK && reading_ready(reading, kind))
			err = ug_reading_flush(reading);
	} else {
		/* The first one has had its say already. */
		err = reading_read(reading, &here, bytes, kind,
		    !first && !reading->setup.no_memory);
	}
	reading->beyond_ascii |= kind != READING_ASCII;
	return err;
}
