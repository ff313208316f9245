/*
 * encode.h - puts text into an encoding, for tests and benches of detection
 *
 *	encode(UG_TEXT("Größe"), encoding, &bytes)        in IBM437: 47 72 94 ..
 *	encode_plain(UG_TEXT("‘Größe’"), encoding, &text)     'Größe'
 */
#ifndef ENCODE_H
#define ENCODE_H

#include "base/buf.h"
#include "encodings/encodings.h"

/*
 * Write `text` in an encoding to *out, emptied first: single-byte encodings by
 * the library's tables, others by iconv(3).  False if a character is not in it,
 * or iconv does not know it.
 */
bool encode(struct ug_text text, const struct ug_encoding *encoding,
    struct ug_buf *out);

/* As encode(), by a label of the library's or, failing that, iconv's. */
bool encode_named(struct ug_text text, const char *label, struct ug_buf *out);

/*
 * Write to *out, emptied first, what people write for `text` where they have
 * that encoding alone: straight quotes for curly ones, s with a cedilla for s
 * with a comma, Vietnamese tones apart.  What else is not in it stays.
 */
void encode_plain(struct ug_text text, const struct ug_encoding *encoding,
    struct ug_buf *out);

/*
 * Write to *out, emptied first, what bytes mean in an encoding, as the library
 * decodes them.
 */
void encode_back(const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len, struct ug_buf *out);

/* Append bytes, or a character; or end the program. */
void encode_add(struct ug_buf *out, const void *bytes, size_t len);
void encode_put(struct ug_buf *out, uint32_t c);

#endif /* ENCODE_H */
