/*
 * form.h - which form a stream has from its next record on
 *
 * In each of these bytes[0..len) are what is there of the stream from its next
 * record on, and `last` says that there is no more.
 */
#ifndef UG_RECORDS_FORM_H
#define UG_RECORDS_FORM_H

#include "records.h"

/* Look for a byte order mark; ends UG_PHASE_MARK once that is known. */
void ug_form_mark(struct ug_records *r, const unsigned char *bytes, size_t len,
    bool last);

/*
 * Whether the form must be asked before the next record is read, which is
 * `cut` bytes long, or not known to its end if that is 0.  If so, r->asked.len
 * says how many bytes are to be looked at.  *more: that depends on bytes that
 * are not there yet.
 */
bool ug_form_doubts(struct ug_records *r, const unsigned char *bytes,
    size_t len, size_t cut, bool last, bool *more);

/*
 * Whether ug_form_doubts() may ask of a record of bytes that starts at byte
 * `at` of the stream, which is not its first, and holds nothing that text does
 * not.
 */
bool ug_form_may_doubt(const struct ug_records *r, uint64_t at,
    const unsigned char *bytes, size_t cut);

/*
 * Find the form from here on; ends UG_PHASE_FORM once there are bytes enough.
 * ENOMEM, ECONVERTER.
 */
UG_CHECK enum ungarble_err ug_form_find(struct ug_records *r,
    const unsigned char *bytes, size_t len, bool last);

#endif /* UG_RECORDS_FORM_H */
