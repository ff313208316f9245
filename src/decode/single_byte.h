/*
 * single_byte.h - encodings in which each byte is a character
 */
#ifndef UG_SINGLE_BYTE_H
#define UG_SINGLE_BYTE_H

#include "decode.h"

/* What each byte stands for in UTF-8; all zero at first. */
struct ug_byte_table {
	const struct ug_encoding *encoding;
	struct ug_byte_char {
		char s[3];
		unsigned char len;      /* 0: the byte stands for nothing */
	} chars[256];
};

/*
 * Decode a record; as ug_decode() does, but that `out` is empty.  `table` is
 * made over if it is not the encoding's.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_single_byte_decode(struct ug_byte_table *table,
    const struct ug_encoding *encoding, const unsigned char *bytes, size_t len,
    uint64_t in_at, struct ug_decoded *out);

#endif /* UG_SINGLE_BYTE_H */
