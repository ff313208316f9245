/*
 * shifts.h - records in seven bits that stand for more than ASCII
 */
#ifndef UG_SHIFTS_H
#define UG_SHIFTS_H

#include "records.h"

/*
 * How a record of `cut` bytes is to be read, or a piece (`starts`: the first)
 * of one, in a stream whose form is bytes: in a form of seven bits that is its
 * own, or as those bytes.  *restarts is set if it may be the former and goes on
 * in no shifts of what came before.
 */
struct ug_verdict ug_shifts_verdict(struct ug_records *r,
    const unsigned char *bytes, size_t len, size_t cut, bool starts,
    bool *restarts);

#endif /* UG_SHIFTS_H */
