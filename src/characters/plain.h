/*
 * plain.h - is a line plainly text of some language?
 *
 * Of a line that is, nothing needs to be looked for that it may have been: no
 * reading of it would be found likelier.  Where a stream had enough lines that
 * are plain in a language, by themselves, less will do for those that follow:
 * in its own block and the next, as of edit/memory.h.
 */
#ifndef UG_PLAIN_H
#define UG_PLAIN_H

#include "base/buf.h"
#include "base/text.h"
#include "model/model.h"

/* All 0 at first but `alloc`. */
struct ug_plain {
	struct ug_plain_rows *rows[UG_N_SCRIPTS]; /* what was looked up, */
	struct ug_mixup_pairs *pairs; /* and in mixup_pairs.h */
	uint8_t *east; /* what characters are to plain_east.c, by number */
	uint64_t block;
	uint32_t now[UG_LANGUAGES_MAX];    /* characters of plain lines in this
	                                    * block, by language, */
	uint32_t before[UG_LANGUAGES_MAX]; /* and in the one before */
	bool no_memory; /* there was once; what was asked was not told */
	const struct ug_alloc *alloc;
};

void ug_plain_free(struct ug_plain *plain);

/* What characters of a script cost, plain_rows.h.  NULL: no memory, or none. */
struct ug_plain_rows *ug_plain_rows_of(struct ug_plain *plain,
    unsigned script);

/* What one of these costs behind another, by number.  NULL: no memory. */
const struct ug_plain_row *ug_plain_row_of(struct ug_plain *plain,
    struct ug_plain_rows *rows, unsigned a, unsigned b);

/*
 * The same of two characters, in Latin letters.  NULL: one is in no rows, or
 * there is no memory.
 */
const struct ug_plain_row *ug_plain_row_latin(struct ug_plain *plain,
    uint32_t a, uint32_t b);

/* Records of a block come next. */
void ug_plain_enter(struct ug_plain *plain, uint64_t block);

/* Whether the stream has text in that language; `alone`: nothing is known. */
bool ug_plain_knows(const struct ug_plain *plain, size_t language, bool alone);

/* A number for what is known of the stream. */
uint64_t ug_plain_state(const struct ug_plain *plain);

/*
 * Is the line plain?  One that is not may be as clean.  `alone`: whatever lines
 * were before it.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_plain_is(struct ug_plain *plain,
    struct ug_text line, bool alone, bool *is);

/*
 * The same of a line of East Asia, no longer than ug_lines_find() makes them.
 * False, too, if there is no memory.
 */
bool ug_plain_east(struct ug_plain *plain, struct ug_text line);

#endif /* UG_PLAIN_H */
