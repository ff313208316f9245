/*
 * units.h - UTF-16 and UTF-32
 */
#ifndef UG_UNITS_H
#define UG_UNITS_H

#include "decode.h"

/*
 * Append a record in UTF-16 to `out`, malformed sequences as U+FFFD.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_utf16_decode(const unsigned char *bytes,
    size_t len, bool big_endian, uint64_t in_at, struct ug_decoded *out);

/* The same in UTF-32. */
UG_CHECK enum ungarble_err ug_utf32_decode(const unsigned char *bytes,
    size_t len, bool big_endian, uint64_t in_at, struct ug_decoded *out);

#endif /* UG_UNITS_H */
