/*
 * records.h - from bytes to records, each with the form it is read in
 *
 * A form is what must be known to tell where records end, and how all of them
 * are read: UTF-16, UTF-32, EBCDIC, or bytes.  It is the stream's, from one
 * record on until it changes (form.c).  ISO-2022, HZ and UTF-7 are each
 * record's own (shifts.c).
 */
#ifndef UG_RECORDS_H
#define UG_RECORDS_H

#include "detect/detect.h"
#include "segment.h"

/* What must be seen of a stream before a place, to tell where records end. */
#define UG_RECORDS_LEAD ((uint64_t)64 * 1024)

/* Where a stream may prove to be no text: what starts behind is text. */
#define UG_RECORDS_PROBATION ((uint64_t)64 * 1024)

enum ug_records_phase {
	UG_PHASE_MARK,    /* is there a byte order mark? */
	UG_PHASE_JOIN,    /* look for the first record's start */
	UG_PHASE_RECORDS,
	UG_PHASE_FORM,    /* a record is no plain text: what is this? */
	UG_PHASE_BINARY
};

/* How often, and of what, the form was asked. */
struct ug_form_asked {
	uint64_t odd_from; /* where odd records may ask */
	uint64_t at;       /* behind where it was asked last */
	uint64_t window;   /* of 32 KiB, which has asked */
	unsigned n;        /* so often */
	size_t len;        /* bytes that are looked at for it */
};

/* A byte that is looked for ahead. */
struct ug_ahead {
	uint64_t next; /* no such byte before */
	bool found;    /* but there */
};

#define UG_N_SHIFTS 4

/* All 0 at first, but for candidates and alloc, which outlive it; see below. */
struct ug_records {
	const struct ug_candidates *candidates;
	const struct ug_alloc *alloc;
	enum ug_records_phase phase;
	uint64_t at;            /* of the stream: what was taken ends there */
	uint64_t number;        /* of records that ended */
	uint64_t join_at;       /* what starts before is others'; then, where
	                         * the first record does */
	bool join_whole;        /* and the rest of such a record, too */
	struct ug_segmenter seg;
	struct ug_verdict form; /* encoding is NULL: records of bytes */
	struct ug_form_asked asked;
	struct ug_ahead ahead[UG_N_SHIFTS]; /* of forms of seven bits */
	uint64_t even_to;       /* nothing before is odd; see stretch.c */
	const struct ug_encoding *own; /* such a form, of the record last cut */
	bool korean;            /* ISO-2022-KR was announced */
};

enum ug_cut_kind {
	UG_CUT_NOTHING, /* more bytes are needed first */
	UG_CUT_FORM,    /* nothing, but what comes is in another form */
	UG_CUT_OTHERS,  /* to be dropped: see ug_records_start_at() */
	UG_CUT_RECORD,  /* or a piece of one */
	UG_CUT_BINARY   /* no text, and nothing else will come */
};

struct ug_cut {
	enum ug_cut_kind kind;
	size_t len;
	bool ended;             /* with the record's end */
	bool restarts;          /* goes on in no shifts of what came before */
	struct ug_verdict form; /* encoding is NULL: bytes, to be found out */
};

/* An encoding that the caller leaves no choice about is the stream's form. */
void ug_records_init(struct ug_records *r,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc);

/* Records end with NUL, and are bytes unless the caller says otherwise. */
void ug_records_end_with_nul(struct ug_records *r);

/* See ug_stream_start_at(). */
void ug_records_start_at(struct ug_records *r, uint64_t at, bool cr_ends_lines);

/* The same, with lines, form and shifts as another part of the stream has. */
void ug_records_start_as(struct ug_records *r, uint64_t at,
    const struct ug_records *other);

/* What is known where a record, or a piece of one, starts: all that counts. */
struct ug_known {
	uint64_t at;
	uint64_t record_end;    /* 0: too far before */
	uint64_t piece_window;  /* 0: one before */
	enum ug_line_end line_end;
	struct ug_verdict form;
	bool ebcdic;
	bool asked_here;        /* what the form is */
	unsigned n_asked;       /* in this window of 32 KiB */
	bool korean;
};

/* What is known at r->at; false if not all of it can be told. */
bool ug_records_known(const struct ug_records *r, struct ug_known *known);

/* Start there, knowing that. */
void ug_records_start_known(struct ug_records *r,
    const struct ug_known *known);

/*
 * A number for that, in any part of the stream that has come there; 0 if it
 * cannot be told.
 */
uint64_t ug_records_state(const struct ug_records *r);

/*
 * Find what is first in bytes[0..len), which is the stream from r->at on;
 * `last` says that no more follow.  It is to be taken before the next is asked
 * for.  ENOMEM, ECONVERTER.
 */
UG_CHECK enum ungarble_err ug_records_cut(struct ug_records *r,
    const unsigned char *bytes, size_t len, bool last, struct ug_cut *cut);

/* Take what was cut, or so much of it. */
void ug_records_take(struct ug_records *r, const struct ug_cut *cut);

/* What was taken last ends a record, whatever comes. */
void ug_records_end(struct ug_records *r);

#endif /* UG_RECORDS_H */
