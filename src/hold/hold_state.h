/*
 * hold_state.h - what is held back; for hold.c and hold_*.c
 */
#ifndef UG_HOLD_STATE_H
#define UG_HOLD_STATE_H

#include "edit/work.h"
#include "hold.h"
#include "repair/runner.h"
#include "unread.h"
#include "words/gate.h"
#include "words/other_spinner.h"

enum ug_gate_state {
	UG_GATE_UNKNOWN,             /* more must be read first */
	UG_GATE_SHUT,
	UG_GATE_OPEN
};

struct ug_held {
	struct ug_record record;
	struct ug_work work;
	uint64_t first_token, end_token; /* as the gate counts */
	uint32_t first_byte;             /* the same: see ug_spin_bytes() */
	enum ug_gate_state gate;
};

struct ug_hold {
	struct ug_hold_setup setup;
	struct ug_spin *spin;
	struct ug_held *ring;     /* n held from `head` on; the other slots
	                           * keep their buffers */
	size_t head, n, cap;
	size_t bytes;             /* of input, held */
	uint64_t block;           /* of the last record: see memory.h */
	struct ug_work passage;
	struct ug_work line;      /* a record of a stretch */
	struct ug_record *records;
	size_t cap_records;
	struct ug_buf before, after;
	struct ug_unread unread;
	bool reads_all;           /* none passes by unread */
};

static inline struct ug_held *
ug_hold_at(const struct ug_hold *h, size_t i)
{
	return &h->ring[(h->head + i) % h->cap];
}

/* Tidy what is repaired, as far as that is asked for, and write it. */
UG_CHECK enum ungarble_err ug_hold_write(struct ug_hold *h,
    const struct ug_record *records, size_t n, struct ug_work *work);

/* Write what is decided of the records held; all, if `forced`. */
UG_CHECK enum ungarble_err ug_hold_drain(struct ug_hold *h, bool forced);

/* Take a record, of which ug_watch_see() told `sights`. */
UG_CHECK enum ungarble_err ug_hold_take(struct ug_hold *h,
    const struct ug_record *record, struct ug_work *work, unsigned sights);

/* Copy a record behind those held; if it is clean it waits for those alone. */
UG_CHECK enum ungarble_err ug_hold_keep(struct ug_hold *h,
    const struct ug_record *record, const struct ug_work *work, uint64_t first,
    uint64_t end, bool clean);

/* Let go of the first n. */
void ug_hold_drop(struct ug_hold *h, size_t n);

#endif /* UG_HOLD_STATE_H */
