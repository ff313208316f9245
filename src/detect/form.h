/*
 * form.h - what the questions about a stream's form share
 */
#ifndef UG_DETECT_FORM_H
#define UG_DETECT_FORM_H

#include "detect.h"

/* Points, ten to the nat, that one byte costs which text does not hold. */
#define UG_COST_ODD 110

/* Controls but bell to carriage return, shifts out and in, SUB and escape. */
static inline bool
ug_form_is_odd(unsigned char byte)
{
	const unsigned long plain = 1ul << 0x07 | 1ul << 0x08 | 1ul << 0x09 |
	    1ul << 0x0A | 1ul << 0x0B | 1ul << 0x0C | 1ul << 0x0D |
	    1ul << 0x0E | 1ul << 0x0F | 1ul << 0x1A | 1ul << 0x1B;

	return byte < 0x20 && (plain >> byte & 1) == 0;
}

/* Bytes read as UTF-16 or UTF-32. */
struct ug_wide {
	const struct ug_encoding *encoding;
	long long cost;     /* in points */
	size_t n_chars;
	size_t n_bad;       /* unassigned, or half of a pair */
	size_t n_controls;
	size_t n_rare;      /* of the BMP: seldom seen, or ideographs no one
	                     * kind of text has in daily use */
	size_t n_latin;     /* below U+0100 */
	size_t n_ascii;
	size_t n_high;      /* beyond U+00FF */
	size_t n_pairs;     /* of those: made of two ASCII characters */
	size_t n_mixed;     /* of those: made of one and a byte beyond ASCII */
	size_t n_lines;     /* of those: made of one and a line end */
	size_t n_ends;      /* of those: with the byte of a line end in them */
	size_t n_spaces;    /* white space of ASCII */
	bool one_row;       /* all beyond ASCII have the same upper bits */
	bool ascending;     /* each character is greater than the one before */
};

/* Read bytes[0..len) in a wide encoding. */
void ug_wide_read(struct ug_wide *wide, const struct ug_encoding *encoding,
    const unsigned char *bytes, size_t len);

/* Whether that is text. */
bool ug_wide_is_text(const struct ug_wide *wide);

#endif /* UG_DETECT_FORM_H */
