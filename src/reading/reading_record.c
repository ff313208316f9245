/*
 * reading_record.c - one record of bytes decoded, by what it is and what the
 * stream lets one expect
 */
#include <string.h>

#include "base/utf8.h"
#include "model/weights.h"
#include "reading_state.h"

/* Whether a record fits what all others of its block are in. */
static bool
reading_fits(struct ug_reading *r, const unsigned char *bytes, size_t len)
{
	const struct ug_encoding *const only = r->setup.no_memory ? NULL :
	    ug_history_only(&r->history);

	if (only == NULL || r->whole.encoding != NULL)
		return false;
	ug_habit_set(r->habit, only);
	return ug_habit_fits(r->habit, bytes, len);
}

/* Whether a record is well-formed: the first letter of most others is not. */
static bool
reading_is_utf8(const unsigned char *bytes, size_t len, bool *ascii)
{
	const size_t at = ug_text_ascii((struct ug_text){ (const char *)bytes,
	    len });

	*ascii = at == len;
	if (*ascii)
		return true;
	if (len - at == 1 || bytes[at] < 0xC2 || bytes[at] > 0xF4 ||
	    !ug_char_is_tail(bytes[at + 1]))
		return false;
	return ug_utf8_prefix(bytes + at, len - at, NULL) == len - at;
}

static enum ug_reading_kind
reading_look(struct ug_reading *r, const unsigned char *bytes, size_t len)
{
	bool ascii;

	r->look_err = UNGARBLE_OK;
	r->rest = (struct ug_text){ (const char *)bytes, len };
	if (reading_is_utf8(bytes, len, &ascii)) {
		if (ascii)
			return UG_READING_ASCII;
		return r->utf8_allowed ? UG_READING_UTF8 : UG_READING_LEGACY;
	}
	r->look_err = ug_values_find(&r->values, bytes, len, &r->rest);
	if (reading_fits(r, (const unsigned char *)r->rest.s, r->rest.len))
		return UG_READING_USUAL;
	if (r->utf8_allowed && ug_detect_is_utf8(bytes, len) &&
	    (r->values.n == 0 || !ug_detect_is_legacy(
	    (const unsigned char *)r->rest.s, r->rest.len)))
		return UG_READING_STRAYS;
	return UG_READING_LEGACY;
}

/* One that ends a run of usual records is asked for again, when it is read. */
enum ug_reading_kind
ug_reading_kind(struct ug_reading *r, const unsigned char *bytes, size_t len,
    uint64_t in_at)
{
	const unsigned n_records = r->history.now.n_records;

	if (r->values.apart != 0 || r->seen.in_at != in_at ||
	    r->seen.len != len || r->seen.n_records != n_records) {
		r->seen.in_at = in_at;
		r->seen.len = len;
		r->seen.n_records = n_records;
		r->seen.kind = reading_look(r, bytes, len);
	}
	return r->seen.kind;
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

/*
 * Log what was not read like the rest of its record, of which so much text
 * stands before.
 */
static enum ungarble_err
reading_log(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, size_t text_at)
{
	const struct ug_decoded *const d = &r->decoded;

	for (size_t i = 0; i < d->n_strays; i++) {
		const struct ug_stray *const stray = &d->strays[i];
		const struct ug_done done = {
			.record = record->number,
			.in_at = stray->in_at,
			.in_len = stray->in_len,
			.at = text_at + stray->text_at,
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

/* Decode bytes[at, end) of a record to r->work, behind so much text. */
static enum ungarble_err
reading_decode_at(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, size_t at, size_t end, size_t text_at,
    const struct ug_encoding *stray)
{
	struct ug_decoded *const d = &r->decoded;
	const enum ungarble_err err = ug_decode(r->decoder,
	    record->verdict.encoding, stray, bytes + at, end - at,
	    record->in_at + at, d);

	if (err != UNGARBLE_OK)
		return err;
	record->n_invalid += d->n_invalid;
	if (d->n_invalid > 0 && r->setup.invalid == UNGARBLE_INVALID_FAIL)
		return reading_fail(r);
	ug_work_clear(&r->work);

	const struct ug_buf text = r->work.text;
	const struct ug_map map = r->work.map;

	r->work.text = d->text;
	r->work.map = d->map;
	d->text = text;
	d->map = map;
	return reading_log(r, record, bytes, text_at);
}

/* Decode a record as record->verdict says and hand it on. */
static enum ungarble_err
reading_decode(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, const struct ug_encoding *stray)
{
	const size_t len = (size_t)record->in_len;
	enum ungarble_err err;
	bool ascii;

	err = reading_decode_at(r, record, bytes, 0, len, 0, stray);
	if (err != UNGARBLE_OK)
		return err;
	record->ascii = r->work.text.len == len && ug_utf8_prefix(bytes, len,
	    &ascii) == len && ascii && memcmp(bytes, r->work.text.s, len) == 0;
	return r->setup.next(r->setup.user, record, bytes, &r->work);
}

/* The same but for r->values, which are UTF-8. */
static enum ungarble_err
reading_decode_values(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = 0;

	record->ascii = false;
	ug_work_clear(&r->joined);
	for (size_t i = 0; i <= r->values.n && err == UNGARBLE_OK; i++) {
		const struct ug_value value = i < r->values.n ?
		    r->values.v[i] :
		    (struct ug_value){ (size_t)record->in_len, 0 };

		err = reading_decode_at(r, record, bytes, at, value.at,
		    r->joined.text.len, NULL);
		if (err == UNGARBLE_OK && at < value.at)
			err = ug_work_join(&r->joined, &r->work);
		at = value.at + value.len;
		if (err != UNGARBLE_OK || value.len == 0)
			continue;
		ug_work_lend(&r->work, (struct ug_text){
		    (const char *)bytes + value.at, value.len },
		    record->in_at + value.at);
		err = ug_work_join(&r->joined, &r->work);
	}
	return err != UNGARBLE_OK ? err :
	    r->setup.next(r->setup.user, record, bytes, &r->joined);
}

/* Hand on a record that is text as it stands. */
static enum ungarble_err
reading_lend(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes)
{
	ug_work_lend(&r->work, (struct ug_text){ (const char *)bytes,
	    (size_t)record->in_len }, record->in_at);
	return r->setup.next(r->setup.user, record, bytes, &r->work);
}

/* What the stream lets one expect, found out anew where it heard more. */
static const struct ug_expectation *
reading_expects(struct ug_reading *r)
{
	const struct ug_history *const history = &r->history;

	if (r->setup.no_memory || ug_history_len(history) == 0)
		return NULL;
	if (r->expected_block != history->block ||
	    r->expected_records != history->now.n_records + 1) {
		ug_history_expect(history, &r->expected);
		r->expected_block = history->block;
		r->expected_records = history->now.n_records + 1;
	}
	return &r->expected;
}

/* One record makes no habit, and most short texts have no more. */
enum ungarble_err
ug_reading_note(struct ug_reading *r, const struct ug_reading_of *readings,
    size_t n)
{
	ug_history_learn(&r->history, readings, n);
	if (r->habit != NULL || ug_history_len(&r->history) < 2)
		return UNGARBLE_OK;
	r->habit = ug_new(r->setup.alloc, sizeof(*r->habit));
	if (r->habit == NULL)
		return UNGARBLE_ENOMEM;
	/* It is large: but for its start it is set when it is needed. */
	r->habit->encoding = NULL;
	return UNGARBLE_OK;
}

/*
 * The verdict on a legacy record, by the rest of its bytes and by what the
 * stream lets one expect.
 */
static enum ungarble_err
reading_judge(struct ug_reading *r, struct ug_record *record, bool learn)
{
	const struct ug_expectation *expected;
	const struct ug_reading_of *readings;
	enum ungarble_err err;
	size_t n;

	if (r->whole.encoding != NULL) {
		record->verdict = r->whole;
		return UNGARBLE_OK;
	}
	expected = reading_expects(r);
	err = ug_detector_read(r->detector, (const unsigned char *)r->rest.s,
	    r->rest.len, expected, &readings, &n);
	if (err != UNGARBLE_OK)
		return err;
	record->verdict = ug_detector_verdict(r->detector, readings, n);
	record->known = ug_detector_sure(readings, n, UG_FAR_BEHIND);
	r->alone = n > 0 ? ug_history_best(readings, n)->encoding :
	    record->verdict.encoding;
	if (learn)
		err = ug_reading_note(r, readings, n);
	if (expected != NULL && !ug_detector_sure(readings, n, UG_W(SURE)))
		record->verdict.reason = UNGARBLE_BY_HISTORY;
	return err;
}

enum ungarble_err
ug_reading_learn(struct ug_reading *r, bool *sure)
{
	const struct ug_reading_of *readings;
	size_t n;
	const enum ungarble_err err = ug_detector_read(r->detector,
	    (const unsigned char *)r->rest.s, r->rest.len, NULL, &readings,
	    &n);

	/* Without memory there are none, and nothing is sure. */
	*sure = ug_detector_sure(readings, n, UG_W(SURE));
	return err != UNGARBLE_OK ? err : ug_reading_note(r, readings, n);
}

struct ug_verdict
ug_reading_usual(struct ug_reading *reading)
{
	return (struct ug_verdict){ ug_history_only(&reading->history),
		UNGARBLE_BY_HISTORY, 99, NULL };
}

/* Read one record with what the stream says of encodings. */
enum ungarble_err
ug_reading_read(struct ug_reading *r, struct ug_record *record,
    const unsigned char *bytes, enum ug_reading_kind kind, bool learn)
{
	const bool legacy = kind == UG_READING_USUAL ||
	    kind == UG_READING_LEGACY;
	enum ungarble_err err = UNGARBLE_OK;

	record->verdict = (struct ug_verdict){ &ug_utf8,
		UNGARBLE_BY_VALIDITY, 100, NULL };
	switch (kind) {
	case UG_READING_ASCII:
		record->ascii = true;
		record->around = ug_history_latest(&r->history);
		return reading_lend(r, record, bytes);
	case UG_READING_UTF8:
		break;
	case UG_READING_STRAYS:
		record->verdict.confidence = 95;
		record->known = false;
		break;
	case UG_READING_USUAL:
		record->verdict = ug_reading_usual(r);
		ug_history_usual(&r->history, 1);
		break;
	case UG_READING_LEGACY:
		err = reading_judge(r, record, learn);
		break;
	}
	if (err != UNGARBLE_OK)
		return err;
	if (record->known)
		ug_history_note(&r->history, record->verdict.encoding,
		    kind == UG_READING_LEGACY && r->whole.encoding == NULL ?
		    r->alone : record->verdict.encoding);
	record->around = record->verdict.encoding;
	if (kind == UG_READING_UTF8)
		return reading_lend(r, record, bytes);
	if (legacy)
		ug_values_settle(&r->values, record->verdict.encoding, bytes);
	if (legacy && r->values.n != 0)
		return reading_decode_values(r, record, bytes);
	return reading_decode(r, record, bytes, kind == UG_READING_STRAYS ?
	    reading_stray(r) : NULL);
}

/* Read a record whose encoding is that of the stream. */
enum ungarble_err
ug_reading_formed(struct ug_reading *r, struct ug_record *record,
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
