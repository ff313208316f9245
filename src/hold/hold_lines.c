/*
 * hold_lines.c - many records at once, as long as none is worth a look
 *
 *	quiet quiet quiet mentioned quiet
 *	passed on as one  by itself passed on
 *
 * One that is awake would look at each; but where the gate has nothing to go by
 * neither do those that have no words of ours.
 */
#include "base/block.h"
#include "hold_state.h"
#include "passed.h"
#include "tidy/invisible.h"

size_t
ug_hold_may_pass(const struct ug_hold *hold, const struct ug_stretch *stretch)
{
	const size_t plain = stretch->plain;
	size_t at;

	if (hold->setup.tidies != 0 || hold->reads_all ||
	    (hold->spin == NULL && hold->setup.other != NULL))
		return 0;
	if (hold->setup.teller == NULL || plain == stretch->len)
		return stretch->len;
	at = plain + ug_invisible_may((struct ug_text){
	    (const char *)stretch->bytes + plain, stretch->len - plain });
	return at < stretch->len ? ug_stretch_start(stretch, at) : stretch->len;
}

bool
ug_hold_watches(const struct ug_hold *hold)
{
	return hold->spin != NULL;
}

/* Whether some wait, so that the next record is to be looked at by itself. */
static bool
hold_waits(const struct ug_hold *h)
{
	return h->n > 0 ||
	    (h->setup.other != NULL && ug_other_waits(h->setup.other));
}

/* What is seen first: the record to be taken, and those before it. */
static struct ug_watch_found
hold_see(struct ug_hold *h, struct ug_text text, bool *looks)
{
	struct ug_watch_found found = { 0, 0, 0, 0 };

	*looks = hold_waits(h) || ug_watch_awake(&h->unread.watch);
	if (!*looks)
		return ug_watch_lines(&h->unread.watch, text);
	/* Records without letters are as mute as those of before. */
	if (!hold_waits(h) && ug_spin_idle(h->spin) &&
	    text.len >= UG_BLOCK_BYTES && ug_block_letters(text.s) == 0)
		found.from = ug_watch_mute_lines(&h->unread.watch, text,
		    &found.n);
	found.to = found.from;
	if (found.to == 0)
		found.to = ug_text_find(text, 0, UG_TEXT("\n")) + 1;
	return found;
}

bool
ug_hold_is_quiet(const struct ug_hold *hold)
{
	return hold->setup.tidies == 0 && !hold->reads_all &&
	    !hold_waits(hold) && (hold->spin != NULL ||
	    hold->setup.other == NULL);
}

/* Lend the one record of a stretch to h->line. */
static struct ug_record
hold_lend(struct ug_hold *h, const struct ug_record *like,
    const struct ug_stretch *stretch)
{
	struct ug_record record = *like;

	record.number = stretch->number;
	record.in_at = stretch->in_at;
	record.in_len = stretch->len;
	record.ascii = stretch->plain == stretch->len;
	ug_work_lend(&h->line, (struct ug_text){ (const char *)stretch->bytes,
	    stretch->len }, record.in_at);
	return record;
}

/*
 * Write records in which nothing is seen.  What was held before them may have
 * left a span to which those beyond ASCII do not belong: the first one of those
 * opens another.
 */
static enum ungarble_err
hold_write_quiet(struct ug_hold *h, const struct ug_record *like,
    struct ug_stretch rest)
{
	enum ungarble_err err = UNGARBLE_OK;

	while (rest.len > 0 && err == UNGARBLE_OK) {
		size_t may = ug_output_may_pass(h->setup.output, &rest);
		struct ug_stretch first;

		if (may == rest.len)
			return ug_output_pass(h->setup.output, &rest);
		if (may > 0) {
			struct ug_stretch part = rest;

			ug_stretch_cut(&part, may);
			ug_stretch_split(&rest, may, part.n, &first);
			err = ug_output_pass(h->setup.output, &first);
			continue;
		}
		ug_stretch_split(&rest, ug_stretch_end(&rest, 0), 1, &first);

		const struct ug_record record = hold_lend(h, like, &first);

		err = ug_output_put(h->setup.output, &record, 1, &h->line);
	}
	return err;
}

/* Take records in which nothing is seen. */
static enum ungarble_err
hold_pass_quiet(struct ug_hold *h, const struct ug_record *like,
    const struct ug_stretch *stretch)
{
	const struct ug_text text = { (const char *)stretch->bytes,
		stretch->len };
	enum ungarble_err err;

	if (text.len == 0)
		return UNGARBLE_OK;
	err = ug_unread_add(&h->unread, h->spin, text, 0, false);
	if (err == UNGARBLE_OK)
		err = ug_passed_add(&h->before, true, text);
	return err != UNGARBLE_OK ? err : hold_write_quiet(h, like, *stretch);
}

/* Take one record by itself. */
static enum ungarble_err
hold_take_one(struct ug_hold *h, const struct ug_record *like,
    const struct ug_stretch *stretch, const unsigned *sights)
{
	const struct ug_record record = hold_lend(h, like, stretch);

	return sights == NULL ? ug_hold_put(h, &record, &h->line) :
	    ug_hold_take(h, &record, &h->line, *sights);
}

enum ungarble_err
ug_hold_pass(struct ug_hold *hold, const struct ug_record *record,
    const struct ug_stretch *stretch, uint64_t *end)
{
	struct ug_stretch rest = *stretch, first;
	enum ungarble_err err;

	*end = rest.in_at + rest.len;
	if (hold->spin == NULL)
		return ug_output_pass(hold->setup.output, stretch);
	err = ug_hold_enter(hold, rest.in_at);
	while (err == UNGARBLE_OK && rest.len > 0) {
		bool looks;
		struct ug_watch_found found = hold_see(hold, (struct ug_text){
		    (const char *)rest.bytes, rest.len }, &looks);

		found.to -= found.from;
		ug_stretch_split(&rest, found.from, found.n, &first);
		err = hold_pass_quiet(hold, record, &first);
		if (err != UNGARBLE_OK || found.to == 0)
			continue;
		ug_stretch_split(&rest, found.to, 1, &first);
		err = hold_take_one(hold, record, &first, looks ? NULL :
		    &found.sights);
	}
	*end = rest.in_at;
	return err;
}
