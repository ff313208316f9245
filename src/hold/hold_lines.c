/*
 * hold_lines.c - many records at once, as long as none is worth a look
 *
 *	quiet quiet quiet mentioned quiet
 *	passed on as one  by itself passed on
 */
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

/* Whether the next record is to be looked at by itself. */
static bool
hold_looks(const struct ug_hold *h)
{
	return h->n > 0 || ug_watch_awake(&h->unread.watch) ||
	    (h->setup.other != NULL && ug_other_waits(h->setup.other));
}

/* Write the first records of a stretch, in which nothing is seen. */
static enum ungarble_err
hold_pass_quiet(struct ug_hold *h, struct ug_stretch stretch, size_t len,
    uint64_t n)
{
	const struct ug_text text = { (const char *)stretch.bytes, len };
	enum ungarble_err err;

	if (len == 0)
		return UNGARBLE_OK;
	stretch.n = n;
	stretch.len = stretch.plain = stretch.ascii_len = len;
	err = ug_unread_add(&h->unread, h->spin, text, 0, false);
	if (err == UNGARBLE_OK)
		err = ug_passed_add(&h->before, true, text);
	return err != UNGARBLE_OK ? err :
	    ug_output_pass(h->setup.output, &stretch);
}

/* Take the record at the start of a stretch by itself. */
static enum ungarble_err
hold_take_first(struct ug_hold *h, const struct ug_record *like,
    const struct ug_stretch *stretch, size_t len, const unsigned *sights)
{
	const struct ug_text text = { (const char *)stretch->bytes, len };
	struct ug_record record = *like;

	record.number = stretch->number;
	record.in_at = stretch->in_at;
	record.in_len = len;
	ug_work_lend(&h->line, text, record.in_at);
	return sights == NULL ? ug_hold_put(h, &record, &h->line) :
	    ug_hold_take(h, &record, &h->line, *sights);
}

/* Let go of the first n records of a stretch. */
static void
hold_skip(struct ug_stretch *stretch, size_t len, uint64_t n)
{
	stretch->bytes += len;
	stretch->len -= len;
	stretch->plain -= len;
	stretch->in_at += len;
	stretch->number += n;
	stretch->n -= n;
}

enum ungarble_err
ug_hold_pass(struct ug_hold *hold, const struct ug_record *record,
    const struct ug_stretch *stretch)
{
	struct ug_stretch rest = *stretch;
	enum ungarble_err err;

	if (hold->spin == NULL)
		return ug_output_pass(hold->setup.output, stretch);
	err = ug_hold_enter(hold, rest.in_at);
	while (err == UNGARBLE_OK && rest.len > 0) {
		struct ug_watch_found found = { 0, 0, 0, 0 };
		const bool looks = hold_looks(hold);

		if (looks)
			found.to = ug_stretch_end(&rest, 0);
		else
			found = ug_watch_lines(&hold->unread.watch,
			    (struct ug_text){ (const char *)rest.bytes,
			    rest.len });
		err = hold_pass_quiet(hold, rest, found.from, found.n);
		hold_skip(&rest, found.from, found.n);
		found.to -= found.from;
		if (err == UNGARBLE_OK && found.to > 0)
			err = hold_take_first(hold, record, &rest, found.to,
			    looks ? NULL : &found.sights);
		hold_skip(&rest, found.to, found.to > 0);
	}
	return err;
}
