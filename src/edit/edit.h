/*
 * edit.h - what a pass finds: changes to a text, and facts about it
 */
#ifndef UG_EDIT_H
#define UG_EDIT_H

#include "base/buf.h"
#include "base/text.h"

/* Replace text[at, at + len) by `after`. */
struct ug_edit {
	size_t at, len;
	size_t after_at, after_len; /* in ug_edits.words */
	const char *rule;           /* static: "c1/windows-1252" */
	unsigned confidence;        /* 0..100 */
	int margin;                 /* thousandths of a nat beyond what was
	                             * asked */
	int gate;                   /* and the text around beyond what opens the
	                             * gate for words; 0: not asked */
	bool sure;                  /* needed nothing from the stream's
	                             * memory */
};

/* A fact for the stream's memory: see memory.h. */
struct ug_note {
	const char *kind;
	uint64_t key;
};

struct ug_edits {
	struct ug_edit *v;
	size_t n, cap;
	struct ug_note *notes;
	size_t n_notes, cap_notes;
	struct ug_buf words;        /* what the edits insert */
	bool swayed;                /* without memory there may be others */
	const struct ug_alloc *alloc;
};

void ug_edits_init(struct ug_edits *edits, const struct ug_alloc *alloc);
void ug_edits_clear(struct ug_edits *edits);
void ug_edits_free(struct ug_edits *edits);

/*
 * Add a sure edit.  Edits ascend and do not overlap; two insertions at one
 * place are one edit.  `after` is copied, `rule` is static.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_edits_add(struct ug_edits *edits,
    size_t at, size_t len, struct ug_text after, const char *rule,
    unsigned confidence);

/* The edit added last, to set its margin or that it is not sure. */
struct ug_edit *ug_edits_last(struct ug_edits *edits);

static inline struct ug_text
ug_edit_after(const struct ug_edits *edits, const struct ug_edit *edit)
{
	/* No words at all: nothing to point into. */
	if (edit->after_len == 0)
		return (struct ug_text)UG_LIT("");
	return (struct ug_text){ edits->words.s + edit->after_at,
	    edit->after_len };
}

/*
 * Note a fact about the text that later records may draw on: `kind` is static
 * and names it as no rule is named ("marks: possessive"), `what` tells facts of
 * a kind apart and may be empty.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_edits_note(struct ug_edits *edits,
    const char *kind, struct ug_text what);

/*
 * Check what a pass may not get wrong: order, overlap, character boundaries,
 * that each edit changes something and inserts well-formed UTF-8.
 */
bool ug_edits_good(const struct ug_edits *edits, struct ug_text text);

/* Append the text with good edits made.  ENOMEM. */
UG_CHECK enum ungarble_err ug_edits_make(const struct ug_edits *edits,
    struct ug_text text, struct ug_buf *to);

#endif /* UG_EDIT_H */
