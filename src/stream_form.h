/*
 * stream_form.h - which form a stream has from its next record on
 */
#ifndef UG_STREAM_FORM_H
#define UG_STREAM_FORM_H

#include "stream_state.h"

/* Whether the caller admits an encoding. */
bool ug_stream_admits(const struct ungarble *ug,
    const struct ug_encoding *encoding);

/*
 * In each of these bytes[0..len) are what is there of the stream from its next
 * record on, and `last` says that there is no more.
 */

/* Look for a byte order mark; ends PHASE_MARK once that is known. */
void ug_stream_mark(struct ungarble *ug, const unsigned char *bytes, size_t len,
    bool last);

/*
 * Whether the form must be asked before the next record is read, which is
 * `cut` bytes long, or not known to its end if that is 0.  If so, ug->form_len
 * says how many bytes are to be looked at.  *more: that depends on bytes that
 * are not there yet.
 */
bool ug_stream_doubts(struct ungarble *ug, const unsigned char *bytes,
    size_t len, size_t cut, bool last, bool *more);

/* Find the form from here on; ends PHASE_FORM once there are bytes enough. */
UG_CHECK enum ungarble_err ug_stream_form(struct ungarble *ug,
    const unsigned char *bytes, size_t len, bool last);

/*
 * How a record of `cut` bytes is to be read, or a piece (`starts`: the first) of
 * one: in the stream's form, or, where that is bytes, in a form of seven bits
 * that is its own.
 */
struct ug_verdict ug_stream_verdict(struct ungarble *ug,
    const unsigned char *bytes, size_t len, size_t cut, bool starts);

#endif /* UG_STREAM_FORM_H */
