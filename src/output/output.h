/*
 * output.h - the last stage: tells of edits, writes text, closes spans
 */
#ifndef UG_OUTPUT_H
#define UG_OUTPUT_H

#include "base/stretch.h"
#include "edit/work.h"
#include "kept.h"
#include "told.h"

struct ug_output {
	const struct ungarble_options *opts;
	uint64_t at;                 /* bytes written */
	uint64_t number, record_at;  /* the last record, and where it starts */
	bool span_open;
	struct ungarble_span span;
	bool span_ascii;             /* nothing but ASCII in it so far */
	struct ug_kept kept;         /* of the input, if opts->piece asks */
	struct ug_told *told;        /* all is kept there; NULL: told */
	struct ug_buf *whole;        /* text is added to it; NULL: written */
};

/* Write text.  ESTOPPED; ENOMEM with out->whole. */
UG_CHECK enum ungarble_err ug_output_write(const struct ug_output *out,
    const char *s, size_t len);

/*
 * Tell of what was done to consecutive records and write their text.
 * ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_output_put(struct ug_output *out,
    const struct ug_record *records, size_t n, const struct ug_work *work);

/*
 * How many bytes of a stretch, with which a record ends, belong to the span
 * that is open.
 */
size_t ug_output_may_pass(const struct ug_output *out,
    const struct ug_stretch *stretch);

/* Write records that may pass.  ESTOPPED. */
UG_CHECK enum ungarble_err ug_output_pass(struct ug_output *out,
    const struct ug_stretch *stretch);

/*
 * The same of a stretch that was decoded: whether it belongs to the span that
 * is open, and to write its text.
 */
bool ug_output_may_pass_text(const struct ug_output *out,
    struct ug_verdict verdict);
UG_CHECK enum ungarble_err ug_output_pass_text(struct ug_output *out,
    const struct ug_stretch *stretch, struct ug_verdict verdict,
    struct ug_text text);

/*
 * Count a record, whose text is out_len bytes at out->at, to its span: what
 * ug_output_put() does once the text is written.  ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_output_span(struct ug_output *out,
    const struct ug_record *record, size_t out_len);

/* Close the span that is open.  ESTOPPED. */
UG_CHECK enum ungarble_err ug_output_end(struct ug_output *out);

#endif /* UG_OUTPUT_H */
