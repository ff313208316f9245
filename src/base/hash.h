/*
 * hash.h - FNV-1a, 64 bits: the same on every machine
 *
 *	ug_hash_bytes(UG_HASH, "a", 1)   AF63DC4C8601EC8C
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

#endif /* UG_HASH_H */
