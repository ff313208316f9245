/*
 * letters.h - how far ASCII letters go, eight bytes at a time
 */
#ifndef UG_LETTERS_H
#define UG_LETTERS_H

#include "bytes.h"
#include "text.h"

/* Eight bytes from text.s[at] on; those behind the text are 0. */
static inline uint64_t
ug_letters_at(struct ug_text text, size_t at)
{
	char rest[8] = { 0 };

	if (text.len - at >= 8)
		return ug_bytes_64(text.s + at);
	memcpy(rest, text.s + at, text.len - at);
	return ug_bytes_64(rest);
}

/* The upper bit of each byte that is no ASCII letter. */
static inline uint64_t
ug_letters_end(uint64_t bytes)
{
	const uint64_t low = (bytes | UG_EACH_BYTE * 0x20) &
	    UG_EACH_BYTE * 0x7F;
	const uint64_t from_a = low + UG_EACH_BYTE * (0x80 - 'a');
	const uint64_t behind_z = low + UG_EACH_BYTE * (0x80 - 'z' - 1);

	return (~from_a | behind_z | bytes) & UG_EACH_BYTE * 0x80;
}

/* The upper bit of each byte that is 0. */
static inline uint64_t
ug_letters_zero(uint64_t bytes)
{
	const uint64_t low = UG_EACH_BYTE * 0x7F;

	return ~(((bytes & low) + low) | bytes | low);
}

/* All bits of the bytes below the first one whose upper bit is set. */
static inline uint64_t
ug_letters_below(uint64_t end)
{
	return ((end & (0 - end)) - 1) >> 7;
}

/* How many bytes those are. */
static inline size_t
ug_letters_count(uint64_t below)
{
	return (size_t)((below & UG_EACH_BYTE) * UG_EACH_BYTE >> 56);
}

/* The place of the lowest bit that is set; there must be one. */
static inline unsigned
ug_letters_lowest(uint64_t bits)
{
#if defined(__GNUC__)
	return (unsigned)__builtin_ctzll(bits);
#else
	unsigned n = 0;

	for (; (bits & 1) == 0; bits >>= 1)
		n++;
	return n;
#endif
}

/* How many bits are set. */
static inline unsigned
ug_letters_bits(uint64_t bits)
{
	const uint64_t two = UINT64_MAX / 3, four = UINT64_MAX / 5;

	bits -= bits >> 1 & two;
	bits = (bits & four) + (bits >> 2 & four);
	bits = (bits + (bits >> 4)) & UINT64_MAX / 17;
	return (unsigned)(bits * UG_EACH_BYTE >> 56);
}

/* The place of the highest one; there must be one. */
static inline unsigned
ug_letters_highest(uint64_t bits)
{
#if defined(__GNUC__)
	return 63 - (unsigned)__builtin_clzll(bits);
#else
	unsigned n = 63;

	for (; bits >> 63 == 0; bits <<= 1)
		n--;
	return n;
#endif
}

#endif /* UG_LETTERS_H */
