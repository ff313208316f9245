/*
 * garble.h - makes mojibake from clean text
 */
#ifndef GARBLE_H
#define GARBLE_H

#include "base/buf.h"
#include "encodings/encodings.h"

/* What a carrier does to the text once it has been misread. */
enum garble_loss {
	GARBLE_EXACT,   /* nothing */
	GARBLE_SPACE,   /* U+00A0 becomes a space */
	GARBLE_REPLACE  /* bytes that stand for nothing become U+FFFD */
};

/*
 * Write to *out, emptied first, what becomes of `clean` when its UTF-8 is read
 * as the single-byte encoding `as`: bytes that it leaves undefined become the
 * controls of the same number.  ENOMEM.
 */
UNGARBLE_CHECK enum ungarble_err garble(struct ug_text clean,
    const struct ug_encoding *as, enum garble_loss loss, struct ug_buf *out);

#endif /* GARBLE_H */
