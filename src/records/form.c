/*
 * form.c - which form a stream has from its next record on
 *
 * It is asked at the start of the stream and may change wherever a record
 * starts, since files are concatenated:
 *
 *	plain line LF  68 00 69 00 0A 00  ->  bytes, then UTF-16LE
 *	68 00 0A 00  plain line LF        ->  UTF-16LE, then bytes
 *
 * Of records of bytes, those give reason to ask that hold what text does not
 * (in the first 64 KiB, where all may turn out to be no text), that start like
 * that or with a mark, or that are the first and no UTF-8.  In another form
 * each record is looked at in passing.  How often a stream may ask depends on
 * where windows of 32 KiB lie, not on what came before them; so who starts
 * within a stretch of bytes decides as those do who saw what came before.
 */
#include "form.h"

#include <string.h>

#include "base/bytes.h"
#include "base/least.h"
#include "base/utf8.h"

#define FORM_WINDOW   4096                  /* bytes that are looked at then */
#define LATE_WINDOW   512                   /* and at an odd record's start */
#define STAY_WINDOW   256                   /* of a record that should go on */
#define STAY_PART     64
#define HEAD_LEN      16                    /* what is a record's start */
#define HEAD_CHANGES  4                     /* text in words has 2 or 3 there */
#define LATE_ASKS     2                     /* in each 32 KiB */

static bool
form_is_wide(const struct ug_encoding *encoding)
{
	return encoding != NULL && ug_unit_len(encoding->kind) > 1;
}

static void
form_set(struct ug_records *r, struct ug_verdict form)
{
	r->form = form;
	r->seg.form = form.encoding != NULL ? form.encoding->kind : UG_UTF8;
	r->seg.ebcdic = form.encoding != NULL &&
	    ug_detect_is_ebcdic(form.encoding);
	r->seg.searched = 0;
}

void
ug_form_mark(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last)
{
	bool more;
	const struct ug_encoding *const encoding = ug_detect_mark(bytes, len,
	    &more);

	if (more && !last)
		return;
	if (form_is_wide(encoding) &&
	    ug_candidates_admit(r->candidates, encoding)) {
		form_set(r, (struct ug_verdict){ encoding, UNGARBLE_BY_BOM,
			100, NULL });
		r->asked.at = r->at + 1;
	}
	r->phase = UG_PHASE_RECORDS;
}

/* ---- whether to ask ---- */

/*
 * Whether a record in a form of wide units, or in EBCDIC, is so no longer.  Its
 * first part tells where only a few lines are something else.
 */
static bool
form_leaves(struct ug_records *r, const unsigned char *bytes, size_t len,
    size_t cut, bool last)
{
	const struct ug_encoding *const form = r->form.encoding;

	if (cut > 0)
		len = cut;
	else if (len < STAY_WINDOW && !last)
		return false;
	len = UG_MIN(len, STAY_WINDOW);
	if (ug_detect_stays(form, bytes, len) && (len <= STAY_PART ||
	    ug_detect_stays(form, bytes, STAY_PART))) {
		r->asked.at = r->at + 1;
		return false;
	}
	r->asked.len = LATE_WINDOW;
	return true;
}

/* Whether a record of the first 64 KiB holds what text does not. */
static bool
form_is_odd(struct ug_records *r, const unsigned char *bytes, size_t cut)
{
	if (r->at >= UG_RECORDS_PROBATION || r->at < r->asked.odd_from)
		return false;
	for (size_t at = 0; at < cut; at += FORM_WINDOW) {
		const size_t rest = cut - at;

		if (ug_detect_odd(bytes + at, UG_MIN(rest, FORM_WINDOW))) {
			r->asked.len = at + 2 * FORM_WINDOW;
			return true;
		}
	}
	return false;
}

/*
 * Whether a first line could be half of the first character, or all of it, in
 * UTF-16: U+0E0A, U+300A, U+4E0A.  A letter or a digit on its own hardly is,
 * and somebody may wait for an answer to it.
 */
static bool
form_may_be_half(const unsigned char *bytes, size_t cut)
{
	const unsigned char first = bytes[0];

	if (bytes[cut - 1] != '\n' || cut > 2)
		return false;
	return cut == 1 || first == 0x30 || first == 0x4E ||
	    !ug_ascii_is_alnum(first);
}

/* Whether the first record is no UTF-8, seen with the next one if need be. */
static bool
form_starts_otherwise(struct ug_records *r, const unsigned char *bytes,
    size_t len, size_t cut, bool last, bool *more)
{
	if (r->at != 0)
		return false;
	if (form_may_be_half(bytes, cut)) {
		struct ug_segmenter seg = r->seg;
		bool ended;
		const size_t next = ug_segment_cut(&seg, bytes + cut,
		    len - cut, r->at + cut, last, &ended);

		*more = next == 0 && !last;
		cut += next;
	}
	r->asked.len = FORM_WINDOW;
	return !*more && (ug_utf8_prefix(bytes, cut, NULL) < cut ||
	    ug_detect_odd(bytes, cut));
}

/*
 * What eight bytes have: one below 20, and how often they go from ASCII to
 * beyond or back.
 */
static unsigned
form_look(const unsigned char *bytes, bool *control)
{
	uint64_t v, changes;
	unsigned n = 0;

	memcpy(&v, bytes, sizeof(v));
	*control |= ((v - UG_EACH_BYTE * 0x20) & ~v & UG_EACH_BYTE * 0x80) != 0;
	v &= UG_EACH_BYTE * 0x80;
	/* The byte shifted in stands beside none. */
	for (changes = (v ^ v << 8) & ~UINT64_C(0xFF); changes != 0; n++)
		changes &= changes - 1;
	return n;
}

/*
 * Whether a record starts as those of other forms do: with a mark, with what
 * text does not hold, going to and fro between ASCII and what is beyond, as
 * ideographs of two bytes do, or with EBCDIC's spaces and none of ASCII's.
 */
static bool
form_starts_oddly(const unsigned char *bytes, size_t cut)
{
	bool control = false;
	unsigned n_changes;

	if (cut >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
	    memcmp(bytes, "\xFE\xFF", 2) == 0))
		return true;
	if (cut < HEAD_LEN)
		return ug_detect_odd(bytes, cut) ||
		    (ug_detect_maybe_wide(bytes, cut) &&
		    ug_utf8_prefix(bytes, cut, NULL) < cut);
	n_changes = form_look(bytes, &control) + form_look(bytes + 8, &control);
	if (control && ug_detect_odd(bytes, HEAD_LEN))
		return true;
	if (n_changes < HEAD_CHANGES && (bytes[0] | bytes[1]) < 0x80)
		return false;
	return (n_changes >= HEAD_CHANGES ||
	    (memchr(bytes, 0x40, HEAD_LEN) != NULL &&
	    memchr(bytes, ' ', HEAD_LEN) == NULL)) &&
	    ug_utf8_prefix(bytes, HEAD_LEN, NULL) < HEAD_LEN - 3;
}

/* Whether one more question is allowed in this window of 32 KiB. */
static bool
form_may_ask(struct ug_records *r)
{
	const uint64_t window = r->at / UG_WINDOW_LEN;

	if (window != r->asked.window)
		r->asked.n = 0;
	r->asked.window = window;
	if (r->asked.n == LATE_ASKS)
		return false;
	r->asked.n++;
	return true;
}

bool
ug_form_may_doubt(const struct ug_records *r, uint64_t at,
    const unsigned char *bytes, size_t cut)
{
	return r->candidates->n_from != 1 &&
	    (r->asked.window != at / UG_WINDOW_LEN ||
	    r->asked.n < LATE_ASKS) && form_starts_oddly(bytes, cut);
}

bool
ug_form_doubts(struct ug_records *r, const unsigned char *bytes, size_t len,
    size_t cut, bool last, bool *more)
{
	*more = false;
	if (r->candidates->n_from == 1 || r->asked.at == r->at + 1)
		return false;
	if (r->form.encoding != NULL)
		return form_leaves(r, bytes, len, cut, last);
	if (cut == 0)
		return false;
	if (form_is_odd(r, bytes, cut) ||
	    form_starts_otherwise(r, bytes, len, cut, last, more))
		return true;
	if (*more || !form_starts_oddly(bytes, cut) || !form_may_ask(r))
		return false;
	r->asked.len = LATE_WINDOW;
	return true;
}

/* ---- what it is ---- */

/* Parts of a window that are looked at, too: a file may soon end. */
static const size_t form_parts[] = { LATE_WINDOW, 128, 64 };

#define N_PARTS (sizeof(form_parts) / sizeof(*form_parts))

/* Whether the first bytes are plain text, whatever comes behind them. */
static bool
form_starts_plainly(const unsigned char *bytes, size_t len)
{
	len = UG_MIN(len, STAY_PART);
	return len - ug_utf8_prefix(bytes, len, NULL) < 4 &&
	    !ug_detect_odd(bytes, len);
}

/* As ug_detect_form(), of the whole window or a part. */
static struct ug_verdict
form_find(const unsigned char *bytes, size_t len)
{
	const struct ug_verdict whole = ug_detect_form(bytes, len);
	struct ug_verdict part = whole;

	for (size_t i = 0; i < N_PARTS && !form_is_wide(part.encoding); i++)
		if (form_parts[i] < len)
			part = ug_detect_form(bytes, form_parts[i]);
	if (!form_is_wide(part.encoding))
		return whole;
	if (len >= STAY_PART && form_starts_plainly(bytes, len))
		part.encoding = NULL;
	return part;
}

/* As ug_detect_ebcdic(); a part of the window must be sure. */
static enum ug_ebcdic
form_find_ebcdic(const unsigned char *bytes, size_t *len)
{
	const enum ug_ebcdic whole = ug_detect_ebcdic(bytes, *len);

	for (size_t i = 0; i < N_PARTS && whole == UG_EBCDIC_NO; i++)
		if (form_parts[i] < *len && ug_detect_ebcdic(bytes,
		    form_parts[i]) == UG_EBCDIC_YES) {
			*len = form_parts[i];
			return UG_EBCDIC_YES;
		}
	return whole;
}

/* The page of EBCDIC that bytes are in, or an encoding of NULL. */
static enum ungarble_err
form_find_page(const struct ug_records *r, const unsigned char *bytes,
    size_t len, struct ug_verdict *page)
{
	const enum ug_ebcdic sure = form_find_ebcdic(bytes, &len);
	struct ug_candidates candidates = *r->candidates;
	enum ungarble_err err;

	page->encoding = NULL;
	if (sure == UG_EBCDIC_NO)
		return UNGARBLE_OK;
	candidates.ebcdic = true;
	err = ug_detect_encoding(bytes, len, &candidates, r->alloc, page);
	if (err != UNGARBLE_OK || !ug_detect_is_ebcdic(page->encoding))
		page->encoding = NULL;
	return err;
}

enum ungarble_err
ug_form_find(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last)
{
	const bool early = r->asked.len >= FORM_WINDOW;
	enum ungarble_err err = UNGARBLE_OK;
	struct ug_verdict form, page;

	if (len < r->asked.len && !last)
		return UNGARBLE_OK;
	len = UG_MIN(len, r->asked.len);
	form = form_find(bytes, len);
	r->phase = UG_PHASE_RECORDS;
	r->asked.at = r->at + 1;
	if (early)
		r->asked.odd_from = r->at + r->asked.len;
	if (!form_is_wide(form.encoding)) {
		err = form_find_page(r, bytes, len, &page);
		if (page.encoding != NULL)
			form = page;
	} else if (!ug_candidates_admit(r->candidates, form.encoding)) {
		form.encoding = NULL;
	}
	if (form.encoding == &ug_binary) {
		if (early && r->form.encoding == NULL) {
			r->form = form;
			r->phase = UG_PHASE_BINARY;
			return err;
		}
		form.encoding = NULL;
	}
	/* It was seen to end here: what goes on comes later in the window. */
	if (form.encoding == r->form.encoding)
		form.encoding = NULL;
	if (form.encoding == r->form.encoding || err != UNGARBLE_OK)
		return err;
	form_set(r, form);
	return UNGARBLE_OK;
}
