/*
 * single_byte.h - encodings in which each byte is a character
 */
#ifndef UG_SINGLE_BYTE_H
#define UG_SINGLE_BYTE_H

#include "decode.h"

/*
 * What bytes stand for in UTF-8, and pairs of bytes where many are decoded.
 * All zero at first; then ug_byte_table_free().
 */
struct ug_byte_table {
	const struct ug_encoding *encoding;
	struct ug_byte_char {
		char s[3];
		unsigned char len;      /* 0: the byte stands for nothing */
	} chars[256];
	size_t n;                       /* bytes decoded so far */
	/*
	 * 0x10000, by the first byte, and the second one above: six bytes of
	 * text, the first one lowest, a byte that is not 0, how many those
	 * are; 0: not known.  NULL: none yet.
	 */
	uint64_t *pairs;
};

void ug_byte_table_free(struct ug_byte_table *table,
    const struct ug_alloc *alloc);

/*
 * Decode a record; as ug_decode() does, but that `out` is empty.  `table` is
 * made over if it is not the encoding's.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_single_byte_decode(struct ug_byte_table *table,
    const struct ug_encoding *encoding, const unsigned char *bytes, size_t len,
    uint64_t in_at, struct ug_decoded *out);

#endif /* UG_SINGLE_BYTE_H */
