/*
 * gate_state.h - what the gate has seen; for gate*.c
 */
#ifndef UG_GATE_STATE_H
#define UG_GATE_STATE_H

#include "cues.h"
#include "gate.h"
#include "gate_tokens.h"
#include "gate_window.h"
#include "lexicon_own_hits.h"

/* A key of the lexicon in the stream, or one of the caller's. */
struct ug_spin_hit {
	uint64_t place;
	uint64_t own_first, own_end; /* the records it counts for */
	int64_t sum;                 /* of all weights up to this one */
	uint16_t node;               /* 0: the caller's own alone */
	int16_t weight;
	uint16_t family;             /* the node that it is an inflection of */
	uint16_t seat;               /* if it speaks for spinning: where its
	                              * family is counted; */
	uint16_t back, ahead;        /* and so many hits to the last of them,
	                              * and to the next one; 0: none near */
	int16_t said;                /* in the window: its weight, or 0 if it is
	                              * not heard; see gate_window.c */
	bool heard;
	uint8_t flags;               /* of the node and of the caller's rows */
};

/* A record that begins inside code: see ug_tokens. */
struct ug_spin_inside {
	uint64_t first_token;
	uint8_t region;
};

struct ug_spin {
	const struct ug_alloc *alloc;
	struct ug_own_hits own_hits; /* the caller's rows, in the record too */
	struct ug_spin_hit *hits;
	size_t n, cap, old;      /* hits[0..old) are forgotten */
	int64_t sum;             /* of all hits ever */
	uint64_t unknown_end;    /* no hit behind it counts for itself only, */
	uint64_t odd_end;        /* or is the caller's alone */
	struct ug_cues cues;     /* of the record that is seen */
	struct ug_spin_tokens tokens;
	struct ug_found *found;
	size_t cap_found;
	uint32_t *last;          /* of each family: its last hit's number, */
	uint32_t number;         /* counted from 1; NULL: there were few, and
	                          * each is found among them */
	struct ug_spin_window *window; /* as it was asked for last */
	struct ug_spin_inside *inside;
	size_t n_inside, cap_inside;
	uint64_t first_token, end_token; /* of the record seen last */
	uint64_t sure_end;       /* behind the last key that needs no gate */
	int alarm, alarm_most;   /* at the end of the record seen last; and the
	                          * highest in it */
	uint8_t region;
	int low_water;
};

/* More hits are to come than UG_SPIN_FEW in all: make their tables.  ENOMEM. */
UG_CHECK enum ungarble_err ug_spin_tabulate(struct ug_spin *spin);

/*
 * Link a hit that speaks for spinning to the last one of its family: it is the
 * next, behind spin->hits[0..n), and has been counted.
 */
void ug_spin_link(struct ug_spin *spin, struct ug_spin_hit *hit);

/* The first hit at `place` or behind it. */
size_t ug_spin_find(const struct ug_spin *spin, uint64_t place);

#endif /* UG_GATE_STATE_H */
