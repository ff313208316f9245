/*
 * passed.h - the end of what has passed by, which a pass may see before a text
 */
#ifndef UG_PASSED_H
#define UG_PASSED_H

#include "base/buf.h"
#include "base/text.h"

#define UG_PASSED_LEN ((size_t)1024) /* bytes that are seen at most */

/*
 * Remember a record's text; `known` is false for one whose reading rested on
 * the stream's memory: nothing is remembered of it nor of what was before.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_passed_add(struct ug_buf *passed, bool known,
    struct ug_text text);

/* The last UG_PASSED_LEN bytes, from where a character starts. */
struct ug_text ug_passed_text(const struct ug_buf *passed);

/* All that is there: that much, if so much was, or several times more. */
struct ug_text ug_passed_all(const struct ug_buf *passed);

#endif /* UG_PASSED_H */
