/*
 * seven_bit.h - encodings that shift between character sets within ASCII
 *
 * Each has a function like ug_multi_byte_next(), which calls it.  What `*state`
 * holds is its own affair; 0 is the start of a stream.
 */
#ifndef UG_SEVEN_BIT_H
#define UG_SEVEN_BIT_H

#include "multi_byte.h"

#define UG_ESC 0x1B
#define UG_SO  0x0E
#define UG_SI  0x0F

struct ug_char ug_iso_2022_jp_next(const unsigned char *bytes, size_t len,
    unsigned *state);
struct ug_char ug_iso_2022_kr_next(const unsigned char *bytes, size_t len,
    unsigned *state);
struct ug_char ug_iso_2022_cn_next(const unsigned char *bytes, size_t len,
    unsigned *state);
struct ug_char ug_hz_next(const unsigned char *bytes, size_t len,
    unsigned *state);
struct ug_char ug_utf_7_next(const unsigned char *bytes, size_t len,
    unsigned *state);

/* The value of a digit of base64 (RFC 4648, 4), or UG_NO_BASE64. */
#define UG_NO_BASE64 64
unsigned ug_base64_digit(unsigned char byte);

/* An index of 94 rows of 94 characters, as part of a larger one. */
struct ug_plane {
	const uint16_t *first; /* the character 21 21 */
	size_t stride;         /* from row to row */
};

extern const struct ug_plane ug_plane_jis0208, ug_plane_jis0212,
    ug_plane_gb2312, ug_plane_ksx1001, ug_plane_cns1, ug_plane_cns2;

/*
 * The character of two bytes 21..7E in a plane.  A second byte that is none of
 * these is not taken.
 */
struct ug_char ug_plane_next(const struct ug_plane *plane,
    const unsigned char *bytes, size_t len);

/* An escape sequence and what it means to its encoding. */
struct ug_escape {
	const char *bytes; /* without ESC */
	unsigned meaning;
};

/*
 * Read the escape sequence at bytes[0..len), of those in `known` (bytes NULL
 * ends them), as UG_SILENT; *meaning is set if there is one.
 */
struct ug_char ug_escape_next(const struct ug_escape *known,
    const unsigned char *bytes, size_t len, unsigned *meaning);

#endif /* UG_SEVEN_BIT_H */
