/*
 * units.h - UTF-16 and UTF-32
 */
#ifndef UG_UNITS_H
#define UG_UNITS_H

#include "decode.h"

/*
 * Append a record in UTF-16 or UTF-32 to `out`, malformed sequences as
 * out->invalid says.
 * ENOMEM.
 */
UG_CHECK enum ungarble_err ug_units_decode(enum ug_encoding_kind kind,
    const unsigned char *bytes, size_t len, uint64_t in_at,
    struct ug_decoded *out);

#endif /* UG_UNITS_H */
