/*
 * xxh64.h - XXH64
 *
 *	ug_xxh64("a", 1, 0)   D24EC4F1A98C6E5B
 *
 * After the public specification (xxHash, doc/xxhash_spec.md, 0.1.1).  Against
 * accidents: nobody is kept from making two texts of one hash.  Fed piece by
 * piece it is struct ungarble_hash.
 */
#ifndef UG_XXH64_H
#define UG_XXH64_H

#include <stddef.h>
#include <stdint.h>

#include "ungarble_journal.h"

uint64_t ug_xxh64(const void *bytes, size_t len, uint64_t seed);

#endif /* UG_XXH64_H */
