/*
 * encode.h - from characters to bytes: the inverse of what decoders do
 *
 * Garbled text is what some program read its bytes as.  These are the bytes.
 */
#ifndef UG_ENCODE_H
#define UG_ENCODE_H

#include "encodings.h"

#define UG_ENCODED_MAX 4

/*
 * The bytes that `encoding` has for `c`, to `bytes`; returns how many, 0 if it
 * has none.  They are read back as `c` alone.  Of several ways to write it, the
 * one that WHATWG's encoder takes.  GBK writes as gb18030 does, in four bytes
 * what it has not in two, but for a euro sign: 80.
 *
 * Single-byte encodings are searched; multi-byte ones look up.  None is for
 * others: encodings with state, Johab, EUC-TW, Unicode's own.
 */
size_t ug_encode_char(const struct ug_encoding *encoding, uint32_t c,
    unsigned char bytes[UG_ENCODED_MAX]);

/*
 * The single-byte encodings that extend ASCII, numbered: those that a text may
 * have been misread in, likeliest first.  ISO-8859-1 and ISO-8859-9 are among
 * them as ISO has them, with C1 controls, and not as WHATWG does.
 *
 * As programs read them, a byte that is not defined stands for the C1 control
 * of the same number, and above 9F for the character of the same number if
 * no other byte does.
 */
size_t ug_n_readers(void);

/* The encoding of that number; NULL past the last. */
const struct ug_encoding *ug_reader(size_t i);

/*
 * By number, the byte 80..FF of a character U+0080 or above in each of them, 0
 * for none; NULL if it has one in none.
 */
const unsigned char *ug_reader_bytes(uint32_t c);

#endif /* UG_ENCODE_H */
