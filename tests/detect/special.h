/*
 * special.h - inputs that detectors are known to get wrong
 *
 * Each is made from sentences in special.c: bytes, and the text they mean.
 */
#ifndef SPECIAL_H
#define SPECIAL_H

#include "base/buf.h"

struct special {
	const char *name;
	const char *encodings; /* "IBM037 IBM500": each would do; NULL: any
	                        * that decodes to the text, or several */
	const char *label;     /* what `text` is put into */
	const char *text;      /* UTF-8 */
	const char *other;     /* a text that is as good; NULL: none.  Or, if
	                        * there is a `make`, its own */
	void (*make)(const struct special *row, struct ug_buf *bytes,
	    struct ug_buf *text); /* NULL: `text` in `label` */
	const char *bytes;     /* instead of `label`; or of `make` */
	bool mixed;            /* of several encodings: no question for
	                        * ungarble_guess() */
};

extern const struct special specials[];
extern const size_t n_specials;

/* Write its bytes and their text, both emptied first. */
void special_make(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text);

#endif /* SPECIAL_H */
