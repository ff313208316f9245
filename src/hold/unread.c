/*
 * unread.c - text that passed by without a look at all of its words
 *
 * The gate asks for the words around a place.  Where watch.h finds it worth a
 * look it is shown, before the record, the end of what passed by:
 *
 *	2 MB unread ... | 2 KB shown now | the record
 *
 * Places on the two sides of what it never saw stand far from one another.  A
 * block of code is not shown, nor what stood before it.
 */
#include "unread.h"

#include "base/least.h"

#define SHOWN ((size_t)2048) /* bytes; more than UG_SPIN_WINDOW tokens have */

enum ungarble_err
ug_unread_add(struct ug_unread *unread, struct ug_spin *spin,
    struct ug_text record, unsigned sights, bool look)
{
	bool code = ug_spin_in_region(spin);

	if (look || (sights & UG_WATCH_SIGN) != 0) {
		const enum ungarble_err err = ug_spin_pass(spin, record);

		if (err != UNGARBLE_OK)
			return err;
		code |= ug_spin_in_region(spin);
	}
	unread->gap |= code;
	unread->len = code ? 0 : unread->len + record.len;
	return UNGARBLE_OK;
}

/*
 * The last `len` bytes of a text, or less: from where a line starts, if that
 * costs half of them at most, or from a blank on.
 */
static struct ug_text
unread_end(struct ug_text text, size_t len)
{
	const struct ug_text end = ug_text_part(text, text.len - len, len);
	const char *start = memchr(end.s, '\n', len / 2);

	if (start == NULL)
		start = memchr(end.s, ' ', len);
	if (start == NULL)
		return ug_text_part(text, text.len, 0);
	start++;
	return ug_text_part(end, (size_t)(start - end.s),
	    len - (size_t)(start - end.s));
}

enum ungarble_err
ug_unread_catch_up(struct ug_unread *unread, struct ug_spin *spin,
    struct ug_text passed)
{
	enum ungarble_err err = UNGARBLE_OK;
	uint64_t first, end;

	if (unread->len > passed.len || unread->len > SHOWN) {
		passed = unread_end(passed, UG_MIN(passed.len, SHOWN));
		unread->gap = true;
	} else {
		passed = ug_text_part(passed, passed.len - unread->len,
		    unread->len);
	}
	if (unread->gap)
		ug_spin_leave_gap(spin);
	if (passed.len > 0)
		err = ug_spin_see(spin, passed, true, &first, &end);
	unread->len = 0;
	unread->gap = false;
	return err;
}

void
ug_unread_enter_text(struct ug_unread *unread)
{
	*unread = (struct ug_unread){ .gap = true };
	ug_watch_calm(&unread->watch);
}

void
ug_unread_enter_block(struct ug_unread *unread)
{
	const bool gap = unread->gap || unread->len > 0;

	*unread = (struct ug_unread){ .gap = gap };
}
