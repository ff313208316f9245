/*
 * hold_take.c - records come, one by one, and texts end
 */
#include "hold_state.h"
#include "passed.h"
#include "words/gate_tokens.h"

/* Nothing is held across the start of a block: whoever starts there agrees. */
enum ungarble_err
ug_hold_enter(struct ug_hold *h, uint64_t in_at)
{
	const uint64_t block = in_at / UG_BLOCK_LEN;

	if (block == h->block || h->spin == NULL)
		return UNGARBLE_OK;
	h->block = block;

	const enum ungarble_err err = ug_hold_drain(h, true);

	h->before.len = 0;
	if (h->setup.fields != NULL)
		ug_unread_enter_text(&h->unread);
	else
		ug_unread_enter_block(&h->unread);
	ug_spin_enter_block(h->spin);
	return err;
}

/* Show a record to who looks for other spinners. */
static enum ungarble_err
hold_show(struct ug_hold *h, const struct ug_record *record,
    struct ug_work *work)
{
	return ug_other_see(h->setup.other, record, work,
	    ug_spin_cues(h->spin));
}

/* Write a record that waits for nothing. */
static enum ungarble_err
hold_pass(struct ug_hold *h, const struct ug_record *record,
    struct ug_work *work)
{
	const enum ungarble_err err = ug_passed_add(&h->before, record->known,
	    ug_work_text(work));

	return err != UNGARBLE_OK ? err : ug_hold_write(h, record, 1, work);
}

/* What is seen of a record that may pass by unread. */
static unsigned
hold_watch(struct ug_hold *h, const struct ug_record *record,
    struct ug_text text)
{
	if (!h->reads_all && record->known)
		return ug_watch_see(&h->unread.watch, text);
	ug_watch_miss(&h->unread.watch);
	return UG_WATCH_WAKE;
}

/* Let a record pass by unread, but for what others look for in it. */
static enum ungarble_err
hold_pass_unread(struct ug_hold *h, const struct ug_record *record,
    struct ug_work *work, unsigned sights)
{
	const bool look = h->setup.other != NULL &&
	    ((sights & (UG_WATCH_PHRASE | UG_WATCH_BEGUN)) != 0 ||
	    ug_other_waits(h->setup.other));
	enum ungarble_err err = ug_unread_add(&h->unread, h->spin,
	    ug_work_text(work), sights, look);

	if (err == UNGARBLE_OK && look)
		err = hold_show(h, record, work);
	return err != UNGARBLE_OK ? err : hold_pass(h, record, work);
}

enum ungarble_err
ug_hold_take(struct ug_hold *h, const struct ug_record *record,
    struct ug_work *work, unsigned sights)
{
	uint64_t first, end;
	uint32_t first_byte;
	enum ungarble_err err;
	bool clean;

	if (h->n == 0 && ((sights & UG_WATCH_WAKE) == 0 ||
	    ((sights & UG_WATCH_MUTE) != 0 && ug_spin_idle(h->spin))))
		return hold_pass_unread(h, record, work, sights);
	err = ug_unread_catch_up(&h->unread, h->spin,
	    ug_passed_all(&h->before));
	first_byte = ug_spin_bytes(h->spin);
	if (err == UNGARBLE_OK)
		err = ug_spin_see(h->spin, ug_work_text(work), record->known,
		    &first, &end);
	if (err == UNGARBLE_OK)
		err = hold_show(h, record, work);
	if (err != UNGARBLE_OK)
		return err;
	clean = ug_spin_clean(h->spin);
	if (h->n == 0 && clean) {
		err = hold_pass(h, record, work);
	} else {
		err = ug_hold_keep(h, record, work, first, end, clean);
		if (err == UNGARBLE_OK) {
			ug_hold_at(h, h->n - 1)->first_byte = first_byte;
			err = ug_hold_drain(h, false);
		}
	}
	ug_spin_forget(h->spin, h->n > 0 ? ug_hold_at(h, 0)->first_token :
	    end);
	return err;
}

enum ungarble_err
ug_hold_put(struct ug_hold *hold, const struct ug_record *record,
    struct ug_work *work)
{
	enum ungarble_err err;

	if (hold->spin == NULL) {
		err = hold_show(hold, record, work);
		return err != UNGARBLE_OK ? err :
		    ug_hold_write(hold, record, 1, work);
	}
	err = ug_hold_enter(hold, record->in_at);
	return err != UNGARBLE_OK ? err : ug_hold_take(hold, record, work,
	    hold_watch(hold, record, ug_work_text(work)));
}

enum ungarble_err
ug_hold_flush(struct ug_hold *hold)
{
	return ug_hold_drain(hold, true);
}

enum ungarble_err
ug_hold_end_text(struct ug_hold *hold)
{
	enum ungarble_err err;

	if (hold->spin == NULL)
		return UNGARBLE_OK;
	err = ug_hold_drain(hold, true);
	hold->before.len = 0;
	ug_unread_enter_text(&hold->unread);
	ug_spin_enter_block(hold->spin);
	ug_spin_leave_gap(hold->spin);
	return err;
}

uint64_t
ug_hold_state(const struct ug_hold *hold)
{
	if (hold->spin == NULL)
		return 1;
	if (hold->n > 0 || hold->before.len > 0 || hold->unread.len > 0)
		return 0;
	/* Behind a gap nothing counts that was before it. */
	return hold->unread.gap ? 1 : ug_spin_state(hold->spin) | 1;
}
