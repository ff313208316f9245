/*
 * hold_ring.c - the records that are held back, oldest first
 *
 * Slots are used again, with the buffers they have.
 */
#include "hold_state.h"

#define SLOT_BYTES_KEPT 4096

/* Twice the slots, those held first. */
static enum ungarble_err
hold_grow(struct ug_hold *h)
{
	const struct ug_alloc *const alloc = h->setup.alloc;
	void *ring = NULL;
	size_t cap = 0;
	const enum ungarble_err err = ug_reserve(alloc, &ring, &cap,
	    h->cap > 0 ? 2 * h->cap : 16, sizeof(*h->ring));

	if (err != UNGARBLE_OK)
		return err;

	struct ug_held *const grown = ring;

	for (size_t i = 0; i < h->cap; i++)
		grown[i] = *ug_hold_at(h, i);
	for (size_t i = h->cap; i < cap; i++)
		ug_work_init(&grown[i].work, alloc);
	ug_release(alloc, h->ring);
	h->ring = grown;
	h->head = 0;
	h->cap = cap;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_hold_keep(struct ug_hold *h, const struct ug_record *record,
    const struct ug_work *work, uint64_t first, uint64_t end, bool clean)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (h->n == h->cap)
		err = hold_grow(h);
	if (err != UNGARBLE_OK)
		return err;

	struct ug_held *const held = ug_hold_at(h, h->n);

	ug_work_clear(&held->work);
	err = ug_work_join(&held->work, work);
	if (err != UNGARBLE_OK)
		return err;
	held->record = *record;
	held->first_token = first;
	held->end_token = end;
	held->gate = clean ? UG_GATE_SHUT : UG_GATE_UNKNOWN;
	h->bytes += (size_t)record->in_len;
	h->n++;
	return UNGARBLE_OK;
}

void
ug_hold_drop(struct ug_hold *h, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ug_held *const held = ug_hold_at(h, i);

		h->bytes -= (size_t)held->record.in_len;
		/* The buffers of long records are not kept in every slot. */
		if (held->record.in_len > SLOT_BYTES_KEPT)
			ug_work_free(&held->work);
	}
	h->head = (h->head + n) % h->cap;
	h->n -= n;
}

uint64_t
ug_hold_first(const struct ug_hold *hold)
{
	return hold->n > 0 ? ug_hold_at(hold, 0)->record.in_at : UINT64_MAX;
}
