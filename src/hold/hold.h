/*
 * hold.h - holds back the records of which it is not decided whether they were
 * spun, and repairs their words
 *
 * One causal rule: with what has been read up to a record's own end it either
 * leaves, or it waits for what a decision looks at.  Held records that prove to
 * be spun are repaired together, a paragraph at a time, so that a phrase may
 * span a line end.
 */
#ifndef UG_HOLD_H
#define UG_HOLD_H

#include "edit/memory.h"
#include "output/output.h"

struct ug_fields;
struct ug_hold;
struct ug_invisible_teller;
struct ug_other;
struct ug_own;
struct ug_record;
struct ug_runner;
struct ug_stretch;
struct ug_work;

/* What the hold works with; outlives it. */
struct ug_hold_setup {
	struct ug_runner *runner;
	struct ug_output *output;
	struct ug_fields *fields;  /* texts are of; or NULL */
	uint64_t fixes;            /* those of group "words" that are wanted */
	uint64_t tidies;           /* and those that tidy */
	const struct ug_invisible_teller *teller; /* or NULL */
	unsigned confidence;
	const struct ug_own *own;  /* the caller's rows; or NULL */
	struct ug_other *other;    /* is shown each record; or NULL */
	const struct ug_alloc *alloc;
};

UG_CHECK enum ungarble_err ug_hold_new(struct ug_hold **hold,
    const struct ug_hold_setup *setup);
void ug_hold_free(struct ug_hold *hold);

/*
 * Take the next record, repaired but for its words; `work` may be reused then.
 * Errors as of ug_runner_run() and ug_output_put().
 */
UG_CHECK enum ungarble_err ug_hold_put(struct ug_hold *hold,
    const struct ug_record *record, struct ug_work *work);

/*
 * How many bytes of a stretch, with which a record ends, need not be put one by
 * one.
 */
size_t ug_hold_may_pass(const struct ug_hold *hold,
    const struct ug_stretch *stretch);

/* Whether nothing is held, nor is every record to be looked at. */
bool ug_hold_is_quiet(const struct ug_hold *hold);

/* Where in the stream what is held starts; UINT64_MAX: nothing is. */
uint64_t ug_hold_first(const struct ug_hold *hold);

/* Whether words are looked at. */
bool ug_hold_watches(const struct ug_hold *hold);

/*
 * Take a stretch of which that is so: its records are like `record`, but some
 * may be beyond ASCII, and no pass changed them.  *end is where the one ends at
 * which it failed, or the last.
 */
UG_CHECK enum ungarble_err ug_hold_pass(struct ug_hold *hold,
    const struct ug_record *record, const struct ug_stretch *stretch,
    uint64_t *end);

/* Decide and write what is held, on what has been seen. */
UG_CHECK enum ungarble_err ug_hold_flush(struct ug_hold *hold);

/* The same; and what comes next is another text. */
UG_CHECK enum ungarble_err ug_hold_end_text(struct ug_hold *hold);

/* A record that starts at byte `in_at` comes next.  Errors as of those. */
UG_CHECK enum ungarble_err ug_hold_enter(struct ug_hold *hold, uint64_t in_at);

/* A number for what is known; 0 if something is held. */
uint64_t ug_hold_state(const struct ug_hold *hold);

/*
 * For measuring what holding back loses: see ug_spin_set_low_water().  All text
 * is read then, none passes by unread.
 */
void ug_hold_set_low_water(struct ug_hold *hold, int hundredths);

#endif /* UG_HOLD_H */
