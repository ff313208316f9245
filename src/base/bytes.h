/*
 * bytes.h - numbers and bits as they stand in bytes, the lowest first
 *
 *	34 12  ->  0x1234        05  ->  bits 0 and 2
 */
#ifndef UG_BYTES_H
#define UG_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UG_EACH_BYTE UINT64_C(0x0101010101010101) /* times what each has */

/* For what is small, or slow if called, where a compiler will not see it. */
#if defined(__GNUC__)
#define UG_INLINE inline __attribute__((always_inline))
#else
#define UG_INLINE inline
#endif

static inline unsigned
ug_bytes_16(const unsigned char *s)
{
	return s[0] | (unsigned)s[1] << 8;
}

static inline uint32_t
ug_bytes_32(const unsigned char *s)
{
	return s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
	    (uint32_t)s[3] << 24;
}

static inline uint64_t
ug_bytes_64(const void *s)
{
	uint64_t bytes;

	memcpy(&bytes, s, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	return bytes;
}

static inline void
ug_bytes_put_32(void *to, uint32_t bytes)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap32(bytes);
#endif
	memcpy(to, &bytes, 4);
}

static inline void
ug_bytes_put_64(void *to, uint64_t bytes)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	memcpy(to, &bytes, 8);
}

/* Bit i of a set that is kept in bytes, and of one in words. */
static inline bool
ug_bytes_bit(const uint8_t *bytes, size_t i)
{
	return (bytes[i / 8] >> i % 8 & 1) != 0;
}

static inline bool
ug_words_bit(const uint32_t *words, uint32_t i)
{
	return (words[i / 32] >> i % 32 & 1) != 0;
}

#endif /* UG_BYTES_H */
