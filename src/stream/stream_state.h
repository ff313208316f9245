/*
 * stream_state.h - what a stream is made of
 */
#ifndef UG_STREAM_STATE_H
#define UG_STREAM_STATE_H

#include "detect/hints.h"
#include "fields/fields.h"
#include "fields/gather.h"
#include "hold/hold.h"
#include "probation.h"
#include "reading/reading.h"
#include "records/records.h"
#include "records/stretch.h"
#include "repair/runner.h"
#include "stream.h"
#include "stream_part.h"
#include "tidy/invisible.h"
#include "words/lexicon_own.h"
#include "words/other_spinner.h"

/* Where in the stream, and which of those gathered, the next record is. */
struct ug_gathered {
	uint64_t in_at;
	size_t record;
	size_t ahead; /* bytes that are likely to pass at once */
};

struct ungarble {
	struct ungarble_options opts;
	struct ug_alloc alloc;
	enum ungarble_err err;           /* sticks */
	uint64_t failed_at;
	bool calling;                    /* back: a call is at work */
	bool finished;
	uint64_t stop_at;                /* see stop.h */
	bool stopped;
	struct ug_stream_part part;
	struct ug_hints hints;
	uint64_t fixes;                  /* but those the hold makes */
	struct ug_keep *keep;            /* opts.keep; NULL: nothing */
	struct ug_own *own;              /* opts.lexicon; NULL: none */
	struct ug_other *other;          /* NULL: nobody asks */

	struct ug_invisible_teller teller;
	struct ug_probation probation;   /* of a stream that must be text */
	bool no_stretches;               /* each record goes on its own */
	struct ug_look_ahead look;       /* for them */
	struct ug_look_ahead look_usual; /* and for legacy ones */
	struct ug_buf in;                /* input that is not cut yet */
	struct ug_records records;
	struct ug_reading *reading;
	struct ug_fields *fields;        /* NULL: records are text */
	struct ug_gather gather;         /* what they say, some records ahead */
	struct ug_gathered gathered;
	uint64_t frames;                 /* what tidies what frames them */
	bool framing;                    /* it does so */
	uint64_t found;                  /* names, by others that read a part
	                                  * of it */
	enum ungarble_err asking;        /* why an answer was to stop, if the
	                                  * caller did not say so */
	struct ug_work line;             /* a record of a stretch */
	struct ug_memory *memory;        /* NULL: none wanted */
	struct ug_runner *runner;
	struct ug_hold *hold;
	struct ug_output output;
	struct ug_crew *crew;            /* the caller's threads; NULL: none */
};

/*
 * Run the passes on a decoded record; what they tell is not remembered.
 * record->known: it needed nothing from memory.
 */
enum ungarble_err ug_stream_run_passes(struct ungarble *ug,
    struct ug_record *record, struct ug_work *work);

/*
 * Repair the records of a stretch that may pass, and pass them on; ASCII that
 * the stretch starts with stands in `around`.  On failure it ends with the
 * record at which that was.
 */
enum ungarble_err ug_stream_repair_stretch(struct ungarble *ug,
    struct ug_stretch *stretch, const struct ug_encoding *around);

/* Whether a call may be made: an error sticks, and the end is the end. */
UG_CHECK enum ungarble_err ug_stream_ready(struct ungarble *ug);

/* What calls.c calls, as of the public header; no threads. */
UG_CHECK enum ungarble_err ug_stream_open(struct ungarble **ug,
    const struct ungarble_options *opts);
UG_CHECK enum ungarble_err ug_stream_feed(struct ungarble *ug,
    const void *data, size_t len);
UG_CHECK enum ungarble_err ug_stream_flush(struct ungarble *ug);
UG_CHECK enum ungarble_err ug_stream_finish(struct ungarble *ug);
void ug_stream_close(struct ungarble *ug);

/* Let go of all stages but the output: nothing more is fed. */
void ug_stream_strip(struct ungarble *ug);

/* Take a decoded record: repair it and pass it on.  For ug_reading_setup. */
enum ungarble_err ug_stream_repair(void *user, struct ug_record *record,
    const unsigned char *bytes, struct ug_work *work);

/* The same of a record that has fields. */
enum ungarble_err ug_stream_open_fields(struct ungarble *ug);
/* Which of opts.names were found, as of ungarble_fields_found(). */
uint64_t ug_stream_found(const struct ungarble *ug);
enum ungarble_answer ug_stream_ask_fields(void *user,
    const struct ungarble_edit *edit);
enum ungarble_err ug_stream_repair_fields(void *user,
    struct ug_record *record, const unsigned char *bytes,
    struct ug_work *work);

/*
 * Let the records pass that bytes[0..len) start with and that no stage needs to
 * see; *used is how long they are.  ESTOPPED, ENOMEM.
 */
enum ungarble_err ug_stream_pass_stretch(struct ungarble *ug,
    const unsigned char *bytes, size_t len, size_t *used);

/*
 * See what is in the records that bytes[0..len) start with: ug->gather.
 * ENOMEM.
 */
enum ungarble_err ug_stream_gather(struct ungarble *ug,
    const unsigned char *bytes, size_t len);

/* The same of records that have fields. */
enum ungarble_err ug_stream_pass_gathered(struct ungarble *ug,
    const unsigned char *bytes, size_t len, size_t *used);

/* The same of legacy records that are as all others of their block. */
enum ungarble_err ug_stream_pass_usual(struct ungarble *ug,
    const unsigned char *bytes, size_t len, size_t *used);

#endif /* UG_STREAM_STATE_H */
