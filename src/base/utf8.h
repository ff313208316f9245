/*
 * utf8.h - is it well-formed UTF-8, and how far
 */
#ifndef UG_UTF8_H
#define UG_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The length of the longest prefix of bytes[0..len) that is well-formed UTF-8.
 *
 * *ascii, if not NULL, is set to whether that prefix is ASCII throughout.
 *
 * Unicode 15.0, 3.9, D92, table 3-7.
 */
size_t ug_utf8_prefix(const unsigned char *bytes, size_t len, bool *ascii);

/* The same, by a kind of vectors that is there. */
struct ug_vectors;
size_t ug_utf8_prefix_by(const struct ug_vectors *vectors,
    const unsigned char *bytes, size_t len, bool *ascii);

/*
 * The length, 1 to 3, of the malformed sequence that bytes[0..len) starts with:
 * a maximal subpart (Unicode 15.0, 3.9, "U+FFFD substitution of maximal
 * subparts", as WHATWG decoders have it), or one byte.
 */
size_t ug_utf8_malformed(const unsigned char *bytes, size_t len);

/*
 * Whether bytes are UTF-8: well-formed, but for a character that is cut short
 * at their end if there are others beyond ASCII before it.  *ascii, if not
 * NULL, is set to whether they are ASCII.
 */
bool ug_utf8_is(const unsigned char *bytes, size_t len, bool *ascii);

#endif /* UG_UTF8_H */
