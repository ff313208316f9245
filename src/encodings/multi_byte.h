/*
 * multi_byte.h - one character at a time out of bytes that may need several
 */
#ifndef UG_MULTI_BYTE_H
#define UG_MULTI_BYTE_H

#include <stddef.h>
#include <stdint.h>

#include "encodings.h"

#define UG_MALFORMED  UINT32_MAX       /* no character */
#define UG_SILENT     (UINT32_MAX - 1) /* an escape sequence */
#define UG_INCOMPLETE (UINT32_MAX - 2) /* malformed unless more follows */

struct ug_char {
	size_t len;      /* bytes taken, at least 1 */
	uint32_t c;      /* what they stand for, or one of the above */
	uint32_t second; /* and this, if not 0 */
};

/*
 * Read the character at bytes[0..len), len > 0, as WHATWG's decoder for
 * `decoder` (any but UG_CONVERTER) does at the end of a stream of `len` bytes.
 * *state is 0 at the start of a stream, and what the call before left; only
 * stateful encodings use it, and only they find UG_INCOMPLETE.
 */
struct ug_char ug_multi_byte_next(enum ug_multi_byte decoder,
    const unsigned char *bytes, size_t len, unsigned *state);

/*
 * The character of a pair of bytes in an encoding without state, or 0: it is
 * none, or one of another length.
 */
uint32_t ug_multi_byte_pair(enum ug_multi_byte decoder,
    const unsigned char *pair);

/* A part of it. */
struct ug_char ug_johab_next(const unsigned char *bytes, size_t len);

#endif /* UG_MULTI_BYTE_H */
