/*
 * text.h - well-formed UTF-8 as a pointer and a length, and steps through it
 *
 * Undecoded input is `const unsigned char *`; what is held by a struct ug_text
 * is well-formed (Unicode 15.0, 3.9, D92).  NUL is a character like any other.
 */
#ifndef UG_TEXT_H
#define UG_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ascii.h"
#include "bytes.h"

struct ug_text {
	const char *s;
	size_t len;
};

/* A literal as a text: UG_LIT in initializers, UG_TEXT in expressions. */
#define UG_LIT(literal) { literal, sizeof(literal) - 1 }
#define UG_TEXT(literal) ((struct ug_text)UG_LIT(literal))

/* What stands for what could not be read, or is gone. */
#define UG_REPLACEMENT 0xFFFDu

/* Bytes of the character that starts with `lead`: 1 to 4. */
static inline size_t
ug_char_len(unsigned char lead)
{
	return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Whether a byte of UTF-8 goes on with a character: it is one of 80 to BF. */
static inline bool
ug_char_is_tail(int byte)
{
	return (byte & 0xC0) == 0x80;
}

/* The code point at text.s[*at]; *at moves past it.  *at < text.len. */
static inline uint32_t
ug_text_next(struct ug_text text, size_t *at)
{
	const unsigned char *s = (const unsigned char *)text.s + *at;

	if (s[0] < 0x80) {
		*at += 1;
		return s[0];
	}
	if (s[0] < 0xE0) {
		*at += 2;
		return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu);
	}
	if (s[0] < 0xF0) {
		*at += 3;
		return (uint32_t)(s[0] & 0x0F) << 12 |
		    (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3Fu);
	}
	*at += 4;
	return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 |
	    (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3Fu);
}

/* The code point that ends at text.s[*at]; *at moves to its start.  *at > 0. */
static inline uint32_t
ug_text_prev(struct ug_text text, size_t *at)
{
	size_t here;

	do
		--*at;
	while (ug_char_is_tail(text.s[*at]));
	here = *at;
	return ug_text_next(text, &here);
}

/* Write a scalar value to out[0..3].  Returns its length in bytes. */
static inline size_t
ug_put_char(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* Copy the ASCII that bytes[0..len) starts with; its length. */
static inline size_t
ug_ascii_copy(char *to, const unsigned char *bytes, size_t len)
{
	size_t n = 0;

	for (; len - n >= 8; n += 8) {
		uint64_t word;

		memcpy(&word, bytes + n, 8);
		if ((word & UG_EACH_BYTE * 0x80) != 0)
			break;
		memcpy(to + n, &word, 8);
	}
	for (; n < len && bytes[n] < 0x80; n++)
		to[n] = (char)bytes[n];
	return n;
}

/* The length of the ASCII that a text starts with. */
static inline size_t
ug_text_ascii(struct ug_text text)
{
	size_t n = 0;

	for (; text.len - n >= 8; n += 8) {
		uint64_t word;

		memcpy(&word, text.s + n, 8);
		if ((word & UG_EACH_BYTE * 0x80) != 0)
			break;
	}
	while (n < text.len && (unsigned char)text.s[n] < 0x80)
		n++;
	return n;
}

/* Whether an ASCII letter stands at text.s[at]; nothing stands at its end. */
static inline bool
ug_text_letter(struct ug_text text, size_t at)
{
	return at < text.len && ug_ascii_is_letter(text.s[at]);
}

static inline struct ug_text
ug_text_part(struct ug_text text, size_t at, size_t len)
{
	return (struct ug_text){ text.s + at, len };
}

static inline bool
ug_text_equal(struct ug_text a, struct ug_text b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

/* Whether `part` stands at text.s[at]; nothing does beyond the end. */
static inline bool
ug_text_has(struct ug_text text, size_t at, struct ug_text part)
{
	return at <= text.len && text.len - at >= part.len &&
	    memcmp(text.s + at, part.s, part.len) == 0;
}

static inline bool
ug_text_starts(struct ug_text text, size_t at, const char *with)
{
	return ug_text_has(text, at, (struct ug_text){ with, strlen(with) });
}

/* Whether text.s[0..at), which is there, ends with it. */
static inline bool
ug_text_ends(struct ug_text text, size_t at, const char *with)
{
	/* Before the text is beyond its end. */
	return ug_text_starts(text, at - strlen(with), with);
}

static inline bool
ug_text_is(struct ug_text text, const char *what)
{
	return ug_text_equal(text, (struct ug_text){ what, strlen(what) });
}

/* The length of an apostrophe, straight or curled, at text.s[at], or 0. */
static inline size_t
ug_text_apostrophe(struct ug_text text, size_t at)
{
	if (at < text.len && text.s[at] == '\'')
		return 1;
	return ug_text_starts(text, at, "\u2019") ? 3 : 0;
}

/* The first place in text[at..] where `part` stands, or text.len. */
size_t ug_text_find(struct ug_text text, size_t at, struct ug_text part);

#endif /* UG_TEXT_H */
