/*
 * stream_state.h - what a stream is made of
 */
#ifndef UG_STREAM_STATE_H
#define UG_STREAM_STATE_H

#include "hints.h"
#include "hold.h"
#include "reading.h"
#include "segment.h"
#include "stream.h"
#include "words/lexicon_own.h"
#include "words/other_spinner.h"

enum stream_phase {
	PHASE_MARK,    /* is there a byte order mark? */
	PHASE_JOIN,    /* look for the first record's start */
	PHASE_RECORDS,
	PHASE_FORM,    /* a record is no plain text: what is this? */
	PHASE_BINARY
};

/* A byte that is looked for ahead. */
struct ug_cue {
	uint64_t next;                   /* no such byte before */
	bool found;                      /* but there */
};

#define UG_N_CUES 4

struct ungarble {
	struct ungarble_options opts;
	struct ug_alloc alloc;
	enum ungarble_err err;           /* sticks */
	uint64_t failed_at;
	bool finished;
	struct ug_hints hints;
	const struct ug_encoding *const *from; /* in hints */
	size_t n_from;
	uint64_t fixes;                  /* but those the hold makes */
	struct ug_own *rows;             /* opts.lexicon; NULL: none */
	struct ug_other *other;          /* NULL: nobody asks */

	struct ug_buf in;                /* input that is not cut yet */
	uint64_t in_at;                  /* where it starts */
	enum stream_phase phase;
	uint64_t odd_from;               /* where odd ones may ask for the form */
	uint64_t asked_at;               /* behind where it was asked last */
	uint64_t ask_window;             /* of 32 KiB, which has asked */
	unsigned n_asked;                /* so often */
	size_t form_len;                 /* bytes that are looked at for it */
	uint64_t join_at;                /* what starts before is others' */
	struct ug_verdict form;          /* encoding is NULL: records of bytes */
	struct ug_segmenter seg;
	struct ug_cue cues[UG_N_CUES];   /* of forms of seven bits */
	const struct ug_encoding *own;   /* such a form, of the record last read */
	bool korean;                     /* ISO-2022-KR was announced */
	uint64_t number;                 /* of the next record */

	struct ug_reading *reading;
	struct ug_memory *memory;        /* NULL: none wanted */
	struct ug_runner *runner;
	struct ug_hold *hold;
	struct ug_output output;
};

/* Take a decoded record: repair it and pass it on.  For ug_reading_setup. */
enum ungarble_err ug_stream_repair(void *user, struct ug_record *record,
    struct ug_work *work);

#endif /* UG_STREAM_STATE_H */
