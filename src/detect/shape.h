/*
 * shape.h - the shape of multi-byte encodings, and how common their characters
 * are
 */
#ifndef UG_DETECT_SHAPE_H
#define UG_DETECT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "../encodings/encodings.h"

/* What a character is, by the row of its table that it stands in. */
enum ug_mb_class {
	UG_MB_ASCII,
	UG_MB_PUNCTUATION, /* ideographic comma, full stop, wide forms */
	UG_MB_KANA,
	UG_MB_HANGUL,
	UG_MB_COMMON,      /* ideographs of the first level */
	UG_MB_HALF_KANA,   /* one byte each */
	UG_MB_SECOND,      /* ideographs of the second level */
	UG_MB_OTHER,       /* Greek, Cyrillic, boxes; extensions */
	UG_MB_BROKEN       /* no such sequence */
};

struct ug_mb_shape;

/* The shape of an encoding; NULL if it is not known. */
const struct ug_mb_shape *ug_mb_shape_of(const struct ug_encoding *encoding);

/*
 * The length in bytes of the character that s[0..len) starts with, len > 0, and
 * its class: broken where the decoder finds no character, and then one byte.
 */
size_t ug_mb_next(const struct ug_mb_shape *shape, const unsigned char *s,
    size_t len, enum ug_mb_class *class);

#endif /* UG_DETECT_SHAPE_H */
