/*
 * told.h - what an output would tell and write, kept for another to do it
 *
 * A stream that runs ahead of those before it does not know what they will
 * write, nor how many records they have.  So it keeps what it would tell, and
 * retell.h has the output that knows tell it.
 */
#ifndef UG_TOLD_H
#define UG_TOLD_H

#include "base/stretch.h"
#include "edit/work.h"

#define UG_TOLD_LEN ((size_t)64 * 1024) /* bytes that are kept together */

enum ug_told_kind {
	UG_TOLD_PUT,    /* records, as of ug_output_put() */
	UG_TOLD_ALIKE,  /* records that were read alike, without an edit */
	UG_TOLD_STRETCH,
	UG_TOLD_FINDING
};

/*
 * What stands at the start of each: then of a put its records, where the text
 * of each ends, edits, each with its words, and text; of those that are alike
 * the first, whose lengths are of all, the last, and text; of a stretch itself,
 * its verdict, and text if that is not as it came in; or the finding.
 */
struct ug_told_event {
	enum ug_told_kind kind;
	size_t len;                 /* of all; the next is aligned behind */
	size_t n_records, n_edits, text_len;
	size_t out_len;             /* of those alike or a stretch, if text is
	                             * kept or not */
};

#define UG_TOLD_ALIGN ((size_t)16)
#define UG_TOLD_ROOM(len) \
	(((len) + UG_TOLD_ALIGN - 1) / UG_TOLD_ALIGN * UG_TOLD_ALIGN)

/* Start from all 0 but what stands first. */
struct ug_told {
	/* Takes what was kept, events one behind the other; `kept` starts anew
	 * with what the function leaves there, emptied. */
	enum ungarble_err (*full)(void *user, struct ug_buf *kept);
	void *user;
	bool wants_text, wants_pieces;
	struct ug_buf kept;         /* .alloc is set, too */

	bool on;                    /* else nothing is kept */
	size_t event;               /* where the last one starts in it */
	enum { UG_TOLD_NONE, UG_TOLD_ALONE, UG_TOLD_GROWS } last;
	struct ug_record record;    /* the last one that was kept */
	const struct ug_encoding *encoding; /* of the last beyond ASCII */
};

/* Whether a record, and the edits that come with it, may be kept as alike. */
bool ug_told_alike(const struct ug_told *told, size_t n_records,
    size_t n_edits);
UG_CHECK enum ungarble_err ug_told_add_alike(struct ug_told *told,
    const struct ug_record *record, size_t out_len, struct ug_text text);

/* A put: its records; where the text of each ends; its edits; its text. */
UG_CHECK enum ungarble_err ug_told_start(struct ug_told *told,
    const struct ug_record *records, size_t n);
UG_CHECK enum ungarble_err ug_told_add_end(struct ug_told *told, size_t end);
UG_CHECK enum ungarble_err ug_told_add_edit(struct ug_told *told,
    const struct ungarble_edit *edit);
UG_CHECK enum ungarble_err ug_told_end(struct ug_told *told,
    struct ug_text text);

/* As ug_output_may_pass_text(), ug_output_pass_text(). */
bool ug_told_fits(const struct ug_told *told, struct ug_verdict verdict);
UG_CHECK enum ungarble_err ug_told_add_stretch(struct ug_told *told,
    const struct ug_stretch *stretch, struct ug_verdict verdict,
    struct ug_text text);

UG_CHECK enum ungarble_err ug_told_add_finding(struct ug_told *told,
    const struct ungarble_finding *finding);

/* Hand on what is kept.  What told->full() returns. */
UG_CHECK enum ungarble_err ug_told_flush(struct ug_told *told);

#endif /* UG_TOLD_H */
