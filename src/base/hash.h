/*
 * hash.h - FNV-1a, and numbers mixed: the same on every machine
 *
 *	ug_hash_bytes(UG_HASH, "a", 1)         AF63DC4C8601EC8C
 *	ug_hash_32_bytes(UG_HASH_32, "a", 1)   E40C292C
 *	ug_mix(1)                              9E3779B1
 *
 * For what is looked up or compared; nobody is kept from making collisions.
 */
#ifndef UG_HASH_H
#define UG_HASH_H

#include <stddef.h>
#include <stdint.h>

#define UG_HASH UINT64_C(0xCBF29CE484222325) /* of nothing */

/* The hash with a byte more, or with a number as if it were one. */
static inline uint64_t
ug_hash(uint64_t hash, uint64_t more)
{
	return (hash ^ more) * UINT64_C(0x100000001B3);
}

static inline uint64_t
ug_hash_bytes(uint64_t hash, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = ug_hash(hash, (unsigned char)s[i]);
	return hash;
}

/* The same in 32 bits. */
#define UG_HASH_32 2166136261u

static inline uint32_t
ug_hash_32(uint32_t hash, uint32_t more)
{
	return (hash ^ more) * 16777619u;
}

static inline uint32_t
ug_hash_32_bytes(uint32_t hash, const void *bytes, size_t len)
{
	const unsigned char *const s = bytes;

	for (size_t i = 0; i < len; i++)
		hash = ug_hash_32(hash, s[i]);
	return hash;
}

/* A number whose upper bits all of `n` has a say in, by the golden ratio. */
static inline uint32_t
ug_mix(uint32_t n)
{
	return n * 0x9E3779B1u;
}

static inline uint64_t
ug_mix_64(uint64_t n)
{
	return (n ^ n >> 29) * UINT64_C(0x9E3779B97F4A7C15);
}

/* A number that is mixed, with its lower bits as good as those. */
static inline uint32_t
ug_mix_down(uint32_t n)
{
	return n ^ n >> 15;
}

#endif /* UG_HASH_H */
