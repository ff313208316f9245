/*
 * stretch.h - records at hand that need not be seen one by one to be cut
 */
#ifndef UG_RECORDS_STRETCH_H
#define UG_RECORDS_STRETCH_H

#include "base/stretch.h"
#include "records.h"

#define UG_STRETCH_MAX ((size_t)32 * 1024) /* bytes, less than any piece has */

/*
 * The records that bytes[0..len) start with, the stream from r->at on, that are
 * clean: well-formed UTF-8, in no form of seven bits, without controls that no
 * text has; as many as there are within UG_STRETCH_MAX.  ug_records_cut() would
 * cut them one by one, as bytes.  False if there are none, or it has to look.
 * They are not counted: ug_stretch_cut() does that.
 */
bool ug_records_stretch(const struct ug_records *r, const unsigned char *bytes,
    size_t len, struct ug_stretch *stretch);

/*
 * The same of records that need not be UTF-8, but start like bytes of some
 * encoding.
 */
bool ug_records_bytes(struct ug_records *r, const unsigned char *bytes,
    size_t len, struct ug_stretch *stretch);

/* Take them, or the first of them. */
void ug_records_take_stretch(struct ug_records *r,
    const struct ug_stretch *stretch);

/*
 * How far one looks for a stretch.  Where few of the bytes pass it is at few,
 * and where none do, seldom; so that what is looked at in vain stays in
 * proportion to what is not.
 */
struct ug_look_ahead {
	size_t len;      /* bytes; UG_STRETCH_MAX at first */
	unsigned pause;  /* records until one looks again, fifteen at most, */
	unsigned misses; /* more of them each time that none passed */
};

/* Whether to look at the record that comes next. */
static inline bool
ug_look_ahead_now(struct ug_look_ahead *look)
{
	const bool now = look->pause == 0;

	look->pause -= !now;
	return now;
}

/* Of bytes[0..len), looked at, so many passed. */
void ug_look_ahead_learn(struct ug_look_ahead *look,
    const unsigned char *bytes, size_t len, size_t passed);

#endif /* UG_RECORDS_STRETCH_H */
