/*
 * gate.h - has the text around here been through a synonym spinner?
 *
 * Each key of the lexicon, spun form or original, speaks for or against.  Score
 * is the sum over the stretch of a window that weighs most, in hundredths of a
 * nat; what speaks for counts twice at most for each distinct key.  Where spun
 * text ends is where the odds turn that a place is of it.  One ug_spin belongs
 * to one stream and sees its records in order; a pass sees it read-only.
 */
#ifndef UG_GATE_H
#define UG_GATE_H

#include "base/buf.h"
#include "base/text.h"

#define UG_SPIN_WINDOW 240 /* tokens that count on either side */

struct ug_cues;
struct ug_own;
struct ug_spin;

UG_CHECK enum ungarble_err ug_spin_new(struct ug_spin **spin,
    const struct ug_alloc *alloc);
void ug_spin_free(struct ug_spin *spin);

/* Let the caller's own rows (lexicon_own.h) be found; they move no score. */
void ug_spin_set_own(struct ug_spin *spin, const struct ug_own *own);

/* Let cues tell of phrases of other spinners (other_phrase.h). */
void ug_spin_look_for_others(struct ug_spin *spin);

/*
 * See the next record.  `known` is false for one whose reading rested on the
 * stream's memory: it counts for itself only.  *first and *end are the places
 * of its tokens, counted from the start of the stream.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_spin_see(struct ug_spin *spin,
    struct ug_text record, bool known, uint64_t *first, uint64_t *end);

/*
 * Let the next record pass by: what of it is code is told, and its cues, but
 * nothing is counted.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_spin_pass(struct ug_spin *spin,
    struct ug_text record);

/* What was left out before the next record is longer than any window. */
void ug_spin_leave_gap(struct ug_spin *spin);

/*
 * Whether no key stands so near to what comes next that they would be seen
 * together: text without keys may be left out then.
 */
bool ug_spin_idle(const struct ug_spin *spin);

/* Whether the lines seen or passed so far leave code open. */
bool ug_spin_in_region(const struct ug_spin *spin);

/* What was read of the record just seen, until the next; NULL: no spin. */
const struct ug_cues *ug_spin_cues(const struct ug_spin *spin);

/*
 * Whether the record just seen may leave: nowhere in it did what has been seen
 * up to there raise the alarm to the low-water mark.
 */
bool ug_spin_clean(const struct ug_spin *spin);

/* Whether as many tokens follow token `end` as a decision looks at. */
bool ug_spin_ready(const struct ug_spin *spin, uint64_t end);

/*
 * Whether the pass may find something in a record of tokens first..end: the
 * gate stands open somewhere, or a key stands there that needs no gate.
 */
bool ug_spin_open(const struct ug_spin *spin, uint64_t first, uint64_t end);

/*
 * A block of the stream starts (see memory.h): what the lines before left open
 * ends, so that it is not remembered for ever.
 */
void ug_spin_enter_block(struct ug_spin *spin);

/*
 * A number for what decisions about the tokens that follow can need, wherever
 * the stream was begun.
 */
uint64_t ug_spin_state(const struct ug_spin *spin);

/* Forget what no decision about tokens from `first` on can need. */
void ug_spin_forget(struct ug_spin *spin, uint64_t first);

/* Where the low-water mark stands; for measuring what holding back loses. */
void ug_spin_set_low_water(struct ug_spin *spin, int hundredths);

/* What the lines before left open at a record's first token: see ug_tokens. */
uint8_t ug_spin_region(const struct ug_spin *spin, uint64_t first);

/* What the gate goes by at one place. */
struct ug_spin_score {
	int stretch;       /* of the heaviest around it, within
	                    * +-UG_SPIN_WINDOW tokens */
	int odds;          /* that the place itself is spun, by those around */
	unsigned distinct; /* strong spun forms in that window */
};

/* The score at token `place`, for a record of tokens first..end. */
struct ug_spin_score ug_spin_score(const struct ug_spin *spin, uint64_t place,
    uint64_t first, uint64_t end);

/* Whether a score opens the gate. */
bool ug_spin_score_opens(struct ug_spin_score score);

/* Whether it stands open at a token of the record, which is told sooner. */
bool ug_spin_opens(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end);

/* How far what opens the gate exceeds what it asks for, in hundredths. */
int ug_spin_score_margin(struct ug_spin_score score);

/*
 * The same of the score at token `place`, which is told sooner; any number
 * below zero where the gate is shut.  *distinct is as in the score.
 */
int ug_spin_margin(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end, unsigned *distinct);

#endif /* UG_GATE_H */
