/*
 * detect.h - which encoding bytes are in
 *
 * Two questions.  The form of the stream is asked at its start: a mark, UTF-16
 * or UTF-32 without one, no text at all; else records of bytes.  The encoding
 * of a record that is not UTF-8 is asked of all such records near by.
 */
#ifndef UG_DETECT_H
#define UG_DETECT_H

#include "base/buf.h"
#include "encodings/verdict.h"
#include "ungarble.h"

/* Which encodings there are to choose from; outlives those it is given to. */
struct ug_candidates {
	const struct ug_encoding *const *from; /* n_from is 0: any */
	size_t n_from;
	const struct ug_encoding *fallback;    /* if nothing speaks for any */
	const struct ug_encoding *declared;    /* NULL: none */
	const char *languages;                 /* "de,fr"; NULL: any */
	bool ebcdic;                           /* its code pages are among
	                                        * them */
	bool flat;                             /* all are as likely, to
	                                        * measure */
};

/* Whether an encoding is among them. */
static inline bool
ug_candidates_admit(const struct ug_candidates *candidates,
    const struct ug_encoding *encoding)
{
	for (size_t i = 0; i < candidates->n_from; i++)
		if (candidates->from[i] == encoding)
			return true;
	return candidates->n_from == 0;
}

/*
 * The encoding that a byte order mark at the start of the stream names, NULL if
 * there is none, as far as bytes[0..len) tell.  *more is set if what comes
 * behind them could change that (FF FE may go on as FF FE 00 00).
 */
const struct ug_encoding *ug_detect_mark(const unsigned char *bytes, size_t len,
    bool *more);

/*
 * Whether a record holds what plain text does not: NUL, or controls other than
 * bell, backspace, tab, line ends, vertical tab, form feed, shift out and in,
 * SUB, escape.
 */
bool ug_detect_odd(const unsigned char *bytes, size_t len);

/*
 * Whether a short record that ends with an LF could be the first characters of
 * UTF-16, common ones all of them, and the LF half of one: U+4E0A.
 */
bool ug_detect_maybe_wide(const unsigned char *bytes, size_t len);

/*
 * The form of a stream that starts with these bytes, asked if one of its
 * records is odd or not UTF-8: UTF-16 or UTF-32 without a mark, ug_binary, or,
 * for records of bytes, an encoding of NULL.  A few kilobytes are enough.
 */
struct ug_verdict ug_detect_form(const unsigned char *bytes, size_t len);

/*
 * Whether a stream in UTF-16, UTF-32 or EBCDIC is so still, as far as its next
 * record tells, or the first part of it.
 */
bool ug_detect_stays(const struct ug_encoding *form, const unsigned char *bytes,
    size_t len);

enum ug_ebcdic {
	UG_EBCDIC_NO,
	UG_EBCDIC_MAYBE, /* or a multi-byte encoding: ug_detect_encoding() */
	UG_EBCDIC_YES    /* and one of its Latin code pages */
};

/* Whether bytes, a line or a few kilobytes, are in some EBCDIC code page. */
enum ug_ebcdic ug_detect_ebcdic(const unsigned char *bytes, size_t len);

/* Whether an encoding is one of EBCDIC's. */
bool ug_detect_is_ebcdic(const struct ug_encoding *encoding);

/*
 * Whether a record that is not well-formed UTF-8 is UTF-8 all the same, with
 * stray bytes in it: it has well-formed characters beyond ASCII that chance
 * does not explain, and the malformed bytes are few beside them.
 */
bool ug_detect_is_utf8(const unsigned char *bytes, size_t len);

/* Whether more of it is malformed than a stray byte: a run, or several. */
bool ug_detect_is_legacy(const unsigned char *bytes, size_t len);

/*
 * What bytes, taken as one record that is not UTF-8, are in: candidates, the
 * likeliest first, up to `cap` of them; those that read the bytes alike count
 * once, those that are out not at all.  margins[i]: how far verdicts[i] is
 * behind the first, in thousandths of a nat.  *n is at least 1 if `cap` is:
 * where nothing speaks for any candidate it is the first of `from`, or the
 * fallback.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_detect_rank(const unsigned char *bytes,
    size_t len, const struct ug_candidates *candidates,
    const struct ug_alloc *alloc, struct ug_verdict *verdicts, int *margins,
    size_t cap, size_t *n);

/* The first of them.  ENOMEM. */
UG_CHECK enum ungarble_err ug_detect_encoding(const unsigned char *bytes,
    size_t len, const struct ug_candidates *candidates,
    const struct ug_alloc *alloc, struct ug_verdict *verdict);

/*
 * Whether every sequence in `bytes` is defined in `encoding`, which is at the
 * start of a stream if it has shifts.  What a converter reads never is.
 */
bool ug_detect_valid(const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len);

#endif /* UG_DETECT_H */
