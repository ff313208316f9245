/*
 * escapes.h - text in seven bits that stands for more than ASCII
 */
#ifndef UG_DETECT_ESCAPES_H
#define UG_DETECT_ESCAPES_H

#include "detect.h"

/*
 * The encoding of a record that is ASCII as it stands: ISO-2022-JP, -KR, -CN or
 * -CN-EXT, HZ or UTF-7 if it is beyond doubt written in that, else NULL.
 * *korean: ISO-2022-KR was announced by this record or an earlier one; that is
 * done only once in a stream.
 */
const struct ug_encoding *ug_detect_escapes(const unsigned char *bytes,
    size_t len, bool *korean);

/* A part: whether a record of ASCII is in UTF-7. */
bool ug_detect_utf7(const unsigned char *bytes, size_t len);

#endif /* UG_DETECT_ESCAPES_H */
