/*
 * probation.c - is it text at all?  Found out before anything is written
 *
 * Text may go on for tens of kilobytes before it proves to be none.  What cuts
 * records says so, and does not depend on what they are read as; so a copy of
 * it goes ahead, over bytes that are held back:
 *
 *	64 KiB of records cut, none binary   ->  all go their way
 *	a record that is binary              ->  EBINARY, nothing was written
 *
 * Each time the copy starts anew, and only when there is twice as much to see,
 * since what is fed may be a byte at a time.
 */
#include "probation.h"

#define LOOK_FIRST    ((size_t)4096)

/* Cut what is held.  Whether more must be seen is in probation->open. */
static enum ungarble_err
probation_look(struct ug_probation *p, const struct ug_records *records,
    bool last)
{
	struct ug_records ahead = *records;
	const unsigned char *const bytes = (const unsigned char *)p->bytes.s;
	size_t used = 0;

	while (used < p->bytes.len && ahead.at < UG_RECORDS_PROBATION) {
		struct ug_cut cut;
		const enum ungarble_err err = ug_records_cut(&ahead,
		    bytes + used, p->bytes.len - used, last, &cut);

		if (err != UNGARBLE_OK)
			return err;
		if (cut.kind == UG_CUT_NOTHING)
			break;
		if (cut.kind == UG_CUT_BINARY) {
			p->at = ahead.at;
			return UNGARBLE_EBINARY;
		}
		ug_records_take(&ahead, &cut);
		used += cut.len;
	}
	p->open = !last && ahead.at < UG_RECORDS_PROBATION;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_probation_feed(struct ug_probation *probation,
    const struct ug_records *records, const void *bytes, size_t len)
{
	const size_t had = probation->bytes.len;
	const enum ungarble_err err = ug_buf_add(&probation->bytes, bytes, len);
	size_t look = LOOK_FIRST;

	/* The first of 4096, 8192, ... that is reached now. */
	while (look <= had)
		look *= 2;
	if (err != UNGARBLE_OK || probation->bytes.len < look)
		return err;
	return probation_look(probation, records, false);
}

enum ungarble_err
ug_probation_end(struct ug_probation *probation,
    const struct ug_records *records)
{
	return probation_look(probation, records, true);
}
