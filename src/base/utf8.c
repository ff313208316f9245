/*
 * utf8.c - is it well-formed UTF-8, and how far
 *
 * Runs on every byte of input: by vectors as far as blocks of 64 bytes are
 * well-formed (vectors.h).  In what is left ASCII is skipped 32 bytes at a
 * time; the rest goes through an automaton whose whole state is an offset into
 * one 64-bit row for each byte: the next state is row[byte] >> state, its low 6
 * bits.  A row does not depend on the state before, so the loads run ahead:
 *
 *	E2 82 AC    whole -> E1_EC -> one more -> whole
 *
 * Where it fails, the few bytes before are looked at again, one character at a
 * time.  Unicode 15.0, 3.9, table 3-7.
 */
#include "utf8.h"

#include <stdint.h>
#include <string.h>

#include "text.h"
#include "vectors.h"

#define BY_BLOCKS 32 /* bytes from which on vectors are worth their while */

#define STRIDE 16

/* States, as offsets into a row. */
#define BAD   0  /* and stays so */
#define WHOLE 6  /* between characters */
#define TAIL1 12 /* one more of 80..BF, */
#define TAIL2 18 /* two more, */
#define TAIL3 24 /* three more */
#define E0    30 /* A0..BF, then one more */
#define ED    36 /* 80..9F, then one more */
#define F0    42 /* 90..BF, then two more */
#define F4    48 /* 80..8F, then two more */

#define GO(from, to) ((uint64_t)(to) << (from))

/* Rows, by what a byte can be. */
#define R_ASCII GO(WHOLE, WHOLE)
#define R_TAIL  (GO(TAIL1, WHOLE) | GO(TAIL2, TAIL1) | GO(TAIL3, TAIL2))
#define R_80 (R_TAIL | GO(ED, TAIL1) | GO(F4, TAIL2)) /* 80..8F */
#define R_90 (R_TAIL | GO(ED, TAIL1) | GO(F0, TAIL2)) /* 90..9F */
#define R_A0 (R_TAIL | GO(E0, TAIL1) | GO(F0, TAIL2)) /* A0..BF */
#define R_C2 GO(WHOLE, TAIL1)
#define R_E1 GO(WHOLE, TAIL2)
#define R_F1 GO(WHOLE, TAIL3)

#define X4(row) row, row, row, row
#define X16(row) X4(row), X4(row), X4(row), X4(row)

/* clang-format off */
static const uint64_t utf8_rows[256] = {
	X16(R_ASCII), X16(R_ASCII), X16(R_ASCII), X16(R_ASCII),
	X16(R_ASCII), X16(R_ASCII), X16(R_ASCII), X16(R_ASCII),
	X16(R_80), X16(R_90), X16(R_A0), X16(R_A0),
	0, 0, R_C2, R_C2, X4(R_C2), X4(R_C2), X4(R_C2), X16(R_C2),
	GO(WHOLE, E0), R_E1, R_E1, R_E1, X4(R_E1), X4(R_E1),
	R_E1, GO(WHOLE, ED), R_E1, R_E1,
	GO(WHOLE, F0), R_F1, R_F1, R_F1, GO(WHOLE, F4), 0, 0, 0, X4(0), X4(0),
};
/* clang-format on */

static bool
utf8_any_beyond_ascii(const unsigned char *bytes, size_t n_words)
{
	uint64_t all = 0;

	for (size_t i = 0; i < n_words; i++) {
		uint64_t word;

		memcpy(&word, bytes + i * sizeof(word), sizeof(word));
		all |= word;
	}
	return (all & UG_EACH_BYTE * 0x80) != 0;
}

/*
 * Walk from `at`, a character boundary, to the first character that is cut
 * short or malformed.  *beyond is set if there are others than ASCII.
 */
static size_t
utf8_walk(const unsigned char *bytes, size_t len, size_t at, bool *beyond)
{
	uint64_t state = WHOLE;
	size_t good = at;

	while (at < len) {
		if (state == WHOLE && len - at >= 8 &&
		    !utf8_any_beyond_ascii(bytes + at, 1)) {
			at += 8;
			good = at;
			continue;
		}
		state = utf8_rows[bytes[at]] >> state & 63;
		if (state == BAD)
			break;
		at++;
		if (state == WHOLE) {
			if (at - good > 1)
				*beyond = true;
			good = at;
		}
	}
	return good;
}

/*
 * The start of the character that the bytes before `at` leave unfinished; `at`,
 * if they do not.  There are UG_UTF8_BEFORE of them at least.
 */
static size_t
utf8_back(const unsigned char *bytes, size_t at)
{
	for (size_t n = 1; n <= UG_UTF8_BEFORE; n++) {
		const unsigned char c = bytes[at - n];

		if (!ug_char_is_tail(c))
			return ug_char_len(c) > n ? at - n : at;
	}
	return at;
}

/* The longest prefix.  *beyond is set if there are others than ASCII in it. */
static size_t
utf8_prefix(const unsigned char *bytes, size_t len, bool *beyond)
{
	uint64_t state = WHOLE;
	bool before = false;
	size_t at = 0;

	for (;;) {
		while (state == WHOLE && len - at >= 32 &&
		    !utf8_any_beyond_ascii(bytes + at, 4))
			at += 32;
		if (len - at < STRIDE)
			break;
		if (state == WHOLE && !utf8_any_beyond_ascii(bytes + at, 2)) {
			at += STRIDE;
			continue;
		}

		uint64_t next = state;

		for (size_t i = 0; i < STRIDE; i++)
			next = utf8_rows[bytes[at + i]] >> (next & 63);
		next &= 63;
		if (next == BAD)
			break;
		before = *beyond;
		*beyond = true;
		state = next;
		at += STRIDE;
	}
	if (state != WHOLE) {
		/* *beyond may be this character's doing alone. */
		const size_t last = at - STRIDE;

		at = utf8_back(bytes, at);
		*beyond = before;
		for (size_t i = last; i < at; i++)
			*beyond = *beyond || bytes[i] >= 0x80;
	}
	return utf8_walk(bytes, len, at, beyond);
}

/* The same, of blocks; what is wrong is near where these end. */
static size_t
utf8_prefix_by_blocks(const struct ug_vectors *vectors,
    const unsigned char *bytes, size_t len, bool *beyond)
{
	size_t first;
	size_t at = vectors->utf8(bytes, len, &first);

	*beyond = first < at;
	if (at == len)
		return at;
	at = first >= at ? first : utf8_back(bytes, at);
	*beyond = first < at;
	return utf8_walk(bytes, len, at, beyond);
}

size_t
ug_utf8_prefix_by(const struct ug_vectors *vectors,
    const unsigned char *bytes, size_t len, bool *ascii)
{
	bool beyond = false;
	const size_t at = len < BY_BLOCKS || vectors == &ug_plain ?
	    utf8_prefix(bytes, len, &beyond) :
	    utf8_prefix_by_blocks(vectors, bytes, len, &beyond);

	if (ascii != NULL)
		*ascii = !beyond;
	return at;
}

size_t
ug_utf8_prefix(const unsigned char *bytes, size_t len, bool *ascii)
{
	return ug_utf8_prefix_by(ug_vectors(), bytes, len, ascii);
}

size_t
ug_utf8_malformed(const unsigned char *bytes, size_t len)
{
	uint64_t state = WHOLE;
	size_t at = 0;

	while (at < len) {
		state = utf8_rows[bytes[at]] >> state & 63;
		if (state == BAD)
			break;
		at++;
	}
	return at > 0 ? at : 1;
}

bool
ug_utf8_is(const unsigned char *bytes, size_t len, bool *ascii)
{
	bool plain;
	const size_t whole = ug_utf8_prefix(bytes, len, &plain);
	const size_t rest = len - whole;

	if (ascii != NULL)
		*ascii = plain && rest == 0;
	/* A byte that no character starts with is not cut short. */
	return rest == 0 || (!plain && bytes[whole] >= 0xC2 &&
	    bytes[whole] < 0xF5 &&
	    ug_utf8_malformed(bytes + whole, rest) == rest);
}
