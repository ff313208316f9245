/*
 * gate_window.h - the keys within a window of the stream, and what they say
 *
 * A window is slid from place to place: what was counted stays counted.
 */
#ifndef UG_GATE_WINDOW_H
#define UG_GATE_WINDOW_H

#include "gate.h"

struct ug_spin_hit;

#define UG_SPIN_FEW 64 /* hits, by hand, of which most short texts have less */

struct ug_spin_window {
	size_t from, to;     /* of the hits, */
	size_t at;           /* and the first at its place or behind it */
	uint64_t first, end; /* the record they speak to */
	unsigned distinct;   /* strong spun forms */
	bool stale;          /* what the hits said is to be told anew */
	bool opened;         /* where it was asked last whether the gate does */
	uint16_t *counts;    /* of each family that speaks for spinning, by
	                      * seats: those of few hits, or of all families */
	uint16_t few[UG_SPIN_FEW];
};

/* An empty window of +-UG_SPIN_WINDOW tokens, or NULL: no memory. */
struct ug_spin_window *ug_window_new(const struct ug_alloc *alloc);
void ug_window_free(struct ug_spin_window *window,
    const struct ug_alloc *alloc);

/* From now on each family has its own seat, and those hits, too.  ENOMEM. */
UG_CHECK enum ungarble_err ug_window_tabulate(struct ug_spin_window *window,
    struct ug_spin_hit *hits, size_t n, const struct ug_alloc *alloc);

/* Slide a window to a place, for a record of tokens first..end. */
void ug_window_slide(struct ug_spin_window *window, const struct ug_spin *spin,
    uint64_t place, uint64_t first, uint64_t end);

/* hits[0..gone) are to be removed. */
void ug_window_cut(struct ug_spin_window *window, const struct ug_spin *spin,
    size_t gone);

/* What it says of its place. */
struct ug_spin_score ug_window_score(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place);

/*
 * How far that exceeds the score that is asked for, the lesser of stretch and
 * odds, but `most` if it is more; below zero if it does not.  Only as much is
 * read as this needs.
 */
int ug_window_margin(const struct ug_spin_window *window,
    const struct ug_spin *spin, uint64_t place, struct ug_spin_score asked,
    int most);

#endif /* UG_GATE_WINDOW_H */
